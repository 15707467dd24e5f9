import { baseValue } from '../text/base-value.ts';
import { findCountWords } from '../text/counts.ts';
import { numberValue } from '../text/number-value.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';
import { tellingFigures } from './figure-kinds.ts';

/** A figure as it is put forward or held by a quote. */
export interface Claim {
  readonly kind: UnitKind;
  readonly value: number;
  /** 美元 and 元 are not the same money, days and months not the same time, 5月 and 5月1日 no stretches of time at all. */
  readonly measure: string;
  /** 不到80亿元 bounds from above, 超过80亿元 from below, 80多亿元 too, and from above by the next round number. */
  readonly bound: 'below' | 'above' | 'over' | 'about' | null;
  /** What was before: 由369位上升到235位. */
  readonly former: boolean;
  /**
   * 增加2787亿元 tells by how much something changed, 达到2.17万亿元 how much of it there is; other figures may tell either.
   * 超过目标30% and 提高1.6个百分点 tell a difference and nothing else.
   */
  readonly tells: 'change' | 'difference' | 'level' | 'either';
  /** Which way it changed by the last word of change before it, if there is one: 比上年减少300亿元. */
  readonly direction: 'up' | 'down' | null;
  /** 剩下3户: what is left over, and none of what there is. */
  readonly left: boolean;
  /** Where it starts in the text it was read from. */
  readonly at: number;
  /** A count word that may belong to a name: 十大专业园. */
  readonly counted: boolean;
}

const BELOW = /^(?:不到|不足|低于|不超过|以内|以下)$/;
const ABOVE = /^(?:超过|突破|高于|不低于|不少于|至少|以上|超|逾)$/;
const OVER = /^(?:多|余|之多)$/;
/** 连续第三年 is 连续三年. */
const IN_A_ROW = /连续(?:了|的)?第(?<number>[一二三四五六七八九十\d]+)个?(?<unit>年|月|季度)/gu;
/** 二十二连丰 is that for so many years, in quotation marks too. */
const TIMES_RUNNING = /“?[一二三四五六七八九十\d]+连[丰增升涨冠]”?/gu;
const HALF = /一半|半数/gu;
const ABOUT = /^(?:约|近|接近|将近|大约|左右|上下)$/;
/** As near as a rounded figure is to what it rounds. */
const ROUNDING = 0.05;
/** 5月, and the day that stands behind one: places in the calendar. */
const MONTH = '月份';
const DAY = '月日';
/** 连续三月 is no month of the calendar. */
const LASTS = /(?:连续|历时|用时|[近每用])$/u;
const MONTHS = 12;
const CALENDAR =
  /(?<before>^|.{0,2})(?<![\d.一二三四五六七八九十])(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})日)?$/u;
/** A rounder figure is no nearer by its digits alone: nobody says 200亿元 for 170亿元. */
const NEAR = 0.035;
/** … and 60% is not 58.5%. */
const POINT = 1;
const WHOLE = 100;
/** 6月那场大雨: the date tells which one is meant. */
const WHICH_ONE =
  /(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?(?:[\d一二三四五六七八九十]{1,3}[日号])?)的?(?=[那这][场次回个天])/gu;
/** Who says 超过3万元 of 3万亿元 means another thing. */
const FAR = 10;
/** 由30%提高到70%, 比上年末的9.3万亿元增加4.4万亿元 */
const FORMER = /[由从](?:[^，。；、]{0,12})$/u;
const LATTER = /^(?:[、和][^，。；、和]{1,8}){0,3}(?:[^，。；]{0,4}?|[，,][^，。；]{0,2}?)(?:到|至|为)/u;
const COMPARED = /[较比][^，。；、增减升降涨跌多少高低]{0,12}$/u;
const CHANGING =
  '增加(?!值)|增长|[新净同]增|增(?![值加])|(?<!不)减少|减|下降|降低|提高|提升|上升|上涨|[涨跌降升]|回落|缩短|扩大|缩小|高出|多出来?|(?<![最很更许至])多(?![达于少])[发建收花开投用招种修产]?|(?<![最至不多])少(?!于)[发建收花开投用招种修产]?';
