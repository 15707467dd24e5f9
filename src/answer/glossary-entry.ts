import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import type { Reading } from './read-candidate.ts';

const GLOSSARY = /名词(?:解释|注释|术语)|用语说明|注释$/u;
const ENDS_IN_COLON = /[：:]\s*$/u;
const EXPLAINS = /^(?:主要|一般|通常|就)?(?:是指|指的是|指|即)/u;

/** “三组团”即甲组团、乙组团、丙组团 */
const DEFINES =
  /[“"「《](?<term>[^“”"「」《》]{2,12})[”"」》][，,]?(?:也?就是|即|是指|指的?是|指(?![导标数出示挥定])|(?:主要|具体)?包括|分别[是为]|[：:]|[（(](?!以下|简称|下同))/gu;
/** 三组团具体指什么, “链长制”是什么意思, 什么叫“标准地” */
const MEANS =
  /^[”"」》]?(?:具体|到底|究竟|分别|都|各|又|主要|说)*(?:[是指叫有]|指的|包括|包含|分)+(?:为|的|个)?(?:什么|啥|哪)|^[”"」》]?是?(?:什么|啥)意思|^[”"」》]?(?:该|要)?怎么(?:理解|解释)/u;
const WHAT_IS = /(?:什么|啥)(?:是|叫)[“"「《]?$/u;

/** Whether the sentence itself says what the term is whose meaning, or members, a question asks for. */
export function definesAsked({ text }: Pick<Question, 'text'>, { report, sentence }: Reading): boolean {
  const told = report.text.slice(sentence.start, sentence.end);
  return [...told.matchAll(DEFINES)].some(({ groups }) => {
    const term = groups?.term ?? '';
    const at = text.indexOf(term);
    return at >= 0 && (MEANS.test(text.slice(at + term.length)) || WHAT_IS.test(text.slice(0, at)));
  });
}

/** Whether a sentence stands under 名词解释, which reports append. */
export function isInGlossary({ headingPath }: Pick<Reading['sentence'], 'headingPath'>): boolean {
  return headingPath.some((label) => GLOSSARY.test(label));
}

/**
 * What a term of the glossary is quoted by: its heading with what explains it behind the colon (飞地经济：指…), or the
 * whole sentence that explains it on a line of its own. Null where the sentence is of no glossary and explains nothing.
 */
export function glossaryEntry({ report, sentence }: Reading): Span | null {
  const { start, end, kind } = sentence;
  if (kind !== 'heading') return isInGlossary(sentence) ? { start, end: endOf(report.text, sentence) } : null;
  const next = report.sentences[sentence.index + 1];
  if (next?.passage !== sentence.passage || !ENDS_IN_COLON.test(report.text.slice(start, end))) return null;
  if (!isInGlossary(sentence) && !EXPLAINS.test(report.text.slice(next.start, next.end))) return null;
  return { start, end: endOf(report.text, next) };
}

/** 可信空间： on a line of its own, which says nothing. */
export function isBareTerm({ report, sentence }: Reading, quote: Span): boolean {
  const { start, end, kind } = sentence;
  const isAlone = kind === 'heading' && quote.end <= end && isInGlossary(sentence);
  return isAlone && ENDS_IN_COLON.test(report.text.slice(start, end));
}

/** Without the closing mark. */
function endOf(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).replace(/[。；;\s]+$/u, '').length;
}
