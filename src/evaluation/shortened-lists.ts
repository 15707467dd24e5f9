import type { Case } from '../domain/case.ts';
import { foldText, holdsFolded } from './fold-text.ts';

const LIST_LINE = /^[ \t]*(?:\d{1,2}[.、)）](?!\d)|[\u2460-\u249B])/gmu;
const CLAUSE = /[^，,。；;:：()（）\n]+/gu;

/**
 * What a statement leaves out of a list that its quotes have. The quotes are part of the text, so `must`
 * alone would not see it; what the quotes lack too is for `must` to see. Read are statements that number a
 * list, and statements that name at least two of three or more members of one enumeration (…、…) of a quote.
 */
export function shortenedLists(
  asked: Pick<Case, 'must'>,
  statement: string,
  quotes: readonly string[],
): readonly string[] {
  const folded = foldText(statement);
  const quoted = foldText(quotes.join('\n'));
  const stands = (item: readonly string[], text: string): boolean =>
    item.some((words) => holdsFolded(text, foldText(words)));
  const named = (item: readonly string[]): boolean => stands(item, folded);
  if ((statement.match(LIST_LINE)?.length ?? 0) > 1) {
    return asked.must.filter((item) => !named(item) && stands(item, quoted)).map((item) => item[0] ?? '');
  }
  const missing = new Set<string>();
  for (const [clause] of quotes.join('\n').matchAll(CLAUSE)) {
    if (!clause.includes('、')) continue;
    const source = foldText(clause);
    const members = asked.must.filter((item) => stands(item, source));
    const left = members.filter((item) => !named(item));
    if (members.length < 3 || members.length - left.length < 2) continue;
    for (const item of left) missing.add(item[0] ?? '');
  }
  return [...missing];
}
