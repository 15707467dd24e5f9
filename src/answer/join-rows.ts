import type { Question } from '../domain/question.ts';
import type { ReportList } from './find-list.ts';
import { wordsShared } from './list-words.ts';

/** So many pairs of characters of the question say what both rows are: 文明城市. */
const SAME_THING = 3;
const ALL = /都算|全都|一共|总共|全部|所有|[加合]起来|不管|不论|无论/u;
/** One of two rows is meant: 新创建的, 保住的. */
const ONE_OF_THEM = /新|刚|首次|第一次|[初首]次|又|再次|继续|仍|保住|原[来有]|老|已经|还没/u;

/**
 * 甲、乙蝉联文明城市，丙、丁创建为文明城市: two rows of one sentence that are told in the same words of the question are
 * one list. Null where one of them is meant and cannot be told, or where there is none. `rows` best first.
 */
export function joinRows(question: Question, rows: readonly ReportList[]): ReportList | null {
  const [best] = rows;
  if (best === undefined) return null;
  const shared = wordsShared(question, best).join();
  const alike = rows
    .filter((row) => row.sure && row.count === null && wordsShared(question, row).join() === shared)
    .sort((a, b) => a.quotes[0].start - b.quotes[0].start);
  const isOne = alike.length < 2 || wordsShared(question, best).length < SAME_THING;
  const apart = alike.every((row, place) => row.quotes[0].start >= (alike[place - 1]?.quotes[0].end ?? 0));
  if (isOne || !apart || best.quotes.length > 1) return best;
  if (ONE_OF_THEM.test(question.text) && !ALL.test(question.text)) return null;
  const quote = { start: alike[0]?.quotes[0].start ?? 0, end: alike.at(-1)?.quotes[0].end ?? 0 };
  return { ...best, items: alike.flatMap(({ items }) => items), quotes: [quote] };
}
