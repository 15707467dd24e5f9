import type { AskedKind, Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { splitClauses } from '../text/split-clauses.ts';
import { type UnitKind, unitFit } from '../text/unit-kinds.ts';
import { aboutness, leansBack } from './clause-focus.ts';
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
/** What was done or is planned is told by a clause and those that follow it, up to this length. */
const LONGEST_ACCOUNT = 90;
/** An account shorter than this takes in the clause before it. */
const BARE_ACCOUNT = 20;
/** 缓解青年住房困难 is what is done for; what is done stands in the clause before it. */
const WHAT_FOR =
  /^(?:着力|逐步|有效|切实|全力|努力)*(?:缓解|破解|解决|化解|消除|减轻|满足)[^，。；]{0,14}(?:难题?|困难|问题|矛盾|压力|负担|需[求要])[”"]?(?:[，。；]|$)/u;
/** 有哪些举措 asks for an account as much as for a row. */
const MEASURES = /举措|措施|办法|做法|政策|安排|动作|部署/u;
/** So much more of a sentence is quoted to its end. */
const SHORT_REST = 24;
/** Asked what was done or is planned, or of a subject at large. */
export const ACCOUNTS: ReadonlySet<AskedKind> = new Set(['done', 'planned', 'general', 'how']);
/** Words that govern every figure up to the end of their sentence; so does what the figures are held against: 2015年与2010年相比. */
const GOVERNING =
  /^(?:预计|力争|争取|预期|计划|确保|努力|要)|^(?:\d{4}年)?[与和同跟较比](?:\d{4}年|上年|去年)(?:相比)?$/;
/** 到2026年，力争…: the year is the figure's. */
const BY_WHEN = /^[到至](?:19|20)\d\d年[底末]?$/;
/** A longer clause that only strives for something. */
const STRIVES = /^(?:努力|要|确保)[^，。；]{6,}/u;
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
  const holds = figure ? figureClauses(question, own, clauses, unit) : clauses.map(() => true);
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
  let { from, to } = withWhatIsAsked(question, reading, clauses, near);
  const isAccount = !figure && (ACCOUNTS.has(asks) || (asks === 'list' && MEASURES.test(question.text)));
  while (isAccount && endsAlike(own, clauses[from - 1], clauses[from])) from -= 1;
  while (isAccount && endsAlike(own, clauses[to], clauses[to + 1])) to += 1;
  const start = clauses[from]?.start ?? head.start;
  const end = clauses[to]?.end ?? tail.end;
  if (!isAccount) return { quote: inReport(start, end), focus };
  const first = firstOfTopic(reading, own, clauses, { start, end });
  const last = clauses.findLast((clause) => clause.end - first <= LONGEST_ACCOUNT);
  // One short clause more, and the sentence is whole.
  const isRest = last !== undefined && tail.end - last.end <= SHORT_REST;
  const until = isRest ? tail.end : Math.max(end, last?.end ?? end);
  // One last clause tells little of what is done: the one before it belongs to it.
  const before = clauses.findLast((clause) => clause.end <= first);
  const isBare =
    before !== undefined &&
    (WHAT_FOR.test(own.slice(first, before.end + SHORT_REST)) ||
      (until - first < BARE_ACCOUNT && until - before.start <= SHORT_SENTENCE));
  return { quote: inReport(isBare ? withSubject(own, clauses, before) : first, until), focus };
}

/** Which clauses hold a figure of the kind asked for (of any kind where none does), all false where there is none. */
function figureClauses(
  question: Pick<Question, 'text' | 'raw'>,
  text: string,
  clauses: readonly Span[],
  unit: UnitKind,
): readonly boolean[] {
  const texts = clauses.map(({ start, end }) => text.slice(start, end));
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
  const fits = held.includes(true) ? held : ofKind;
  const some = unit !== 'none' && fits.includes(true) ? fits : kinds.map((found) => found.length > 0);
  return withoutMissing(question.text, texts, some);
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
  while (from > 0 && (leansOnBefore(text, clauses[from], from) || (scores[from - 1] ?? 0) >= tie)) from -= 1;
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

/** 打通甲大道，延伸乙大道: what is done with things of one kind is told together. */
function endsAlike(text: string, one: Span | undefined, other: Span | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const ending = text.slice(one.end - 2, one.end);
  return (
    /^(?!左右|以[上下内])\p{Script=Han}{2}$/u.test(ending) && text.slice(other.end - 2, other.end) === ending
  );
}

/** Where an account of two things begins: at the clause that names the other one, if that is near enough. */
function firstOfTopic(
  reading: Reading,
  text: string,
  clauses: readonly Span[],
  { start, end }: Span,
): number {
  const quoted = text.slice(start, end);
  const missing = reading.words
    .map(({ word }) => word)
    .filter((word) => word.length > 1 && !quoted.includes(word));
  const naming = clauses.find(
    (clause) =>
      clause.end <= start &&
      end - clause.start <= LONGEST_ACCOUNT &&
      missing.some((word) => text.slice(clause.start, clause.end).includes(word)),
  );
  return naming?.start ?? start;
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

/** Where a clause begins, or the one that it leans on: 超过目标26天 tells nothing without 优良天数215天. */
function withSubject(text: string, clauses: readonly Span[], clause: Span): number {
  const at = clauses.indexOf(clause);
  const before = clauses[at - 1];
  return before !== undefined && leansOnBefore(text, clause, at)
    ? withSubject(text, clauses, before)
    : clause.start;
}

function leansOnBefore(text: string, clause: Span | undefined, index: number): boolean {
  return index > 0 && clause !== undefined && leansBack(text.slice(clause.start, clause.end));
}
