import type { Question } from '../domain/question.ts';
import { type Span, spansYears } from '../domain/report.ts';
import { withoutOneself } from '../question/of-oneself.ts';
import { clausesWithin, clauseTexts } from '../text/split-clauses.ts';
import { askedUnitKind, unitKind } from '../text/unit-kinds.ts';
import { baseYear } from '../text/years.ts';
import { addsToTotal, asksDone } from './added-to-total.ts';
import { tellsAnotherAmount } from './another-amount.ts';
import { tellsAnotherCost } from './another-cost.ts';
import { countsAnother } from './another-count.ts';
import { tellsOfAnotherGroup } from './another-group.ts';
import { tellsAnotherMeasure } from './another-measure.ts';
import { tellsOfAnotherName } from './another-name.ts';
import { asksChange } from './asks-change.ts';
import { nearestGroups, subjectGroups } from './clause-focus.ts';
import { figureKinds, lacksJobs, tellingFigures } from './figure-kinds.ts';
import { lackingCircumstance } from './lacking-circumstance.ts';
import { lackingPopulation } from './lacking-population.ts';
import { lackingRank, RATE } from './lacking-rank.ts';
import { changesOnly, lackingShare } from './lacking-share.ts';
import { lackingTitle } from './lacking-title.ts';
import { missingNarrowing } from './narrowings.ts';
import { claimsOf } from './premise-claims.ts';
import { quotedText, type Reading } from './read-candidate.ts';

/** How much was added is not how much there is. */
const ADDED =
  /(?:增加|新增|净增|增长|提高|提升|(?<=比[^，。；]{2,9})多|下降|减少|降低|压减)(?:了|超过?|近|约)*$/u;
const ASKS_LEVEL = /总量|总额|总数|总共|一共|达到|(?:是|有)多少/;
/** 浓度是多少, 总量 ask for no rate. */
const ASKS_AMOUNT =
  /总量|(?:(?<![高低])标准|产量|里程|装机(?:容量|量)?|销量|吞吐量)(?:去年|今年|全年|一共|总共|现在|目前)*(?:是|有|达到?|到)?了?(?:多少|几)(?!个?(?:百分)?点)|浓度(?:值|水平)?(?:是|有|达到|到了)?(?:多少|几|多高)|额(?:去年|全年|一共|总共|现在|目前)*(?:有|是|达到?|做到?|完成)了?(?:多少|几)|多少[百千]?[万亿](?!个?(?:百分)?点)/;
/** 年均增长6%, and no 年均浓度. */
export const YEARLY_AVERAGE = /年均(?!浓度|气温|降水|值)/;
/** 年均, 一年多几个点; of 十五期间 the average is all that is told. */
const EVERY_YEAR =
  /年均|平均每年|每年|(?<![去今这前上全头])一年(?:能|要|得|会|大概|平均)?[多增涨长升降少提]|[期末五]/;
const DOES =
  /^(?:全年|累计|共计?|总共|力争|预计)?(?:完成|实现|投入|投资|总投资|新建|新增|建成|发放|达到?|占|惠及|带动|引进|签约|改造|征收|安排|支出|投放|开工|培育|取缔|创建|解决|开展|安置|帮扶|帮助|救助|资助|培训)/u;
/** …年均增长6%，规模稳居全国第4位 */
const OF_IT = /^(?:新?标准|规模|总量|总额|增速|增幅|排名|位次|其(?![他它余])|[稳跃位]居)/u;
const NAMES_MEASURE =
  /^\p{Script=Han}{2,8}(?:[数率额量度值]|比例|比重|面积|收入|支出|投资)(?:为|达到?|是|超过?|有|约|增至|降至|保持在?|稳定在)?[\d.]/u;
const ASKS_EXCESS = /超(?:出|额|标)[^,，]{0,6}?(?:多少|几)|超了?(?:多少|几)/;
const TELLS_EXCESS = /(?:超|多|高|快)[^，。；\d]{0,10}[\d一二三四五六七八九十百千]|[\d%]\s*以上/u;
/** 给三农加多少钱 */
const ASKS_MORE_MONEY =
  /(?:(?<![参更追])加|(?<!新)增加|多给|多[发投拿补]|(?<![外])[涨提升]高?)了?(?:多少|几)[^,，。?？]{0,2}(?:钱|块|元|亿|资金|投入)/u;
