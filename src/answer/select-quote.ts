import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { splitClauses } from '../text/split-clauses.ts';
import { type UnitKind, unitFit } from '../text/unit-kinds.ts';
import { accountWithin, isAccountOf, leansOnBefore } from './account.ts';
import { ofAnotherGroup } from './another-group.ts';
import { aboutness } from './clause-focus.ts';
import { answeringKinds, figureKinds, lacksJobs } from './figure-kinds.ts';
import { glossaryEntry } from './glossary-entry.ts';
import { figureClaims, isComparable } from './premise-claims.ts';
import { type Reading, similarityWithin } from './read-candidate.ts';
import { withWhatIsAsked } from './with-what-is-asked.ts';
import { withoutMissing } from './without-missing.ts';

/** The clauses a sentence would be quoted by. */
export interface SelectedQuote {
  /** In the report's text, the closing mark left out. */
  readonly quote: Span;
  /** How much the quote is about the question, against the sentence's best clause: 1 where it is that clause, towards 0. */
  readonly focus: number;
}

/** A sentence up to this length is quoted whole; longer ones by their clauses. */
const SHORT_SENTENCE = 60;
const SHORT_FIGURE_SENTENCE = 26;
/** Words that govern every figure up to the end of their sentence; so does what the figures are held against: 2015年与2010年相比. */
const GOVERNING =
  /^(?:预计|力争|争取|预期|计划|确保|努力|要)|^(?:\d{4}年)?[与和同跟较比](?:\d{4}年|上年|去年)(?:相比)?$/;
/** 到2026年，力争…: the year is the figure's. */
const BY_WHEN = /^[到至](?:19|20)\d\d年[底末]?$/;
/** A longer clause that only strives for something. */
const STRIVES = /^(?:努力|要|确保)[^，。；]{6,}/u;
/** 从…、…等方面 and the like say in what the next clause is done. */
const IN_WHAT = /^(?:从|在|围绕|针对)[^，。；]{4,}(?:等?方面|基础上)$/u;
/** How much better a word may be met in a neighbouring clause before that joins the quote. */
const PULL = 0.18;
/** A clause about as near to the question as the best joins it where they are neighbours. */
const TIE = 0.85;
/** … and more readily where a figure is asked for without saying of what kind. */
const FIGURE_TIE = 0.7;

/** The fewest neighbouring clauses of a sentence that answer. */
export function selectQuote(
  reading: Reading,
  question: Pick<Question, 'text' | 'raw' | 'asks'>,
  unit: UnitKind,
): SelectedQuote {
  const { asks } = question;
  const { sentence, text, ownStart, report } = reading;
  const entry = glossaryEntry(reading);
  if (entry !== null) return { quote: entry, focus: 1 };
  const own = report.text.slice(sentence.start, sentence.end);
  const clauses = splitClauses(own).map(({ start, end }) => ({ start, end }));
  const [head, tail] = [clauses[0], clauses.at(-1)];
  // Where the file breaks lines inside the sentence, tokens cannot be placed in it: it is quoted whole.
  if (head === undefined || tail === undefined || text.slice(ownStart) !== own) {
    return { quote: { start: sentence.start, end: sentence.end }, focus: 1 };
  }
  // 增速下滑，怎么应对 names a measure and asks for no figure of it.
  const figure = asks === 'figure' || (unit !== 'none' && asks !== 'how');
  const inReport = (start: number, end: number) => ({
    start: sentence.start + start,
    end: sentence.start + end,
  });
  const scores = clauses.map(({ start, end }) => aboutness(reading, start + ownStart, end + ownStart));
  const leading = scores.map((score, index) =>
    leansOnBefore(own, clauses[index], index) ? Math.max(score, 0.97 * (scores[index - 1] ?? 0)) : score,
  );
  const highest = Math.max(...leading);
  const holds = figure ? figureClauses(question, reading, clauses, unit) : clauses.map(() => true);
  const wanted = leading.map((score, index) => (holds[index] === true || !holds.includes(true) ? score : -1));
  const best = wanted.indexOf(Math.max(...wanted));
  const focus = highest <= 0 ? 1 : Math.max(0, wanted[best] ?? 0) / highest;
  if (clauses.length === 1 || tail.end - head.start <= (figure ? SHORT_FIGURE_SENTENCE : SHORT_SENTENCE)) {
    return { quote: inReport(head.start, tail.end), focus };
  }
  const near = widen(
    reading,
    clauses,
    leading,
    best,
    figure,
    asks === 'figure' && unit === 'none' ? FIGURE_TIE : TIE,
  );
  const { from, to } = withWhatIsAsked(question, reading, clauses, near);
  const start = clauses[from]?.start ?? head.start;
  const end = clauses[to]?.end ?? tail.end;
  if (figure || !isAccountOf(question)) return { quote: inReport(start, end), focus };
  const account = accountWithin(reading, question, own, clauses, { from, to });
  return { quote: inReport(account.start, account.end), focus };
}

