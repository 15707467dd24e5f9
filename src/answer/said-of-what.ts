import type { Span } from '../domain/report.ts';
import { clausesWithin, clauseTexts } from '../text/split-clauses.ts';
import { tellingFigures } from './figure-kinds.ts';
import { quotedText, type Reading } from './read-candidate.ts';

/**
 * The quote with what names one of `kinds`: where its own clauses name none, with the nearest clause before them in the
 * sentence that does. 实现利润9亿元 is said of the 国有企业 of the clause before.
 */
export function saidOfWhat(
  kinds: readonly RegExp[],
  { reading, quote }: { readonly reading: Pick<Reading, 'report' | 'sentence'>; readonly quote: Span },
): string {
  const { report, sentence } = reading;
  const quoted = quotedText({ reading, quote });
  const names = (text: string) => kinds.some((kind) => kind.test(text));
  // 15条高速公路通车，轨道交通突破发展: the figure is that of the former.
  const telling = clauseTexts(quoted).filter((clause) => tellingFigures(clause).length > 0);
  if (telling.length > 0 && telling.every(names)) return telling.join('，');
  // 安排200亿元，地方也要增加: what stands behind the last figure is not what it is of.
  const last = telling.at(-1) ?? quoted;
  const upToIt = quoted.slice(0, quoted.lastIndexOf(last) + last.length);
  if (names(upToIt)) return upToIt;
  const before = clausesWithin(report.text, { start: sentence.start, end: quote.start })
    .map(({ start, end }) => report.text.slice(start, end))
    .findLast(names);
  return before === undefined ? upToIt : `${before}，${quoted}`;
}
