import { displayWidth, padDisplay } from '../src/evaluation/display-width.ts';
import type { AblationScores, Scores } from './score-ablation.ts';
import type { AblationTimes } from './time-ablation.ts';

export interface AblationResult extends AblationScores {
  readonly name: string;
  readonly times: AblationTimes;
}

const HEADING = [
  'off',
  'right, dev',
  'right, test',
  'false answers',
  'refitted: right, dev',
  'right, test',
  'false answers',
  'p50 saved',
];

/** Everything on as it is, and for each thing that is off how many points and milliseconds that changes, in Markdown. */
export function renderAblation(everything: AblationResult, results: readonly AblationResult[]): string {
  const rows = [
    HEADING,
    [
      everything.name,
      ...sharesOf(everything.kept),
      ...sharesOf(everything.refitted),
      `(${everything.times.everything.toFixed(1)} ms)`,
    ],
    ...results.map(({ name, kept, refitted, times }) => [
      name,
      ...changes(kept, everything.kept),
      ...changes(refitted, everything.refitted),
      `${signed(times.saved)} ms`,
    ]),
  ];
  const widths = HEADING.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    widths.map((width, column) => padDisplay(row[column] ?? '', width, column === 0 ? 'right' : 'left')),
  );
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [heading = [], ...rest] = lines;
  return [heading, rule, ...rest].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

function sharesOf(scores: Scores): readonly string[] {
  return inOrder(scores).map((share) => `${(100 * share).toFixed(1)}%`);
}

/** In percentage points. */
function changes(scores: Scores, everything: Scores): readonly string[] {
  const before = inOrder(everything);
  return inOrder(scores).map((share, column) => signed(100 * (share - (before[column] ?? 0))));
}

function inOrder({ rightDev, rightTest, falseAnswers }: Scores): readonly number[] {
  return [rightDev, rightTest, falseAnswers];
}

function signed(value: number): string {
  const rounded = value.toFixed(1).replace('-', '−');
  if (/^−?0\.0$/.test(rounded)) return '0.0';
  return value > 0 ? `+${rounded}` : rounded;
}
