import type { Question } from '../domain/question.ts';
import { namesTopic } from '../question/content-words.ts';
import { withoutTime } from '../question/time-words.ts';
import { characterPairs } from '../text/character-pairs.ts';
import { clauseTexts } from '../text/split-clauses.ts';
import { yearsIn } from '../text/years.ts';
import { checkPremise, putsForward, SAYS_DONE } from './check-premise.ts';
import { tellsSeveralYears } from './claims-meant.ts';
import type { Judged, Picks } from './decide.ts';
import { writtenFigures } from './figure-kinds.ts';
import { differs } from './prefer-targets.ts';
import { type Claim, claimsOf, figureClaims, isComparable, meantBy } from './premise-claims.ts';
import { quotedText } from './read-candidate.ts';

/** How much worse the words of a question may be met by another sentence that has its kind of figure. */
const AS_NEAR = 0.15;
/** A word met less well than this is met by another thing. */
const SAME_THING = 0.8;
/** The sentence has nearly all words of the question. */
const ALL_WORDS = 0.9;
/** So many characters more in a clause name a part of what is asked about, or something beside it. */
const NARROWER = 3;
/** Two characters that may name a thing, and do not tell how it changed. */
const PAIR = /^(?![^增长升降涨跌减占比]?[增长升降涨跌减占比])\p{Script=Han}{2}$/u;
const SPEAKS_OF_PLANS = /目标|计划|打算|准备|预期|力争|争取|安排|规划|将|要(?!求)/;

/**
 * What a premise is held against: a sentence with the kind of figure that is put forward, of what was done before
 * what is planned; and the other year's where its figure is the one put forward.
 */
export function premisePicks(question: Question, best: Judged, others: readonly Judged[]): Picks {
  const first = comparableOne(question, best, others);
  const meant = others.find(
    (one) => differs(one, first) && holdsClaim(question, one) && !holdsClaim(question, first),
  );
  if (meant === undefined) return [first];
  return first.quote.start < meant.quote.start ? [first, meant] : [meant, first];
}

function comparableOne(question: Question, best: Judged, others: readonly Judged[]): Judged {
  if (!putsForward(question)) return best;
  const put = figureClaims(question.text);
  if (put.length === 0) return ofSubject(question, best, others);
  const near = [best, ...others].filter(
    (one) =>
      one.features.met >= best.features.met - AS_NEAR &&
      holdsComparable(question, quotedText(one), put) &&
      !tellsSeveralYears(question, one) &&
      isOfAll(question, one, best),
  );
  const open = question.time.years.length === 0 && !SPEAKS_OF_PLANS.test(question.text);
  const done = near.filter(({ reading }) => reading.sentence.frame.role === 'review');
  const first = (open ? plainest(question, done) : undefined) ?? plainest(question, near) ?? best;
  const premise = checkPremise(question, first);
  if (premise === null) return ofThingNamed(question, first, near) ?? first;
  if (premise !== 'wrong') return first;
  // 外贸增长6%吧 is not denied by another kind of trade where one of these sentences bears it out.
  return near.find((one) => !differs(one, first) && checkPremise(question, one) === 'right') ?? first;
}

/** 高铁590公里 is held against what is said of the 高铁, which the question names, and not against 高速公路590公里. */
function ofThingNamed(question: Question, first: Judged, near: readonly Judged[]): Judged | undefined {
  return near.find(
    (one) =>
      !differs(one, first) &&
      named(question, one) > named(question, first) &&
      checkPremise(question, one) !== null,
  );
}

/** How many pairs of the question's characters, which may name a thing, stand in a sentence. */
function named({ text }: Question, { reading: { report, sentence } }: Judged): number {
  const told = report.text.slice(sentence.start, sentence.end);
  return characterPairs(withoutTime(text)).filter((pair) => PAIR.test(pair) && told.includes(pair)).length;
}

/**
 * The words of a reading that name a thing and stand in the question itself, not in another wording of it only; the place
 * that the report is of names none.
 */
function ownWords({ text }: Question, { reading }: Judged): Judged['reading']['words'] {
  const { title, issuer } = reading.report.facts;
  return reading.words.filter(
    (own) =>
      own.word.length > 1 &&
      !/\d/.test(own.word) &&
      namesTopic(own) &&
      text.includes(own.word) &&
      !(title + issuer).includes(own.word),
  );
}

/** No name of a thing that the best sentence has in the question's words is another thing here: 高铁 is no 高速公路. */
function isOfAll(question: Question, one: Judged, best: Judged): boolean {
  const met = ownWords(question, best).filter(({ exact }) => exact);
  return met.every(
    ({ word }) =>
      one.reading.text.includes(word) ||
      one.reading.words.some((own) => own.word === word && (own.exact || own.similarity >= SAME_THING)),
  );
}