const CHANGES = new RegExp(CHANGING, 'gu');
const DOWN = /减|降|跌|回落|缩|少/u;
const CHANGES_NEXT = new RegExp(`^(?:${CHANGING})`, 'u');
/** 增速5%, 增速回落到5% tell by how much something grows. */
const RATE = /增速|增幅|涨幅|增长率/u;
/** 贡献了全市61%, 占比为41%: no growth. */
const SHARE = /占(?!用)[^，。；、\d]{0,14}$|(?:比重|占比|比例)[^，。；、\d]{0,6}$|贡献[^，。；、\d]{0,8}$/u;
const LEFT = /(?:剩|余下|还差|尚差|还欠)[^，。；、\d]{0,4}$/u;
const ABOUTS = '(?:了|约|近|超过?|逾|将近|接近|不到|大约)*';
const CHANGED_BY = new RegExp(`(?:${CHANGING})${ABOUTS}$`, 'u');
/** 超过目标任务26天 */
const DIFFERS_BY =
  /(?:超过?|超出|高于|低于|少于|多于|高出|比)[^，。；、\d]{0,8}(?:目标|任务|计划|预期|上年|去年|同期|平均)[^，。；、\d]{0,4}$/u;
const CHANGED_TO = new RegExp(`(?:${CHANGING})(?:到|至|为)${ABOUTS}$`, 'u');
const LEADS_TO_LEVEL = new RegExp(`(?:到|至|达|为|突破)${ABOUTS}$`, 'u');
/** Asks of what was before: 由369位上升到235位. */
const BEFORE =
  /[由从](?=[^，,。]{0,8}\d)|以前|原来|原先|之前|年前|(?<![比较])上年(?!度)|(?<![比较])前年|当初|起初|最早/u;
/** 从2020年的3万亿元增长到2025年的4万亿元 */
const OF_YEAR = /(?<year>(?:19|20)\d\d)年的$/u;
const AVERAGED = /年均|平均|每年|一年(?!来)/u;
/** What people say of a figure that is passed: GDP过11万亿了. */
const PASSED = /(?<![不没经通超度])(?:过|破)了?$/u;
/** A bare 万 or 亿 may be a number of any of these. */
const IN_BULK: ReadonlySet<UnitKind> = new Set(['money', 'people', 'area', 'weight', 'households']);

/** 超过80亿元 is borne out by 86.4亿元; the same figure bears out any bound on it that the report gives too. */
export function agrees({ value, bound, direction }: Claim, own: Claim): boolean {
  if (direction !== null && own.direction !== null && direction !== own.direction) return false;
  if (bound === 'over') return own.value >= value && own.value < value + 10 ** Math.floor(Math.log10(value));
  if (bound === 'about') return Math.abs(own.value - value) <= ROUNDING * Math.abs(value);
  if (own.value === value)
    return bound === null || bound === own.bound || (bound === 'above' && own.bound !== 'below');
  if (bound === 'above') return own.value > value && own.value < FAR * value && own.bound !== 'below';
  if (bound === 'below') return own.value < value && own.bound !== 'above';
  return false;
}

/** 170亿元 for 170.1亿元, 四成 for 41%: fewer digits of the same; not 100%, which leaves nothing out, and no place or date. */
export function rounds(one: Claim, own: Claim): boolean {
  if (
    one.bound !== null ||
    one.kind === 'rank' ||
    isDate(one) ||
    (one.kind === 'percent' && one.value === WHOLE)
  )
    return false;
  if (one.direction !== null && own.direction !== null && one.direction !== own.direction) return false;
  const apart = Math.abs(own.value - one.value);
  return (
    lastPlace(own.value) < lastPlace(one.value) &&
    apart <= lastPlace(one.value) / 2 &&
    apart <= NEAR * Math.abs(own.value) &&
    (one.kind !== 'percent' || apart <= POINT)
  );
}

