import { z } from 'zod';

/** More than the longest question that is read, so that a person is told of it in the bot's own words. */
const LONGEST_QUESTION = 2000;
const LONGEST_REASON = 300;

export const askRequest = z.strictObject({
  question: z.string().max(LONGEST_QUESTION).describe('What the person typed'),
});

export const feedbackRequest = z.strictObject({
  receipt: z.int().positive().describe('The number under the answer'),
  verdict: z.enum(['up', 'down']),
  reason: z.string().max(LONGEST_REASON).default('').describe('In the person’s words; may be empty'),
});

const quote = z.strictObject({
  role: z
    .enum(['quote', 'related', 'passage'])
    .describe('quote proves the answer, related is near but no answer, passage is the text around a quote'),
  text: z.string().describe('Verbatim words of the report'),
  mark: z
    .strictObject({ start: z.int().min(0), end: z.int().min(0) })
    .nullable()
    .describe('What was quoted of a passage, in UTF-16 units of text; null where all of it is the quote'),
  place: z.string().describe('The headings above it'),
  address: z.string().describe('Where it is read in the report, from the root of this server'),
});

export const askReply = z.strictObject({
  kind: z.enum(['answer', 'partial', 'refusal', 'smalltalk', 'passages', 'notice']),
  reason: z
    .string()
    .describe('Why it is no answer, or which small talk or notice it is; empty for an answer'),
  text: z.string().describe('What is said, in plain text'),
  quotes: z.array(quote),
  suggestions: z.array(z.string()).describe('Questions that may be asked next'),
  receipt: z.int().positive().nullable(),
  copy: z.string().describe('All of it as plain text with its source, to be pasted elsewhere'),
});

export const noted = z.strictObject({ message: z.string().describe('What to tell the person') });

/** Every answer with a status of 400 or more. */
export const refused = z.strictObject({ message: z.string().describe('What was wrong and what to do') });

export const queued = z.strictObject({
  place: z.int().positive().describe('1 for the person who is next'),
});

/** A reply as programs read it. */
export type AskReply = z.infer<typeof askReply>;
export type ReplyQuote = z.infer<typeof quote>;
