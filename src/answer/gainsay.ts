import type { RefusalReason } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import { askedOfGovernment } from '../question/asked-of-government.ts';
import { type Request, raisedThreshold } from '../question/read-request.ts';
import { speaksOfThings } from '../question/speaks-of-things.ts';
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
/** What is asked of things at large is doubted by this share of the odds against its message, where a wording does not tell. */
const OF_THINGS = 0.1;
/** … and what whoever governs does about a story by this one: it may well be a complaint. */
const OF_GOVERNMENT = 0.2;
/** What a question about things at large may read like. */
const LIKE_THINGS: readonly RefusalReason[] = ['errand', 'opinion', 'off-topic'];
/** What is refused by its reading alone, whatever it speaks of. */
const GRAVE: readonly RefusalReason[] = ['injection', 'emergency'];
/** The number of a line that has a name. */
const LINE_ASKED =
  /(?:^|[的,，])((?:(?!的)\p{Script=Han}){2,8}[热专]线)(?:电话)?(?:的?号码)?(?:是|打|拨|为)?(?:多少|几|什么|啥|哪个)/u;
/** What somebody wants to have done at a counter. */
const AT_A_COUNTER = /办|领(?!导|域|先)|申请|报名|交(?!通|易|付)|窗口|材料|证(?!券|明)/u;

/**
 * What a sentence must reach to answer a message that may want something else: 异地看病能直接报销吗 less than 我妈的药费能报吗,
 * and 班里塞了七十号人,区里管不管 less than a complaint.
 */
export function thresholdOf(question: Question, request: Request | null, threshold: number): number {
  if (request === null) return threshold;
  return raisedThreshold(threshold, request.chance ?? 1, shareDoubted(question, request));
}

/** What share of the odds against its message counts; undefined for all that usually does. */
function shareDoubted(question: Question, { worded, reason }: Request): number | undefined {
  if (worded || GRAVE.includes(reason)) return undefined;
  if (speaksOfThings(question)) return OF_THINGS;
  return askedOfGovernment(question.text) === null ? undefined : OF_GOVERNMENT;
}

/** 心理援助热线是哪个号码: the sentence that gives a number beside that very line. */
export function tellsLine({ text }: Question, { reading: { report, sentence } }: Judged): boolean {
  const line = LINE_ASKED.exec(text)?.[1];
  if (line === undefined) return false;
  const told = report.text.slice(sentence.start, sentence.end);
  return new RegExp(String.raw`\d{3,}\D{0,2}${line}|${line}\D{0,4}\d{3,}`, 'u').test(told);
}

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
  const ofThings = speaksOfThings(question);
  if ((asks === 'general' || asks === 'yesno') && !ofThings) return false;
  const isAtCounter = AT_A_COUNTER.test(text);
  if (ofThings && LIKE_THINGS.includes(reason) && !isAtCounter && speaksOf(related, threshold)) return true;
  if (OUTSIDE.includes(reason) && (hasItsWords(related) || isNear(related, threshold))) return true;
  const isNamed = reason === 'off-topic' || (reason === 'errand' && !isAtCounter);
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

/** Has some of its words and is not far from answering. */
function speaksOf(related: Judged | null, threshold: number): boolean {
  if (related === null) return false;
  return related.features.covered >= SOME_WORDS && related.probability >= RELATED * threshold;
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
