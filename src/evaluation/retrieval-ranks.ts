import type { CandidateScores } from '../domain/candidate.ts';
import type { EvidenceItem } from '../domain/case.ts';
import type { Trace, TracedCandidate } from '../domain/trace.ts';
import { citesEvidence } from './cites-evidence.ts';
import type { ScoredCase } from './scored-case.ts';

const RETRIEVAL_STAGES = ['dense', 'lexical', 'lateInteraction', 'final'] as const;
type RetrievalStage = (typeof RETRIEVAL_STAGES)[number];
export const RECALL_DEPTHS = [1, 3, 5, 10] as const;

/** How well one stage brings up the evidence, over the cases that were searched. */
export interface RetrievalScore {
  readonly stage: RetrievalStage;
  /** Share of evidence items within the first k, in the order of RECALL_DEPTHS; 0…1. */
  readonly recall: readonly number[];
  /** Mean over cases of 1 / rank of the first evidence item found. */
  readonly meanReciprocalRank: number;
  readonly cases: number;
}

/**
 * Recall and MRR by stage. A stage is judged on the candidates in the trace, ordered by its own score, so
 * what no stage brought up counts against all of them.
 */
export function scoreRetrieval(scored: readonly ScoredCase[]): readonly RetrievalScore[] {
  const searched = scored.filter(
    ({ case: asked, reply }) => asked.evidence.length > 0 && reply.trace.candidates.length > 0,
  );
  return RETRIEVAL_STAGES.map((stage) => {
    const ranks = searched.map(({ case: asked, reply }) => {
      const order = stageOrder(reply.trace, stage).filter(({ reportId }) => reportId === asked.reportId);
      return asked.evidence.map((item) => rankOf(item, order));
    });
    const items = ranks.flat();
    return {
      stage,
      recall: RECALL_DEPTHS.map((depth) =>
        mean(items.map((rank) => (rank !== null && rank <= depth ? 1 : 0))),
      ),
      meanReciprocalRank: mean(
        ranks.map((own) => Math.max(0, ...own.map((rank) => (rank === null ? 0 : 1 / rank)))),
      ),
      cases: searched.length,
    };
  });
}

/** The candidates as one stage would have ordered them; those it did not see are left out. */
function stageOrder(trace: Trace, stage: RetrievalStage): readonly TracedCandidate[] {
  if (stage === 'final') return trace.candidates;
  const score = ({ scores }: { readonly scores: CandidateScores }): number => scores[stage];
  return trace.candidates
    .filter((candidate) => score(candidate) !== 0)
    .toSorted((one, other) => score(other) - score(one));
}

/** The smallest k for which the first k candidates hold the evidence (together, where it is split); null if none. */
function rankOf(item: EvidenceItem, order: readonly TracedCandidate[]): number | null {
  for (let depth = 1; depth <= order.length; depth += 1) {
    if (citesEvidence(item, order.slice(0, depth))) return depth;
  }
  return null;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
