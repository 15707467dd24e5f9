import type { Span } from '../domain/report.ts';
import type { AskedKind } from '../domain/question.ts';
import { findFigures } from '../text/figures.ts';
import { splitClauses } from '../text/split-clauses.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';
import { type Reading, similarityWithin, type WordReading } from './read-candidate.ts';

/** A sentence up to this length is quoted whole unless a figure is asked for. */
const SHORT_SENTENCE = 60;
/** A clause that starts so leans on the subject before it. */
const LEANING =
  /^(?:同比|环比|比上?[一]?年|较上?年|比去年|较去年|增长|下降|提高|降低|减少|增加|上升|回落|其中|占|均|分别|位居|居|排名?|达到?|实现|完成|超额?|超过|高于|低于|首次|连续|为|累计|总量|总数|增速|增幅|绝对额|惠及|带动|覆盖|新增)/;
/** How far a word may be met better elsewhere in the sentence before that clause joins the quote. */
const PULL = 0.18;

/** The fewest neighbouring clauses of a sentence that answer; the span is in the report's text, closing mark left out. */
export function selectQuote(reading: Reading, asks: AskedKind, unit: UnitKind): Span {
  const { sentence, text, ownStart } = reading;
  const clauses = splitClauses(text).filter(({ end }) => end > ownStart).map(({ start, end }) => ({ start: Math.max(start, ownStart), end }));
  const first = clauses[0];
  const last = clauses.at(-1);
  if (first === undefined || last === undefined) return { start: sentence.start, end: sentence.end };
  const figure = asks === 'figure' || unit !== 'none';
  if (clauses.length === 1 || (!figure && text.length - ownStart <= SHORT_SENTENCE)) return inReport(reading, first.start, last.end);
  const { from, to } = window(reading, clauses, figure ? figureClauses(text, clauses, unit) : null);
  return inReport(reading, clauses[from]?.start ?? first.start, clauses[to]?.end ?? last.end);
}

function inReport({ sentence, ownStart }: Reading, start: number, end: number): Span {
  return { start: sentence.start + start - ownStart, end: sentence.start + end - ownStart };
}

/** Which clauses hold a figure of the kind asked for (of any kind where none does), all false where there is none. */
function figureClauses(text: string, clauses: readonly Span[], unit: UnitKind): readonly boolean[] {
  const kinds = clauses.map(({ start, end }) =>
    findFigures(text.slice(start, end)).filter((figure) => !/年$/.test(figure.unit)).map((figure) => unitKind(figure.number, figure.unit)),
  );
  const wanted = kinds.map((found) => found.includes(unit));
  if (unit !== 'none' && wanted.includes(true)) return wanted;
  return kinds.map((found) => found.some((kind) => kind !== 'none'));
}

/** First and last clause of the quote: the one that is most about the question, and what leans on it. */
function window(reading: Reading, clauses: readonly Span[], holds: readonly boolean[] | null): { from: number; to: number } {
  const scores = clauses.map((clause) => aboutness(reading, clause));
  const led = scores.map((score, index) => {
    const leans = index > 0 && leansBack(reading.text, clauses[index]);
    return leans ? Math.max(score, 0.95 * (scores[index - 1] ?? 0)) : score;
  });
  const wanted = holds?.includes(true) === true ? led.map((score, index) => (holds[index] === true ? score : -1)) : led;
  const best = wanted.indexOf(Math.max(...wanted));
  let from = best;
  let to = best;
  while (from > 0 && leansBack(reading.text, clauses[from])) from -= 1;
  while (to + 1 < clauses.length && leansBack(reading.text, clauses[to + 1])) to += 1;
  return widen(reading, clauses, from, to);
}

/** Takes in a neighbouring clause that meets one of the question's words much better than the window does. */
function widen(reading: Reading, clauses: readonly Span[], from: number, to: number): { from: number; to: number } {
  let [left, right] = [from, to];
  for (const word of reading.words) {
    const inside = similarityWithin(reading, word, clauses[left]?.start ?? 0, clauses[right]?.end ?? 0);
    for (const index of [left - 1, right + 1]) {
      const clause = clauses[index];
      if (clause !== undefined && similarityWithin(reading, word, clause.start, clause.end) > inside + PULL) {
        left = Math.min(left, index);
        right = Math.max(right, index);
      }
    }
  }
  return { from: left, to: right };
}

function leansBack(text: string, clause: Span | undefined): boolean {
  return clause !== undefined && LEANING.test(text.slice(clause.start, clause.end));
}

/** How much a clause is about the question: its words' best cosines there, by their weight. */
function aboutness(reading: Reading, { start, end }: Span): number {
  return reading.words.reduce((sum, word: WordReading) => sum + word.weight * Math.max(0, similarityWithin(reading, word, start, end)), 0);
}
