import { createHash } from 'node:crypto';
import type { Span } from '../src/domain/report.ts';

/** A line of the question files: a near miss has no sentences. */
export interface TrainingQuestion {
  readonly report: string;
  /** First 12 hex digits of the sha256 of the paragraph without its white space. */
  readonly paragraph: string;
  readonly kind: string;
  /** From 1, as the paragraph is cut after 。；！？. */
  readonly sentences: readonly number[];
  readonly text: string;
}

const FIELDS = 5;
const BLANK = /^[\u3000 \t\r\ufeff]*$/u;

/** Throws an Error that names the fields where a line has not five. */
export function parseTrainingQuestion(line: string): TrainingQuestion {
  const [report = '', paragraph = '', kind = '', sentences = '', text = '', ...more] = line.split('\t');
  if (text === '' || more.length > 0) throw new Error(`“${line}” has not ${FIELDS} fields parted by tabs`);
  return {
    report,
    paragraph,
    kind,
    sentences: sentences === '-' ? [] : sentences.split(',').map(Number),
    text: text.trim(),
  };
}

/** Where the sentences of a question stand in its report; null where the report has not that paragraph or sentence. */
export function locateEvidence(question: TrainingQuestion, report: string): readonly Span[] | null {
  let position = 0;
  for (const line of report.split('\n')) {
    if (hashOf(line) === question.paragraph) {
      const spans = sentencesOf(line, position);
      const found = question.sentences.flatMap((number) => spans[number - 1] ?? []);
      return found.length === question.sentences.length ? found : null;
    }
    position += line.length + 1;
  }
  return null;
}

function sentencesOf(line: string, start: number): readonly Span[] {
  let at = start;
  return line.split(/(?<=[。；！？])/u).flatMap((piece) => {
    const span = { start: at, end: at + piece.length };
    at = span.end;
    return BLANK.test(piece) ? [] : [span];
  });
}

function hashOf(paragraph: string): string {
  return createHash('sha256').update(paragraph.replace(/\s/gu, '')).digest('hex').slice(0, 12);
}
