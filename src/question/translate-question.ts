import type { AskedKind } from '../domain/question.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import terms from './english-terms.json' with { type: 'json' };
import { readAskedKind } from './read-asked-kind.ts';

interface Term {
  readonly chinese: string;
  readonly words: number;
  /** In the singular or the plural, as whole words. */
  readonly form: RegExp;
}

/** English words, longest first, with the Chinese term that reports use. */
const TERMS: readonly Term[] = Object.entries(terms)
  .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
  .map(([english, chinese]) => ({
    chinese,
    words: english.split(' ').length,
    form: new RegExp(`(?<![a-z])${escapePattern(english)}(?:e?s)?(?![a-z])`),
  }));
const TIMES: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/\blast year\b/, '去年'],
  [/\bthis year\b/, '今年'],
  [/\bnext year\b/, '明年'],
];
const ASKS: Readonly<Record<AskedKind, string>> = {
  figure: '多少',
  list: '有哪些',
  person: '是谁',
  time: '什么时候',
  place: '在哪里',
  which: '是哪个',
  yesno: '有没有',
  done: '完成情况',
  planned: '有什么安排',
  why: '为什么',
  how: '怎么做',
  general: '',
};
/** Words that name nothing: what is left without a term beside them is not lost in translation. */
const FUNCTION_WORDS =
  /\b(?:an?|the|this|that|these|those|of|for|in|on|at|to|by|from|with|about|into|over|under|between|through|during|per|as|than|and|or|but|if|not|no|so|too|also|both|each|every|any|some|all|more|most|much|many|few|less|least|very|just|only|even|still|yet|already|now|currently|recently|ever|again|there|here|it|its|he|she|they|them|their|we|us|our|ours|you|your|i|me|my|who|whom|whose|what|which|when|where|why|how|is|are|was|were|be|been|being|am|do|does|did|done|has|have|had|having|will|would|can|could|shall|should|may|might|must|going|supposed|expected|want|wants|wanted|need|needs|get|gets|got|give|given|gave|go|goes|went|make|makes|made|making|help|helps|helped|take|takes|taken|took|happen|happens|happened|tell|told|say|says|said|know|show|list|name|mention|mentioned|mentions|describe|explain|compare|compared|please|thanks|hi|hello|number|amount|figure|figures|level|levels|kind|kinds|type|types|things?|big|large|high|long|fast|far|old|well|good|great|last|next|year|years|yearly|annual|annually|time|report|reports|government|work|state|states|district|county|city|province|country|area|people|local|area|like|look|looks|find|out|up|down|off|s|t|re|ve|ll|d|m|whats|hows|wheres|whos|im|mainly|main|specific|specifically|exactly|actually|really)\b/g;
/** What is going to be done about something, and what was. */
const WHAT_WILL = /^\W*what (?:(?:will|are|is)\b.*\b(?:do|doing|done|planned)\b|plans?\b)/i;
const WHAT_WAS = /^\W*what (?:was|were|has|have|had|did)\b.*\b(?:do|done|achieved)\b/i;
const YEAR = /\b(?:19|20)\d\d\b/g;

/**
 * An English question in the words of Chinese reports: its time, its terms in their order, what it asks for.
 * “how about this year”, which names nothing, keeps its time: 那今年呢.
 * '' where it has no term that a report could speak of, or where most of its words are none.
 */
export function translateQuestion(english: string): string {
  const text = ` ${questionsIn(english)
    .toLowerCase()
    .replace(/[^a-z0-9.%&' -]+/g, ' ')
    .replace(/\s+/g, ' ')} `;
  const years = text.match(YEAR)?.map((year) => `${year}年`) ?? [];
  const spoken = TIMES.filter(([form]) => form.test(text)).map(([, chinese]) => chinese);
  const { found, matched, left } = findTerms(text);
  if (found.length === 0 && left === 0 && years.length + spoken.length > 0)
    return `那${[...years, ...spoken].join('和')}呢`;
  return found.length === 0 || left > matched ? '' : [...years, ...spoken, ...found, asked(english)].join('');
}

/** “I run a firm in Singapore. How much is planned?”: what is told before is not asked about. */
function questionsIn(english: string): string {
  return english.match(/[^.?!]*(?:[.]\d[^.?!]*)*\?/g)?.join(' ') ?? english;
}

/** What is asked for; a figure in “what was the PM2.5 level?” is not put to be confirmed. */
function asked(english: string): string {
  if (WHAT_WILL.test(english)) return ASKS.planned;
  if (WHAT_WAS.test(english)) return ASKS.done;
  const kind = readAskedKind(english);
  return ASKS[kind === 'yesno' && /^\W*(?:wh|how)/i.test(english) ? 'general' : kind];
}

/**
 * The Chinese of every term, in the order the English has them; a longer term hides those within it.
 * Also how many words they have, and how many others name something that no term stands for.
 */
function findTerms(text: string): {
  readonly found: readonly string[];
  readonly matched: number;
  readonly left: number;
} {
  const found: { readonly at: number; readonly chinese: string }[] = [];
  let matched = 0;
  let rest = text;
  for (const { chinese, words, form } of TERMS) {
    const match = form.exec(rest);
    if (match === null) continue;
    found.push({ at: match.index, chinese });
    matched += words;
    rest =
      rest.slice(0, match.index) + '#'.repeat(match[0].length) + rest.slice(match.index + match[0].length);
  }
  const left = rest
    .replace(YEAR, ' ')
    .replace(FUNCTION_WORDS, ' ')
    .match(/[a-z]+/g)?.length;
  return {
    found: [...new Set(found.sort((a, b) => a.at - b.at).map(({ chinese }) => chinese))],
    matched,
    left: left ?? 0,
  };
}
