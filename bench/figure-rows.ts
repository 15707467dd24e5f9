import { percentile } from '../src/evaluation/percentile.ts';
import type { Figures } from './figures.ts';
import type { Resident } from './service-messages.ts';
import type { Timing } from './time-answers.ts';

/** Measure, figure (the p50 where there is a p95), p95, ratio or rate. */
export type FigureRow = readonly [string, string, string, string];

/** In the order they run, of every question that is searched. */
const STAGES = ['understand', 'retrieve', 'decide', 'compose'] as const;

/** What was measured, row by row, each figure with its unit; times are put in ratio to one bare pass of the encoder in the same run. */
export function figureRows(figures: Figures): readonly FigureRow[] {
  const { build, timings, evidence, service, serviceAnswers, concurrency, coldStarts } = figures;
  const searched = timings.filter(({ passes }) => passes.reader.length > 0);
  const passes = searched.map((timing) => timing.passes);
  const pass = median(passes.flatMap(({ encoder }) => encoder));
  const bare = searched.map(sumOfPasses);
  const answers = timings.map(({ answer }) => answer);
  const tutorial = timings.map((timing) => timing.tutorial);
  const { ours, tutorial: theirs } = evidence;
  const time = (name: string, values: readonly number[]) => timeRow(name, values, pass);
  return [
    [
      'build of the index',
      seconds(build.seconds),
      '',
      perSecond(build.sentences / build.seconds, 'sentences'),
    ],
    time(
      'bare encoder: one pass',
      passes.flatMap(({ encoder }) => encoder),
    ),
    time(
      'bare reader: one pass',
      passes.flatMap(({ reader }) => reader),
    ),
    time('bare models: all they read for a question', bare),
    time('answer', answers),
    time(
      `answer, where it is searched (${percent(searched.length, timings.length)})`,
      searched.map(({ answer }) => answer),
    ),
    [
      'answer, where it is searched ÷ its bare models',
      '',
      '',
      `${median(searched.map(({ answer }, place) => answer / (bare[place] ?? Number.NaN))).toFixed(2)} ×`,
    ],
    ...STAGES.map((stage) =>
      time(
        `  ${stage}`,
        searched.flatMap(({ stages }) => stages[stage] ?? []),
      ),
    ),
    time('tutorial stack: reply', tutorial),
    ['answer ÷ tutorial’s reply', '', '', `${(median(answers) / median(tutorial)).toFixed(2)} ×`],
    ['length of an answer', ...lengths(ours.lengths), ''],
    [
      'length of the tutorial’s reply',
      ...lengths(theirs.lengths),
      `${(median(theirs.lengths) / median(ours.lengths)).toFixed(1)} × ours`,
    ],
    ['evidence in our quotes', percent(ours.withEvidence, evidence.cases), '', ''],
    ['evidence in the tutorial’s reply', percent(theirs.withEvidence, evidence.cases), '', ''],
    ['one after the other', perSecond(service.sequential, 'answers'), '', ''],
    [
      `${concurrency} at a time`,
      perSecond(service.concurrent, 'answers'),
      '',
      `${(service.concurrent / service.sequential).toFixed(2)} × one after the other`,
    ],
    ...memoryRows('after start', service.afterStart),
    ...memoryRows(`after ${serviceAnswers} answers`, service.afterAnswers),
    [`cold start (median of ${coldStarts.length})`, seconds(median(coldStarts)), '', ''],
  ];
}

function timeRow(name: string, values: readonly number[], pass: number): FigureRow {
  const p95 = percentile(values, 95) ?? Number.NaN;
  return [
    name,
    milliseconds(median(values)),
    milliseconds(p95),
    `${(median(values) / pass).toFixed(2)} × a pass`,
  ];
}

function memoryRows(when: string, { process, models }: Resident): readonly FigureRow[] {
  return [
    [`memory ${when}: process`, megabytes(process), '', ''],
    [`memory ${when}: models`, models === null ? '–' : megabytes(models), '', ''],
  ];
}

function lengths(characters: readonly number[]): readonly [string, string] {
  return [`${median(characters)} characters`, `${percentile(characters, 95)} characters`];
}

function sumOfPasses({ passes }: Timing): number {
  return [...passes.encoder, ...passes.reader].reduce((sum, pass) => sum + pass, 0);
}

/** NaN of none, which shows in the table. */
function median(values: readonly number[]): number {
  return percentile(values, 50) ?? Number.NaN;
}

function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function perSecond(value: number, what: string): string {
  return `${value.toFixed(0)} ${what}/s`;
}

function percent(count: number, of: number): string {
  return `${((100 * count) / of).toFixed(1)}% of ${of}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
