import type { Question } from '../domain/question.ts';
import { characterPairs } from '../text/character-pairs.ts';
import { findEnumerations } from '../text/enumerations.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import { type Figure, findFigures, plainNumber } from '../text/figures.ts';
import { askedUnitKind, type UnitKind, unitKind } from '../text/unit-kinds.ts';
import { asksChange } from './asks-change.ts';

/** A change told in words and not by a number, at the end of a clause: 与经济增长同步, 稳步增长, 持平. */
const RATE_IN_WORDS =
  /(?:[与和同跟][^，。；、]{2,16}|基本|保持)(?:同步|持平)(?=[，。；、]|$)|(?:稳步|平稳|小幅|持续|继续|进一步|稳定|有所|略有|出现|大幅|明显)(?:增长|提高|提升|上升|下降|回升|回落)(?=[，。；、]|$)|翻一?番/u;

/** 每增长1个百分点，…: for how much the rest of the clause is told, and not what is told. */
const FOR_EACH = /每(?:增长|增加|新增|提高|提升|上升|下降|降低|减少|投入|消耗|生产|花)?$/u;

/** A number of years tells nothing but how long: 连续五年稳定达标 gives no level. */
const ASKS_YEARS = /(?:多少|几)年|多久|期限|工期|时[间长限]|寿命|年限|周年|how long|years?\b/i;
/** 排名由369位上升到235位 counts nobody. */
const RANKED = /(?:排名|位次|名次|排位|位居|位列|名列|居)[^，。；]{0,16}$/u;
/** 均居全国第3, 居全国前三, 位居前列: a place without a measure word. */
const PLACED =
  /(?:居|列|排名?|升至|升到|跃升|跃至|跻身|进入|挺进|稳定在|保持)[^，。；\d]{0,10}(?:第[\d一二三四五六七八九十]+|前(?:列|[二三四五六七八九十]|\d+))/u;
const ASKS_TIMES = /(?:多少|几)倍|倍差/u;
/** 倍差从2.42缩小至2.12 */
const RATIO = /(?:[比差]|倍)[^，。；\d]{0,8}\d+\.\d+(?![\d.%％]|[十百千万亿个])/u;

/** “八个本领”, “五大工程”, “千家工坊”; “十五五” counts nothing. */
const COUNTING_NAME =
  /“(?:[二两三四五六七八九十百千]{1,3}|[1-9]\d*)[个大项条种类支张座家]?((?![一二三四五六七八九十]+”)\p{Script=Han}{2,4})”/gu;
/** 三大主题片区, unquoted. */
const COUNTING_MAIN =
  /(?<![\d第.零〇一二两三四五六七八九十百千万亿])(?:[二两三四五六七八九十]{1,3}|[1-9]\d?)大(?<things>\p{Script=Han}{2,10})/gu;
/** “养殖32条” */
const NAME_COUNTED = /“(?<name>\p{Script=Han}{2,8})\d{1,3}(?<unit>[条项点])”/gu;
/** 几个县 is told by 三县, 几个地市 by 七地（市）. */
const BARE_THINGS =
  /(?:几|多少)[个座]?(?<things>\p{Script=Han}{2,3}|[省市州县区旗乡镇村国])(?![省市州县区旗乡镇村国])/u;

/** 带来多少岗位: no number of firms. */
const ASKS_JOBS = /(?:多少|几)[百千万]?个?新?(?:就业|工作)?岗位/u;
const TELLS_JOBS = /岗|就业|用工|人|名/u;

/** “10分钟读书圈”: how long, in a name. */
const MEASURED_NAME = /“(?<number>[\d.]+)(?<unit>分钟|小时|公里|天)(?<name>\p{Script=Han}{2,8})”/gu;

/** What is told in words and by no number, where it is asked so: 什么水平 by 达到中等水平, 降到多少 by 清零. */
const IN_WORDS: readonly { readonly asks: RegExp; readonly tells: RegExp }[] = [
  {
    asks: /什么(?:水平|水准|程度|层次|档次)/,
    tells:
      /(?:上游|中上|中等|下游|先进|领先|一流|平均|[较更最]高|[较更最]低|[较更最]好|国际|历史)[^，。；、]{0,4}水平|前列/,
  },
  { asks: /[清降减压归](?:到|至|了|成|为)*(?:多少|几)/, tells: /[清归]零/ },
  { asks: /覆盖(?:率|面)/, tells: /全覆盖/ },
  { asks: /水质?[^,，。]{0,8}(?:几|什么|哪)[类级]|(?:几|什么|哪)[类级]水/, tells: /[ⅠⅡⅢⅣⅤ]类/ },
  { asks: /跑(?:几|多少)[趟次回]/, tells: /跑一[次趟]|[零不]跑/ },
  {
    asks: /[还清付偿短减降省砍占过][^,，。]{0,4}(?:多少|几成)(?=[?？,，。了呢啊呀]|$)/,
    tells: /一半|过半|半数/,
  },
  { asks: /[打评得]?(?:多少|几)分(?![之钟])|满意度/, tells: /(?:满意度|得分|评分)[^，。；]{0,10}\d/ },
];
/** 公园有几个: the number is asked for at the end, of what stands before; nothing that stands in it. */
const OF_WHAT_IS_BEFORE =
  '的?(?:办法|法子|方式|方法|路子|渠道|途径)?(?:(?:一共|总共|都)?(?:有|共|分|是|建|修|搞|打造|实施|推进|培育|创建|设立|建设|建成)|一共|总共)[^,，。]{0,3}(?:几|多少)(?![套户间栋人名])\\p{Script=Han}?[?？,，。]?$';
