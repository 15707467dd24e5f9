import { z } from 'zod';
import type { AnswerQuestion } from '../../domain/trace.ts';
import { answerLine, type AnswerLine } from './answer-line.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  question: z.string(),
  history: z.array(z.object({ question: z.string(), answer: z.string().optional() })).default([]),
});

/**
 * Answers JSONL questions one after another, a line for a line in the same order. A line that cannot be read
 * gets a `failure` with its reason and the rest goes on; empty lines are skipped.
 */
export async function runBatch(
  lines: AsyncIterable<string> | Iterable<string>,
  answerQuestion: AnswerQuestion,
  output: { readonly write: (line: string) => void; readonly onAnswered: (count: number) => void },
): Promise<void> {
  let number = 0;
  let answered = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const written = await answerBatchLine(line.replace(/^\uFEFF/, ''), number, answerQuestion);
    output.write(`${JSON.stringify(written)}\n`);
    answered += 1;
    output.onAnswered(answered);
  }
}

async function answerBatchLine(line: string, number: number, answerQuestion: AnswerQuestion): Promise<AnswerLine> {
  const started = performance.now();
  const read = readLine(line);
  if ('problem' in read) {
    const statement = `第${number}行读不出来：${read.problem}`;
    return answerLine({ kind: 'failure', reason: 'bad-line', statement }, 0, read.id ?? `line-${number}`);
  }
  const history = read.history.map(({ question, answer }) => (answer === undefined ? { question } : { question, answer }));
  const { answer } = await answerQuestion(read.question, history);
  return answerLine(answer, performance.now() - started, read.id);
}

function readLine(line: string): z.infer<typeof lineSchema> | { readonly problem: string; readonly id?: string } {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch (fault) {
    return { problem: fault instanceof Error ? fault.message : String(fault) };
  }
  const parsed = lineSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const problem = `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is not what a batch line holds'}`;
  const id = z.object({ id: z.string() }).safeParse(content);
  return id.success ? { problem, id: id.data.id } : { problem };
}
