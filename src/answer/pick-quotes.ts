import type { Question } from '../domain/question.ts';
import { ACCOUNTS, asksAtLarge, isAccountOf } from './account.ts';
import { checkPremise } from './check-premise.ts';
import type { Judged, Picks } from './decide.ts';
import { figureKinds, tellsRate, writtenFigures } from './figure-kinds.ts';
import { premisePicks } from './pick-premise.ts';
import { amongTargets, differs, otherYear } from './prefer-targets.ts';
import { asksSeveralYears } from './prefer-years.ts';
import { quotedText } from './read-candidate.ts';
import { addsToIt, standsUnder, toldOn } from './told-on.ts';

/** A further quote must be about as likely as the best one. */
const SHARE_OF_BEST = 0.6;
/** Where the quotes are the whole answer, what may be meant as well is shown from this share of the best's likelihood on. */
const MAY_BE_MEANT = 0.4;
/** A figure whose sentence has less than this share of the question's words is told beside one about as likely that has no fewer. */
const ITS_WORDS = 0.9;
const AS_LIKELY = 0.7;
const MOST_QUOTES = 3;
/** All quotes of an account together, but for a single long one. */
const LONGEST_REPLY = 200;
/** A message up to this length without an interrogative names an indicator. */
const KEYWORDS = 14;
const WANTS_PLAN = /目标|计划|打算|准备|预期|力争|争取|安排|规划|想要?|将|要(?!求)|plan|target|goal/i;
const WANTS_RESULT = /完成|实现了|达到了|做了|干了|取得|实际|了(?:多少|几)|结果|成绩/;

/**
 * What is quoted beside the best candidate: the other year's figure, what stands by it of an account, or nothing.
 * `others` reach the threshold, `unsure` need not; both best first.
 */
export function pickQuotes(
  question: Question,
  best: Judged,
  others: readonly Judged[],
  unsure: readonly Judged[],
): Picks {
  if (question.asks === 'yesno' && question.time.years.length < 2) {
    const picks = premisePicks(question, best, unsure);
    const isOpen = (one: Judged) => checkPremise(question, one) === null;
    return picks.length === 1 && isOpen(picks[0])
      ? withOthersMeant(picks, best, others.filter(isOpen), MAY_BE_MEANT)
      : picks;
  }
  if (question.time.years.length > 1) {
    const first = question.asks === 'figure' ? amongTargets(best, others) : best;
    const other = otherYear(question, unsure, first, 0.3);
    return other === undefined ? [first] : inOrder([first, other]);
  }
  const near = others.filter(({ probability }) => probability >= SHARE_OF_BEST * best.probability);
  if (question.asks === 'figure' && /各|分别/.test(question.text))
    return inOrder([best, ...near.filter((one) => !differs(one, best)).slice(0, MOST_QUOTES - 1)]);
  if (
    question.asks === 'figure' ||
    (question.asks === 'general' && question.text.length <= KEYWORDS && holdsFigure(best))
  ) {
    const picks = bothYears(question, best, unsure);
    return picks.length === 1 ? withRival(best, others) : picks;
  }
  if (ACCOUNTS.has(question.asks) || question.asks === 'list')
    return question.ordinal === null ? accountPicks(question, best, others, unsure) : [best];
  return question.ordinal === null ? withOthersMeant([best], best, others, SHARE_OF_BEST) : [best];
}

/** What is told of a subject: what stands under the heading that is likeliest, or the likeliest and what is meant as well. */
function accountPicks(
  question: Question,
  best: Judged,
  others: readonly Judged[],
  unsure: readonly Judged[],
): Picks {
  // A heading says that something is done; what is done stands under it.
  const under =
    best.features.heading === 1 ? [...others, ...unsure].filter((one) => standsUnder(one, best)) : [];
  const [first, ...rest] = under.slice(0, MOST_QUOTES);
  if (first !== undefined) return inOrder([first, ...rest]);
  if (!isAccountOf(question)) return meantAsWell(best, others);
  const told = asksAtLarge(question) ? toldOn(best, unsure) : best;
  return inShort(
    told,
    meantAsWell(
      told,
      others.filter((one) => addsToIt(one, told)),
    ),
  );
}

