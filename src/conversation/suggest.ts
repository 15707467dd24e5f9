import { type Answer, type Citation, citationsOf } from '../domain/answer.ts';

/** A question that is known to be answered well, and where its answer stands. */
export interface KnownQuestion {
  readonly question: string;
  readonly reportId: string;
  readonly headingPath: readonly string[];
  /** Offsets of what its answer quotes. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export type Suggest = (question: string, answer: Answer, asked: readonly string[]) => readonly string[];

const MOST = 3;
/** In characters: long enough to say what year and what of it, short enough for a button. */
const USUAL_LENGTH = 12;
/** Asks for something, in as many words as a person would say. */
const WHOLE_QUESTION =
  /^(?=.*(?:多少|几|哪|什么|啥|怎|如何|谁|何时|多[大高长快远]|吗|么|呢|没有|[？?]))\S{7,}$/u;
/** A heading in common weighs more than some words in common. */
const HEADING_WEIGHT = 1;
/** Below, a question has nothing to do with the answer. */
const LEAST_SCORE = 0.5;

/**
 * Questions to ask next, at most three: those near what was just answered (under the same headings, in the same
 * words), none that was asked already or has the same answer, and only those that show how one asks. Where nothing was quoted, a few from all over.
 */
export function createSuggest(all: readonly KnownQuestion[]): Suggest {
  const known = all.filter(({ question }) => WHOLE_QUESTION.test(question));
  const pairs = new Map(known.map(({ question }) => [question, pairsOf(question)]));
  const samples = spread(known);
  return (question, answer, asked) => {
    const citations = citationsOf(answer);
    const fresh = (one: KnownQuestion) =>
      !asked.includes(one.question) && !citations.some((citation) => hasSameAnswer(one, citation));
    if (citations.length === 0) return take(samples.filter(fresh));
    const words = pairsOf([question, ...citations.map(({ quote }) => quote)].join(' '));
    const scored = known
      .filter(fresh)
      .map((one) => ({ one, score: nearness(one, citations, words, pairs.get(one.question)) }))
      .filter(({ score }) => score >= LEAST_SCORE);
    // The sort is stable, so the same answer brings the same suggestions.
    return take(scored.sort((left, right) => right.score - left.score).map(({ one }) => one));
  };
}

function nearness(
  one: KnownQuestion,
  citations: readonly Citation[],
  words: ReadonlySet<string>,
  own: ReadonlySet<string> = new Set(),
): number {
  const headings = Math.max(
    ...citations.map((citation) => (citation.reportId === one.reportId ? sharedHeadings(one, citation) : 0)),
  );
  const common = [...own].filter((pair) => words.has(pair)).length;
  return headings * HEADING_WEIGHT + (own.size === 0 ? 0 : common / own.size);
}

/** The share of the deeper path that both have in common, 0…1: a chapter alone is little. */
function sharedHeadings({ headingPath }: KnownQuestion, citation: Citation): number {
  const differs = headingPath.findIndex((label, index) => label !== citation.headingPath[index]);
  const shared = differs === -1 ? headingPath.length : differs;
  const depth = Math.max(headingPath.length, citation.headingPath.length);
  return depth === 0 ? 0 : shared / depth;
}

function hasSameAnswer({ reportId, spans }: KnownQuestion, citation: Citation): boolean {
  return (
    reportId === citation.reportId &&
    spans.some(({ start, end }) => start < citation.end && citation.start < end)
  );
}

/** The first few whose answers all stand in different places. */
function take(questions: readonly KnownQuestion[]): readonly string[] {
  const taken: KnownQuestion[] = [];
  for (const one of questions) {
    if (taken.length === MOST) break;
    const known = taken.some(
      (each) =>
        each.reportId === one.reportId &&
        each.spans.some((span) => one.spans.some(({ start, end }) => start < span.end && span.start < end)),
    );
    if (!known) taken.push(one);
  }
  return taken.map(({ question }) => question);
}

/** One from each part of the reports in turn, first those of a usual length. */
function spread(known: readonly KnownQuestion[]): readonly KnownQuestion[] {
  const parts = new Map<string, KnownQuestion[]>();
  for (const one of [...known].sort((left, right) => oddness(left) - oddness(right))) {
    const part = `${one.reportId}/${one.headingPath.slice(0, 2).join('/')}`;
    parts.set(part, [...(parts.get(part) ?? []), one]);
  }
  const longest = Math.max(0, ...[...parts.values()].map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    [...parts.values()].flatMap((part) => part[turn] ?? []),
  ).flat();
}

function oddness({ question }: KnownQuestion): number {
  return Math.abs(question.length - USUAL_LENGTH);
}

/** Neighbouring characters of the words of a text. */
function pairsOf(text: string): ReadonlySet<string> {
  const runs = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))),
  );
}
