import type { Split } from '../domain/case.ts';
import { type MeasuredRate, measure } from './measures.ts';
import { percentile } from './percentile.ts';
import { type RetrievalScore, scoreRetrieval } from './retrieval-ranks.ts';
import type { ScoredCase } from './scored-case.ts';
import { type Rate, wilson } from './wilson.ts';

/** Shares of cases that passed. */
export interface ClassScore {
  readonly class: string;
  readonly all: Rate;
  readonly bySplit: Readonly<Record<Split, Rate>>;
}

export interface Latency {
  /** Milliseconds. */
  readonly median: number;
  readonly percentile95: number;
  readonly worst: number;
}

export interface Summary {
  readonly classes: readonly ClassScore[];
  readonly total: ClassScore;
  readonly measures: Readonly<Record<'all' | Split, readonly MeasuredRate[]>>;
  readonly retrieval: readonly RetrievalScore[];
  /** Characters quoted in an answer, median and 95th percentile: an answer must not pass by quoting everything. */
  readonly quoted: { readonly median: number; readonly percentile95: number } | null;
  /** null where the run was kept without times. */
  readonly latency: Latency | null;
}

/** All scores of a run; classes sorted by name. */
export function summarise(scored: readonly ScoredCase[]): Summary {
  const classes = [...new Set(scored.map(({ case: asked }) => asked.class))].sort();
  const inSplit = (split: Split): readonly ScoredCase[] =>
    scored.filter(({ case: asked }) => asked.split === split);
  return {
    classes: classes.map((name) =>
      classScore(
        name,
        scored.filter(({ case: asked }) => asked.class === name),
      ),
    ),
    total: classScore('all', scored),
    measures: { all: measure(scored), dev: measure(inSplit('dev')), test: measure(inSplit('test')) },
    retrieval: scoreRetrieval(scored),
    quoted: spread(quotedCharacters(scored)),
    latency: latencyOf(scored),
  };
}

function classScore(name: string, scored: readonly ScoredCase[]): ClassScore {
  const rate = (of: readonly ScoredCase[]): Rate =>
    wilson(of.filter(({ verdict }) => verdict.passed).length, of.length);
  return {
    class: name,
    all: rate(scored),
    bySplit: {
      dev: rate(scored.filter(({ case: asked }) => asked.split === 'dev')),
      test: rate(scored.filter(({ case: asked }) => asked.split === 'test')),
    },
  };
}

function quotedCharacters(scored: readonly ScoredCase[]): readonly number[] {
  return scored.flatMap(({ reply: { answer } }) =>
    answer.kind === 'answer' || answer.kind === 'partial'
      ? [answer.citations.reduce((sum, { quote }) => sum + quote.length, 0)]
      : [],
  );
}

function latencyOf(scored: readonly ScoredCase[]): Latency | null {
  const times = scored.map(({ reply }) => reply.latencyMs).filter((time) => time !== null);
  const spreadOut = spread(times);
  return spreadOut === null ? null : { ...spreadOut, worst: Math.max(...times) };
}

function spread(
  values: readonly number[],
): { readonly median: number; readonly percentile95: number } | null {
  const median = percentile(values, 50);
  const high = percentile(values, 95);
  return median === null || high === null ? null : { median, percentile95: high };
}
