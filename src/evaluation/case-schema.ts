import { z } from 'zod';

const words = z.string().trim().min(1, 'is empty');
const kind = z.enum(['answer', 'partial', 'refusal', 'smalltalk']);

/** Reasons a case may accept, as the reply's `reason` names them. */
const reason = z.enum([
  'not-in-report',
  'mentioned-but-not-this',
  'other-year',
  'errand',
  'complaint',
  'emergency',
  'opinion',
  'off-topic',
  'injection',
  'privacy',
  'not-understood',
  'too-long',
  'empty',
  'greeting',
  'thanks',
  'goodbye',
  'identity',
  'help',
  'acknowledgement',
  'abuse',
]);

const turn = z.strictObject({ question: z.string(), answer: z.string().optional() });

/** A case as written in its file; an unknown key is a slip of the pen, so it is an error. */
export const caseSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a slug such as figure-gdp-2017'),
  split: z.enum(['dev', 'test', '?']),
  class: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a slug such as near-topic'),
  // A question may be empty or blank: that is what some cases are about.
  question: z.string(),
  history: z.array(turn).optional(),
  kind: z.union([kind, z.array(kind).min(1)]),
  reason: z.array(reason).min(1).optional(),
  must: z.array(z.array(words).min(1)).optional(),
  mustNot: z.array(words).optional(),
  evidence: z.array(z.union([words, z.array(words).min(1)])).optional(),
  note: z.string().optional(),
});

export type WrittenCase = z.infer<typeof caseSchema>;

/** What zod found, in one line: `kind: Invalid option …`. */
export function schemaProblem(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`))
    .join('; ');
}
