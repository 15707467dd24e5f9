import type { RefusalReason } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { isLeanedOn } from '../question/content-words.ts';
import { type Request, raisedThreshold } from '../question/read-request.ts';
import { ACCOUNTS, asksDeeds } from './account.ts';
import type { Features } from './candidate-features.ts';
import { announcedList, chooseList, holdsCounted, wantedCount } from './choose-list.ts';
import type { ReportList } from './find-list.ts';
import { isGainsaid, isHeldAgainst, isRelated, tellsLine, thresholdOf } from './gainsay.ts';
import { tellsDay } from './lacking-circumstance.ts';
import { lackingNames } from './lacking-names.ts';
import { nothingLacking } from './nothing-lacking.ts';
import { atOdds, oddsFor } from './odds.ts';
import { outwordedBy, toldOfAnotherYear } from './outworded.ts';
import { holdsClaim, isSaidOfAnotherYear, ofTheYearItNames, onlyPlanned } from './pick-premise.ts';
import { pickQuotes } from './pick-quotes.ts';
import { targetFirst } from './prefer-targets.ts';
import { everyOneFirst, wholeFirst } from './prefer-whole.ts';
import {
  explainedFirst,
  inItsWords,
  withAFigure,
  withItsNumber,
  withSubstance,
  withWhatIsNew,
} from './prefer-worded.ts';
import { ofTheYear } from './prefer-years.ts';
import { quotedText, type Reading } from './read-candidate.ts';
import { ofItsField } from './subject-fields.ts';
import { asWholeMember } from './told-on.ts';
import { rememberLacking } from './what-is-lacking.ts';

/** A candidate with the quote it would give and how likely that answers. */
export interface Judged {
  readonly reading: Reading;
  readonly quote: Span;
  readonly features: Features;
  readonly probability: number;
  /** False where it cannot be the answer: another year, or no figure of the kind asked for. */
  readonly able: boolean;
  /** False where a place or one of a class is asked for and the sentence names none. */
  readonly namesAsked: boolean;
}

export type Picks = readonly [Judged, ...Judged[]];

export type Verdict =
  | {
      readonly kind: 'answer';
      readonly rule: string;
      readonly picks: Picks;
      readonly list: ReportList | null;
    }
  | {
      readonly kind: 'refuse';
      readonly rule: string;
      readonly reason: RefusalReason;
      readonly nearest: Judged | null;
    };

/** From this chance of being a question to the report on, a message that nothing answers gets the report's own “no”. */
const DOUBTFUL = 0.3;
/** Three are asked for and a sentence that has some of the question's words names three: that is likelier than it looks. */
const COUNTED = 0.4;
const COUNTED_AMONG = 3;
const SOME_WORDS = 0.2;
/** The other year of the same thing is believed at this share of the threshold: the first has shown what is meant. */
const OTHER_YEAR = 0.4;
/** 重点做好以下五个方面的工作 answers nothing by itself. */
const ANNOUNCES = /(?:以下|下面|下列|如下)[^，。；]{0,12}(?:工作|方面|任务|事项|措施|目标)[：:。]?$/u;
const NAMES_ASKED = /哪|叫什么|名字|名称|谁|在什么地方/;
/** So many characters beside the question's own are a verb. */
const FEW = 4;
const SHORTEST_NAME = 2;
/** What goes before the likeliest, each held against what the one before it has left. */
const PREFERENCES = [
  wholeFirst,
  everyOneFirst,
  withItsNumber,
  inItsWords,
  withAFigure,
  withWhatIsNew,
  explainedFirst,
  withSubstance,
] as const;

