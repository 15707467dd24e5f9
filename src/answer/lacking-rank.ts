import type { Question } from '../domain/question.ts';
import type { Reading } from './read-candidate.ts';

/** 排第几 of a level is not the rank of a rate. */
const LEVEL = /总量|总额|总数|规模(?!以上)|绝对额/;
export const RATE = /增速|增幅|增长率|增长量|涨幅/;
/** 全市排第几, 全世界第几 */
const RANKED_IN =
  /(?:全[国省市州县区]|中部|西部|东部|世界|全球|国际|亚洲)(?=.{0,4}(?:排|第几|名次|位次|位列|位居))/u;
const WORLD = /世界|全球|国际/u;
const TELLS_RANK = /第[一二三四五六七八九十\d]+[位名]|[首末]位|第一/u;

/** The rank of a level, or in a wider area, is asked for and the sentence gives another, in a few words; null where it does not matter. */
export function lackingRank(
  { text: asked, asks }: Question,
  { report, sentence }: Reading,
  quoted: string,
): string | null {
  if (/第几|排名|名次|位次|排几/.test(asked) && LEVEL.test(asked) && !RATE.test(asked) && ranksRate(quoted))
    return 'the rank of a level is asked for and the sentence gives that of a rate';
  const [scope] = RANKED_IN.exec(asked) ?? [];
  const text = report.text.slice(sentence.start, sentence.end);
  // A rank that is put forward is held against the one given.
  if (asks !== 'yesno' && scope !== undefined && TELLS_RANK.test(quoted) && !namesScope(text, scope))
    return `a rank in ${scope} is asked for and the sentence gives one among others`;
  return null;
}

/** What is first in the world is so in all that is narrower; 全球 is the 世界. */
function namesScope(text: string, scope: string): boolean {
  return WORLD.test(scope) ? WORLD.test(text) : text.includes(scope);
}

/** Each rank of the quote is a rate's: 总额突破万亿元、增速居第5位. */
function ranksRate(quoted: string): boolean {
  const ranked = quoted.split(/[，、；]/u).filter((part) => TELLS_RANK.test(part));
  return RATE.test(quoted) && (ranked.length > 0 ? ranked : [quoted]).every((part) => !LEVEL.test(part));
}
