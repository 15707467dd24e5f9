import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Turn } from '../domain/question.ts';
import type { Receipt, Receipts } from '../domain/receipt.ts';
import { appendLine } from './append-line.ts';
import { readLines } from './read-lines.ts';

const turn = z
  .object({ question: z.string(), answer: z.string().optional() })
  .transform(({ question, answer }): Turn => (answer === undefined ? { question } : { question, answer }));

const schema = z.object({
  number: z.int().positive(),
  question: z.string(),
  history: z.array(turn),
  sha256: z.string(),
  stamps: z.object({
    report: z.string(),
    model: z.string(),
    index: z.string(),
    calibration: z.string(),
    configuration: z.string(),
  }),
});

/**
 * Receipts in `receipts.jsonl` of a folder: lines are only ever added, and one that cannot be read is passed over.
 * Numbers go on where the file ends, also when another process has added to it since.
 */
export function createReceipts(directory: string): Receipts {
  const path = join(directory, 'receipts.jsonl');
  let known = { size: -1, number: 0 };
  let before: Promise<unknown> = Promise.resolve();
  return {
    append(receipt) {
      // One after another: two answers at once would take the same number.
      const appended = before.then(() => appendNext(receipt));
      before = appended.catch(() => undefined);
      return appended;
    },
    async find(number) {
      return (await readReceipts(path)).findLast((receipt) => receipt.number === number) ?? null;
    },
  };

  async function appendNext(receipt: Omit<Receipt, 'number'>): Promise<number> {
    const number = (await lastNumber()) + 1;
    const size = await appendLine(path, JSON.stringify({ number, ...receipt }));
    known = { size, number };
    return number;
  }

  async function lastNumber(): Promise<number> {
    const size = await stat(path).then(
      (file) => file.size,
      () => 0,
    );
    if (size === known.size) return known.number;
    return (await readReceipts(path)).reduce((most, { number }) => Math.max(most, number), 0);
  }
}

async function readReceipts(path: string): Promise<readonly Receipt[]> {
  return (await readLines(path)).flatMap((line) => {
    const parsed = schema.safeParse(parseJson(line));
    return parsed.success ? [parsed.data] : [];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A line that was cut short is no receipt; the schema says so.
    return null;
  }
}
