import { type FindContentWords, namesTopic } from './content-words.ts';
import { timeWords, withoutTime } from './time-words.ts';

const MORE = '(?:多|少|高|低|快|慢)';
/** How people say which way it goes: 多了, 高一点. */
export const WAY =
  '(?:增加|增长|提高|上升|减少|下降|降低|多|少|高|低|快|慢|升|降|涨|跌|增|减)(?:了|些|点|一些|一点)?';
const BEFORE_WAY = '(?:是不是|会不会|有没有?|是否|到底|究竟|是|要|会|得|算|有|还|更|定得|往)*';
/** 是多了还是少了, 高还是低, 多不多, 少吗, 多多少, 高几个百分点, 哪个高, 差多少. */
const WHICH_WAY = new RegExp(
  `[,，]?${BEFORE_WAY}(?:${WAY}(?:(?:(?:还|或者?)?是|不|没)(?:更|往)?${WAY})?|(?:${MORE}|(?:中间|之间)?[,，]?相?差)(?:了|出)?(?:多少|几)[^,，?？]{0,5}|(?:哪个|哪边|哪一?年|谁)更?${MORE})(?:吗|么|呢|啊|呀)?[?？]?$`,
  'u',
);
/** What is said of a figure beside what it is the figure of: 实际完成的, 定的目标, 的任务. */
const SAID_OF_IT =
  '(?:的|了|得|数|定|设|要求|要|想要?|打算|准备|实际|完成|实现|达到|到手|到[账位]|任务|目标|计划|安排|指标|预期|预算|增速|增幅|增长率?|水平)';
/** 跟去年实际完成的比, 比去年, 和去年种的相比; the time is taken out before. */
const WITH_THE_OTHER = new RegExp(
  `${BEFORE_WAY}(?:比|[跟和与同较])(?:${SAID_OF_IT}*|(?:要|想要?|打算|准备|计划)?\\p{Script=Han}[的了]?)(?:相?比(?:较|起来)?)?$`,
  'u',
);
/** 跟去年的…比，今年的目标, and 今年比去年…. */
const WITH_IT_FIRST = new RegExp(
  `^(?:[跟和与同较比]|相?比于?)的?(?<thing>[^,，]{2,20}?)(?:的?相?比(?:较|起来)?)?(?:[,，]${SAID_OF_IT}*)?$`,
  'u',
);
/** 今年的目标 and 要求的 behind the thing; what kind of figure it is (增速) stays. */
const BEHIND_IT =
  /(?:[,，的]|定的?|要求的?|想要的?|打算|准备|实际|完成|任务|(?:增长)?(?:目标|计划|指标|要求)|安排|预期)+$/u;
/** 新栽了多少,和…比: how much is asked once. */
const ASKED_BEFORE = /(?<=\p{Script=Han}{2})[了过到]?(?:是|有)?(?:多少|几)[^,，]{0,3}[,，]$/u;
/** 为什么比去年少 is not told by how much. */
const ASKS_WHY = /为什么|为何|什么原因/u;
const RATE = /增速|增幅|增长/u;

/**
 * What two years of one thing are compared of: “输转劳动力是多少” of “输转劳动力今年的任务跟去年实际完成的比,是多了还是少了”.
 * The words that only compare stand in other sentences of a report. Null where no two years are
 * compared, or the reason is asked for.
 */
export function yearsCompared(text: string, find: FindContentWords): string | null {
  if (new Set(timeWords(text)).size !== 2 || ASKS_WHY.test(text)) return null;
  const timeless = withoutTime(text);
  const compared = withoutWay(timeless);
  if (compared === timeless) return null;
  const behind = compared.replace(WITH_THE_OTHER, '');
  const thing = WITH_IT_FIRST.exec(compared)?.groups?.thing ?? (behind === compared ? '' : behind);
  const own = thing
    .replace(ASKED_BEFORE, '')
    .replace(/^(?:定的|的)/u, '')
    .replace(BEHIND_IT, '');
  if (!find(own).some(namesTopic)) return null;
  return RATE.test(text) && !RATE.test(own) ? `${own}增长百分之几` : `${own}是多少`;
}

/** 比去年 of 比去年是多了还是少了. */
export function withoutWay(text: string): string {
  return text.replace(WHICH_WAY, '');
}