/** Which clauses hold a figure of the kind asked for (of any kind where none does), all false where there is none. */
function figureClauses(
  question: Pick<Question, 'text' | 'raw' | 'asks'>,
  reading: Reading,
  clauses: readonly Span[],
  unit: UnitKind,
): readonly boolean[] {
  const { report, sentence } = reading;
  const texts = clauses.map(({ start, end }) =>
    report.text.slice(sentence.start + start, sentence.start + end),
  );
  const kinds = texts.map((clause) =>
    lacksJobs(question.text, clause) ? [] : answeringKinds(question, clause),
  );
  const ofKind = kinds.map((found) => unitFit(unit, found) === 1);
  // 还剩13户没签 is held against 剩下3户, and not against 签约218户.
  const put = figureClaims(question.text);
  const held = texts.map(
    (clause, index) =>
      put.length > 0 &&
      ofKind[index] === true &&
      figureClaims(clause).some((own) => put.some((claim) => isComparable(claim, own))),
  );
  const fits = held.includes(true) ? held : ofItsGroup(question, reading, texts, ofKind);
  const some = unit !== 'none' && fits.includes(true) ? fits : kinds.map((found) => found.length > 0);
  return withoutMissing(question.text, texts, some);
}

/** Of several clauses that fit those of the group that is asked for: 竣工980套 of 开工1240套，竣工980套. */
function ofItsGroup(
  question: Pick<Question, 'text' | 'raw' | 'asks'>,
  reading: Reading,
  texts: readonly string[],
  fits: readonly boolean[],
): readonly boolean[] {
  if (fits.filter(Boolean).length < 2) return fits;
  const isOfAnother = ofAnotherGroup(question, reading);
  const own = fits.map((fit, index) => fit && !isOfAnother(texts[index] ?? ''));
  return own.includes(true) ? own : fits;
}

/** From the best clause outwards: what it leans on, what leans on it, its equals, and what meets a word far better. */
function widen(
  reading: Reading,
  clauses: readonly Span[],
  scores: readonly number[],
  best: number,
  figure: boolean,
  share: number,
): { from: number; to: number } {
  const text = reading.report.text.slice(reading.sentence.start, reading.sentence.end);
  const tie = share * (scores[best] ?? 0);
  let [from, to] = [best, best];
  while (
    from > 0 &&
    (leansOnBefore(text, clauses[from], from) ||
      saysInWhat(text, clauses[from - 1]) ||
      (scores[from - 1] ?? 0) >= tie)
  )
    from -= 1;
  while (
    to + 1 < clauses.length &&
    (leansOnBefore(text, clauses[to + 1], to + 1) || (scores[to + 1] ?? 0) >= tie)
  )
    to += 1;
  for (const word of reading.words) {
    const within = (left: number, right: number) =>
      similarityWithin(
        reading,
        word,
        (clauses[left]?.start ?? 0) + reading.ownStart,
        (clauses[right]?.end ?? 0) + reading.ownStart,
      );
    const inside = within(from, to);
    if (from > 0 && within(from - 1, from - 1) > inside + PULL) from -= 1;
    if (to + 1 < clauses.length && within(to + 1, to + 1) > inside + PULL) to += 1;
  }
  if (figure) from = governed(text, clauses, from);
  return { from, to };
}

function saysInWhat(text: string, clause: Span | undefined): boolean {
  return clause !== undefined && IN_WHAT.test(text.slice(clause.start, clause.end));
}

/** A hedge at the head of an earlier clause governs the figures after it: 力争全年…以上，…3900万美元. */
function governed(text: string, clauses: readonly Span[], from: number): number {
  const wordsAt = (index: number) => text.slice(clauses[index]?.start ?? 0, clauses[index]?.end ?? 0);
  for (let index = from; index >= 0; index -= 1) {
    const words = wordsAt(index);
    if (BY_WHEN.test(words)) return index;
    // 努力加快发展步伐 strives for no figure.
    if (GOVERNING.test(words) && (!STRIVES.test(words) || figureKinds(words).length > 0))
      return index > 0 && BY_WHEN.test(wordsAt(index - 1)) ? index - 1 : index;
  }
  return from;
}
