import type { RefusalReason } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import type { Request } from '../question/read-request.ts';
import { putsForward } from './check-premise.ts';
import type { Judged } from './decide.ts';
import { tellingFigures } from './figure-kinds.ts';

/** What has nothing to do with a report; an errand or an opinion may be about its subjects. */
const OUTSIDE: readonly RefusalReason[] = ['complaint', 'off-topic'];
/** A sentence with this share of what the question is about, in its own words, speaks of it. */
const RELATED_WORDS = 0.5;
/** Below this share of the threshold nothing is shown as related, unless it has the question's words; some of them make less enough. */
const RELATED = 0.25;
const RELATED_BY_SOME = 0.1;
const SOME_WORDS = 0.2;
/** A sentence this near, of the threshold, speaks for a message that the head takes for none to a report. */
const GAINSAYS = 0.5;
/** What somebody wants to have done at a counter. */
const AT_A_COUNTER = /办|领(?!导|域|先)|申请|报名|交(?!通|易|付)|窗口|材料|证(?!券|明)/u;

/**
 * What is taken for no question to the report, and yet it asks when, where, how much or the like of something that the
 * report speaks of, or by a name that few of its sentences have: 碧澜大道全长几公里.
 */
export function isGainsaid(
  question: Question,
  { worded, reason }: Request,
  judged: readonly Judged[],
  related: Judged | null,
  threshold: number,
): boolean {
  const { asks, text } = question;
  // 企业服务热线号码是多少: the report has the line and not its number.
  if (worded)
    return reason === 'errand' && asks === 'figure' && (hasItsWords(related) || judged.some(hasItsLine));
  if (asks === 'general' || asks === 'yesno') return false;
  if (OUTSIDE.includes(reason) && (hasItsWords(related) || isNear(related, threshold))) return true;
  const isNamed = reason === 'off-topic' || (reason === 'errand' && !AT_A_COUNTER.test(text));
  return isNamed && judged.some(({ reading }) => reading.words.some(({ isOwnName }) => isOwnName));
}

/** What the head alone takes for an opinion or the like, and yet it puts a figure forward that the report can be held against. */
export function isHeldAgainst(question: Question, request: Request | null): boolean {
  return (
    request !== null &&
    !request.worded &&
    (request.reason === 'opinion' || OUTSIDE.includes(request.reason)) &&
    putsForward(question) &&
    tellingFigures(question.text).length > 0
  );
}

function hasItsWords(related: Judged | null): boolean {
  return related !== null && related.features.covered >= RELATED_WORDS;
}

function hasItsLine({ reading }: Judged): boolean {
  return reading.words.some(({ word, exact }) => exact && /热线|专线/.test(word));
}

function isNear(related: Judged | null, threshold: number): boolean {
  return related !== null && related.probability >= GAINSAYS * threshold;
}

/** 新建公厕花了多少钱 of 新建公厕36座; the weather is not related to a sentence about 家风. */
export function isRelated({ probability, features }: Judged, threshold: number): boolean {
  const enough = threshold * (features.covered >= SOME_WORDS ? RELATED_BY_SOME : RELATED);
  return probability >= enough || features.covered >= RELATED_WORDS;
}
