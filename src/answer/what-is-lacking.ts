import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { smallNumber } from '../text/counts.ts';
import { askedUnitKind, unitKind } from '../text/unit-kinds.ts';
import { subjectGroups } from './clause-focus.ts';
import { figureKinds, tellingFigures } from './figure-kinds.ts';
import { missingNarrowing } from './narrowings.ts';
import type { Reading, WordReading } from './read-candidate.ts';

const WANTS_DAY = /几月|几号|哪天|哪一天|哪个月|哪月|(?<!哪)几点|几时/;
const PART_OF_YEAR = /前三季度|[一二三四]季度|上半年|下半年|(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月/;
const HOLDS_DAY = /\d\s*[月日号]|[一二三四五六七八九十]月|年底|月底|季度|上半年|下半年|月份/;
const HOLDS_TIME =
  /\d\s*[年月日号天]|[一二三四五六七八九十]月|年[底初内]|月底|季度|[上下]半年|届|期间|以来|前夕|日前/;
/** 排第几 of a level is not the rank of a rate. */
const LEVEL = /总量|总额|总数|规模|绝对额/;
const RATE = /增速|增幅|增长率|增长量|涨幅/;
/** How much was added is not how much there is. */
const ADDED = /(?:增加|新增|净增|增长|提高|提升|多|下降|减少|降低|压减)(?:了|超过?|近|约)*$/u;
const ASKS_CHANGE = /增|新|涨|加|多了|提高|提升|降|减|跌|少了|升|变化|快|慢|高了|低了/;
const ASKS_LEVEL = /总量|总额|总数|总共|一共|达到|(?:是|有)多少/;
/** 全市排第几 */
const RANKED_IN = /(?:全[国省市州县区]|中部|西部|东部)(?=.{0,4}(?:排|第几|名次|位次|位列|位居))/u;
const TELLS_RANK = /第[一二三四五六七八九十\d]+[位名]|[首末]位|第一/u;
const OFFICE = /副?(?:[省市区县州镇乡]长|书记|主席|主任|部长|厅长|局长|秘书长|检察长|院长)/u;
const WHOLE = /占[^，。；\d]{2,16}/gu;
const ASKS_SHARE = /占|几成|比重|比例|比率|份/;
/** 金融业占GDP的比重 */
const SHARE_OF =
  /^(?<part>.*?)占了?(?:全[国省市县区])?(?<whole>[^，,。?？]{2,12}?)(?:的)?(?:比重|比例|比率|份额|多少|几)/u;
const CHANGED = /(?:增长|下降|提高|提升|降低|增加|减少|上升|回落|增|降|升)(?:了|到)?(?:约|近|超过?)?$/u;
const DOES =
  /^(?:全年|累计|共计?|总共|力争|预计)?(?:完成|实现|投入|投资|总投资|新建|新增|建成|发放|达到?|占|惠及|带动|引进|签约|改造|征收|安排|支出|投放|开工|培育|取缔|创建|解决)/u;
const ASKS_EXCESS = /超(?:出|额|标)[^,，]{0,6}?(?:多少|几)|超了?(?:多少|几)/;
const TELLS_EXCESS = /(?:超|多|高|快)[^，。；\d]{0,10}[\d一二三四五六七八九十百千]|[\d%]\s*以上/u;
/** As good as in the sentence's own words. */
const AS_GOOD = 0.8;

/**
 * What a question asks for beyond its subject and the sentence does not give, in a few words for staff: a day, a
 * time, the rank of this very measure, the level and not the change; null where nothing is lacking.
 */
export function whatIsLacking(
  question: Question,
  { reading, quote }: { readonly reading: Reading; readonly quote: Span },
): string | null {
  const { report, sentence } = reading;
  const asked = question.text;
  const text = report.text.slice(sentence.start, sentence.end);
  const quoted = report.text.slice(quote.start, quote.end);
  const [part] = PART_OF_YEAR.exec(asked) ?? [];
  if (part !== undefined && !namesPart(text, part))
    return `${part} is asked for and the sentence does not name it`;
  if (WANTS_DAY.test(asked) && !HOLDS_DAY.test(text))
    return 'a day or month is asked for and the sentence names none';
  // A sentence that tells of the very event gives its year by where it stands.
  if (question.asks === 'time' && !HOLDS_TIME.test(text) && !reading.words.every(isMet))
    return 'a time is asked for and the sentence neither names one nor tells of the event';
  if (/第几|排名|名次|位次|排几/.test(asked) && LEVEL.test(asked) && !RATE.test(asked) && ranksRate(quoted))
    return 'the rank of a level is asked for and the sentence gives that of a rate';
  if (question.asks === 'person' && !namesOffice(asked, text))
    return 'the holder of an office is asked for and the sentence does not name it';
  const narrowing = figureKinds(quoted).length > 0 ? missingNarrowing(asked, quoted, sentence.frame) : null;
  if (narrowing !== null && question.asks !== 'yesno')
    return `${narrowing} is asked for and the sentence does not give it`;
  if (question.asks === 'figure') {
    if (isShareOfAnother(asked, reading, quoted))
      return 'a share is asked for and the sentence gives that of another thing, or in another';
    if (/年均/.test(quoted) && !/年均|平均每年|[期末五]/.test(asked))
      return 'a single year is asked for and the sentence gives the average of several';
    if (isWholeOfShare(asked, reading, quote))
      return 'what is asked for is only what the sentence gives a share of';
  }
  const [scope] = RANKED_IN.exec(asked) ?? [];
  if (scope !== undefined && TELLS_RANK.test(quoted) && !text.includes(scope))
    return `a rank in ${scope} is asked for and the sentence gives one among others`;
  if (ASKS_SHARE.test(asked) && !ASKS_CHANGE.test(asked.replaceAll('增加值', '')) && givesNoShare(quoted))
    return 'a share is asked for and the sentence gives only how much something changed';
  if (ASKS_EXCESS.test(asked) && !TELLS_EXCESS.test(quoted))
    return 'by how much a target was passed is asked for and the sentence does not tell';
  if (question.asks === 'figure' && isFigureOfAnother(asked, reading, quote))
    return 'the sentence gives what is asked about another figure, and the kind asked for to something else';
  if (ASKS_LEVEL.test(asked) && !ASKS_CHANGE.test(asked) && givesChangeOnly(quoted))
    return 'a level is asked for and the sentence tells only how much was added';
  return null;
}

function isMet({ exact, similarity }: WordReading): boolean {
  return exact || similarity >= AS_GOOD;
}

function ranksRate(quoted: string): boolean {
  return RATE.test(quoted) && !LEVEL.test(quoted);
}

/** All amounts of the quote are increases; its rates say nothing of either. */
function givesChangeOnly(quoted: string): boolean {
  const amounts = tellingFigures(quoted).filter(({ number, unit }) => unitKind(number, unit) === 'money');
  return (
    amounts.length > 0 &&
    amounts.every(({ start }) => ADDED.test(quoted.slice(Math.max(0, start - 6), start)))
  );
}

/** 副区长 is no 区长; whoever holds the office is named with it. */
function namesOffice(asked: string, text: string): boolean {
  const [office] = OFFICE.exec(asked) ?? [];
  return (
    office === undefined ||
    new RegExp(`(?<!${office.startsWith('副') ? '' : '副'}.?)${office}`, 'u').test(text)
  );
}

/** 财政总支出 in 民生支出6亿元，占财政总支出的63.8%: its own figure is not told. */
function isWholeOfShare(asked: string, { report, words }: Reading, quote: Span): boolean {
  if (ASKS_SHARE.test(asked)) return false;
  const quoted = report.text.slice(quote.start, quote.end).toLowerCase();
  const rest = quoted.replace(WHOLE, '');
  const own = words
    .map(({ word }) => word.toLowerCase())
    .filter((word) => word.length > 1 && quoted.includes(word));
  return own.length > 0 && own.every((word) => !rest.includes(word));
}

/** 金融业占GDP的比重 is not that of 第三产业, and what is the share of 民生 in the spending is none in the GDP. */
function isShareOfAnother(asked: string, { words, sentence, report }: Reading, quoted: string): boolean {
  const { part, whole } = SHARE_OF.exec(asked)?.groups ?? {};
  if (part === undefined || whole === undefined) return false;
  const around = (
    report.text.slice(sentence.start, sentence.end) + sentence.headingPath.join()
  ).toLowerCase();
  const wholes = (quoted.match(WHOLE) ?? []).join().toLowerCase();
  const lacks = (text: string, within: string) =>
    words.some(
      ({ word, isKnown }) =>
        isKnown && word.length > 1 && text.toLowerCase().includes(word) && !within.includes(word),
    );
  return lacks(part, around) || (wholes !== '' && lacks(whole, wholes));
}

/** All rates of the quote are changes. */
function givesNoShare(quoted: string): boolean {
  const rates = tellingFigures(quoted).filter(({ number, unit }) => unitKind(number, unit) === 'percent');
  return (
    rates.length > 0 &&
    rates.every(
      ({ start, unit }) => /点$/.test(unit) || CHANGED.test(quoted.slice(Math.max(0, start - 8), start)),
    )
  );
}

/**
 * A word of the question stands in a clause that has a figure of its own, and the clauses that have the kind asked
 * for are without it: 重污染天数下降62.5%，优良天数215天 tells nothing of the days of 重污染.
 */
function isFigureOfAnother(asked: string, reading: Reading, quote: Span): boolean {
  const kind = askedUnitKind(asked);
  if (kind === 'none') return false;
  const groups = subjectGroups(reading, reading.sentence).map((group) => {
    const text = reading.report.text.slice(group.start, group.end);
    return { ...group, text: text.toLowerCase(), kinds: figureKinds(text) };
  });
  const giving = groups.filter(
    ({ start, end, kinds }) => kinds.includes(kind) && start < quote.end && end > quote.start,
  );
  // A clause that begins with what was done has its subject before it.
  if (giving.some(({ text }) => DOES.test(text))) return false;
  const others = groups.filter(({ kinds }) => kinds.length > 0 && !kinds.includes(kind));
  const words = reading.words.map(({ word }) => word.toLowerCase()).filter((word) => word.length >= 2);
  return (
    giving.length > 0 &&
    words.some((word) => others.some(({ text }) => text.includes(word))) &&
    !words.some((word) => giving.some(({ text }) => text.includes(word)))
  );
}

/** 6月 is also written 六月. */
function namesPart(text: string, part: string): boolean {
  const written = text.normalize('NFKC');
  if (!part.endsWith('月')) return written.includes(part);
  const months = written.match(/(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?=月)/gu) ?? [];
  return months.some((month) => smallNumber(month) === smallNumber(part.slice(0, -1)));
}