/** Of sentences that are about as near, one that tells of the thing itself: 进出口增长6% before 跨境电商平台进出口增长27.4%. */
function plainest(question: Question, near: readonly Judged[]): Judged | undefined {
  const [first] = near;
  const put = claimsOf(question.text);
  const strange = (one: Judged) => {
    const text = quotedText(one);
    const told = clauseTexts(text).filter((clause) => holdsComparable(question, clause, put));
    return Math.min(...told.map((clause) => strangers(clause, question.text)));
  };
  const rival = near.find(
    (one) =>
      first !== undefined &&
      one.features.year === first.features.year &&
      one.features.covered >= first.features.covered &&
      strange(one) + NARROWER <= strange(first),
  );
  return rival ?? first;
}

/** A text has a figure that one of those put forward can be held against. */
function holdsComparable(question: Question, text: string, put: readonly Claim[]): boolean {
  return meantBy(question.text, text).some((claim) => put.some((each) => isComparable(each, claim)));
}

/** How many characters of a clause, its figures left out, the question does not have. */
function strangers(clause: string, question: string): number {
  const words = clause.replace(/[\d.%％]+(?:万?亿?万?元)?/gu, '');
  return [...words].filter((mark) => /\p{Script=Han}/u.test(mark) && !question.includes(mark)).length;
}

/**
 * 渔业基地靠的是老砖窑厂吧 is held against what the report says of the 渔业基地, which the question names first, and not
 * against what else leans on the 老砖窑厂.
 */
function ofSubject(question: Question, best: Judged, others: readonly Judged[]): Judged {
  const subject = best.reading.words.find(({ word, isKnown }) => word.length > 1 && isKnown);
  if (subject === undefined || subject.exact || checkPremise(question, best) !== 'unsaid') return best;
  const isMet = ({ reading }: Judged) =>
    reading.words.some(({ word, exact }) => exact && word === subject.word);
  return others.find(isMet) ?? best;
}

/**
 * 铁路2028年才建成吧 is held against what the report says of this railway, of another year, rather than against what it
 * says of 2028.
 */
export function ofTheYearItNames(
  question: Question,
  best: Judged,
  nearest: Judged | null,
): Judged | undefined {
  const isOfIt =
    nearest !== null &&
    nearest !== best &&
    question.time.years.length === 1 &&
    nearest.features.year < 0 &&
    nearest.reading.sentence.frame.from === nearest.reading.sentence.frame.to &&
    nearest.probability > best.probability &&
    named(question, nearest) > named(question, best);
  return isOfIt && putsForward(question) && figureClaims(question.text).length === 0 ? nearest : undefined;
}

/**
 * 到2020年底才全部脱贫吧 is held against 到2018年底全部脱贫: only the year is put forward, and the sentence says another
 * one of all that is asked about.
 */
function isPutForAnotherYear({ text }: Question, { features, reading }: Judged): boolean {
  const { report, sentence } = reading;
  const told = report.text.slice(sentence.start, sentence.end);
  return (
    figureClaims(text).length === 0 &&
    features.covered >= ALL_WORDS &&
    yearsIn(told).some(({ from, to }) => from === to && from === sentence.frame.from)
  );
}

/** What is called done and is told of as a plan, in more of the question's words than what was done has. */
export function onlyPlanned(question: Question, best: Judged, others: readonly Judged[]): Judged | undefined {
  if (!SAYS_DONE.test(question.text)) return undefined;
  const known = checkPremise(question, best);
  if (known === 'right' || known === 'wrong') return undefined;
  return others.find(
    (one) => one.features.covered > best.features.covered && checkPremise(question, one) === 'planned',
  );
}

/** The quote holds a figure that the question puts forward, and not as what was before. */
export function holdsClaim(question: Question, one: Judged): boolean {
  const text = quotedText(one);
  const held = writtenFigures(text);
  const former = claimsOf(text).filter((claim) => claim.former);
  return (
    writtenFigures(question.text).some((figure) => held.includes(figure)) &&
    !claimsOf(question.text).some((claim) =>
      former.some(({ kind, value }) => kind === claim.kind && value === claim.value),
    )
  );
}

/** A premise whose figure holds, but of another year than the one it is put forward for, or that is called done and is planned. */
export function isSaidOfAnotherYear(question: Question, nearest: Judged): boolean {
  return (
    question.time.years.length === 1 &&
    nearest.features.year < 0 &&
    nearest.reading.sentence.frame.from !== null &&
    putsForward(question) &&
    (holdsClaim(question, nearest) ||
      isPutForAnotherYear(question, nearest) ||
      checkPremise(question, nearest) === 'planned')
  );
}