/** What is told with as much besides as is read at a glance. */
function inShort(told: Judged, picks: Picks): Picks {
  let room = LONGEST_REPLY - quotedText(told).length;
  const fits = (one: Judged) => {
    room -= one === told ? 0 : quotedText(one).length;
    return one === told || room >= 0;
  };
  const [first = told, ...rest] = picks.filter(fits);
  return [first, ...rest];
}

function meantAsWell(best: Judged, others: readonly Judged[]): Picks {
  const here = others.filter(
    (one) => one.probability >= SHARE_OF_BEST * best.probability && standsBy(one, best),
  );
  return withOthersMeant(inOrder([best, ...here.slice(0, MOST_QUOTES - 1)]), best, others, MAY_BE_MEANT);
}

/** Where the report's words are the answer, a person picks the better of two places at a glance. */
function withOthersMeant(picks: Picks, best: Judged, others: readonly Judged[], share: number): Picks {
  const meant = others.filter((one) => !picks.includes(one) && one.probability >= share * best.probability);
  const [first, ...rest] = picks;
  const all = [first, ...[...rest, ...meant].slice(0, MOST_QUOTES - 1)];
  // One phrase may stand in several places.
  const texts = all.map(quotedText);
  return [first, ...all.slice(1).filter((one, place) => texts.indexOf(quotedText(one)) === place + 1)];
}

/** 505万下岗失业人员实现再就业 beside 城镇新增就业1184万人 where 又找到工作 may mean either. */
function withRival(best: Judged, others: readonly Judged[]): Picks {
  const rival = others.find(
    (one) =>
      one.probability >= AS_LIKELY * best.probability &&
      one.features.covered >= best.features.covered &&
      !differs(one, best) &&
      tellsOther(one, best),
  );
  return rival === undefined || best.features.covered >= ITS_WORDS ? [best] : inOrder([best, rival]);
}

/** It holds a figure that the best one does not. */
function tellsOther(one: Judged, best: Judged): boolean {
  const told = writtenFigures(quotedText(best));
  return writtenFigures(quotedText(one)).some((figure) => !told.includes(figure));
}

/** A figure asked for without a year is given for the year reviewed and the year planned where both have it. */
function bothYears(question: Question, best: Judged, others: readonly Judged[]): Picks {
  const open =
    question.time.years.length === 0 && question.time.period === null && !asksSeveralYears(question);
  if (!open || WANTS_PLAN.test(question.text) !== WANTS_RESULT.test(question.text)) return [best];
  const other = otherYear(question, others, best, 0.15);
  const isTold = other !== undefined && (question.asks !== 'figure' || tellsItsKind(other, best));
  return isTold ? inOrder([best, other]) : [best];
}

/** The other year's figure is of a kind that the best one tells; a number of beds is none of a share of them. */
function tellsItsKind(other: Judged, best: Judged): boolean {
  const [kinds, own] = [other, best].map((one) => figureKinds(quotedText(one)));
  const told = quotedText(other);
  return own?.length === 0 || kinds?.some((kind) => own?.includes(kind)) === true || tellsRate('none', told);
}

/** Told under the same heading, of the same time. */
function standsBy({ reading }: Judged, { reading: best }: Judged): boolean {
  return (
    reading.report === best.report &&
    reading.sentence.frame.role === best.sentence.frame.role &&
    reading.sentence.headingPath.at(-1) === best.sentence.headingPath.at(-1)
  );
}

export function holdsFigure(one: Judged): boolean {
  return figureKinds(quotedText(one)).length > 0;
}

function inOrder(picks: [Judged, ...Judged[]]): [Judged, ...Judged[]] {
  return picks.sort((a, b) => a.quote.start - b.quote.start);
}
