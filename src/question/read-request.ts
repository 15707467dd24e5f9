import type { RefusalReason } from '../domain/answer.ts';
import { INTENTS, type Intent, type IntentProbabilities } from '../domain/intent.ts';
import { recogniseRequest } from './recognise-request.ts';

/** What a message wants that no report can give. */
export interface Request {
  readonly reason: RefusalReason;
  /** How likely it is a question to the report all the same, 0…1; null where no sentence could be the answer. */
  readonly chance: number | null;
  /** Its wording told it, not the head alone. */
  readonly worded: boolean;
  /** What told it, in a few words for staff. */
  readonly rule: string;
}

/** Small talk that no phrase gave away is asked back about. */
const REASONS = {
  errand: 'errand',
  complaint: 'complaint',
  emergency: 'emergency',
  opinion: 'opinion',
  'off-topic': 'off-topic',
  injection: 'injection',
  privacy: 'privacy',
  smalltalk: 'not-understood',
} as const satisfies Record<Exclude<Intent, 'report'>, RefusalReason>;

/** What is never searched, once its wording tells it or the head is all but certain. */
const NEVER_SEARCHED: readonly RefusalReason[] = ['injection', 'privacy', 'emergency'];
const GRAVE: readonly Intent[] = ['injection', 'privacy', 'emergency'];
/** A wrong refusal of what is never searched cannot be mended by a sentence that answers. */
const ALL_BUT_CERTAIN = 0.01;
/** 老人住的地方 reads like a question for somebody's address up to this. */
const SURELY_PRIVATE = 0.9;
/** 家里老人没人照顾，孩子在老家: what is so all the time is no alarm, unless something else in it is. */
const STANDING = /没(?:有)?人(?:照[顾看料]|带|陪|养|伺候)|一直|常年|长期|平时|每[天晚]|天天/u;
const ACUTE =
  /突然|忽然|刚刚?|快|救|死|血|[昏晕]|火|烟|[疼痛]|[摔跌掉跳]|[刀杀砍打抢偷]|毒|气|[丢失]|不[见动醒应行]|活|急|抽|烧|吞|噎|淹|电|撞|困|伤|要生|羊水/u;
/** What a wording leaves of the chance of a question to the report. */
const WORDED = 0.02;
/** At this chance a message is a question to the report like any other. */
const PLAIN = 0.94;
/** How much of the odds against the message a sentence must make good. */
const SHARE = 0.3;

/** 帮我登记一下, 我医保卡里还剩多少: wants something done with what is the asker's own. */
const OF_ONES_OWN =
  /(?:帮|替|给)(?:我|俺|咱)[^,，。]{0,6}(?:办|登记|申请|签|预约|报名|补)|查(?:一?下|查|一查)?(?:我|俺)(?!们?(?:邻居|隔壁))|(?:我|俺)[^,，。]{0,4}(?:医保|社保|公积金|养老金|低保|余额)/u;
const OF_OTHERS = /邻居|隔壁|对门|楼上|楼下|别人|人家|他家|她家|其他/u;

/** The request a normalised message makes of something other than a report; null where it is likelier a question to one. */
export function readRequest(text: string, intents: IntentProbabilities): Request | null {
  const worded = ownErrand(recogniseRequest(text), text);
  if (worded !== null) {
    const searched = worded !== 'opinion' && !NEVER_SEARCHED.includes(worded);
    const chance = searched ? Math.min(WORDED, intents.report) : null;
    return { reason: worded, chance, worded: true, rule: `wording of a request: ${worded}` };
  }
  if (intents.report >= 0.5) return null;
  const intent = likeliest(intents, text);
  const reason = ownErrand(REASONS[intent], text);
  // The head has read few messages without Chinese: it does not keep one from being searched.
  const searched =
    intents.report >= ALL_BUT_CERTAIN || !NEVER_SEARCHED.includes(reason) || !/\p{Script=Han}/u.test(text);
  return {
    reason,
    chance: searched ? intents.report : null,
    worded: false,
    rule: `reads like: ${intent} (question to the report ${intents.report.toFixed(2)})`,
  };
}

/** 替我登记一下，身份证号我发你 asks for nobody's secrets. */
function ownErrand<R extends RefusalReason | null>(reason: R, text: string): R | 'errand' {
  return reason === 'privacy' && OF_ONES_OWN.test(text) && !OF_OTHERS.test(text) ? 'errand' : reason;
}

/** The likeliest of what is no question to a report; nobody is told of alarm or attack on less than even odds. */
function likeliest(intents: IntentProbabilities, text: string): Exclude<Intent, 'report'> {
  const others = INTENTS.filter((one) => one !== 'report').sort((a, b) => intents[b] - intents[a]);
  const intent =
    others.find(
      (one) => intents[one] >= (one === 'privacy' ? SURELY_PRIVATE : 0.5) || !GRAVE.includes(one),
    ) ?? 'off-topic';
  return intent === 'emergency' && STANDING.test(text) && !ACUTE.test(text) ? 'complaint' : intent;
}

/**
 * The probability that a sentence must reach to answer a message that is a question to the report with this
 * chance: the odds of the threshold, times a share of the odds against the message.
 */
export function raisedThreshold(threshold: number, chance: number, share = SHARE): number {
  const raise = share * Math.max(0, logOdds(PLAIN) - logOdds(chance));
  return 1 / (1 + Math.exp(-(logOdds(threshold) + raise)));
}

function logOdds(probability: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(inside / (1 - inside));
}
