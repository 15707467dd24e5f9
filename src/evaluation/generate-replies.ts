import type { Answer } from '../domain/answer.ts';
import type { Case } from '../domain/case.ts';
import type { AnswerQuestion } from '../domain/trace.ts';
import { WenbaoError } from '../errors.ts';
import type { FrozenReply } from './frozen-run.ts';

export interface GenerateCollaborators {
  readonly answerQuestion: AnswerQuestion;
  readonly renderText: (answer: Answer) => string;
  /** Called with the number of cases done so far. */
  readonly progressed: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Asks the cases one after another, so that latencies are those of one citizen at a time.
 * @throws WenbaoError `interrupted` as soon as the signal is aborted; nothing has been written then.
 */
export async function generateReplies(
  cases: readonly Case[],
  { answerQuestion, renderText, progressed, signal }: GenerateCollaborators,
): Promise<readonly FrozenReply[]> {
  const replies: FrozenReply[] = [];
  for (const asked of cases) {
    const started = performance.now();
    const { answer, trace } = await unlessAborted(answerQuestion(asked.question, asked.history), signal);
    const latencyMs = performance.now() - started;
    replies.push({ id: asked.id, answer, text: renderText(answer), trace, latencyMs });
    progressed(replies.length);
  }
  return replies;
}

async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () =>
      reject(new WenbaoError('interrupted', 'Stopped before the evaluation was done; nothing was recorded.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    // The abort comes first, so that it also wins over an answer that is there already.
    return await Promise.race([aborted, promise]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}