/** Two of one name are told apart: 甲小学、乙小学; where only the last has the name, three are a row of them. */
const LEAST_NAMED = 2;
const LEAST_IN_COMMON = 3;
const NAME_ENDS = 2;
/** “力”有几个 */
const ONE_CHARACTER = /[“"]\p{Script=Han}[”"]/u;
/** So much of the end of a longer name names it: “不动摇” for “毫不动摇”. */
const NAMED_BY = 3;

/** Whether a number of jobs is asked for and a text tells none of its words: 能带来多少岗位 and 企业突破130家. */
export function lacksJobs(question: string, text: string): boolean {
  return ASKS_JOBS.test(question) && !TELLS_JOBS.test(text);
}

/** The figures of a text that tell how much: no years of the calendar, no figures inside a quoted name, no 一个. */
export function tellingFigures(text: string): readonly Figure[] {
  return findFigures(text).filter(({ start, end, number, unit, hedges }) => {
    if (/^(?:19|20)\d\d$/.test(number) && /^年?$/.test(unit)) return false;
    if (/^一$/.test(number) && !/[%％]|成|倍|半/.test(unit)) return false;
    if (unitKind(number, unit) === 'none') return false;
    if (FOR_EACH.test(text.slice(0, start))) return false;
    // 创近十届最好成绩 counts nothing.
    if (unit === '届' && text.charAt(start - 1) === '近') return false;
    if (!number.startsWith('第') && isOfMeeting(unit, text.slice(0, start), text.slice(end))) return false;
    // 1.22万个亿元以上项目: a bare power names a class, unless a hedge makes it a number (上亿元).
    if (
      /^[十百千万亿]+$/u.test(number) &&
      !hedges.some((hedge) => /^[几数上近超过约]/u.test(hedge)) &&
      /个$|家$|批$/u.test(text.slice(0, start))
    )
      return false;
    const quotesBefore = text.slice(0, start).match(/[“”]/g) ?? [];
    return !(quotesBefore.at(-1) === '“' && text.slice(end).includes('”'));
  });
}

/** 十届全国人大三次会议 counts neither congresses nor meetings. */
function isOfMeeting(unit: string, before: string, behind: string): boolean {
  return unit === '届'
    ? /^(?:中央|全国|[省市区县州]|人大|人民|政协|[二三四五六七八九]中)/u.test(behind)
    : unit === '次' && /^(?:全体)?(?:会议|全会)/u.test(behind) && /届[^，。；]{0,16}$/u.test(before);
}

/** `tellingFigures` as number and unit, to tell whether two texts give the same: 3600人. */
export function writtenFigures(text: string): readonly string[] {
  return tellingFigures(text).map(({ number, unit }) => number + unit);
}

/** The kinds of `tellingFigures`, in their order. */
export function figureKinds(text: string): readonly UnitKind[] {
  return tellingFigures(text)
    .filter((figure) => !isDate(text, figure))
    .map((figure) => kindWithin(text, figure));
}

/** 10月15日, 9月底前: when, and no number of days or months (个月). */
function isDate(text: string, { start, unit }: Figure): boolean {
  return unit === '月' || (unit === '日' && text.charAt(start - 1) === '月');
}

/**
 * The kinds of the figures of a text that may answer: none of those `given` (as plain numbers), no number of years
 * unless years are asked for, for 几倍 no rate but a ratio, and a change told in words as a rate.
 */
export function answeringKinds(
  question: Pick<Question, 'text' | 'raw'>,
  text: string,
  given: ReadonlySet<string> = new Set(),
): readonly UnitKind[] {
  const asksYears = ASKS_YEARS.test(question.text + question.raw);
  const asksTimes = ASKS_TIMES.test(question.text) && !asksChange(question.text);
  // 服务多少人次 may be told as 1500万次.
  const asksVisits = question.text.includes('人次');
  const kinds: readonly UnitKind[] = tellingFigures(text)
    .filter(
      (figure) =>
        !given.has(plainNumber(figure.number)) &&
        !isDate(text, figure) &&
        (!/^周?年$/.test(figure.unit) || asksYears) &&
        !(asksTimes && /[%％点]$/.test(figure.unit)),
    )
    .map((figure) => (asksVisits && /(?<!人)次$/u.test(figure.unit) ? 'people' : kindWithin(text, figure)));
  const asked = askedUnitKind(question.text);
  if (asked === 'rank' && PLACED.test(text)) return [...kinds, 'rank'];
  const isRate = tellsRate(asked, text) || (asksTimes && RATIO.test(text));
  return isRate ? [...kinds, 'percent'] : kinds;
}