/** What one of the last digit of a value is that is not 0: .1 of 170.1, 10 of 170. */
function lastPlace(value: number): number {
  const [digits = '', power = '0'] = value.toExponential().split('e');
  return 10 ** (Number(power) - (digits.split('.')[1]?.length ?? 0));
}

/** 突破30亿 of a target that is to pass 50亿, 5%以内 of 3%以内 or 3%左右: so much is another target, though it would be met too. */
export function isLooser(one: Claim, own: Claim): boolean {
  if (own.bound !== one.bound && own.bound !== 'about') return false;
  return one.bound === 'above' ? one.value < own.value : one.bound === 'below' && one.value > own.value;
}

/** Without a date that is not put forward: 6月那场大雨死人了吧. */
export function withoutWhichOne(text: string): string {
  return text.replace(WHICH_ONE, '');
}

export function claimsOf(text: string): readonly Claim[] {
  const plain = text
    // Each mark in its place.
    .replace(TIMES_RUNNING, (run) => run.replace('连', '年').replace(/[“”]/gu, ' '))
    .replace(HALF, '50%')
    .replace(IN_A_ROW, '连续$<number>$<unit>');
  const figures = tellingFigures(plain).flatMap(({ start, end, number, unit, hedges }): Claim[] => {
    const value = baseValue(number, unit);
    const kind = unitKind(number, unit);
    const date = dateOf(plain.slice(0, end));
    if (date !== null)
      return [
        {
          ...date,
          kind,
          bound: null,
          former: false,
          tells: 'level',
          direction: null,
          left: false,
          at: start,
          counted: false,
        },
      ];
    const measure = kind === 'duration' || unit.includes('美') ? unit.replace(/^[十百千万亿]+/u, '') : '';
    const former = isFormer(plain.slice(0, start), plain.slice(end));
    return value === null
      ? []
      : [
          {
            kind,
            value,
            measure,
            bound: boundOf(hedges, plain.slice(0, start)),
            former,
            tells: unit.endsWith('次') ? 'either' : tellsOf(kind, unit, plain.slice(0, start)),
            direction: directionOf(plain.slice(0, start)),
            left: LEFT.test(clauseBefore(plain.slice(0, start))),
            at: start,
            counted: false,
          },
        ];
  });
  const counts = findCountWords(text).map(({ start, count }) => ({
    kind: 'count' as const,
    value: count,
    measure: '',
    bound: null,
    former: false,
    tells: 'either' as const,
    direction: null,
    left: false,
    at: start,
    counted: true,
  }));
  // 88个 is read as a figure already.
  const isRead = (count: Claim) => figures.some(({ kind, at }) => kind === 'count' && at === count.at);
  return [...figures, ...counts.filter((count) => !isRead(count))];
}

/** The month, or the day of a month, that a text ends with (营改增从5月1日): it tells no change, whatever stands before it. */
function dateOf(text: string): Pick<Claim, 'measure' | 'value'> | null {
  const { before = '', month = '', day } = CALENDAR.exec(text)?.groups ?? {};
  const value = numberValue(month, '');
  if (value === null || value < 1 || value > MONTHS || LASTS.test(before)) return null;
  if (day === undefined) return { measure: MONTH, value };
  return { measure: DAY, value: 100 * value + (numberValue(day, '') ?? 0) };
}

/** The claims of a text without the count words, which may belong to a name. */
export function figureClaims(text: string): readonly Claim[] {
  return claimsOf(text).filter(({ counted }) => !counted);
}

/** What was before, by what stands around a figure: 由369位上升到235位. */
export function isFormer(before: string, behind: string): boolean {
  return (FORMER.test(before) && LATTER.test(behind)) || (COMPARED.test(before) && CHANGES_NEXT.test(behind));
}