/** 产能压减了多少 */
const ASKS_LESS = /(?:压减|下降|减少|降低|削减|缩减|[降减]了?)(?:了|掉)?(?:多少|几)/u;
/** 去年一年开了多少列 is not told by 累计开行超1.4万列. */
const WITHIN_A_YEAR = /(?:去年|今年|\d{4}年)(?:一整?年|全年|当年)|一整年/u;
const SO_FAR = /累计[^，。；\d]{0,6}(?:超|突破|达|逾)/u;
/** 五年前是多少, 十年前有几所: not compared with it; 原来是多少. */
const YEARS_AGO =
  /(?:原[来先本]|从前|过去|以前)(?:是|有|才|只有?)*(?:多少|几)(?!倍)|(?<![比较跟和同与\d一二三四五六七八九十])(?:[一二两三四五六七八九十]|\d{1,2})年(?:以|之)?前(?![^,，。]{0,6}(?:开工|动工|启动|[建修搬定提说立办开])[^,，。]{0,4}的)/u;
/** 从2.42缩小至2.12, 现行16%的税率降至13% */
const TELLS_BEFORE =
  /现行[^，。；]{0,10}\d[^，。；]*[降升提调改][至到为]|[从由](?!此)[^，。；]{0,8}\d|[从由]无|零的?突破/u;
/** 当初定的目标是多少 of what is past. */
const ASKS_TARGET =
  /(?:目标|任务)(?:数|值)?(?:当初|原来|原本|本来|年初)?[是为有定设]?(?:的|了|在|成|到)?是?(?:多少|几)|(?:当初|原[来本先]|本来|年初)[^，。]{0,4}(?:定|计划|打算|预计|说好|承诺)[^，。]*(?:多少|几)/u;
const TELLS_TARGET = /目标|预期|计划|任务|预算|控制|以内|力争|确保|不低于|左右/u;
/** 一家能补多少: money, or a share of a price. */
const ASKS_PAID =
  /(?:能|可以?|给|要|得|会|最[多高])[补奖罚]了?(?:[贴助偿励款])?(?:多少|几)(?=[了呢啊呀?？,，。]|$)/u;
/** 给工人涨工资不 */
const ASKS_PAY =
  /(?:涨|加|提高?|增加|发)[^,，。]{0,3}(?:工资|薪|奖金)|(?:工资|薪[水资])[^,，。]{0,4}[涨提加]/u;
const TELLS_PAY = /工资|薪|奖金|津贴|待遇|收入|报酬|补[贴助]|养老金|元/u;
/** What is measured whatever it is of: no word for the subject. */
const MEASURE =
  /^(?:天数|人数|户数|数量|个数|总数|面积|金额|比例|比重|百分比|增速|增幅|全[国省市州县区旗]|一年|去年|今年)$/u;

/** A sentence as it was read and would be quoted. */
interface Candidate {
  readonly reading: Reading;
  readonly quote: Span;
  /** False where a place or one of a class is asked for and the sentence names none. */
  readonly namesAsked: boolean;
}

/**
 * What a question asks for beyond its subject and the sentence does not give, in a few words for staff: a day, a
 * place, the rank of this very measure, the level and not the change; null where nothing is lacking.
 */
export function whatIsLacking(question: Question, { reading, quote, namesAsked }: Candidate): string | null {
  const quoted = quotedText({ reading, quote });
  return (
    lackingCircumstance(question, reading, namesAsked) ??
    tellsOfAnotherName(question, reading) ??
    tellsAnotherAmount(question, reading) ??
    tellsAnotherCost(question, reading, quoted) ??
    lackingTitle(question, reading) ??
    countsAnother(question, quoted) ??
    lackingPopulation(question, reading, quoted) ??
    tellsAnotherMeasure(question, { reading, quote }) ??
    tellsOfAnotherGroup(question, { reading, quote }) ??
    lackingNarrowing(question, reading, quoted) ??
    lackingShare(question, reading, quoted) ??
    lackingRank(question, reading, quoted) ??
    lackingMeasure(question, reading, quote, quoted)
  );
}

/** What is lacking in a candidate for a question, worked out once for each. */
export function rememberLacking(question: Question): (one: Candidate) => string | null {
  const known = new Map<Candidate, string | null>();
  return (one) => {
    const lacking = known.has(one) ? (known.get(one) ?? null) : whatIsLacking(question, one);
    known.set(one, lacking);
    return lacking;
  };
}

