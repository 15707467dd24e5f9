import type { Span } from '../domain/report.ts';
import { clausesWithin } from '../text/split-clauses.ts';
import { type Reading, similarityWithin } from './read-candidate.ts';

/** A clause with those behind it that have no subject of their own. */
export interface SubjectGroup extends Span {
  /** How much its best clause is about the question; compared with others of the same reading only. */
  readonly about: number;
}

/** A clause that starts so has no subject of its own and leans on the one before it. */
const LEANING =
  /^(?:分别|但(?!因|由于|受|随着)|却|仍|尚未|还未|未能|[开进落签上下买看住跑做]不[了到动起出上成]|同比|环比|比上?一?年|较上?年|比去年|较去年|比.{1,6}(?:提高|增长|下降|增加|减少|多|少|高|低)|其中|(?:一半|大半|[三四五]分之[一二三四])(?:以上)?(?:用|由|来自|投|是|为)|占|(?:转|减|降|增|升|变|改|提)为|[升降增减]至|均(?!衡)|都|位居|居(?!民|家|住|委|村)|排名?|绝对额|增速|增幅|增长率|增长量|名义|实际增长|年均|由[^，。；]{2,14}(?:负责|牵头|代理|承担|承办|主办|组织|统筹|统一|代管|出资)|总量|总数|总额|合计|累计达|首次|连续|实现“?[\d一二三四五六七八九十]+连|再?创[^，。；]{0,4}新高|为.{0,4}(?:最|近|历)|(?:增长|下降|提高|降低|减少|增加|上升|回落|达到?|超过|突破|高于|低于|超额?)(?:了|到)?(?:约|近|超过|超|[\d一二三四五六七八九十百]|目标|全|预期|计划|年度))/;
/** A word that is only alike counts this much of its likeness: one character in common is likeness already. */
const LIKENESS = 0.85;
/** Another name of the same thing counts nearly as much as its own. */
const OTHER_NAME = 0.95;
/** 省运会, and not 利用外资, which 利用市外内资 is not. */
const SHORT_NAME = /^\p{Script=Han}{2,3}[会赛展节院馆校园]$/u;
/** Groups about equally near to the question are meant alike. */
const AS_MUCH = 0.97;

/** Whether a clause leans on the one before it: 同比增长8%, 其中…. */
export function leansBack(clause: string): boolean {
  return LEANING.test(clause);
}

/** How much a stretch of the encoded text is about the question: its words there, or their best cosines, by their weight. */
export function aboutness(reading: Reading, start: number, end: number): number {
  const text = reading.text.slice(start, end).toLowerCase();
  return reading.words.reduce((sum, word) => {
    // Its own word tells two clauses of one make apart where likeness does not: 城镇 and 农村.
    if (text.includes(word.word.toLowerCase())) return sum + word.weight;
    const isOther = word.otherNames.some((name) => text.includes(name)) || abbreviates(word.word, text);
    const other = isOther ? OTHER_NAME : 0;
    return sum + word.weight * Math.max(other, LIKENESS * similarityWithin(reading, word, start, end));
  }, 0);
}

/** 省运会 stands for 省第十七届运动会. */
function abbreviates(word: string, text: string): boolean {
  if (!SHORT_NAME.test(word)) return false;
  return new RegExp([...word].join('[^，。；、]{0,6}'), 'u').test(text);
}

/** The clauses of a stretch of the report, each with those that lean on it; places are the report's. */
export function subjectGroups(reading: Reading, within: Span): readonly SubjectGroup[] {
  const shift = reading.ownStart - reading.sentence.start;
  const groups: SubjectGroup[] = [];
  for (const { start, end } of clausesWithin(reading.report.text, within)) {
    const about = aboutness(reading, start + shift, end + shift);
    const before = groups.at(-1);
    const clauseText = reading.report.text.slice(start, end);
    // 其中 leans on what it is a part of, and has a subject of its own.
    if (before !== undefined && leansBack(clauseText) && !clauseText.startsWith('其中'))
      groups[groups.length - 1] = { start: before.start, end, about: Math.max(before.about, about) };
    else groups.push({ start, end, about });
  }
  return groups;
}

/** Those of the groups that are most about the question. */
export function nearestGroups<Group extends SubjectGroup>(groups: readonly Group[]): readonly Group[] {
  const most = Math.max(...groups.map(({ about }) => about));
  return groups.filter(({ about }) => about >= AS_MUCH * most);
}
