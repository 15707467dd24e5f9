import type { Question } from '../domain/question.ts';
import type { Judged, Picks } from './decide.ts';
import { figureKinds } from './figure-kinds.ts';
import { premisePicks } from './pick-premise.ts';
import { amongTargets, differs, otherYear } from './prefer-targets.ts';
import { quotedText } from './read-candidate.ts';

/** A further quote must be about as likely as the best one. */
const SHARE_OF_BEST = 0.6;
const MOST_QUOTES = 3;
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
  if (question.asks === 'yesno' && question.time.years.length < 2)
    return premisePicks(question, best, unsure);
  if (question.time.years.length > 1) {
    const first = question.asks === 'figure' ? amongTargets(best, others) : best;
    const other = otherYear(unsure, first, 0.3);
    return other === undefined ? [first] : inOrder([first, other]);
  }
  const near = others.filter(({ probability }) => probability >= SHARE_OF_BEST * best.probability);
  if (question.asks === 'figure' && /各|分别/.test(question.text))
    return inOrder([best, ...near.filter((one) => !differs(one, best)).slice(0, MOST_QUOTES - 1)]);
  if (
    question.asks === 'figure' ||
    (question.asks === 'general' && question.text.length <= KEYWORDS && holdsFigure(best))
  ) {
    return bothYears(question, best, unsure);
  }
  if (
    question.asks === 'done' ||
    question.asks === 'planned' ||
    question.asks === 'general' ||
    question.asks === 'how' ||
    question.asks === 'list'
  ) {
    const here = near.filter((one) => standsBy(one, best));
    // A heading says that something is done; what is done stands under it.
    const under =
      best.features.heading === 1 ? [...others, ...unsure].filter((one) => standsUnder(one, best)) : [];
    const [first, ...rest] = under.slice(0, MOST_QUOTES);
    if (first !== undefined) return inOrder([first, ...rest]);
    return inOrder([best, ...here.slice(0, MOST_QUOTES - 1)]);
  }
  return [best];
}

/** A figure asked for without a year is given for the year reviewed and the year planned where both have it. */
function bothYears(question: Question, best: Judged, others: readonly Judged[]): Picks {
  const open = question.time.years.length === 0 && question.time.period === null;
  if (!open || WANTS_PLAN.test(question.text) !== WANTS_RESULT.test(question.text)) return [best];
  const other = otherYear(others, best, 0.15);
  return other === undefined ? [best] : inOrder([best, other]);
}

/** Told under the same heading, of the same time. */
function standsBy({ reading }: Judged, { reading: best }: Judged): boolean {
  return (
    reading.report === best.report &&
    reading.sentence.frame.role === best.sentence.frame.role &&
    reading.sentence.headingPath.at(-1) === best.sentence.headingPath.at(-1)
  );
}

/** The innermost heading of the one is the other. */
function standsUnder({ reading }: Judged, { reading: { report, sentence } }: Judged): boolean {
  const heading = report.text.slice(sentence.start, sentence.end).replace(/[。：:\s]+$/u, '');
  const { headingPath, kind } = reading.sentence;
  return reading.report === report && kind === 'body' && (headingPath.at(-1) ?? '').includes(heading);
}

function holdsFigure(one: Judged): boolean {
  return figureKinds(quotedText(one)).length > 0;
}

function inOrder(picks: [Judged, ...Judged[]]): [Judged, ...Judged[]] {
  return picks.sort((a, b) => a.quote.start - b.quote.start);
}
