import type { Span } from '../domain/report.ts';
import { smallNumber } from './counts.ts';

/** A stretch of years, first and last inclusive. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** Where a text names years; offsets are into the text that was asked about. */
export interface YearMention extends Span, YearRange {}

/** The two years that 去年 and 今年 stand for; null where they are not known. */
export interface YearAnchor {
  readonly yearReviewed: number | null;
  readonly yearPlanned: number | null;
}

const NUMERALS = '〇零一二三四五六七八九';
const DIGIT = '[0-9０-９]';
const CHINESE_DIGIT = '[〇○Ｏ零一二三四五六七八九0-9０-９]';
const FULL_YEAR = `(?:19|20|１９|２０)${DIGIT}{2}|(?:一九|二[〇○Ｏ零0０])${CHINESE_DIGIT}{2}`;
const JOINER = '[-—–－~～至到]{1,2}';

/**
 * The years a text names as such: 2017年, 二〇一七年, 2021—2025年, 2016、17年.
 * A bare 17年 is a duration as often as a year, so it counts only right after a full year.
 */
export function yearsIn(text: string): readonly YearMention[] {
  const pattern = new RegExp(
    `(?<!${DIGIT})(?<first>${FULL_YEAR})` +
      `(?:年?\\s*(?:${JOINER}|[、和与/])\\s*(?<last>${FULL_YEAR}|${DIGIT}{2}(?=年)))?(?<suffix>年)(?!前后?的历史|来)`,
    'g',
  );
  const mentions: YearMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const first = yearNumber(match.groups?.first ?? '');
    const named = match.groups?.last;
    const last = named === undefined ? first : lastYear(first, named);
    if (last < first) continue;
    mentions.push({ start: match.index, end: match.index + match[0].length, from: first, to: last });
  }
  return mentions;
}

/** The year that something is held against: 比2020年增加, 跟2000年比; null where none is named. */
export function baseYear(text: string): number | null {
  const base = /[比较跟和同与](?<base>(?:19|20)\d\d)年(?!初)/u.exec(text)?.groups?.base;
  return base === undefined ? null : Number(base);
}

/** The years of a five-year plan by its name: 十四五, “十四五”, 第十四个五年规划; null if it is no such name. */
export function fiveYearPlan(name: string): YearRange | null {
  const match =
    /^[“"]?([一二三四五六七八九十]{1,3})五[”"]?(?:时期|规划|计划|期间)?$/u.exec(name.trim()) ??
    /^第([一二三四五六七八九十]{1,3})个五年(?:规划|计划)?$/u.exec(name.trim());
  const ordinal = smallNumber(match?.[1] ?? '');
  if (ordinal === null || ordinal > 40) return null;
  // The first two plans ran 1953–57 and 1958–62; from the third on (1966–70) they follow without a gap.
  if (ordinal <= 2) return { from: 1948 + 5 * ordinal, to: 1952 + 5 * ordinal };
  return { from: 1951 + 5 * ordinal, to: 1955 + 5 * ordinal };
}

/** The short name of the five-year plan that runs over just these years (2021–2025 → 十四五), or ''. */
export function fiveYearPlanName({ from, to }: YearRange): string {
  const ordinal = (to - 1955) / 5;
  if (to - from !== 4 || !Number.isInteger(ordinal) || ordinal < 3 || ordinal > 19) return '';
  const [tens, ones] = [ordinal >= 10 ? '十' : '', ordinal % 10];
  return `${tens}${ones === 0 ? '' : (NUMERALS[ones + 1] ?? '')}五`;
}

