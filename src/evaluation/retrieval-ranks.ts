import type { EvidenceItem, Split } from '../domain/case.ts';
import type { Span } from '../domain/report.ts';
import type { TracedCandidate } from '../domain/trace.ts';
import { citesEvidence } from './cites-evidence.ts';
import type { ScoredCase } from './scored-case.ts';

const RETRIEVAL_STAGES = ['dense', 'lexical', 'lateInteraction', 'final', 'withLists'] as const;
type RetrievalStage = (typeof RETRIEVAL_STAGES)[number];
export const RECALL_DEPTHS = [1, 3, 5, 10] as const;
/** The depth at which the halves are told apart. */
export const SPLIT_DEPTH = 5;

/** How well one stage brings up the evidence, over the cases that were searched. */
export interface RetrievalScore {
  readonly stage: RetrievalStage;
  /** Share of evidence items within the first k, in the order of RECALL_DEPTHS; 0…1. */
  readonly recall: readonly number[];
  /** Share within the first SPLIT_DEPTH of each half; null where it has no evidence. */
  readonly bySplit: Readonly<Record<Split, number | null>>;
  /** Mean over cases of 1 / rank of the first evidence item found. */
  readonly meanReciprocalRank: number;
  readonly cases: number;
}

/**
 * Recall and MRR by stage. A stage is judged on the candidates in the trace, ordered by its own score, so
 * what no stage brought up counts against all of them; `withLists` takes a candidate for all of the list that it
 * announces or belongs to. Of a message that was searched for several times each search counts.
 */
export function scoreRetrieval(scored: readonly ScoredCase[]): readonly RetrievalScore[] {
  const searched = scored.filter(
    ({ case: asked, reply }) => asked.evidence.length > 0 && reply.trace.candidates.length > 0,
  );
  return RETRIEVAL_STAGES.map((stage) => {
    const ranks = searched.map(({ case: asked, reply }) => {
      const { candidates, further } = reply.trace;
      const orders = [candidates, ...further].map((one) =>
        stageOrder(one, stage)
          .filter(({ reportId }) => reportId === asked.reportId)
          .map(({ start, end, lists }) => [{ start, end }, ...(stage === 'withLists' ? lists : [])]),
      );
      return asked.evidence.map((item) => rankOf(item, orders));
    });
    const items = ranks.flat();
    const ofSplit = (split: Split) =>
      ranks.filter((_, index) => searched[index]?.case.split === split).flat();
    return {
      stage,
      recall: RECALL_DEPTHS.map((depth) => shareWithin(depth, items) ?? 0),
      bySplit: {
        dev: shareWithin(SPLIT_DEPTH, ofSplit('dev')),
        test: shareWithin(SPLIT_DEPTH, ofSplit('test')),
      },
      meanReciprocalRank: mean(
        ranks.map((own) => Math.max(0, ...own.map((rank) => (rank === null ? 0 : 1 / rank)))),
      ),
      cases: searched.length,
    };
  });
}

/** The candidates as one stage would have ordered them; those it did not see are left out. */
function stageOrder(
  candidates: readonly TracedCandidate[],
  stage: RetrievalStage,
): readonly TracedCandidate[] {
  if (stage === 'final' || stage === 'withLists') return candidates;
  return candidates
    .filter(({ scores }) => scores[stage] !== 0)
    .toSorted((one, other) => other.scores[stage] - one.scores[stage]);
}

/**
 * The smallest k for which the first k candidates of one search hold the evidence (together, where it is split); null
 * if none.
 */
function rankOf(item: EvidenceItem, orders: readonly (readonly (readonly Span[])[])[]): number | null {
  const longest = Math.max(0, ...orders.map(({ length }) => length));
  for (let depth = 1; depth <= longest; depth += 1) {
    if (orders.some((order) => citesEvidence(item, order.slice(0, depth).flat()))) return depth;
  }
  return null;
}

function shareWithin(depth: number, ranks: readonly (number | null)[]): number | null {
  return ranks.length === 0 ? null : mean(ranks.map((rank) => (rank !== null && rank <= depth ? 1 : 0)));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
