import type { FindContentWords } from './content-words.ts';
import { topicOf } from './earlier-topic.ts';
import { timeWords } from './time-words.ts';
import { withoutWay } from './years-compared.ts';

const THIS_YEAR = '今年(?:的|会|要|是)*';
/** 跟去年比, 比去年, 和上一年相比起来怎么样. */
const WITH_LAST = new RegExp(
  `^(?:${THIS_YEAR})?[比跟和与同较](?:起)?(?:去年|上一?年|前一?年)(?:同期)?的?(?:相?比)?(?:较|起来)?(?:怎么样|如何)?$`,
  'u',
);
/** 是增加了还是减少了: of what is asked about, and since the year before. 多吗 asks whether it is much. */
const ONLY_WAY = new RegExp(`^(?:${THIS_YEAR})?$`, 'u');
const CHANGES = /还是|或者|(?:增|减|升|降|涨|跌|提高).*了/u;
const OR_NOT = /(?<=了)没有?$/u;
const SAYS_HOW_MUCH = /多少|几/u;
const PLANNED = /今年|目标|任务|计划|打算/u;
const GROWTH = /(?:增长|增速|增幅)$/u;
const RATE = /(?:率|比重|占比)$/u;

/**
 * 跟去年比呢, 比去年多吗 and 是增加了还是减少了 after 今年粮食产量目标多少 → 今年粮食产量比去年多多少; last year's is compared with
 * the year before it. Null for any other message.
 */
export function comparedWithLast(bare: string, previous: string, find: FindContentWords): string | null {
  const message = bare.replace(OR_NOT, '');
  const rest = withoutWay(message);
  const way = message.slice(rest.length);
  const isAsked =
    WITH_LAST.test(message) ||
    (!SAYS_HOW_MUCH.test(way) && (WITH_LAST.test(rest) || (ONLY_WAY.test(rest) && CHANGES.test(way))));
  const topic = topicOf(previous, find);
  if (!isAsked || topic === '') return null;
  const times = timeWords(previous).join('和');
  if (!PLANNED.test(previous)) return `${times}${topic}比上年增长多少`;
  const difference = GROWTH.test(topic) || RATE.test(topic) ? '高几个百分点' : '多多少';
  return `${times || '今年'}${topic.replace(GROWTH, '增速')}比去年${difference}`;
}