function lackingNarrowing(
  { text: asked, asks }: Question,
  { sentence }: Reading,
  quoted: string,
): string | null {
  if (asks === 'yesno' || figureKinds(quoted).length === 0) return null;
  const narrowing = missingNarrowing(withoutOneself(asked), quoted, sentence);
  return narrowing === null ? null : `${narrowing} is asked for and the sentence does not give it`;
}

function lackingMeasure(question: Question, reading: Reading, quote: Span, quoted: string): string | null {
  const { text: asked, asks } = question;
  const { frame } = reading.sentence;
  if (ASKS_EXCESS.test(asked) && !TELLS_EXCESS.test(quoted))
    return 'by how much a target was passed is asked for and the sentence does not tell';
  if (ASKS_TARGET.test(asked) && frame.role === 'review' && !TELLS_TARGET.test(quoted))
    return 'what was aimed at is asked for and the sentence gives what was done';
  if (lacksJobs(asked, quoted))
    return 'a number of jobs is asked for and the sentence gives that of another thing';
  if (asks === 'yesno' && ASKS_PAY.test(asked) && !TELLS_PAY.test(quoted))
    return 'whether more is paid is asked for and the sentence speaks of no pay';
  if (ASKS_PAID.test(asked) && !figureKinds(quoted).some((kind) => kind === 'money' || kind === 'percent'))
    return 'what is paid is asked for and the sentence gives no money';
  if (asks === 'figure' && YEARS_AGO.test(asked) && !asksChange(asked) && !TELLS_BEFORE.test(quoted))
    return 'what it was years ago is asked for and the sentence does not tell from where it came';
  if (asks === 'figure') {
    const textOf = ({ start, end }: Span) => reading.report.text.slice(start, end);
    const groups = subjectGroups(reading, quote);
    const ofItsYear = groups.filter((group) =>
      question.time.years.some((year) => textOf(group).includes(`${year}年`)),
    );
    const told = [...nearestGroups(groups), ...ofItsYear].map(textOf);
    const isRate = ['none', 'percent'].includes(askedUnitKind(asked)) && question.time.period === null;
    if (isRate && told.every((one) => tellsAverage(question, one)))
      return 'a single year is asked for and the sentence gives the average of several';
    const whole = textOf(reading.sentence);
    if (isOfSeveral(question, reading, quoted))
      return 'a single year is asked for and the sentence gives what several came to';
    if (asksChange(asked) && (isSinceAnother(question, quoted) || lacksBase(question, whole)))
      return 'the change of a year is asked for and the sentence gives that since another';
    if (ASKS_LESS.test(asked) && !asked.includes('增') && risesOnly(quoted))
      return 'how much less is asked for and the sentence tells only how much more';
    if (ASKS_MORE_MONEY.test(asked) && givesAmountsAlone(quoted))
      return 'how much more is asked for and the sentence gives only an amount';
    const telling = clausesWithin(reading.report.text, quote)
      .map(textOf)
      .filter((text) => figureKinds(text).length > 0);
    if (telling.length > 0 && telling.every((text) => addsToTotal(asked, text)))
      return 'a total is asked for and the sentence tells only what was added';
    if (isFigureOfAnother(asked, reading, quote))
      return 'the sentence gives what is asked about another figure, and the kind asked for to something else';
  }
  if (ASKS_AMOUNT.test(asked) && !RATE.test(asked) && !asksChange(asked) && changesAlone(quoted))
    return 'an amount is asked for and the sentence gives only how it changed';
  if (asksLevel(question, quoted) && !asksChange(asked) && addedOnly(quoted))
    return 'a level is asked for and the sentence tells only how much was added';
  return null;
}

/** 拿多少养老金: an amount of money is a level where no change is asked for. */
function asksLevel({ text, asks }: Question, quoted: string): boolean {
  const kind = askedUnitKind(text);
  if (kind === 'duration' && asks === 'figure') return true;
  const isMoney = kind === 'money' || figureKinds(quoted).every((own) => own === 'money');
  return ASKS_LEVEL.test(text) || (asks === 'figure' && isMoney && !ASKS_PAID.test(text));
}

