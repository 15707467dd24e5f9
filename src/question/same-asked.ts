import type { FindContentWords } from './content-words.ts';
import { RANK, topicWords } from './earlier-topic.ts';
import { withOtherGroup } from './exclusive-groups.ts';
import { readAskedKind } from './read-asked-kind.ts';
import { timeSaid, timeWords, withoutTime } from './time-words.ts';

/** What is asked of a measure: 增长了多少, 降了百分之几, 年均增长多少. */
const PREDICATE =
  /(?:同比|实际|年均)?(?<![新净])(?:增长|下降|提高|降低|减少|增加|上升|增|涨|降|跌|升|占)(?:了|到|幅|率)*(?:是|有)?(?:百分之)?(?:多少|几)个?(?:百分)?点?[?？]?$|(?:预期|目标)*(?:增速|增幅|增长率)(?:目标|预期)?(?:是|有|定)?的?(?:多少|几)个?(?:百分)?点?[?？]?$/u;
/** 占GDP多少, 占全市多大比重 */
const SHARE = /占(?:了|到)?[^,，?？多几]{1,10}(?:多少|几|多大)(?:比重|比例)?[?？]?$/u;
/** 失业率, 占比: asked how high it is, whatever was asked of the thing before. */
const MEASURE = /(?:率|比重|占比|比例|增速|[增涨跌降]幅)$/u;
/** 对东盟呢: another side of the same. */
const TOWARDS = /^[对向往从给为到]/u;
/** 要投多少亿, 花了多少钱: what is asked in money of one thing is asked in money of the other. */
const SPENDING =
  /(?:要|得|打算|计划|准备)?(?:完成)?(?:总?投资?|花|拿出|支出|安排|拨)?(?:了|到)?(?:多少|几)个?(?:万?亿元?|万元|元|块?钱)(?=[?？]?$)/u;
/** 农村的呢: another of the same, the noun itself is left out. */
const OTHER_OF_SAME = /(?<=.)的$/u;
const ASKS = {
  figure: '多少',
  list: '有哪些',
  place: '在哪里',
  person: '是谁',
  time: '什么时候',
  planned: '有什么安排',
  done: '完成情况怎么样',
} as const;

/**
 * 财政收入呢 after 今年GDP目标是多少 → 今年财政收入目标是多少: the new topic asked for the same thing. `leaning` says it
 * in the place of the earlier one: 天然气呢 after 原煤产量要达到多少 → 天然气产量多少.
 */
export function sameAsked(
  bare: string,
  previous: string,
  find: FindContentWords,
): { readonly text: string; readonly leaning?: string } {
  const rest = withoutTime(previous);
  const words = topicWords(rest.replace(predicateOf(rest), ''), find);
  const times = timeSaid(bare, previous);
  const topic = withoutTime(bare);
  const exchanged = withOtherGroup(topic, rest);
  if (exchanged !== null) return { text: `${times}${exchanged}` };
  if (words.length === 0) return { text: `${times}${topic}` };
  // A single year has no average of several.
  const same = timeWords(bare).length > 0 ? askedOf(rest).replace('年均', '') : askedOf(rest);
  const asked = MEASURE.test(topic) ? ASKS.figure : same;
  if (TOWARDS.test(topic) && find(topic)[0]?.start === 1)
    return { text: `${times}${words.join('')}${topic}${asked}` };
  const name = topic.replace(OTHER_OF_SAME, '');
  const replaced = `${times}${inPlaceOfAWord(name, previous, find)}${asked}`;
  if (name !== topic)
    return { text: words.length > 1 ? replaced : `${times}${name}${words.join('')}${asked}` };
  const text = `${times}${topic}${asked}`;
  return words.length === 1 || text === replaced ? { text } : { text, leaning: replaced };
}

/** What the earlier question asks of its measure, else the interrogative of its kind. */
function askedOf(rest: string): string {
  const predicate = predicateOf(rest);
  if (predicate !== '') return predicate;
  const kind = readAskedKind(rest);
  return kind in ASKS ? ASKS[kind as keyof typeof ASKS] : '';
}

/** The earlier words with `name` in the place of the one it shares a character with (建成 → 在建), or else of the first. */
export function inPlaceOfAWord(name: string, previous: string, find: FindContentWords): string {
  const rest = withoutTime(previous);
  const words = topicWords(rest.replace(predicateOf(rest), ''), find);
  const like = words.findIndex((word) => [...name].some((mark) => word.includes(mark)));
  const place = Math.max(0, like);
  // 3D打印, 5G基站 are cut in two.
  const isCut = /^[a-z\d]+$/iu.test(words[place] ?? '');
  const kept = words.filter(
    (word, index) => index !== place && !(isCut && index === place + 1) && !name.endsWith(word),
  );
  return [name, ...kept].join('');
}

/** 集成电路产量增长多少 → 增长多少, 通车里程全国排第几 → 全国排第几; '' where it is all that is asked. */
function predicateOf(rest: string): string {
  const predicate =
    (PREDICATE.exec(rest) ?? SHARE.exec(rest) ?? RANK.exec(rest) ?? SPENDING.exec(rest))?.[0] ?? '';
  return predicate === rest ? '' : predicate;
}