/** By what stands before a figure in its clause; a share and a rate are told apart only by 提高到 and 提高. */
function tellsOf(kind: UnitKind, unit: string, before: string): Claim['tells'] {
  const clause = clauseBefore(before);
  const own = clause.split('、').at(-1) ?? '';
  if (kind === 'percent' && RATE.test(own) && !unit.endsWith('点')) return 'change';
  if (CHANGED_TO.test(own)) return 'level';
  if (DIFFERS_BY.test(own) || unit.endsWith('百分点')) return 'difference';
  if (CHANGED_BY.test(own)) return 'change';
  if (kind === 'percent' && SHARE.test(own)) return 'level';
  if (kind === 'percent' || kind === 'rank') return 'either';
  return LEADS_TO_LEVEL.test(own) || clause.search(CHANGES) < 0 ? 'level' : 'either';
}

/** Whether a word says that something changed, and nothing else: 增加, 增速. */
export function tellsChange(word: string): boolean {
  return new RegExp(`^(?:${CHANGING}|${RATE.source})了?$`, 'u').test(word);
}

function directionOf(before: string): Claim['direction'] {
  const clause = clauseBefore(before);
  const [change] = (RATE.test(clause) ? '' : clause).match(CHANGES)?.slice(-1) ?? [];
  if (change === undefined) return null;
  return DOWN.test(change) ? 'down' : 'up';
}

function clauseBefore(before: string): string {
  return before.split(/[，,。；;]/u).at(-1) ?? '';
}

function boundOf(hedges: readonly string[], before: string): Claim['bound'] {
  if (hedges.some((hedge) => BELOW.test(hedge))) return 'below';
  if (hedges.some((hedge) => ABOVE.test(hedge)) || PASSED.test(before)) return 'above';
  if (hedges.some((hedge) => OVER.test(hedge))) return 'over';
  return hedges.some((hedge) => ABOUT.test(hedge)) ? 'about' : null;
}

/**
 * Whether what is put forward can be held against a figure of the report, by what they count (11万亿 may be money), and
 * since both tell a change, or neither: 增加2787亿元 is no level.
 */
export function isComparable(one: Claim, own: Claim): boolean {
  const told = [one.tells, own.tells];
  const apart = told.includes('difference')
    ? told.includes('level') || told.includes('either')
    : told.includes('level') && told.includes('change');
  return !apart && one.left === own.left && (!one.former || own.former) && isOfOneKind(one, own);
}

/** The figures of a text of the report that a question can mean: none of what was before, and none of a mean, unless it says so. */
export function meantBy(question: string, text: string): readonly Claim[] {
  const put = figureClaims(question);
  const claims = claimsOf(text).filter(
    ({ at }) => AVERAGED.test(question) || !/年均/u.test(clauseBefore(text.slice(0, at))),
  );
  const yearOf = ({ at }: Claim) => OF_YEAR.exec(text.slice(0, at))?.groups?.year ?? '';
  const dated = claims.filter((claim) => yearOf(claim) !== '' && question.includes(yearOf(claim)));
  if (dated.length > 0)
    return claims
      .filter((claim) => (yearOf(claim) === '' && !claim.former) || dated.includes(claim))
      .map((claim) => ({ ...claim, former: false }));
  const asksFormer = BEFORE.test(question);
  if (asksFormer && put.length === 1 && claims.some(({ former }) => former))
    return claims.filter(({ former }) => former);
  return claims.filter(({ former }) => !former || asksFormer || put.some((one) => one.former));
}

function isDate({ measure }: Claim): boolean {
  return measure === MONTH || measure === DAY;
}

function isOfOneKind(one: Claim, other: Claim): boolean {
  // 5月 is no stretch of 5 months, nor a day of it.
  if ((isDate(one) || isDate(other)) && one.measure !== other.measure) return false;
  return (
    one.kind === other.kind ||
    (one.kind === 'bulk' && IN_BULK.has(other.kind)) ||
    (other.kind === 'bulk' && IN_BULK.has(one.kind))
  );
}
