import { type Markup, markup } from '../text/markup.ts';
import { coverageRisk, type RiskRow } from './coverage-risk.ts';
import { isAnswerable, isAnswered, isUnanswerable } from './measures.ts';
import type { ScoredCase } from './scored-case.ts';

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 76;
const RIGHT = 28;
const BOTTOM = 44;
const TOP = 12;

/** How wrong the given answers are (up) as ever less sure ones are given (right), by their confidence. */
export function plotCoverageRisk(scored: readonly ScoredCase[]): Markup {
  const rows = riskRows(scored);
  if (rows.length === 0) return markup`<p class="quiet">No question was answered.</p>`;
  // The scale ends at a whole step above the worst risk, so that small risks are seen.
  const most = Math.min(1, Math.max(0.05, Math.ceil(Math.max(...rows.map(({ risk }) => risk)) * 20) / 20));
  const x = (coverage: number): number => round(LEFT + coverage * (WIDTH - LEFT - RIGHT));
  const y = (risk: number): number => round(HEIGHT - BOTTOM - (risk / most) * (HEIGHT - BOTTOM - TOP));
  const line = rows.map(({ coverage, risk }) => `${x(coverage)},${y(risk)}`).join(' ');
  const last = rows.at(-1);
  return markup`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Coverage and risk">
${[0, 0.25, 0.5, 0.75, 1].map((step) => markup`<line x1="${x(step)}" x2="${x(step)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" class="grid"/><text x="${x(step)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle" class="quiet">${step * 100}%</text>\n`)}${[0, 0.5, 1].map((step) => markup`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(step * most)}" y2="${y(step * most)}" class="grid"/><text x="${LEFT - 8}" y="${y(step * most) + 4}" text-anchor="end" class="quiet">${(step * most * 100).toFixed(1)}%</text>\n`)}<polyline points="${line}" class="curve"/>
${last === undefined ? '' : markup`<circle cx="${x(last.coverage)}" cy="${y(last.risk)}" r="4" class="point"><title>all given answers: ${(last.coverage * 100).toFixed(1)}% of questions, ${(last.risk * 100).toFixed(1)}% wrong</title></circle>`}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">questions answered</text>
<text x="14" y="${(HEIGHT - BOTTOM) / 2}" text-anchor="middle" transform="rotate(-90 14 ${(HEIGHT - BOTTOM) / 2})">answers wrong</text>
</svg>`;
}

/** Small talk is left out; what was refused counts as a question but is never answered. */
function riskRows(scored: readonly ScoredCase[]): readonly RiskRow[] {
  const items = scored
    .filter((own) => isAnswerable(own) || isUnanswerable(own))
    .map((own) => ({
      confidence: isAnswered(own) && 'confidence' in own.reply.answer ? own.reply.answer.confidence : -1,
      answerable: isAnswerable(own),
      right: own.verdict.passed,
    }));
  return coverageRisk(items).filter(({ threshold }) => threshold >= 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
