import { type Markup, markup } from '../text/markup.ts';
import type { AcceptedReply } from './accepted-run.ts';
import type { ScoredCase } from './scored-case.ts';
import type { Summary } from './summarise.ts';

const ROW = 30;
const LEFT = 150;
const BAR = 460;
const WIDTH = LEFT + BAR + 130;

/** Bars of the share that passed by class with 95% intervals, and a tick where the accepted run stood. */
export function plotClasses(
  summary: Summary,
  scored: readonly ScoredCase[],
  accepted: ReadonlyMap<string, AcceptedReply>,
): Markup {
  const rows = [summary.total, ...summary.classes].map((score, index) => {
    const own = scored.filter(({ case: asked }) => score === summary.total || asked.class === score.class);
    const before = acceptedShare(own, accepted);
    const top = index * ROW + 8;
    const share = score.all.share ?? 0;
    const { low, high } = score.all;
    return markup`<g>
<text x="${LEFT - 10}" y="${top + 14}" text-anchor="end" class="${index === 0 ? 'strong' : ''}">${score.class}</text>
<rect x="${LEFT}" y="${top + 2}" width="${BAR}" height="14" rx="3" class="track"/>
<rect x="${LEFT}" y="${top + 2}" width="${at(share)}" height="14" rx="3" class="bar"/>
<line x1="${LEFT + at(low)}" x2="${LEFT + at(high)}" y1="${top + 9}" y2="${top + 9}" class="interval"/>
${before === null ? '' : markup`<line x1="${LEFT + at(before)}" x2="${LEFT + at(before)}" y1="${top - 2}" y2="${top + 20}" class="before"><title>accepted: ${(before * 100).toFixed(1)}%</title></line>`}
<text x="${LEFT + BAR + 12}" y="${top + 14}">${(share * 100).toFixed(1)}% <tspan class="quiet">${score.all.count}/${score.all.of}</tspan></text>
</g>
`;
  });
  const height = rows.length * ROW + 8;
  return markup`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Share of cases passed, by class">
${rows}</svg>
<p class="quiet legend"><span class="key bar"></span> passed <span class="key interval"></span> 95% interval <span class="key before"></span> accepted run</p>`;
}

function at(share: number): number {
  return Math.round(share * BAR * 10) / 10;
}

/** null where none of the cases was accepted before. */
function acceptedShare(
  scored: readonly ScoredCase[],
  accepted: ReadonlyMap<string, AcceptedReply>,
): number | null {
  const known = scored.flatMap(({ case: asked }) => accepted.get(asked.id) ?? []);
  return known.length === 0 ? null : known.filter(({ passed }) => passed).length / known.length;
}
