import { type FindContentWords, namesTopic } from './content-words.ts';
import { asksOfNow, timeWords, withoutTime } from './time-words.ts';

const WILL = '(?<![社协工商学委机大联博省晚])会(?!议|展|计)|将|要(?!求|素|点)';
/** What is planned of a subject stands behind these. */
const AUXILIARY = new RegExp(`(?<=\\p{Script=Han}{2})(?:${WILL}|几年(?!级)|哪一?年|什么时候|何时)`, 'u');
const OPENS_PREDICATE = new RegExp(`(?<=\\p{Script=Han}{2})(?:今年|去年|20\\d\\d年|有|是|${WILL})`, 'u');
/** 全国排第几 was asked of the topic and is no part of it. */
export const RANK =
  /在?(?:全[国省市县区州旗])?(?:能|又|都)?(?:排|位列|位居|居)(?:在|到|名)?(?:第几|多少|几).*$/u;
const AMOUNT =
  /百分之(?:多少|几)|(?:多少|几)[万亿]*(?:平方米|平方公里|公里|平米|公顷|个百分点|户|张|亩|吨|级|届|套|辆|台|公斤|元|天|岁|人次|人(?![口均大])|立方米)/gu;
/** 之前建了多少 is not asked of the year that was spoken of. */
const EARLIER = /之前|以前|原来|原先|此前|先前|当时/u;
/** 什么时候轮到我们, 要到哪年: another time than the one spoken of. */
const LATER = /轮[到上着]|往后|以后|之后|哪一?年/u;

/** 比去年多多少 tells no time of its own. */
const COMPARED_WITH =
  /[比较](?:去年|上一?年|前一?年|20\d\d年)|[跟和同与](?:去年|上一?年|前一?年|20\d\d年)(?=相?比)/gu;
/** 比上年增长多少 asks how much, as 多少 does. */
const COMPARED = new RegExp(`(?:${COMPARED_WITH.source})(?:增长|多|高)?(?=多少|几)`, 'gu');
/** What was done of a thing that is planned, too. */
const DONE = /^(?:实际|完成|实现|到位|达到|已经?|增长|增加|提高|下降|减少|降低)$/u;
/** Behind 这, 那: no noun. */
const NO_NOUN = /^[里儿边么样年天次时月块个些项所条家座位种]/u;

/** The times that a message speaks of, not those that it compares with. */
export function ownTimes(message: string): readonly string[] {
  return timeWords(message.replace(COMPARED_WITH, ''));
}

/** The message with the earlier question's topic, and its time where the message has none, in front. */
export function subjectBefore(bare: string, previous: string, find: FindContentWords): string {
  const head = beforeVerb(previous, AUXILIARY, find);
  const topic = topicOf(RANK.test(bare) ? head : head.replace(RANK, ''), find);
  return `${earlierTime(bare, previous)}${topic}${bare}`;
}

/** As `subjectBefore`, of the earlier topic up to any verb: 青石工业园有哪些改革 → 青石工业园. */
export function ownerBefore(bare: string, previous: string, find: FindContentWords): string {
  return subjectBefore(bare, beforeVerb(previous, OPENS_PREDICATE, find), find);
}

/** The earlier question's time where the message says none of its own; before 今年 there was 去年. */
export function earlierTime(bare: string, previous: string): string {
  if (ownTimes(bare).length > 0) return '';
  if (LATER.test(bare) || asksOfNow(bare)) return '';
  const times = ownTimes(previous);
  if (EARLIER.test(bare)) return times.includes('今年') ? '去年' : '';
  return times.join('和');
}

/** What the earlier question was about: from its first content word to its last, function words dropped. */
export function topicOf(previous: string, find: FindContentWords): string {
  return topicWords(previous, find).join('');
}

/** What a target was set for: 去年实际到位外资多少 → 外资. */
export function targetOf(previous: string, find: FindContentWords): string {
  const words = topicWords(previous.replace(RANK, ''), find);
  const planned = words.filter((word) => !DONE.test(word));
  return (planned.length > 0 ? planned : words).join('');
}

/** The name in the earlier question that ends in this noun, and says more than it: 圈 → 10分钟健身圈. */
export function nameEndingIn(noun: string, previous: string, find: FindContentWords): string | null {
  if (noun === '' || NO_NOUN.test(noun)) return null;
  const words = find(previous);
  const last = words.findIndex(({ word }) => word.endsWith(noun));
  const end = words[last]?.end;
  if (end === undefined) return null;
  let first = last;
  while (first > 0 && words[first - 1]?.end === words[first]?.start) first -= 1;
  const start = words[first]?.start ?? 0;
  const [number = ''] = /[\da-z.]+$/iu.exec(previous.slice(0, start)) ?? [];
  const name = previous.slice(start - number.length, end);
  return name === noun ? null : name;
}

/** The words of the earlier topic; what it is counted in is none: 搬迁多少户 → 搬迁. */
export function topicWords(previous: string, find: FindContentWords): readonly string[] {
  const asked = withoutTime(previous.replace(COMPARED, '')).replace(AMOUNT, '多少');
  return find(asked).map(({ start, end }) => asked.slice(start, end));
}

/** The earlier question up to what it asks of its subject: 哪些项目的安置房会交付使用 → 哪些项目的安置房; whole where nothing is left. */
function beforeVerb(previous: string, verb: RegExp, find: FindContentWords): string {
  const at = previous.search(verb);
  const head = at < 0 ? '' : previous.slice(0, at);
  return find(withoutTime(head)).some(namesTopic) ? head + timeWords(previous.slice(at)).join('') : previous;
}
