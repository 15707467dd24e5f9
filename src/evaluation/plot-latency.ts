import { type Markup, markup } from '../text/markup.ts';
import type { Latency } from './summarise.ts';

const BINS = 40;
const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 16;
const BOTTOM = 40;
const TOP = 24;

/** How many cases took how long, with the median and the 95th percentile; `times` in milliseconds. */
export function plotLatency(times: readonly number[], latency: Latency): Markup {
  // One slow start must not squeeze all the others into the first bin.
  const most = Math.max(latency.percentile95 * 1.5, 1e-6);
  const counts = new Array<number>(BINS).fill(0);
  for (const time of times) {
    const bin = Math.min(BINS - 1, Math.floor((time / most) * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const tallest = Math.max(...counts);
  const step = (WIDTH - 2 * LEFT) / BINS;
  const x = (time: number): number => round(LEFT + Math.min(1, time / most) * BINS * step);
  const bars = counts.map((count, bin) => {
    const height = round((count / tallest) * (HEIGHT - BOTTOM - TOP));
    return markup`<rect x="${round(LEFT + bin * step + 1)}" y="${round(HEIGHT - BOTTOM - height)}" width="${round(step - 2)}" height="${height}" class="bar"><title>${count}</title></rect>
`;
  });
  const marks: readonly (readonly [string, number])[] = [
    ['p50', latency.median],
    ['p95', latency.percentile95],
  ];
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Latency">
${bars}<line x1="${LEFT}" x2="${WIDTH - LEFT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}" class="axis"/>
${marks.map(([name, time]) => markup`<line x1="${x(time)}" x2="${x(time)}" y1="${TOP - 6}" y2="${HEIGHT - BOTTOM}" class="before"/><text x="${x(time)}" y="${TOP - 10}" text-anchor="middle">${name} ${time.toFixed(1)} ms</text>\n`)}<text x="${LEFT}" y="${HEIGHT - BOTTOM + 18}" class="quiet">0 ms</text>
<text x="${WIDTH - LEFT}" y="${HEIGHT - BOTTOM + 18}" text-anchor="end" class="quiet">${most.toFixed(1)} ms and more</text>
</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