function kindWithin(text: string, { start, number, unit }: Figure): UnitKind {
  return /^[位名]$/u.test(unit) && RANKED.test(text.slice(0, start)) ? 'rank' : unitKind(number, unit);
}

/** 干部要练的本领一共几个 is told by “八个本领”, 片区有几个 by 三大片区, 一共几条 by “养殖32条”, 几个县 by 三县. */
export function countsInName(question: string, text: string): boolean {
  return (
    [...text.matchAll(COUNTING_NAME)].some(([, counted = '']) =>
      question.includes(counted.slice(-NAMED_BY)),
    ) ||
    [...text.matchAll(COUNTING_MAIN)].some(({ groups }) =>
      characterPairs(groups?.things ?? '').some((thing) => isCounted(question, thing)),
    ) ||
    [...text.matchAll(NAME_COUNTED)].some(
      ({ groups: { name = '', unit = '' } = {} }) =>
        new RegExp(`(?:几|多少)${unit}`, 'u').test(question) &&
        characterPairs(name).some((pair) => question.includes(pair)),
    ) ||
    countsBarely(question, text) ||
    repeatsQuoted(question, text)
  );
}

/** The kinds of what the names of a text measure: 读书圈是多少分钟 is told by “10分钟读书圈”. */
export function kindsInNames(question: string, text: string): readonly UnitKind[] {
  return [...text.matchAll(MEASURED_NAME)].flatMap(
    ({ groups: { number = '', unit = '', name = '' } = {} }) =>
      question.includes(name) ? [unitKind(number, unit)] : [],
  );
}

/** “毫不动摇”有几个 is told by 毫不动摇地巩固…，毫不动摇地支持…. */
function repeatsQuoted(question: string, text: string): boolean {
  const [, word = ''] = /[“"](\p{Script=Han}{3,6})[”"]/u.exec(question) ?? [];
  return word !== '' && text.split(word).length > LEAST_NAMED;
}

function countsBarely(question: string, text: string): boolean {
  const things = BARE_THINGS.exec(question)?.groups?.things;
  return (
    things !== undefined &&
    new RegExp(
      `(?<![第\\d.零〇一二两三四五六七八九十百千万亿])[二两三四五六七八九十]{1,3}${things}`,
      'u',
    ).test(text.replace(/[（）()]/gu, ''))
  );
}

/** Whether what is asked for is told in words and by no number. */
export function tellsInWords(question: string, asked: UnitKind, text: string): boolean {
  return (
    ['none', 'percent', 'count'].includes(asked) &&
    IN_WORDS.some(({ asks, tells }) => asks.test(question) && tells.test(text))
  );
}

/** 提高的“力”有几个 is told by 判断力、领悟力 … 公园有几个 is told by 东湖、西湖、南湖公园 or 东湖公园、西湖公园: what is counted is named, with no 等 behind it. */
export function namesMembers(question: string, text: string): boolean {
  const ends = ONE_CHARACTER.test(question) ? 1 : NAME_ENDS;
  return findEnumerations(text).some(({ items, count }) => {
    const end = items.at(-1)?.end ?? 0;
    if (count !== null || text.charAt(end) === '等') return false;
    const names = items.map((item) => text.slice(item.end - ends, item.end));
    return names.some((name) => {
      const named = names.filter((other) => other === name).length;
      const isCommon = name === names.at(-1) && named === 1 && items.length >= LEAST_IN_COMMON;
      return (isCommon || named >= LEAST_NAMED) && isCounted(question, name);
    });
  });
}

/** Whether a question asks how many of these there are: 建几座公园, 公园有几个; how many flats (套), no row of places tells. */
function isCounted(question: string, name: string): boolean {
  const thing = escapePattern(name);
  return new RegExp(
    `(?:几|多少)(?![套户间栋人名])[个种类座条项家处所大]?[^,，。的里]{0,4}${thing}(?![的里内])|${thing}${OF_WHAT_IS_BEFORE}`,
    'u',
  ).test(question.replace(/[“”"]/gu, ''));
}

/** 修志是第几轮了 is told by 第三轮修志, 第几版 by 2.0版. */
export function namesTurn(question: string, text: string): boolean {
  const [, turn = ''] = /第几个?(\p{Script=Han})/u.exec(question) ?? [];
  return (
    turn !== '' && new RegExp(`(?:第[一二三四五六七八九十\\d]{1,3}个?|\\d\\.\\d)${turn}`, 'u').test(text)
  );
}

/** 普法到第几个五年了 is told by “九五”普法. */
export function namesPlan(question: string, text: string): boolean {
  return (
    /第几个(?:[五5]年|[^,，。]{0,8}规划)|规划[^,，。]{0,8}第几个/u.test(question) &&
    /[一二三四五六七八九十]五[”"]/u.test(text)
  );
}

/** Whether a stretch tells in words how something changes, to a question that does not ask for another kind of figure. */
export function tellsRate(asked: UnitKind, text: string): boolean {
  return (asked === 'percent' || asked === 'none') && RATE_IN_WORDS.test(text);
}