/** What changed since a year that is neither named nor the one before the year asked for. */
function isSinceAnother({ text, time: { years } }: Question, quoted: string): boolean {
  const base = baseYear(quoted);
  return base !== null && years.length > 0 && !text.includes(`${base}`) && !years.includes(base + 1);
}

/** 去年用了多少外资 is not told by what five years add up to. */
function isOfSeveral(
  { text, time: { years } }: Question,
  { sentence: { frame } }: Reading,
  quoted: string,
): boolean {
  if (years.length !== 1 || frame.role !== 'review' || /累计|合计/u.test(text)) return false;
  // 去年修了多少公里 nor by what they added.
  const ofAll = asksDone(text) ? /累计|合计|新[增建]|净增/u : /累计|合计/u;
  return spansYears(frame) ? ofAll.test(quoted) : WITHIN_A_YEAR.test(text) && SO_FAR.test(quoted);
}

/** All that the quote tells of a change is an increase. */
function risesOnly(quoted: string): boolean {
  const changes = claimsOf(quoted).filter(({ tells }) => tells === 'change' || tells === 'difference');
  return changes.length > 0 && changes.every(({ direction }) => direction === 'up');
}

/** All money of the quote is an amount: nothing says that it is more, or less, than before. */
function givesAmountsAlone(quoted: string): boolean {
  const money = claimsOf(quoted).filter(({ kind }) => kind === 'money');
  return money.length > 0 && money.every(({ tells, direction }) => tells === 'level' && direction === null);
}

/** 五年增长57%，年均增长9% tells more than the average; of years that nobody names 面积年均缩减2000公顷 is all there is. */
function tellsAverage({ text, time: { years } }: Question, told: string): boolean {
  const telling = clauseTexts(told).filter((clause) => figureKinds(clause).length > 0);
  const rates = telling.filter((clause) => figureKinds(clause).includes('percent'));
  if (EVERY_YEAR.test(text) || (rates.length === 0 && years.length === 0)) return false;
  const figures = rates.length > 0 ? rates : telling;
  return figures.length > 0 && figures.every((clause) => YEARLY_AVERAGE.test(clause));
}

/** The change since a year is asked for that is neither named nor the one before the year asked for. */
function lacksBase({ text, time: { years } }: Question, told: string): boolean {
  const base = baseYear(text);
  return (
    base !== null && !told.includes(`${base}`) && !years.some((year) => year === base || year === base + 1)
  );
}

/** The quote has no figure but rates of change, and ranks of them. */
function changesAlone(quoted: string): boolean {
  return changesOnly(quoted) && figureKinds(quoted).every((kind) => kind === 'percent' || kind === 'rank');
}

/** All amounts of the quote are increases; its rates say nothing of either. */
function addedOnly(quoted: string): boolean {
  const amounts = tellingFigures(quoted).filter(({ number, unit }) =>
    ['money', 'duration'].includes(unitKind(number, unit)),
  );
  return amounts.length > 0 && amounts.every(({ start }) => ADDED.test(quoted.slice(0, start)));
}

/** 连续五年增产, 今后五年的任务: how long is no figure of what is spoken of. */
function tellsYearsOnly(text: string): boolean {
  return tellingFigures(text).every(({ unit }) => unit === '年');
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
  // A clause that begins with what was done, or with a measure, has its subject before it.
  if (giving.some(({ text }) => DOES.test(text) || OF_IT.test(text))) return false;
  // 设摊位86个 and 每人5000元 are said of what stands before; 优良天数215天 names what it measures.
  if (kind !== 'rank' && !giving.every(({ text }) => NAMES_MEASURE.test(text))) return false;
  const others = groups.filter(
    ({ text, kinds }) => kinds.length > 0 && !kinds.includes(kind) && !tellsYearsOnly(text),
  );
  const words = reading.words
    .map(({ word }) => word.toLowerCase())
    .filter((word) => word.length >= 2 && !MEASURE.test(word));
  return (
    giving.length > 0 &&
    words.some((word) => others.some(({ text }) => text.includes(word))) &&
    !words.some((word) => giving.some(({ text }) => names(text, word)))
  );

  /** 利率 may be the 利息 that is asked for; whose rank it is must be said. */
  function names(text: string, word: string): boolean {
    return kind === 'rank' ? text.includes(word) : [...word].some((mark) => text.includes(mark));
  }
}
