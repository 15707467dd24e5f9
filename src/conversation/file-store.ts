import { join } from 'node:path';
import { z } from 'zod';
import type { Reply } from '../domain/reply.ts';
import { createKeyedFile } from './keyed-file.ts';
import type { ConversationStore } from './store.ts';

const citation = z.object({
  reportId: z.string(),
  headingPath: z.array(z.string()),
  quote: z.string(),
  passage: z.number(),
  start: z.number(),
  end: z.number(),
});

const schema = z.object({
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
});

/** Conversations in `conversations.jsonl` of a folder. */
export function createFileStore(directory: string): Promise<ConversationStore> {
  return createKeyedFile(
    join(directory, 'conversations.jsonl'),
    (value) => schema.safeParse(value).data ?? null,
  );
}
