import type { RefusalReason } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import type { Features } from './candidate-features.ts';
import type { Reading } from './read-candidate.ts';

/** A candidate with the quote it would give and how likely that answers. */
export interface Judged {
  readonly reading: Reading;
  readonly quote: Span;
  readonly features: Features;
  readonly probability: number;
  /** False where it cannot be the answer: another year, or no figure of the kind asked for. */
  readonly able: boolean;
}

export type Verdict =
  | { readonly kind: 'answer'; readonly rule: string; readonly picks: readonly [Judged, ...Judged[]] }
  | { readonly kind: 'refuse'; readonly rule: string; readonly reason: RefusalReason; readonly nearest: Judged | null };

/** A request that is no question to a report is still answered where a sentence answers it almost surely. */
const SURE = 0.9;
/** A further quote must be about as likely as the best one. */
const SHARE_OF_BEST = 0.75;
const MOST_QUOTES = 3;
/** Below this share of the threshold nothing is shown as related. */
const RELATED = 0.4;
const WANTS_PLAN = /目标|计划|打算|准备|预期|力争|争取|安排|规划|想要?|将|要(?!求)|plan|target|goal/i;
const WANTS_RESULT = /完成|实现了|达到了|做了|干了|取得|实际|了(?:多少|几)|结果|成绩/;

/** Which candidates answer, or which "no": the probability decides, after what cannot be an answer is set aside. */
export function decide(
  question: Question,
  judged: readonly Judged[],
  context: { readonly threshold: number; readonly request: RefusalReason | null; readonly yearCovered: boolean },
): Verdict {
  const ranked = [...judged].sort((a, b) => b.probability - a.probability);
  const nearest = ranked[0] ?? null;
  if (!context.yearCovered) return { kind: 'refuse', rule: 'the report has no such year', reason: 'other-year', nearest: null };
  const able = ranked.filter(({ able }) => able);
  const threshold = context.request === null ? context.threshold : Math.max(context.threshold, SURE);
  const best = able[0];
  if (best !== undefined && best.probability >= threshold) {
    return { kind: 'answer', rule: `probability at least ${threshold}`, picks: pick(question, best, able, threshold) };
  }
  const related = nearest !== null && nearest.probability >= context.threshold * RELATED ? nearest : null;
  if (context.request !== null) return { kind: 'refuse', rule: `wording of a request: ${context.request}`, reason: context.request, nearest: related };
  if (best !== nearest && nearest !== null && nearest.probability >= context.threshold) {
    const rule = nearest.features.year < 0 ? 'the likeliest sentence speaks of another year' : 'the likeliest sentence lacks the kind of figure asked for';
    return { kind: 'refuse', rule, reason: 'mentioned-but-not-this', nearest };
  }
  const reason = related === null ? 'not-in-report' : 'mentioned-but-not-this';
  return { kind: 'refuse', rule: `no probability reaches ${threshold}`, reason, nearest: related };
}

function pick(question: Question, best: Judged, able: readonly Judged[], threshold: number): [Judged, ...Judged[]] {
  const others = able.filter((other) => other !== best && other.probability >= threshold && other.probability >= SHARE_OF_BEST * best.probability);
  if (question.asks === 'figure') return bothYears(question, best, others);
  if (question.asks === 'list' || question.ordinal !== null) return [best, ...others];
  if (question.asks === 'done' || question.asks === 'planned' || question.asks === 'general' || question.asks === 'how') {
    const here = others.filter(({ reading }) => reading.sentence.frame.role === best.reading.sentence.frame.role);
    return inOrder([best, ...here.slice(0, MOST_QUOTES - 1)]);
  }
  return [best];
}

/** A figure asked for without a year is given for the year reviewed and the year planned where both have it. */
function bothYears(question: Question, best: Judged, others: readonly Judged[]): [Judged, ...Judged[]] {
  const { role } = best.reading.sentence.frame;
  const wanted = question.time.years.length > 1 || (question.time.years.length === 0 && question.time.period === null);
  const leans = question.time.years.length === 0 && (WANTS_PLAN.test(question.text) !== WANTS_RESULT.test(question.text));
  if (!wanted || role === 'none' || leans) return [best];
  const other = others.find(
    ({ reading, features }) => reading.sentence.frame.role !== 'none' && reading.sentence.frame.role !== role && features.met >= best.features.met - 0.1,
  );
  return other === undefined ? [best] : inOrder([best, other]);
}

function inOrder(picks: [Judged, ...Judged[]]): [Judged, ...Judged[]] {
  return picks.sort((a, b) => a.quote.start - b.quote.start);
}
