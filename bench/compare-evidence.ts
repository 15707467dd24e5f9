import type { Answer } from '../src/domain/answer.ts';
import type { Case } from '../src/domain/case.ts';
import type { Span } from '../src/domain/report.ts';
import type { AnswerQuestion } from '../src/domain/trace.ts';
import { citesEvidence } from '../src/evaluation/cites-evidence.ts';
import { renderPieces, type TutorialReply } from './tutorial-stack.ts';

/** What a citizen is shown for questions that the report answers. */
export interface Shown {
  /** Cases whose whole evidence stands in what is shown, as the evaluation counts it. */
  readonly withEvidence: number;
  /** Characters of each reply. */
  readonly lengths: readonly number[];
}

export interface EvidenceComparison {
  readonly cases: number;
  readonly ours: Shown;
  readonly tutorial: Shown;
}

/** Our quotes and the tutorial's pieces against the evidence of every answerable case without a history. */
export async function compareEvidence(
  cases: readonly Case[],
  collaborators: {
    readonly answerQuestion: AnswerQuestion;
    readonly renderText: (answer: Answer) => string;
    readonly tutorialReply: TutorialReply;
    readonly progressed: (done: number, total: number) => void;
  },
): Promise<EvidenceComparison> {
  const { answerQuestion, renderText, tutorialReply, progressed } = collaborators;
  const asked = cases.filter(isAnswerable);
  const ours: Reply[] = [];
  const tutorial: Reply[] = [];
  for (const one of asked) {
    const { answer } = await answerQuestion(one.question, []);
    ours.push(reply(one, renderText(answer), 'citations' in answer ? answer.citations : []));
    const pieces = await tutorialReply(one.question);
    tutorial.push(reply(one, renderPieces(pieces), pieces));
    progressed(ours.length, asked.length);
  }
  return { cases: asked.length, ours: summarise(ours), tutorial: summarise(tutorial) };
}

interface Reply {
  readonly hasEvidence: boolean;
  readonly length: number;
}

function isAnswerable({ kinds, evidence, history }: Case): boolean {
  const answered = kinds.every((kind) => kind === 'answer' || kind === 'partial');
  return answered && evidence.length > 0 && history.length === 0;
}

function reply(asked: Case, text: string, shown: readonly (Span & { readonly reportId: string })[]): Reply {
  const spans = shown.filter(({ reportId }) => reportId === asked.reportId);
  return { hasEvidence: asked.evidence.every((item) => citesEvidence(item, spans)), length: text.length };
}

function summarise(replies: readonly Reply[]): Shown {
  return {
    withEvidence: replies.filter(({ hasEvidence }) => hasEvidence).length,
    lengths: replies.map(({ length }) => length),
  };
}
