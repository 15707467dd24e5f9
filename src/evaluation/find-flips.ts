import { type AcceptedReply, toAccepted } from './accepted-run.ts';
import type { ScoredCase } from './scored-case.ts';

/** A case whose reply is not the accepted one. */
export interface Flip {
  readonly id: string;
  readonly question: string;
  /** `broken` passed and fails now, `mended` the other way round, `reworded` neither. */
  readonly kind: 'broken' | 'mended' | 'reworded';
  /** The first stage whose result differs; `case` where the reply is the same and only its judgement changed. */
  readonly stage: 'understanding' | 'retrieval' | 'decision' | 'wording' | 'case';
  readonly before: string;
  readonly now: string;
  readonly problems: readonly string[];
}

export interface Comparison {
  readonly flips: readonly Flip[];
  /** Cases that have no accepted reply yet. */
  readonly unseen: number;
}

/** Compares a run with the accepted replies, in the order of the run. */
export function findFlips(
  scored: readonly ScoredCase[],
  accepted: ReadonlyMap<string, AcceptedReply>,
): Comparison {
  const flips = scored.flatMap((own) => {
    const before = accepted.get(own.case.id);
    if (before === undefined) return [];
    const now = toAccepted(own, before.report);
    const stage = changedStage(before, now);
    if (stage === null && before.passed === now.passed) return [];
    const kind = before.passed === now.passed ? 'reworded' : before.passed ? 'broken' : 'mended';
    return [
      {
        id: own.case.id,
        question: own.case.question,
        kind,
        stage: stage ?? 'case',
        before: before.text,
        now: now.text,
        problems: own.verdict.problems,
      } satisfies Flip,
    ];
  });
  return { flips, unseen: scored.filter(({ case: asked }) => !accepted.has(asked.id)).length };
}

/** null where a citizen would see no difference. */
function changedStage(before: AcceptedReply, now: AcceptedReply): Flip['stage'] | null {
  const same = (
    key: 'kind' | 'reason' | 'text' | 'rule' | 'understood' | 'citations' | 'candidates',
  ): boolean => JSON.stringify(before[key]) === JSON.stringify(now[key]);
  if (same('text') && same('kind') && same('reason') && same('citations')) return null;
  if (!same('understood')) return 'understanding';
  if (!same('candidates')) return 'retrieval';
  if (!same('kind') || !same('reason') || !same('rule') || !same('citations')) return 'decision';
  return 'wording';
}
