import type { TimeFrame } from '../domain/question.ts';
import type { ReportFacts } from '../domain/report.ts';
import { baseYear, fiveYearPlan, yearsIn } from '../text/years.ts';
import { withoutOneself } from './of-oneself.ts';

/** A year written without 年, as people type it: not a number of things, unless the measure word begins another word (2019人均). */
const BARE_YEAR =
  /(?<![\d.])(?:19|20)\d\d(?![\d.%]|亿|万|元|人(?![均口大民才])|个(?![人体])|家(?!庭)|户(?!籍)|名(?!单)|位|公(?:里|顷|斤)|亩|吨|套|座|栋|棵|株|盏|辆|台|所(?!有)|件|处(?!理)|项(?!目)|条|千瓦|米|平(?:方|米)|斤|度|级|小时|天)/g;

/** Words for a year counted from the year a report plans (今年), in that report's own terms. */
const RELATIVE_YEARS: readonly (readonly [words: RegExp, offset: number])[] = [
  [/大前年/, -3],
  [/(?<![大以之当目])前年/, -2],
  [
    /去年|(?<![以马早晚])上一?年(?![级纪龄底])|过去(?:的)?(?:这)?一年|刚过去的一年|上年度|(?<!过去)这一?年(?=[^,，。]{0,6}了)/,
    -1,
  ],
  [
    /今年(?!(?:都|已经?|才|刚|快|满)*(?:[一二三四五六七八九]?十[一二三四五六七八九]?|\d{2,3})[多来几]?(?:周?岁(?![以及往的])|了))|(?<![基版])本年|(?<!过去|[咱我])这一?年(?!来|里|级|轻)|新的?一年(?!级)|(?<![\d一二两三四五六七八九十百几多])年内/,
    0,
  ],
  [/明年|下一年|(?<![十百几多来一二两三四五六七八九以未近年])来年/, 1],
  [/(?<![今往以前然先成产之最用])后年(?![均产收])/, 2],
];
/** The year before the one spoken of: no year of its own. */
const YEAR_BEFORE = /[比较跟和同与](?:上一?年|前一年)|[比较]前年/g;
const COMPARED_WITH_LAST = /[比较](?:去年|20\d\d年)|[跟和同与](?:去年|20\d\d年)(?:相?比|持平|一样)/;
const LAST_FIVE_YEARS =
  /(?:过去|近|这|最近|前)(?:的)?[五5]年|(?<![\d一二三四五六七八九十百])[五5]年(?:来|前|[之期]?间|以来|下来|[里内])/;
/** 五年里要新增多少岗位 */
const FIVE_YEARS_TO_COME =
  /(?<![\d一二三四五六七八九十百])[五5]年(?:[里内]|[之期]?间)[^,，。]{0,6}(?:要|将|打算|计划|准备|目标|争取)/;
/** 十四五 is a number to nobody; 十五 and 三五 are, unless quoted or called a plan. */
const PLAN =
  /([一二三四五六七八九十]{1,3}五)["”]?(?:时期|期间|规划|末|收官|以来|这五年|目标)|["“]([一二三四五六七八九十]{1,3}五)["”]|(?<![一二三四五六七八九十百])(十[一二三四五六七八九]五)(?![个岁天年名万亿亩户\d十]|人(?!均)|家(?!庭))/u;
/** 五年规划里: the plan that is presented; another one has its number. */
const NEXT_FIVE_YEARS =
  /(?<!个)[五5]年规划|(?:未来|今后|往后|接下来|下一?个)(?:的)?[五5]年|(?:未来|今后|往后|接下来)(?:的|这)?几年/;
const NOW = /(?<![体出实表再])现在|目前|最新|当前|如今|眼下|截至今天|\btoday\b|\bnow\b|\bcurrent/i;

/**
 * The time a question speaks of. 今年 is the year the report plans and 去年 the one before it, whatever the
 * calendar says; where the report gives no year they stay unread.
 */
export function readTimeFrame(
  text: string,
  facts: Pick<ReportFacts, 'yearReviewed' | 'yearPlanned'>,
): TimeFrame {
  const time = readTime(text, facts);
  const ownYears = [facts.yearReviewed, facts.yearPlanned];
  if (time.years.every((year) => ownYears.includes(year))) return time;
  // Another year than the report's, in what is told before the question, is not asked about.
  const asked = withoutOneself(text);
  return asked === '' ? time : readTime(asked, facts);
}

function readTime(text: string, facts: Pick<ReportFacts, 'yearReviewed' | 'yearPlanned'>): TimeFrame {
  const years = new Set<number>();
  for (const { from, to } of yearsIn(text)) for (let year = from; year <= to; year += 1) years.add(year);
  for (const [year] of text.matchAll(BARE_YEAR)) years.add(Number(year));
  const planned = facts.yearPlanned ?? (facts.yearReviewed === null ? null : facts.yearReviewed + 1);
  if (planned !== null) {
    for (const year of shortYears(text, planned)) years.add(year);
    const spoken = text.replace(YEAR_BEFORE, '');
    for (const [words, offset] of RELATIVE_YEARS) if (words.test(spoken)) years.add(planned + offset);
    // 比去年 compares this year with it; said of another year it would be 比上年.
    const [only] = years;
    if (COMPARED_WITH_LAST.test(text) && only !== undefined && years.size === 1)
      years.add(only === facts.yearReviewed || only >= planned ? planned : (facts.yearReviewed ?? planned));
  }
  // 2017年比2010年: a year that the report tells nothing of is no second one that is asked about.
  const base = baseYear(text);
  const isTold = base === facts.yearReviewed || base === planned;
  if (base !== null && !isTold && [...years].some((year) => year > base)) years.delete(base);
  return { years: [...years].sort((a, b) => a - b), period: readPeriod(text, planned), now: NOW.test(text) };
}

/** 17年 → 2017, only near the report's own years and not as a stretch of time (15年来, 3年内). */
function shortYears(text: string, planned: number): number[] {
  const century = Math.floor(planned / 100) * 100;
  return [...text.matchAll(/(?<![\d.第近过延长满了约达时整])(\d\d)年(?!来|内|间|前|后|以|的时间|期|级|多)/g)]
    .map((match) => century + Number(match[1]))
    .filter((year) => Math.abs(year - planned) <= 6);
}

function readPeriod(text: string, planned: number | null): TimeFrame['period'] {
  const plan = PLAN.exec(text)
    ?.slice(1)
    .find((name) => name !== undefined);
  const period = plan === undefined ? null : fiveYearPlan(plan);
  if (period !== null) return period;
  if (planned === null) return null;
  if (NEXT_FIVE_YEARS.test(text) || FIVE_YEARS_TO_COME.test(text)) return { from: planned, to: planned + 4 };
  if (LAST_FIVE_YEARS.test(text)) return { from: planned - 5, to: planned - 1 };
  return null;
}
