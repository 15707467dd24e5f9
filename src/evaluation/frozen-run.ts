import { z } from 'zod';
import type { Answer } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import type { Trace } from '../domain/trace.ts';
import { WenbaoError } from '../errors.ts';
import { schemaProblem } from './case-schema.ts';

/** What the bot said to one case, kept so that scoring can be done again without asking. */
export interface FrozenReply {
  /** Id of the case. */
  readonly id: string;
  readonly answer: Answer;
  /** What a citizen reads. */
  readonly text: string;
  readonly trace: Trace;
  /** Wall time of the whole answer in milliseconds; null where the run was kept without times. */
  readonly latencyMs: number | null;
}

const citation = z.object({
  reportId: z.string(),
  headingPath: z.array(z.string()),
  quote: z.string(),
  passage: z.number(),
  start: z.number(),
  end: z.number(),
});
const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['answer', 'partial']),
    statement: z.string(),
    citations: z.tuple([citation], citation),
    confidence: z.number(),
  }),
  z.object({
    kind: z.literal('refusal'),
    reason: z.string(),
    statement: z.string(),
    related: z.array(citation),
    confidence: z.number(),
  }),
  z.object({ kind: z.literal('smalltalk'), reason: z.string(), statement: z.string() }),
  z.object({ kind: z.literal('failure'), reason: z.string(), statement: z.string() }),
]);
// Loose, so that what the product adds to its trace is kept.
const candidate = z.looseObject({
  reportId: z.string(),
  passage: z.number(),
  start: z.number(),
  end: z.number(),
  scores: z.object({
    dense: z.number(),
    lexical: z.number(),
    lateInteraction: z.number(),
    fused: z.number(),
  }),
  features: z.record(z.string(), z.number()),
  probability: z.number(),
  able: z.boolean(),
});
// What was understood is only shown and compared: each field as long as the product has it, the rest its own business.
const question = z.looseObject({ raw: z.string(), text: z.string(), asks: z.string() } satisfies {
  readonly [Name in keyof Question]?: z.ZodType;
});
const frozenReply = z.object({
  id: z.string(),
  answer,
  text: z.string(),
  trace: z.looseObject({
    question: question.nullable(),
    candidates: z.array(candidate),
    rule: z.string(),
  }),
  times: z.object({ latencyMs: z.number(), stages: z.record(z.string(), z.number()) }).optional(),
});

/** One line a reply, times last and together so that they can be left out. */
export function formatFrozenRun(replies: readonly FrozenReply[], times: boolean): string {
  return replies
    .map(({ id, answer: said, text, trace: { stages, ...trace }, latencyMs }) =>
      JSON.stringify({
        id,
        answer: said,
        text,
        trace,
        ...(times && latencyMs !== null ? { times: { latencyMs, stages } } : {}),
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Reads a frozen run back; `name` is the file's, for messages.
 * @throws WenbaoError `cases` naming the line that is broken or the id that comes twice.
 */
export function parseFrozenRun(text: string, name: string): ReadonlyMap<string, FrozenReply> {
  const replies = new Map<string, FrozenReply>();
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const reply = parseReply(line, `${name}:${index + 1}`);
    if (replies.has(reply.id))
      throw new WenbaoError('cases', `${name}:${index + 1}: a second reply to “${reply.id}”`);
    replies.set(reply.id, reply);
  });
  return replies;
}

function parseReply(line: string, place: string): FrozenReply {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new WenbaoError('cases', `${place}: not JSON`, cause);
  }
  const parsed = frozenReply.safeParse(value);
  if (!parsed.success) throw new WenbaoError('cases', `${place}: ${schemaProblem(parsed.error)}`);
  const { id, answer: said, text, trace, times } = parsed.data;
  return {
    id,
    // The reasons and the question were written by the product itself; only their shapes are checked.
    answer: said as Answer,
    text,
    trace: { ...trace, stages: times?.stages ?? {} } as unknown as Trace,
    latencyMs: times?.latencyMs ?? null,
  };
}
