import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Turn } from '../domain/question.ts';
import type { Receipt, Receipts } from '../domain/receipt.ts';
import { appendLine } from './append-line.ts';
import { readLines } from './read-lines.ts';
import { writePrivate } from './write-private.ts';

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
 * Receipts in `receipts.jsonl` of a folder: lines are added at the end, and one that cannot be read is passed over.
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
    drop(numbers) {
      const dropped = before.then(() => dropAll(new Set(numbers)));
      before = dropped.catch(() => undefined);
      return dropped;
    },
  };

  async function dropAll(numbers: ReadonlySet<number>): Promise<void> {
    if (numbers.size === 0) return;
    const lines = (await readLines(path)).map((line) => ({ line, number: numberOf(line) }));
    const last = Math.max(0, ...lines.map(({ number }) => number));
    const kept = lines.filter(({ number }) => !numbers.has(number)).map(({ line }) => line);
    if (kept.length === lines.length) return;
    // The bare number of the last one, so that numbers go on from there.
    if (numbers.has(last)) kept.push(JSON.stringify({ number: last }));
    await writePrivate(path, kept.map((line) => `${line}\n`).join(''));
    known = { size: -1, number: 0 };
  }

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
    return (await readLines(path)).reduce((most, line) => Math.max(most, numberOf(line)), 0);
  }
}

async function readReceipts(path: string): Promise<readonly Receipt[]> {
  return (await readLines(path)).flatMap((line) => {
    const parsed = schema.safeParse(parseJson(line));
    return parsed.success ? [parsed.data] : [];
  });
}

/** 0 for a line without one. */
function numberOf(line: string): number {
  const parsed = schema.pick({ number: true }).safeParse(parseJson(line));
  return parsed.success ? parsed.data.number : 0;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A line that was cut short is no receipt; the schema says so.
    return null;
  }
}
