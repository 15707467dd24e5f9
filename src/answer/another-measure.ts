import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import type { Reading } from './read-candidate.ts';
import { saidOfWhat } from './said-of-what.ts';

/** 占GDP的比重 is no measure of the GDP. */
const WHOLE =
  /(?:GDP|生产总值|经济总量)(?=.*(?:占|几成|比重|比例|份))|(?<=占[^，,。]*)(?:GDP|生产总值|经济总量)/giu;
/** What statistics measure: none of these is told by another, whatever it is of. */
const MEASURES: readonly RegExp[] = [
  /增加值/u,
  /(?<!增加)产值/u,
  /产量|总产(?!值)/u,
  /利润/u,
  /营业(?:总)?收入|营收|业务收入/u,
  /销售额|零售额|交易额|成交额|销售收入/u,
  /(?:固定资产|民间|工业|房地产|技改)投资/u,
  /税收/u,
  /财政(?:总)?收入|预算收入/u,
  /(?:财政|预算)(?:总)?支出/u,
  /可支配收入|纯收入|居民[^，。；]{0,2}收入/u,
  /进出口|外贸/u,
  /用电量/u,
  /发电量/u,
  /贷款/u,
  /存款/u,
  /城镇化率/u,
  /失业率/u,
  /(?:消费|居民)价格|物价|CPI/iu,
  /(?<!单位|万元|每)(?:GDP|生产总值)(?!能耗)|经济总量/iu,
];

/**
 * A measure is asked for and the quote, or the clause before it, gives another one: 服务业增加值增长多少 is not told by
 * 服务业企业利润增长12.9%. In a few words for staff; null where it may be told.
 */
export function tellsAnotherMeasure(
  { asks, text, leansOn = '' }: Question,
  candidate: { readonly reading: Pick<Reading, 'report' | 'sentence'>; readonly quote: Span },
): string | null {
  const own = measuresIn(text.replace(WHOLE, ''));
  // 城里人呢 after 农村居民收入涨多少 asks of income too; 一产呢 after the GDP, of its own.
  const asked = own.length > 0 ? own : measuresIn(leansOn.replace(/GDP|生产总值/giu, ''));
  if (asks !== 'figure' || asked.length === 0) return null;
  const said = saidOfWhat(MEASURES, candidate);
  const told = measuresIn(said);
  return told.length > 0 && !told.some((measure) => asked.includes(measure))
    ? 'a measure is asked for and the sentence gives another one'
    : null;
}

function measuresIn(text: string): readonly RegExp[] {
  return MEASURES.filter((measure) => measure.test(text));
}
