import type { Exchange } from '../../../domain/exchange.ts';
import { chinaDay } from '../../../text/china-time.ts';
import { type Markup, markup } from '../../../text/markup.ts';
import { STAFF } from './staff-messages.ts';

const WIDTH = 560;
const HEIGHT = 200;
const BOTTOM = 28;
const TOP = 18;
const DAYS = 14;
const DAY_MS = 24 * 60 * 60_000;
/** Upper bounds of the bars, milliseconds; the last holds all above. */
const LATENCIES = [10, 20, 50, 100, 200, 500, 1000, 2000, Number.POSITIVE_INFINITY];
const KINDS = ['answer', 'partial', 'refusal', 'smalltalk', 'failure'] as const;

/** How the questions of each of the last days ended, one bar a day. `now` in milliseconds since 1970. */
export function plotOutcomes(exchanges: readonly Exchange[], now: number): Markup {
  const days = Array.from({ length: DAYS }, (_, index) => chinaDay(now - (DAYS - 1 - index) * DAY_MS));
  const byDay = days.map((day) => exchanges.filter(({ time }) => chinaDay(Date.parse(time)) === day));
  const most = Math.max(1, ...byDay.map(({ length }) => length));
  const width = WIDTH / DAYS;
  const bars = byDay.map((ofDay, index) => {
    let top = HEIGHT - BOTTOM;
    const parts = KINDS.map((kind) => {
      const count = ofDay.filter((exchange) => exchange.kind === kind).length;
      const height = (count / most) * (HEIGHT - BOTTOM - TOP);
      top -= height;
      return count === 0
        ? markup``
        : markup`<rect class="${kind}" x="${round(index * width + 3)}" y="${round(top)}" width="${round(width - 6)}" height="${round(height)}"/>`;
    });
    const total =
      ofDay.length === 0 ? markup`` : label(index * width + width / 2, top - 4, String(ofDay.length));
    return markup`${parts}${total}${label(index * width + width / 2, HEIGHT - 8, (days[index] ?? '').slice(8))}`;
  });
  const keys = KINDS.map((kind) => markup`<span><i class="key ${kind}"></i>${STAFF.kinds[kind]}</span> `);
  return markup`<figure><figcaption>${STAFF.outcomes}</figcaption>${frame(STAFF.outcomes, bars)}<p class="keys">${keys}</p></figure>`;
}

/** How many answers took how long. */
export function plotLatencies(exchanges: readonly Exchange[]): Markup {
  const counts = LATENCIES.map((bound, index) => {
    const from = LATENCIES[index - 1] ?? -1;
    return exchanges.filter(({ latencyMs }) => latencyMs > from && latencyMs <= bound).length;
  });
  const most = Math.max(1, ...counts);
  const width = WIDTH / counts.length;
  const bars = counts.map((count, index) => {
    const height = (count / most) * (HEIGHT - BOTTOM - TOP);
    const top = HEIGHT - BOTTOM - height;
    const bound = LATENCIES[index] ?? 0;
    const name = Number.isFinite(bound) ? `≤${bound}` : `>${LATENCIES[index - 1]}`;
    return markup`<rect class="answer" x="${round(index * width + 4)}" y="${round(top)}" width="${round(width - 8)}" height="${round(height)}"/>${count === 0 ? '' : label(index * width + width / 2, top - 4, String(count))}${label(index * width + width / 2, HEIGHT - 8, name)}`;
  });
  return markup`<figure><figcaption>${STAFF.latencies}</figcaption>${frame(STAFF.latencies, bars)}</figure>`;
}

function frame(name: string, content: readonly Markup[]): Markup {
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}"><line x1="0" x2="${WIDTH}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}"/>${content}</svg>`;
}

function label(x: number, y: number, text: string): Markup {
  return markup`<text x="${round(x)}" y="${round(y)}" text-anchor="middle">${text}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
