import type { AskedKind } from '../domain/question.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import terms from './english-terms.json' with { type: 'json' };
import { readAskedKind } from './read-asked-kind.ts';

/** English words, longest first, with the Chinese term that reports use. */
const TERMS: readonly (readonly [english: string, chinese: string])[] = Object.entries(terms).sort(
  ([a], [b]) => b.length - a.length || (a < b ? -1 : 1),
);
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

/**
 * An English question in the words of Chinese reports: its time, its terms in their order, what it asks for.
 * '' where it has no term that a report could speak of.
 */
export function translateQuestion(english: string): string {
  const text = ` ${english
    .toLowerCase()
    .replace(/[^a-z0-9.%&' -]+/g, ' ')
    .replace(/\s+/g, ' ')} `;
  const years = text.match(/\b(?:19|20)\d\d\b/g)?.map((year) => `${year}年`) ?? [];
  const spoken = TIMES.filter(([form]) => form.test(text)).map(([, chinese]) => chinese);
  const found = findTerms(text);
  return found.length === 0 ? '' : [...years, ...spoken, ...found, ASKS[readAskedKind(english)]].join('');
}

/** The Chinese of every term, in the order the English has them; a longer term hides those within it. */
function findTerms(text: string): readonly string[] {
  const found: { readonly at: number; readonly chinese: string }[] = [];
  let rest = text;
  for (const [english, chinese] of TERMS) {
    const at = rest.search(new RegExp(`(?<![a-z])${escapePattern(english)}(?![a-z])`));
    if (at < 0) continue;
    found.push({ at, chinese });
    rest = rest.slice(0, at) + '#'.repeat(english.length) + rest.slice(at + english.length);
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ chinese }) => chinese))];
}
