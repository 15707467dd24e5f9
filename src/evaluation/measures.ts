import type { ScoredCase } from './scored-case.ts';
import { type Rate, wilson } from './wilson.ts';

/** A share over those cases that it is about. */
interface Measure {
  readonly name: string;
  /** Whether a high share is good. */
  readonly good: 'high' | 'low';
  /** null where the case is not one that this measures. */
  readonly counts: (scored: ScoredCase) => boolean | null;
}

export interface MeasuredRate {
  readonly name: string;
  readonly good: 'high' | 'low';
  readonly rate: Rate;
}

const MEASURES: readonly Measure[] = [
  { name: 'right, of all', good: 'high', counts: ({ verdict }) => verdict.passed },
  {
    name: 'right, of answerable',
    good: 'high',
    counts: (scored) => (isAnswerable(scored) ? scored.verdict.passed : null),
  },
  { name: 'evidence cited', good: 'high', counts: ({ verdict }) => verdict.evidenceCited },
  { name: 'quotes verbatim', good: 'high', counts: ({ verdict }) => verdict.verbatim },
  { name: 'figures supported', good: 'high', counts: ({ verdict }) => verdict.figuresSupported },
  { name: 'years right', good: 'high', counts: ({ verdict }) => verdict.yearsRight },
  { name: 'hedges kept', good: 'high', counts: ({ verdict }) => verdict.hedgesKept },
  { name: 'lists whole', good: 'high', counts: ({ verdict }) => verdict.listsWhole },
  {
    name: 'false refusals',
    good: 'low',
    counts: (scored) => (isAnswerable(scored) ? !isAnswered(scored) : null),
  },
  {
    name: 'false answers',
    good: 'low',
    counts: (scored) => (isUnanswerable(scored) ? isAnswered(scored) : null),
  },
  {
    name: 'false answers, near-topic',
    good: 'low',
    counts: (scored) =>
      isUnanswerable(scored) && scored.case.class === 'near-topic' ? isAnswered(scored) : null,
  },
  {
    name: 'refusal reason right',
    good: 'high',
    counts: ({ reply, verdict }) => (reply.answer.kind === 'refusal' ? verdict.reasonRight : null),
  },
  ...['follow-up', 'premise', 'smalltalk', 'injection', 'english'].map(
    (name): Measure => ({
      name: `${name} right`,
      good: 'high',
      counts: (scored) => (scored.case.class === name ? scored.verdict.passed : null),
    }),
  ),
  {
    name: 'wrong premises confirmed',
    good: 'low',
    counts: (scored) => (deniesPremise(scored) ? isAnswered(scored) && !scored.verdict.mustNotHeld : null),
  },
];

/** Every measure over the given cases, in the order they are printed. */
export function measure(scored: readonly ScoredCase[]): readonly MeasuredRate[] {
  return MEASURES.map(({ name, good, counts }) => {
    const counted = scored.map(counts).filter((value) => value !== null);
    return { name, good, rate: wilson(counted.filter(Boolean).length, counted.length) };
  });
}

/** The report answers it: nothing but an answer is right. */
export function isAnswerable({ case: asked }: ScoredCase): boolean {
  return asked.kinds.every((kind) => kind === 'answer' || kind === 'partial');
}

/** The report does not answer it: a refusal is right, an answer is not. */
export function isUnanswerable({ case: asked }: ScoredCase): boolean {
  return asked.kinds.includes('refusal') && !asked.kinds.includes('answer');
}

export function isAnswered({ reply }: ScoredCase): boolean {
  return reply.answer.kind === 'answer' || reply.answer.kind === 'partial';
}

/** Of the premise cases, those whose premise is wrong: a right answer must hold some word of denial. */
function deniesPremise({ case: asked }: ScoredCase): boolean {
  return (
    asked.class === 'premise' &&
    asked.must.some((item) => item.some((words) => /^(?:不|没|并非|有误|错)/u.test(words)))
  );
}
