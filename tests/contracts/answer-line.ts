import { expect } from 'vitest';
import { z } from 'zod';

const citation = z.strictObject({
  reportId: z.string().min(1),
  headingPath: z.array(z.string().min(1)),
  quote: z.string().min(1),
  passage: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});

const common = {
  id: z.string().optional(),
  text: z.string().min(1),
  confidence: z.number().min(0).max(1),
  latencyMs: z.number().nonnegative(),
};
const without = { ...common, reason: z.string().regex(/^[a-z-]+$/u), citations: z.tuple([]) };

/** A line of `ask --json` and `ask --batch`: no key is missing, none is there that programs do not know. */
const schema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['answer', 'partial']), ...common, citations: z.array(citation).min(1) }),
  z.strictObject({ kind: z.literal('refusal'), ...without, related: z.array(citation).min(1).optional() }),
  z.strictObject({ kind: z.literal('smalltalk'), ...without }),
  z.strictObject({ kind: z.literal('failure'), ...without }),
]);

export type ReadLine = z.infer<typeof schema>;

/** Reads such a line, and checks every quote at its offsets in the report's file as decoded. */
export function readAnswerLine(json: string, texts: Readonly<Record<string, string>>): ReadLine {
  const line = schema.parse(JSON.parse(json));
  const related = line.kind === 'refusal' ? (line.related ?? []) : [];
  for (const { reportId, start, end, quote } of [...line.citations, ...related]) {
    expect(texts[reportId]?.slice(start, end)).toBe(quote);
    expect(line.text).toContain(quote);
  }
  return line;
}