/** Which candidates answer, or which "no": the probability decides, after what cannot be an answer is set aside. */
export function decide(
  question: Question,
  judged: readonly Judged[],
  context: {
    readonly threshold: number;
    /** Still answered where a sentence answers it surely enough. */
    readonly request: Request | null;
    readonly yearCovered: boolean;
  },
): Verdict {
  if (!context.yearCovered)
    return { kind: 'refuse', rule: 'no report speaks of that year', reason: 'other-year', nearest: null };
  const ranked = [...judged].sort((a, b) => b.probability - a.probability);
  const nearest = ranked[0] ?? null;
  const request = isHeldAgainst(question, context.request) ? null : context.request;
  const threshold = thresholdOf(question, request, context.threshold);
  // What is told besides must be as sure as of any other message.
  const firm = raisedThreshold(context.threshold, request?.chance ?? 1);
  const lackingIn = rememberLacking(question);
  const line = ranked.find((one) => tellsLine(question, one));
  if (line !== undefined)
    return { kind: 'answer', rule: 'the number of the line', picks: [line], list: null };
  const mayAnswer = ofTheYear(
    question,
    lackingIn,
    ranked.filter(
      (one, place) =>
        one.able &&
        (asksNumberOrRow(question) || !ANNOUNCES.test(quotedText(one))) &&
        (one.probability >= atOdds(oddsFor(question, one, nearest), threshold) ||
          (one.probability >= context.threshold && tellsDay(question, one.reading)) ||
          (place < COUNTED_AMONG && isCounted(question, one, context.threshold))),
    ),
  );
  const able = ofItsField(question, mayAnswer);
  const whole = able.filter((one) => lackingIn(one) === null);
  const preferred = PREFERENCES.reduce(
    (best, prefer) => prefer(question, best, able),
    targetFirst(question, able),
  );
  const best = nothingLacking(question, preferred, whole);
  const others = whole.filter((one) => one !== best && (firm === threshold || one.probability >= firm));
  const related =
    nearest !== null && isRelated(nearest, context.threshold) ? nearest : ofTheEarlierTopic(question, ranked);
  if (best === undefined) {
    if (
      request !== null &&
      (request.chance ?? 0) < DOUBTFUL &&
      !isGainsaid(question, request, ranked, related, context.threshold)
    )
      return {
        kind: 'refuse',
        rule: request.rule,
        reason: request.reason,
        nearest: related,
      };
    if (nearest !== null && nearest.probability >= threshold && isSaidOfAnotherYear(question, nearest))
      return ofAnotherYear(nearest);
    if (nearest !== null && !nearest.able && nearest.probability >= threshold) {
      return notThis(whyUnable(nearest), nearest);
    }
    const reason = related === null ? 'not-in-report' : 'mentioned-but-not-this';
    return {
      kind: 'refuse',
      rule: `no probability reaches ${threshold.toFixed(3)}`,
      reason,
      nearest: related,
    };
  }
  const dated = ofTheYearItNames(question, best, nearest);
  if (dated !== undefined) return ofAnotherYear(dated);
  const outwording = outwordedBy(question, best, ranked);
  if (outwording !== undefined && isSaidOfAnotherYear(question, outwording)) return ofAnotherYear(outwording);
  if (outwording !== undefined) return notThis(whyUnable(outwording), outwording);
  const planned = onlyPlanned(question, best, ranked);
  if (planned !== undefined) return ofAnotherYear(planned);
  const lacking = lackingIn(best);
  if (lacking !== null) {
    const elsewhen = toldOfAnotherYear(question, best, ranked, lackingIn);
    return elsewhen === undefined ? notThis(lacking, best) : ofAnotherYear(elsewhen);
  }
  const named = wantedCount(question);
  const list =
    question.asks === 'list' || question.ordinal !== null || (question.asks === 'which' && (named ?? 0) > 2)
      ? listAsked(question, whole)
      : ACCOUNTS.has(question.asks)
        ? announcedList(best)
        : null;
  if (
    named !== null &&
    named > 2 &&
    (question.asks === 'list' || question.asks === 'which') &&
    list === null &&
    others.length + 1 < named
  ) {
    return notThis(`no list of ${named} is found`, best);
  }
  if (
    list === null &&
    question.asks !== 'time' &&
    NAMES_ASKED.test(question.text) &&
    holdsClaim(question, best) &&
    addsNothing(question, best)
  )
    return notThis('which ones is asked for and only their number is told', best);
  const unnamed = list === null ? lackingNames(question, best.reading) : null;
  if (unnamed !== null) return notThis(unnamed, best);
  const unsure = ranked.filter(
    (one) => one.able && one !== best && one.probability >= OTHER_YEAR * firm && lackingIn(one) === null,
  );
  return {
    kind: 'answer',
    rule: `probability at least ${threshold.toFixed(3)}`,
    picks: pickQuotes(
      question,
      question.asks === 'list' && !asksDeeds(question) ? asWholeMember(best) : best,
      others,
      unsure,
    ),
    list,
  };
}

/** 有哪些计划 is told by no row of names within a sentence (打造甲、乙两个示范点), unless so many are asked for. */
function listAsked(question: Question, whole: readonly Judged[]): ReportList | null {
  const list = chooseList(question, whole);
  const isRow = list?.quotes.length === 1;
  return isRow && asksDeeds(question) && wantedCount(question) === null ? null : list;
}

/** What is announced may be told by its number, or stand below. */
function asksNumberOrRow({ asks }: Question): boolean {
  return asks === 'list' || asks === 'figure';
}

function isCounted(
  question: Question,
  { reading, features, probability }: Judged,
  threshold: number,
): boolean {
  return (
    probability >= COUNTED * threshold && features.covered >= SOME_WORDS && holdsCounted(question, reading)
  );
}

/** 这个项目哪个月能用 after a question about a thing that the report speaks of: the sentence that has most of its words. */
function ofTheEarlierTopic(question: Question, ranked: readonly Judged[]): Judged | null {
  const asked = question.text.toLowerCase();
  const weightOf = ({ reading }: Judged) =>
    reading.words
      .filter(({ word, exact }) => exact && word.length > 1 && isLeanedOn(word, question))
      .filter(({ word }) => asked.includes(word))
      .reduce((sum, { weight }) => sum + weight, 0);
  const [most] = [...ranked].sort((a, b) => weightOf(b) - weightOf(a));
  return most !== undefined && weightOf(most) > 0 ? most : null;
}

function ofAnotherYear(said: Judged): Verdict {
  return { kind: 'answer', rule: 'said of another year', picks: [said], list: null };
}

/** Refused, with the sentence that speaks of it and does not answer. */
function notThis(rule: string, nearest: Judged): Verdict {
  return { kind: 'refuse', rule, reason: 'mentioned-but-not-this', nearest };
}

/** The quote says no more than the question does: 那15条高速是哪些 is not answered by 15条高速公路建成通车. */
function addsNothing({ text }: Question, best: Judged): boolean {
  const quoted = quotedText(best);
  // 甲乙成为试点城市 names which.
  if (
    [...quoted].slice(0, SHORTEST_NAME).every((mark) => /\p{Script=Han}/u.test(mark) && !text.includes(mark))
  )
    return false;
  const said = [...quoted].filter((mark) => /[\p{Script=Han}\p{L}]/u.test(mark));
  return said.filter((mark) => !text.includes(mark)).length <= FEW;
}

function whyUnable({ features }: Judged): string {
  if (features.year < 0) return 'the likeliest sentence speaks of another year';
  return 'the likeliest sentence lacks the kind of figure asked for';
}
