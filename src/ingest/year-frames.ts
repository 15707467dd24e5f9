import type { YearFrame } from '../domain/report.ts';
import {
  fiveYearPlansIn,
  relativeYearsIn,
  type YearAnchor,
  type YearMention,
  type YearRange,
  yearsIn,
} from '../text/years.ts';
import type { HeadingWithoutFrame } from './find-headings.ts';
import { namesGlossary } from './part-headings.ts';

type Side = 'review' | 'plan';

/** The frame of what says nothing about years: opening words, glossaries. */
export const NO_FRAME: YearFrame = { role: 'none', from: null, to: null };

const REVIEW_WORDS = /回顾|总结|成就|成绩|完成情况|发展情况|历程|体会|过去|一年来|五年来|问题|困难/u;
const PLAN_WORDS =
  /安排|部署|重点工作|任务|目标|建议|打算|要求|考虑|举措|取向|计划|预期|今后|未来|工作重点|实事|纲要.{0,8}说明/u;

/** What comes before a year that is only measured against: 比2012年, 由2003年的77%. */
const MEASURED_AGAINST = /(?:[比较与同]|[高低多少大小优快慢]于|相当于|相比|恢复[到至])$/u;
/** What comes before the time that one of several things is put off to: 八件完成七件，另一件顺延至今年6月. */
const PUT_OFF_TO = /(?:顺延|推迟|延期|延迟|延后|拖延)[到至]$/u;
/** What comes before a year that something starts from: measured against if past, a beginning if to come. */
const STARTING_FROM = /[从由自]$/u;
/** A stretch of years that something outdoes. */
const OUTDONE = /(?:是|超过|相当于)$/u;
/** A clause of purpose names the aim of what the sentence says, not its time. */
const PURPOSE = /(?:^|[，；。：、])[也更并]?(?:为|以便|从而)[^，；。：]*$/u;
const NAMES_THE_YEAR_ITSELF =
  /^(?:以来|的?[\d.]+倍|.{0,4}(?:冬奥|奥运|亚运|世博|世界杯|峰会|博览会|年会|议程|行动计划)|前?.{0,12}(?:方案|规划|纲要|远景目标))/u;
/** 2015年立项的绕城公路: the year belongs to a thing that the sentence names, not to what it says of it. */
const OF_A_THING = /^[底末初]?(?![我全本各这上下])[^，。；：、的\d]{2,4}的(?!是)/u;
/** Words of intent decide for years that are partly over. */
const INTENT = /将|力争|确保|争取|要(?!求)|打算/u;
/** What may stand before a time that a sentence says first, so that it holds for what follows. */
const BEFORE_TIME_SAID_FIRST = /^(?:刚刚过去的|刚过去的|过去的|早在|截至|回顾|在)?$/u;
/** What may stand before the time by which a clause aims at something. */
const BEFORE_AIM = /^(?:(?:力争|确保|争取|预计|计划)(?:到|在)?|到)$/u;
/** How far into a heading its time may stand to be the heading's (五年来，…, 2018年目标). */
const SAID_FIRST_WITHIN = 8;

/** The frames of headings, in their order. A top heading without years goes on where the last one was. */
export function headingFrames(
  headings: readonly HeadingWithoutFrame[],
  anchor: YearAnchor,
): readonly YearFrame[] {
  const frames: YearFrame[] = [];
  let lastTop = NO_FRAME;
  for (const heading of headings) {
    const parent = heading.parent === null ? null : (frames[heading.parent] ?? NO_FRAME);
    const frame = headingFrame(heading.label, parent, lastTop, anchor, isInGlossary(headings, heading));
    if (parent === null) lastTop = frame;
    frames.push(frame);
  }
  return frames;
}

/** What a passage's or a sentence's own words say about its years; null where they do not. */
export function frameNamed(words: string, around: YearFrame, anchor: YearAnchor): YearFrame | null {
  const mention = periodsIn(words, anchor)[0];
  return mention === undefined ? null : framed(mention, words, around, anchor);
}

/** Like `frameNamed`, but only where the years are said first and so hold for what follows. */
export function frameSaidFirst(words: string, around: YearFrame, anchor: YearAnchor): YearFrame | null {
  return frameBehind(BEFORE_TIME_SAID_FIRST, words, around, anchor);
}

/** The time that a later clause begins with, which is its own: …，力争2026年实现全覆盖; …，到2030年突破380亿元. */
export function frameOfClause(words: string, around: YearFrame, anchor: YearAnchor): YearFrame | null {
  return frameSaidFirst(words, around, anchor) ?? frameBehind(BEFORE_AIM, words, around, anchor);
}

function frameBehind(before: RegExp, words: string, around: YearFrame, anchor: YearAnchor): YearFrame | null {
  const mention = periodsIn(words, anchor)[0];
  if (mention === undefined || !before.test(words.slice(0, mention.start))) return null;
  return framed(mention, words, around, anchor);
}

/** Whether words tell what is going to be done. */
export function isMeant(words: string): boolean {
  return INTENT.test(words);
}

/** What 名词解释 explains is of no year, whatever its name is: “甲人才计划”. */
function isInGlossary(
  headings: readonly HeadingWithoutFrame[],
  { parent }: Pick<HeadingWithoutFrame, 'parent'>,
): boolean {
  for (let at = parent; at !== null; at = headings[at]?.parent ?? null)
    if (namesGlossary(headings[at]?.label ?? '')) return true;
  return false;
}

