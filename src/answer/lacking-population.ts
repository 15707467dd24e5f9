import type { Question } from '../domain/question.ts';
import { withoutTime } from '../question/time-words.ts';
import type { Reading } from './read-candidate.ts';

const FILLERS = /现在|目前|如今|眼下|总共|一共|大概|大约|到底|究竟|[共总有是]|达到?/gu;
const ASKS = [
  /^(?<where>[^,，。]*?)(?:多少|几)[百千]?[万亿]?(?:口人|号人|人口?)[了呢啊]?[?？]?$/u,
  /^(?<where>[^,，。]*?)(?:常住|户籍)?人口(?:数量?|量)?(?:多少|几)/u,
];
/** 我们县, 全市, 咱这儿 */
const HERE = /^(?:[我咱本全]们?)?这?[里儿边]?[国省市县区州旗镇乡村]?[里头]{0,2}$/u;
/** 全区46.3万人民, 13亿人口, 常住人口90万人: no 贫困人口. */
const TELLS =
  /(?:常住|户籍|总|全[国省市县区州旗镇乡村]|末|^|[，。；、]|\d[余多]?[万亿]?[余多]?)人口(?!净?[减增]|自然)|\d[余多]?[万亿]?[余多]?(?:各族|父老)?(?:人民|群众|乡亲)|人口(?:总[数量]|规模)/u;

/**
 * How many people live here is asked for and the sentence gives the number of some of them: 全县一共多少人 of
 * 新增就业2000人. In a few words for staff; null where it may be told.
 */
export function lackingPopulation(
  { asks, text }: Question,
  { report: { facts } }: Reading,
  quoted: string,
): string | null {
  if (asks !== 'figure') return null;
  const asked = withoutTime(text).replace(FILLERS, '');
  const where = ASKS.map((form) => form.exec(asked)?.groups?.where).find((found) => found !== undefined);
  const isHere = where !== undefined && (HERE.test(where) || `${facts.title}${facts.issuer}`.includes(where));
  return isHere && !TELLS.test(quoted)
    ? 'how many people there are is asked for and the sentence gives the number of some of them'
    : null;
}
