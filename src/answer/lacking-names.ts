import type { Span } from '../domain/report.ts';
import { smallNumber } from '../text/counts.ts';
import { splitClauses } from '../text/split-clauses.ts';
import type { Reading } from './read-candidate.ts';

/** 除了甲厂，另外四家叫什么 */
const OTHERS =
  /除(?:了|开|去|掉)?(?<one>[^,，、]{2,14}?)(?:之外|以外|外)?[,，\s]*(?:其[他它余]|另外?|剩下|剩余|余下|还有|别的)[^,，]*?(?:叫|谁|什么|啥|哪)/u;
/** 那两所学校叫什么, 改的是哪两样 */
const ASKS_NAMES =
  /哪(?<which>[两二三四五六七八九十\d]{1,2})(?!年|月|天|次)|(?<!\d)(?<count>[两二三四五六七八九]|[1-9])[个家所项座种样位名支部](?!月|小时)[^,，]{0,8}?(?:都|各|分别)?(?:叫(?:什么|啥|个)|是(?:哪|谁|什么名))/u;
const COUNTED = /(?<![\d.第])(?<count>[两二三四五六七八九]|[1-9](?![\d.]))(?=\p{Script=Han})/gu;
/** What stands between the members of a row, or before it. */
const ROW_MARK = /[、；：]|和|与|及/gu;
/** A row that comes in the next clause. */
const GOES_ON = /^[，；]?(?:即|包括|分别|主要|就是|一是|其中)/u;

/**
 * The names of counted things are asked for and the sentence only counts them, or gives the one that is named in the
 * question (甲厂等5家); null where it tells more.
 */
export function lackingNames(asked: string, { report, sentence }: Reading): string | null {
  const text = report.text.slice(sentence.start, sentence.end);
  const one = OTHERS.exec(asked)?.groups?.one;
  if (one !== undefined && namesOnly(text, one))
    return 'the others are asked for and the sentence names one of them';
  const groups = ASKS_NAMES.exec(asked)?.groups;
  const count = smallNumber(groups?.which ?? groups?.count ?? '');
  if (count === null || count < 2) return null;
  const clauses = splitClauses(text).map(({ start, end }: Span) => text.slice(start, end));
  const counting = clauses.flatMap((clause, index) =>
    [...clause.matchAll(COUNTED)].some((match) => smallNumber(match.groups?.count ?? '') === count)
      ? [GOES_ON.test(clauses[index + 1] ?? '') ? clauses.slice(index).join('') : clause]
      : [],
  );
  const isRow = (words: string) => (words.match(ROW_MARK) ?? []).length > 0 || words.includes('等');
  return counting.length > 0 && !counting.some(isRow)
    ? 'the names of what the sentence counts are asked for and it names none'
    : null;
}

/** …甲厂等, nothing before it in a row. */
function namesOnly(text: string, one: string): boolean {
  const at = text.indexOf(one);
  return (
    at >= 0 &&
    !/[、和与及]/u.test(text[at - 1] ?? '') &&
    /^[^、，。；]{0,6}等/u.test(text.slice(at + one.length))
  );
}
