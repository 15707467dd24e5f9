import { join } from 'node:path';
import { z } from 'zod';
import type { ApprovedAnswer, ApprovedAnswers } from '../domain/approved-answer.ts';
import { appendLine } from './append-line.ts';
import { readLines } from './read-lines.ts';

const approved = z.object({
  question: z.string(),
  statement: z.string(),
  reportId: z.string(),
  quote: z.string(),
  author: z.string(),
  expires: z.iso.date(),
});
const removed = z.object({ removed: z.string() });

/**
 * Approved answers in `approved-answers.jsonl` of a folder: lines are only added, so that it stays known who
 * approved what. `fold` makes two ways of writing one question equal.
 */
export function createApprovedAnswers(
  directory: string,
  fold: (question: string) => string,
): ApprovedAnswers {
  const path = join(directory, 'approved-answers.jsonl');
  return {
    async list() {
      const kept = new Map<string, ApprovedAnswer>();
      for (const value of (await readLines(path)).map(parseJson)) {
        const answer = approved.safeParse(value);
        const gone = removed.safeParse(value);
        const question = answer.success ? answer.data.question : gone.success ? gone.data.removed : null;
        if (question === null) continue;
        // Deleted first, so that the newest stands last whatever it replaces.
        kept.delete(fold(question));
        if (answer.success) kept.set(fold(question), answer.data);
      }
      return [...kept.values()].reverse();
    },
    add: async (answer) => void (await appendLine(path, JSON.stringify(answer))),
    remove: async (question) => void (await appendLine(path, JSON.stringify({ removed: question }))),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A line that was cut short is nothing; the schemas say so.
    return null;
  }
}
