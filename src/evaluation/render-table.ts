import { displayWidth, padDisplay } from './display-width.ts';
import { type MeasuredRate, reachesBar } from './measures.ts';
import { RECALL_DEPTHS, SPLIT_DEPTH } from './retrieval-ranks.ts';
import type { ClassScore, Summary } from './summarise.ts';
import type { Rate } from './wilson.ts';

/** What a warm answer may take on two cores, in milliseconds; a busy machine says little of it. */
const MEDIAN_BAR = 50;
const PERCENTILE_95_BAR = 150;

/** The scores for a terminal: by class and split with 95% intervals, then measures beside what they must reach, retrieval and times. */
export function renderTable(summary: Summary): string {
  const rows = [...summary.classes, summary.total].map(classRow);
  const parts = [
    columns([['class', 'passed', 'share', '95% interval', 'dev', 'test'], ...rows]),
    columns([
      ['measure', 'bar', 'reached', 'all', 'dev', 'test'],
      ...summary.measures.all.flatMap((all, index) =>
        measureRow(all, summary.measures.dev[index], summary.measures.test[index]),
      ),
    ]),
  ];
  if (summary.retrieval.some(({ cases }) => cases > 0)) {
    parts.push(
      columns([
        [`evidence found by`, ...RECALL_DEPTHS.map((depth) => `recall@${depth}`), 'MRR', ...splitHeads()],
        ...summary.retrieval.map(({ stage, recall, meanReciprocalRank, bySplit }) => [
          stage,
          ...recall.map(percent),
          meanReciprocalRank.toFixed(3),
          percent(bySplit.dev),
          percent(bySplit.test),
        ]),
      ]),
    );
  }
  const lines: string[] = [];
  if (summary.quoted !== null) {
    lines.push(
      `quoted characters: median ${summary.quoted.median}, 95th percentile ${summary.quoted.percentile95}`,
    );
  }
  if (summary.latency !== null) {
    const { median, percentile95, worst } = summary.latency;
    lines.push(
      `latency: p50 ${besideBar(median, MEDIAN_BAR)}, p95 ${besideBar(percentile95, PERCENTILE_95_BAR)}, worst ${milliseconds(worst)}`,
    );
  }
  return [...parts, ...(lines.length === 0 ? [] : [`${lines.join('\n')}\n`])].join('\n');
}

/** What heads the recall of each half. */
export function splitHeads(): readonly string[] {
  return ['dev', 'test'].map((split) => `@${SPLIT_DEPTH} ${split}`);
}

/** 93.3%, or – where nothing was counted. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`;
}

function classRow({ class: name, all, bySplit }: ClassScore): readonly string[] {
  return [
    name,
    `${all.count}/${all.of}`,
    percent(all.share),
    interval(all),
    percent(bySplit.dev.share),
    percent(bySplit.test.share),
  ];
}

function measureRow(
  all: MeasuredRate,
  dev: MeasuredRate | undefined,
  test: MeasuredRate | undefined,
): readonly string[][] {
  if (all.rate.of === 0) return [];
  return [
    [
      all.name,
      barOf(all),
      reachedBy(test),
      withInterval(all.rate),
      withInterval(dev?.rate),
      withInterval(test?.rate),
    ],
  ];
}

/** ≥ 95%, 100%, or – where nothing is asked. */
export function barOf({ good, bar }: MeasuredRate): string {
  if (bar === null) return '–';
  const sign = bar === 0 || bar === 1 ? '' : good === 'high' ? '≥ ' : '≤ ';
  return `${sign}${(bar * 100).toFixed(0)}%`;
}

/** Whether the test half reaches the bar. */
export function reachedBy(test: MeasuredRate | undefined): string {
  const reached = test === undefined ? null : reachesBar(test);
  return reached === null ? '–' : reached ? 'yes' : 'no';
}

function besideBar(time: number, bar: number): string {
  return `${milliseconds(time)} (bar ≤ ${bar} ms: ${time <= bar ? 'yes' : 'no'})`;
}

function withInterval(rate: Rate | undefined): string {
  return rate === undefined || rate.share === null
    ? '–'
    : `${percent(rate.share)} (${rate.count}/${rate.of}) ${interval(rate)}`;
}

function interval(rate: Rate): string {
  return rate.of === 0 ? '–' : `[${(rate.low * 100).toFixed(1)}, ${(rate.high * 100).toFixed(1)}]`;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}

/** Rows as aligned columns, the first to the left, a rule under the heading. */
function columns(rows: readonly (readonly string[])[]): string {
  const heading = rows[0] ?? [];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    widths
      .map((width, column) => padDisplay(row[column] ?? '', width, column === 0 ? 'right' : 'left'))
      .join('  '),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].map((line) => `${line}\n`).join('');
}
