import { z } from 'zod';
import type { Reply } from '../domain/reply.ts';
import type { ConversationState } from './store.ts';

const citation = z.object({
  reportId: z.string(),
  headingPath: z.array(z.string()),
  quote: z.string(),
  passage: z.number(),
  start: z.number(),
  end: z.number(),
});

const schema = z.object({
  key: z.string(),
  state: z.object({
    lastAt: z.number(),
    turns: z.array(
      z.object({
        question: z.string(),
        answer: z.string(),
        receipt: z.number().nullable(),
        citations: z.array(citation),
        suggestions: z.array(z.string()),
      }),
    ),
    answered: z.array(z.object({ id: z.string(), sent: z.boolean() })),
    // Written by this program from a Reply; what it looks like inside is only shown again.
    lastReply: z.custom<Reply>((value) => typeof value === 'object').nullable(),
  }),
});

interface StoredLine {
  readonly key: string;
  readonly state: ConversationState;
}

/** Null for a line that is no such thing: one that was cut short, or was written by hand. */
export function readStoredLine(line: string): StoredLine | null {
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