/** Five-year plans named in a text. Unquoted 十五 is also the number 15, so it needs 规划/时期/… after it. */
export function fiveYearPlansIn(text: string): readonly YearMention[] {
  const pattern =
    /[“"]([一二三四五六七八九十]{1,2}五)[”"](?!普法)|第[一二三四五六七八九十]{1,3}个五年(?:规划|计划)|(?<![一二三四五六七八九十百第])([一二三四五六七八九十]{1,2}五)(?=时期|规划|计划|期间)/gu;
  const mentions: YearMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const years = fiveYearPlan(match[1] ?? match[2] ?? match[0]);
    if (years !== null) mentions.push({ start: match.index, end: match.index + match[0].length, ...years });
  }
  return mentions;
}

const RELATIVE: readonly { pattern: RegExp; years: (anchor: Anchored, count: number) => YearRange | null }[] =
  [
    {
      pattern: /(?<![比较])去年|过去的?一年(?!和)|(?<![\d〇零一二三四五六七八九十])一年来/gu,
      years: ({ last }) => one(last),
    },
    { pattern: /今年|新的?一年(?!级)/gu, years: ({ now }) => one(now) },
    { pattern: /明年/gu, years: ({ now }) => one(now + 1) },
    {
      pattern:
        /过去(?:的?一年和)?(?:的|这)?([二两三四五六七八九十])年|(?<![\d十])([两三四五六七八九十])年来|这([五])年|(?<![\p{Script=Han}\d])([两三四五])年累计|^[—\s]*这是[^。]*的([五])年/gu,
      years: ({ now, last }, count) => (count < 2 ? null : { from: now - count, to: last }),
    },
    {
      pattern: /(?:今后|未来)([两三四五六七八九十])年/gu,
      years: ({ now }, count) => (count < 2 ? null : { from: now, to: now + count - 1 }),
    },
  ];

/** 去年, 今年, 过去五年, 五年来, 今后五年 … in a text, as years; nothing where the anchor is not known. */
export function relativeYearsIn(text: string, anchor: YearAnchor): readonly YearMention[] {
  const now = anchor.yearPlanned ?? (anchor.yearReviewed === null ? null : anchor.yearReviewed + 1);
  if (now === null) return [];
  const anchored = { now, last: anchor.yearReviewed ?? now - 1 };
  const mentions: YearMention[] = [];
  for (const { pattern, years } of RELATIVE) {
    for (const match of text.matchAll(pattern)) {
      const count = smallNumber(match.slice(1).find((group) => group !== undefined) ?? '') ?? 0;
      const range = years(anchored, count);
      if (range !== null) mentions.push({ start: match.index, end: match.index + match[0].length, ...range });
    }
  }
  return mentions.sort((left, right) => left.start - right.start);
}

/** The first full date of a text (2018年1月14日, 二〇二六年一月二十七日) as `YYYY-MM-DD`, or ''. */
export function dateIn(text: string): string {
  const number = '[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}';
  const pattern = new RegExp(
    `(?<year>${FULL_YEAR})\\s*年\\s*(?<month>${number})\\s*月\\s*(?<day>${number})\\s*日`,
  );
  const groups = pattern.exec(text)?.groups;
  const month = numberOf(groups?.month ?? '');
  const day = numberOf(groups?.day ?? '');
  if (month === null || day === null || month < 1 || month > 12 || day < 1 || day > 31) return '';
  return [yearNumber(groups?.year ?? ''), month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

interface Anchored {
  readonly now: number;
  readonly last: number;
}

function one(year: number): YearRange {
  return { from: year, to: year };
}

function lastYear(first: number, named: string): number {
  const year = yearNumber(named);
  return year < 100 ? Math.floor(first / 100) * 100 + year : year;
}

function yearNumber(written: string): number {
  return Number([...written].map(westernDigit).join(''));
}

function westernDigit(character: string): string {
  if (/[○Ｏ]/u.test(character)) return '0';
  const numeral = NUMERALS.indexOf(character);
  if (numeral >= 0) return String(Math.max(0, numeral - 1));
  return character.normalize('NFKC');
}

function numberOf(written: string): number | null {
  return /^[0-9０-９]+$/u.test(written) ? yearNumber(written) : smallNumber(written);
}
