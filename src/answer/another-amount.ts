import type { Question } from '../domain/question.ts';
import { namesTopic } from '../question/content-words.ts';
import { characterPairs } from '../text/character-pairs.ts';
import type { Reading, WordReading } from './read-candidate.ts';

/** Amounts that are of something: 水稻产量, 光伏装机. */
const AMOUNT =
  /产量|零售额|销售额|交易额|产能|装机|产值|收入|支出|投资|利润|税收|出口|进口|里程|销量|(?:普及|覆盖|参保|入园|入学|升学|合格|达标|利用|处理|回收|破案|空置|离婚|结婚|出生|死亡)率/gu;
/** 米粉去年卖了多少钱 */
const SOLD = /(?:去年|今年|全年|一年|一共|总共)*(?<![买])(?:卖|赚)(?:了|出)?(?:多少|几)/gu;
/** 有色金属行业利润 is that of 有色金属. */
const OF_KIND = /(?:行业|产业|企业|领域|部门|的)+$/u;
/** A name may be cut in two before what is measured: 螺蛳, 粉. */
const NAME = 3;
/** 花在教育上的钱 */
const SPENT_ON = /[花用投][在到](?<field>\p{Script=Han}{2,6}?)(?:上|方面|领域|这块)/u;
/** 打了多少斤棉花 */
const YIELDS =
  /[打产收种出造][^,，。]{0,3}(?:多少|几)[百千万亿]*(?:公?斤|吨|亩|台|辆|架|艘)的?(?<field>\p{Script=Han}{2,5})/u;
/** 去年玉米收了多少斤 */
const YIELDED =
  /(?<field>\p{Script=Han}{2,5}?)(?:去年|今年|全年|一共|总共)*[打产收]了?(?:多少|几)[百千万亿]*(?:公?斤|吨)(?=[了呢啊?？]*$)/u;
/** 新增就业里有多少是毕业生, 新增就业里毕业生有多少: the part of a whole; 村里, 厂里 are where somebody lives or works. */
const WITHIN =
  '(?:(?<![城村省市县区州乡镇家手心国这那哪屋厂校院山厅班厨圈海湾邻公夜])里[头面边]?|当中|其中)[,，]?';
const PARTS: readonly RegExp[] = [
  `(?:有|占)?了?(?:多少|几)(?:[万亿千百成]?[个名家户所座项辆套人])?(?:是|为|属于)?(?<field>\\p{Script=Han}{2,8}?)的?[?？]?$`,
  `(?<field>\\p{Script=Han}{2,8}?)(?:一共|总共)?的?(?:有|占|是)了?(?:多少|几)`,
].map((part) => new RegExp(WITHIN + part, 'u'));
/** 倒了多少间房子, 有几座水库; places to work or learn are told as people, and firms by whatever they are called. */
const COUNTED =
  /(?:多少|几)[百千]?[万亿]?[家所座项辆套条处台件种块张篇趟列架艘头只棵株盏方吨个名位斤亩间栋部](?!百?分?点)的?(?!\p{Script=Han}*(?:名额|饭碗|岗位?|工作|公司|企业|钟头|[搞弄做修建办][好完成]))(?<field>\p{Script=Han}{2,4})[了呢啊]?[?？]?$/u;
/** Whoever is meant anyway, the year, and whether it has come to be. */
const ANYBODY =
  /^(?:老?百姓|群众|人民|居民|大家|公家|国家|政府|国内|中国|实际|计划|[一二三四五六七八九十]{2,3}|.{0,2}[年月])$/u;
/** Two that are this much alike may be two words for the same, where the report does not use the one … */
const ALIKE = 0.5;
/** … and where it does. */
const ALIKE_THOUGH_KNOWN = 0.54;
/** A part of a whole that is named beside it must be named itself: 民生支出里花在教育上的 of 民生支出6亿元. */
const ALIKE_PART = 0.62;
const IN_A_WHOLE = new RegExp(WITHIN, 'u');

/**
 * An amount of one thing is asked for and the sentence gives that of another: 水稻产量 is not told by 粮食产量280亿斤,
 * nor what was spent on schools by what was spent on all, nor how many of them are 毕业生 by how many there are. In a
 * few words for staff; null where it may be told.
 */
export function tellsAnotherAmount({ asks, text }: Question, reading: Reading): string | null {
  if (asks !== 'figure') return null;
  const { report, sentence, words } = reading;
  const { title, issuer } = report.facts;
  const told = report.text.slice(sentence.start, sentence.end);
  const measured = [...text.matchAll(AMOUNT)]
    .filter(
      ({ 0: amount, index }) =>
        new RegExp(`\\p{Script=Han}${amount}`, 'u').test(told) &&
        // 幼儿园入园率: which 园 is meant, the amount says itself.
        ![...text.slice(Math.max(0, index - NAME), index)].some((mark) => amount.slice(0, -1).includes(mark)),
    )
    .concat([...text.matchAll(SOLD)])
    .map(({ index }) => text.slice(0, index).replace(OF_KIND, '').toLowerCase());
  const fields = [SPENT_ON, YIELDS, YIELDED, COUNTED, ...PARTS].map(
    (form) => form.exec(text)?.groups?.field ?? '',
  );
  return words.some(
    (one) =>
      (measured.some((before) => before.slice(-Math.max(NAME, one.word.length)).includes(nameOf(one))) ||
        fields.some((field) => field.endsWith(one.word))) &&
      !(title + issuer).includes(one.word) &&
      isMissing(one, told.toLowerCase(), IN_A_WHOLE.test(text)),
  )
    ? 'an amount of one thing is asked for and the sentence gives that of another'
    : null;
}

/** Neither the word nor one for the same, nor one with a character of it, stands in the sentence. */
function isMissing(one: WordReading, told: string, isPart: boolean): boolean {
  return (
    !one.exact &&
    one.word.length > 1 &&
    namesTopic(one) &&
    !ANYBODY.test(one.word) &&
    !one.otherNames.some((name) => told.includes(name)) &&
    !piecesOf(nameOf(one)).some((piece) => told.includes(piece)) &&
    one.similarity < (isPart ? ALIKE_PART : one.isKnown ? ALIKE_THOUGH_KNOWN : ALIKE)
  );
}

/** 教育领域 is 教育. */
function nameOf({ word }: WordReading): string {
  return word.replace(OF_KIND, '') || word;
}

/** A long word shares more than one character with another for the same: 机器人 is no 人工智能. */
function piecesOf(word: string): readonly string[] {
  return word.length > 2 ? characterPairs(word) : [...word];
}