function headingFrame(
  label: string,
  parent: YearFrame | null,
  lastTop: YearFrame,
  anchor: YearAnchor,
  inGlossary: boolean,
): YearFrame {
  if (inGlossary || /^附/u.test(label) || namesGlossary(label)) return NO_FRAME;
  const around = parent ?? lastTop;
  // Below a part with years of its own, only years said first are the heading's.
  const isSettled = parent !== null && parent.role !== 'none';
  const periods = timesNamed(label, anchor).filter(({ start }) => !isSettled || start <= SAID_FIRST_WITHIN);
  if (periods.length > 0) {
    const from = Math.min(...periods.map((period) => period.from));
    const to = Math.max(...periods.map((period) => period.to));
    const looksBothWays = REVIEW_WORDS.test(label) && PLAN_WORDS.test(label);
    const roleInWords = looksBothWays ? 'none' : (roleOfWords(label) ?? around.role);
    const roles = new Set(periods.map((period) => roleOfYears(period, anchor) ?? roleInWords));
    const [role] = roles;
    return { role: roles.size === 1 && role !== undefined ? role : 'none', from, to };
  }
  if (isSettled) return parent;
  const role = roleOfWords(label);
  if (role === null) return around;
  if (parent !== null && parent.from !== null) return sideOf(parent, role, anchor);
  const year = role === 'review' ? anchor.yearReviewed : anchor.yearPlanned;
  return { role, from: year, to: year };
}

/**
 * In a part that both looks back and ahead (“十四五”时期成就和“十五五”时期目标): the side that a passage
 * is on where its words name only years of that side, titles of documents included; null where they do not.
 */
export function sideNamed(words: string, part: YearFrame, anchor: YearAnchor): YearFrame | null {
  if (part.role !== 'none' || part.from === null) return null;
  const roles = new Set(timesNamed(words, anchor).map((period) => roleOfYears(period, anchor)));
  const [role] = roles;
  return roles.size === 1 && (role === 'review' || role === 'plan') ? sideOf(part, role, anchor) : null;
}

/** The half of a part up to the year reviewed, or from the year planned on; the whole part where that year is not in it. */
function sideOf(part: YearFrame, role: Side, { yearReviewed, yearPlanned }: YearAnchor): YearFrame {
  const { from, to } = part;
  const within = (year: number | null): number | null =>
    year !== null && (from === null || from <= year) && (to === null || year <= to) ? year : null;
  return role === 'review'
    ? { role, from, to: within(yearReviewed) ?? to }
    : { role, from: within(yearPlanned) ?? from, to };
}

/**
 * The times that a heading names. In headings every one counts, and a plan's name may stand anywhere
 * (“十五五”时期, 第十五个五年规划).
 */
export function timesNamed(label: string, anchor: YearAnchor): readonly YearMention[] {
  return [...yearsIn(label), ...fiveYearPlansIn(label), ...relativeYearsIn(label, anchor)].filter(
    (mention) => !MEASURED_AGAINST.test(label.slice(0, mention.start)),
  );
}

function roleOfYears({ from, to }: YearRange, { yearReviewed, yearPlanned }: YearAnchor): Side | null {
  if (yearReviewed !== null && to <= yearReviewed) return 'review';
  if (yearPlanned !== null && from >= yearPlanned) return 'plan';
  return null;
}

function roleOfWords(label: string): Side | null {
  const review = REVIEW_WORDS.test(label);
  const plan = PLAN_WORDS.test(label);
  return review === plan ? null : review ? 'review' : 'plan';
}

function framed({ from, to }: YearRange, words: string, around: YearFrame, anchor: YearAnchor): YearFrame {
  const inWords = INTENT.test(words) ? 'plan' : around.role;
  return { role: roleOfYears({ from, to }, anchor) ?? inWords, from, to };
}

/** The periods that a sentence speaks about, in order; not those it measures against or only names. */
function periodsIn(words: string, anchor: YearAnchor): readonly YearMention[] {
  const plans = fiveYearPlansIn(words).filter(
    ({ start, end }) =>
      /(?:^|[，。；：！、\s在到至于])$/u.test(words.slice(0, start)) &&
      !/^(?:规划|计划|开局)/u.test(words.slice(end)),
  );
  return [...yearsIn(words), ...plans, ...relativeYearsIn(words, anchor)]
    .filter((mention) => !isMeasure(words, mention, anchor) && !isInTitle(words, mention.start))
    .sort((left, right) => left.start - right.start);
}

function isMeasure(
  words: string,
  { start, end, from, to }: YearMention,
  { yearPlanned }: YearAnchor,
): boolean {
  const before = words.slice(0, start);
  const after = words.slice(end);
  if (NAMES_THE_YEAR_ITSELF.test(after) || OF_A_THING.test(after) || PURPOSE.test(before)) return true;
  if (from !== to) return OUTDONE.test(before);
  return (
    MEASURED_AGAINST.test(before) ||
    PUT_OFF_TO.test(before) ||
    (STARTING_FROM.test(before) && (yearPlanned === null || to < yearPlanned))
  );
}

function isInTitle(words: string, index: number): boolean {
  const before = words.slice(0, index);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}
