import type { Answer, Citation, Citations, GroundedAnswer, Refusal } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import type { Understood } from '../question/understand.ts';
import { askedUnitKind } from '../text/unit-kinds.ts';
import { compareSides } from './compare-sides.ts';
import type { Picks } from './decide.ts';
import { notSaid } from './messages.ts';

/** One question of a message, answered or refused, and the rule that did it. */
export interface Outcome {
  readonly question: Question;
  readonly answer: GroundedAnswer | Refusal;
  readonly rule: string;
  /** What the answer was composed of; null for a refusal. */
  readonly picks: Picks | null;
}

/** A statement that only leads to its quotes. */
const LEAD = /：$/u;

/** The difference or sum of the figures that answer two questions; null where either is refused or none is exact. */
export function compareOutcomes(
  { comparison, questions: [{ text }] }: Understood,
  outcomes: readonly Outcome[],
): string | null {
  const [first, second] = outcomes.map(({ picks }) => picks);
  if (comparison === null || first == null || second == null) return null;
  return compareSides(comparison, askedUnitKind(text), first, second);
}

/** Several questions of one message in one answer; `partial` where some of them are refused. */
export function joinOutcomes(outcomes: readonly [Outcome, ...Outcome[]], compared: string | null): Answer {
  const answered = outcomes.map(({ answer }) => answer).filter((answer) => answer.kind !== 'refusal');
  if (outcomes.length === 1 || answered.length === 0) return outcomes[0].answer;
  const said: string[] = compared === null ? [] : [compared];
  const citations: Citation[] = [];
  for (const { answer, question } of outcomes) {
    if (answer.kind === 'refusal') {
      said.push(notSaid(question.text, question.language));
      continue;
    }
    const [best] = answer.citations;
    // Quotes alone answer nothing more where the first of them was shown: the others are only what may be meant too.
    if (LEAD.test(answer.statement) && citations.some((known) => isSame(known, best))) continue;
    const fresh = answer.citations.filter((citation) => !citations.some((known) => isSame(known, citation)));
    // What an earlier answer has shown or said already is not said again.
    if (fresh.length > 0 && !said.includes(answer.statement)) said.push(answer.statement);
    citations.push(...fresh);
  }
  const statement = said.join('\n');
  const confidence = Math.min(...answered.map((answer) => answer.confidence));
  return {
    kind: answered.length === outcomes.length ? 'answer' : 'partial',
    statement,
    citations: citations as unknown as Citations,
    confidence,
  };
}

function isSame(one: Citation, other: Citation): boolean {
  return one.reportId === other.reportId && one.start === other.start && one.end === other.end;
}
