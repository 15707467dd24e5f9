import { z } from 'zod';
import type { AnswerQuestion } from '../../domain/trace.ts';
import { messageOf } from '../../errors.ts';
import { type AnswerLine, answerLine } from './answer-line.ts';
import { splitLines } from './split-lines.ts';

const idSchema = z.union([z.string(), z.number().transform(String)], {
  error: 'must be a string or a number',
});

const lineSchema = z.object({
  id: idSchema,
  question: z.string(),
  history: z.array(z.object({ question: z.string(), answer: z.string().optional() })).default([]),
});

/**
 * Answers JSONL questions (UTF-8) one after another, a line for a line in the same order. A line that cannot be
 * read gets a `failure` with its reason and the rest goes on; empty lines are skipped.
 */
export async function runBatch(
  input: AsyncIterable<Uint8Array>,
  answerQuestion: AnswerQuestion,
  output: { readonly write: (line: string) => void; readonly onAnswered: (count: number) => void },
): Promise<void> {
  let number = 0;
  let answered = 0;
  for await (const bytes of splitLines(input)) {
    number += 1;
    const line = decode(bytes);
    if (line?.trim() === '') continue;
    const written = await answerBatchLine(line, number, answerQuestion);
    output.write(`${JSON.stringify(written)}\n`);
    answered += 1;
    output.onAnswered(answered);
  }
}

async function answerBatchLine(
  line: string | null,
  number: number,
  answerQuestion: AnswerQuestion,
): Promise<AnswerLine> {
  const started = performance.now();
  const read = readLine(line);
  if ('problem' in read) {
    const statement = `第${number}行读不出来：${read.problem}`;
    return answerLine({ kind: 'failure', reason: 'bad-line', statement }, 0, read.id ?? `line-${number}`);
  }
  const history = read.history.map(({ question, answer }) =>
    answer === undefined ? { question } : { question, answer },
  );
  const { answer } = await answerQuestion(read.question, history);
  return answerLine(answer, performance.now() - started, read.id);
}

function readLine(
  line: string | null,
): z.infer<typeof lineSchema> | { readonly problem: string; readonly id?: string } {
  if (line === null) return { problem: 'not UTF-8' };
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch (fault) {
    return { problem: messageOf(fault) };
  }
  const parsed = lineSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const problem = `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is not what a batch line holds'}`;
  const withId = z.object({ id: idSchema }).safeParse(content);
  return withId.success ? { problem, id: withId.data.id } : { problem };
}

/** Without a byte order mark; null where the bytes are not UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A fatal decoder throws on the first byte that is not UTF-8: the line is told so, the rest goes on.
    return null;
  }
}
