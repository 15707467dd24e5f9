import { truncateDisplay } from './display-width.ts';
import type { Comparison, Flip } from './find-flips.ts';

/** Columns for one line of a flip: fits a terminal of 100. */
const WIDTH = 88;

/** What changed against the accepted replies, for a terminal: broken ones first, each with then and now. */
export function renderFlips({ flips, unseen }: Comparison, accepted: number): string {
  if (accepted === 0) return 'Nothing was accepted yet; --accept records this run.\n';
  const of = (kind: Flip['kind']): readonly Flip[] => flips.filter((flip) => flip.kind === kind);
  const broken = of('broken');
  const mended = of('mended');
  const counts = `${broken.length} broken, ${mended.length} mended, ${of('reworded').length} reworded, ${unseen} new`;
  return [`against the accepted replies: ${counts}`, ...[...broken, ...mended].flatMap(lines)]
    .map((line) => `${line}\n`)
    .join('');
}

function lines(flip: Flip): readonly string[] {
  const inOneLine = (text: string): string => truncateDisplay(text.replace(/\s+/gu, ' ').trim(), WIDTH);
  return [
    '',
    `${flip.kind === 'broken' ? '✗ broken' : '✓ mended'}  ${flip.id}  (${flip.stage} changed)`,
    `  question  ${inOneLine(flip.question)}`,
    `  then      ${inOneLine(flip.before)}`,
    `  now       ${inOneLine(flip.now)}`,
    ...flip.problems.slice(0, 3).map((problem) => `  because   ${inOneLine(problem)}`),
  ];
}
