import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { citationsOf } from '../domain/answer.ts';
import { codeOf, messageOf, WenbaoError } from '../errors.ts';
import { schemaProblem } from './case-schema.ts';
import type { ScoredCase } from './scored-case.ts';

const span = z.tuple([z.number(), z.number()]);

const acceptedReply = z.strictObject({
  id: z.string(),
  /** sha256 of the report's text: spans mean nothing in another one. */
  report: z.string(),
  passed: z.boolean(),
  kind: z.string(),
  reason: z.string(),
  text: z.string(),
  /** [start, end] of everything quoted. */
  citations: z.array(span),
  /** The question as understood, for telling where a flip came from. */
  understood: z.string(),
  /** [start, end] of the first candidates. */
  candidates: z.array(span),
  rule: z.string(),
});

/** What staff accepted as this case's reply; without times, so that it only changes when an answer does. */
export type AcceptedReply = z.infer<typeof acceptedReply>;

/** Enough of the candidates to see that retrieval changed, and few enough to read in a diff. */
const CANDIDATES_KEPT = 5;

export function reportFingerprint(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function toAccepted({ case: asked, reply, verdict }: ScoredCase, fingerprint: string): AcceptedReply {
  const { answer, trace } = reply;
  return {
    id: asked.id,
    report: fingerprint,
    passed: verdict.passed,
    kind: answer.kind,
    reason: 'reason' in answer ? answer.reason : '',
    text: reply.text,
    citations: citationsOf(answer).map(({ start, end }) => [start, end]),
    understood:
      trace.question === null
        ? ''
        : JSON.stringify([trace.question.text, trace.question.asks, trace.question.time]),
    candidates: trace.candidates.slice(0, CANDIDATES_KEPT).map(({ start, end }) => [start, end]),
    rule: trace.rule,
  };
}

/**
 * The accepted replies by case id; empty where none were recorded yet.
 * @throws WenbaoError `cases` for a broken line, or a file recorded for another report's text.
 */
export async function readAccepted(
  path: string,
  fingerprint: string,
): Promise<ReadonlyMap<string, AcceptedReply>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return '';
    throw new WenbaoError('cases', `Cannot read ${path}: ${messageOf(cause)}`, cause);
  });
  const accepted = new Map<string, AcceptedReply>();
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const reply = parseLine(line, `${path}:${index + 1}`);
    if (reply.report !== fingerprint) {
      throw new WenbaoError(
        'cases',
        `${path}:${index + 1}: “${reply.id}” was accepted for another report text (sha256 ${reply.report.slice(0, 12)}…, ` +
          `this one is ${fingerprint.slice(0, 12)}…). Remove the file and run with --accept to record anew.`,
      );
    }
    accepted.set(reply.id, reply);
  });
  return accepted;
}

/** The file's text, sorted by id so that a diff shows answers and nothing else. */
export function formatAccepted(accepted: Iterable<AcceptedReply>): string {
  return [...accepted]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((reply) => `${JSON.stringify(reply)}\n`)
    .join('');
}

function parseLine(line: string, place: string): AcceptedReply {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new WenbaoError(
      'cases',
      `${place}: not JSON; restore the file or record it anew with --accept`,
      cause,
    );
  }
  const parsed = acceptedReply.safeParse(value);
  if (!parsed.success) throw new WenbaoError('cases', `${place}: ${schemaProblem(parsed.error)}`);
  return parsed.data;
}
