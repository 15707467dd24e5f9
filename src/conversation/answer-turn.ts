import { type Answer, type Citation, citationsOf } from '../domain/answer.ts';
import type { Language } from '../domain/question.ts';
import type { ConverseCollaborators } from './create-converse.ts';
import { quotesOnly } from './messages.ts';
import type { SafeMode } from './safe-mode.ts';
import type { RememberedTurn } from './store.ts';

/** An answer with what goes with it. */
interface AnsweredTurn {
  readonly answer: Answer;
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
  readonly receipt: number | null;
}

type Needed = Pick<
  ConverseCollaborators,
  'answerQuestion' | 'stamps' | 'hashAnswer' | 'receipts' | 'suggest'
>;

/**
 * Asks, with the turns before; keeps a receipt of what may be asked again, and finds what may be asked next. Rejects
 * with the signal's reason, and keeps nothing, where it fires before the answer is there.
 */
export async function answerTurn(
  question: string,
  turns: readonly RememberedTurn[],
  mode: SafeMode['mode'],
  language: Language,
  signal: AbortSignal,
  { answerQuestion, stamps, hashAnswer, receipts, suggest }: Needed,
): Promise<AnsweredTurn> {
  const history = turns.map(({ question, answer }) => ({ question, answer }));
  const { answer } = await answerQuestion(question, history, signal);
  signal.throwIfAborted();
  const citations = citationsOf(answer);
  if (answer.kind === 'failure') return { answer, citations, suggestions: [], receipt: null };
  const asked = [question, ...turns.map((turn) => turn.question)];
  const suggestions = suggest(question, answer, asked);
  if (answer.kind === 'smalltalk') return { answer, citations, suggestions, receipt: null };
  const receipt = await receipts.append({ question, history, sha256: hashAnswer(answer), stamps });
  return {
    answer: mode === 'quote-only' ? onlyQuotes(answer, language) : answer,
    citations,
    suggestions,
    receipt,
  };
}

function onlyQuotes(answer: Answer, language: Language): Answer {
  if (answer.kind !== 'answer' && answer.kind !== 'partial') return answer;
  return { ...answer, statement: quotesOnly(language) };
}
