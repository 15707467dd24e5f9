import type { Report, Span, YearFrame } from '../domain/report.ts';
import type { Figure } from '../text/figures.ts';
import { splitClauses } from '../text/split-clauses.ts';
import { fiveYearPlanName } from '../text/years.ts';
import { tellingFigures } from './figure-kinds.ts';

/** Verbs that give a figure its direction; they stay with it. */
const DIRECTION =
  /(?:同比|环比|分别|累计|年均)?(?:增长|下降|提高|降低|减少|增加|上升|回落|压减|缩减|缩短|缩小|翻|突破|超过|超|达到?|高于|低于|控制在|保持在|稳定在|不低于|不少于|不高于|不超过|至少|(?<![将接附最临邻靠])近|(?<![大节签集预违契履])约)+$|连续$/u;
/** 超市定目标30%, 高于全国1.8个百分点: the figure is that beyond what is named. */
const YEARLY = /(?:年均|平均每年|每年)[^，。；、\d]{0,10}$/u;
const COMPARED = /(?:均|都)?(?:超|高于|低于|快于|慢于|好于|高出|低出|(?<!占)比)[^，。；、\d]{1,12}$/u;
/** Hedges that stand away from their figure: said in brackets behind it. */
const DISTANT_HEDGE = /预计|力争|争取|预期/u;
/** Clauses that speak of the same subject as the one before. */
const LEANING = /^(?:同比|环比|比上?一?年|较上?一?年|增长|下降|提高|降低|减少|增加|占|其中|绝对额|增速|增幅)/;
const LONGEST_STATEMENT = 60;

/**
 * 170.1亿元（预计），同比增长8%: the figure of a quote with its hedges, then what leans on it, in the quote's words. Of one
 * `part` of the quote alone with what is said of the whole (预计全年退税2.5万亿元，其中留抵退税1.5万亿元).
 */
export function stateFigure(report: Report, quote: Span, part: Span | null = null): string {
  if (part === null) return stateOf(report.text.slice(quote.start, quote.end));
  const stated = stateOf(report.text.slice(part.start, part.end));
  const [hedge] = DISTANT_HEDGE.exec(report.text.slice(quote.start, part.start)) ?? [];
  return hedge === undefined ? stated : `${stated}（${hedge}）`;
}

function stateOf(text: string): string {
  const [first, ...rest] = splitClauses(text);
  if (first === undefined) return text;
  const clause = text.slice(first.start, first.end);
  const figures = tellingFigures(clause);
  const figure = figures[0];
  const subjects = rest.filter(
    ({ start, end }) =>
      tellingFigures(text.slice(start, end)).length > 0 && !LEANING.test(text.slice(start, end)),
  );
  if (figure === undefined || figures.length > 1 || subjects.length > 0 || text.length > LONGEST_STATEMENT)
    return text;
  const before = clause.slice(0, figure.start);
  const direction =
    YEARLY.exec(before)?.[0] ?? DIRECTION.exec(before)?.[0] ?? COMPARED.exec(before)?.[0] ?? '';
  const start = hedgedFrom(clause, figure, before.length - direction.length);
  const hedge = DISTANT_HEDGE.exec(before.slice(0, start))?.[0];
  const spoken = `${clause.slice(start)}${hedge === undefined ? '' : `（${hedge}）`}`;
  return [spoken, ...rest.map(({ start, end }) => text.slice(start, end))].join('，');
}

/**
 * `start`, or the place before it where a hedge of the figure stands that would be lost (不到4%, 超过全市平均2个百分点), or
 * the year after the one planned, which no label tells: 明年安排200亿元.
 */
function hedgedFrom(clause: string, { hedges }: Figure, start: number): number {
  const lost = hedges.filter((hedge) => !DISTANT_HEDGE.test(hedge) && !clause.slice(start).includes(hedge));
  const places = [clause.indexOf('明年'), ...lost.map((hedge) => clause.lastIndexOf(hedge))];
  return Math.min(start, ...places.filter((place) => place >= 0));
}

/** 2017年, “十四五”时期, 到2017年的五年, or '' where the stretch names no year. */
export function yearLabel({ role, from, to }: YearFrame): string {
  if (from === null || to === null) return '';
  if (from === to) return `${from}年`;
  const plan = fiveYearPlanName({ from, to });
  if (plan !== '') return `“${plan}”时期`;
  // 过去五年 and 未来五年 name one end; the other is reckoned and stands nowhere in the report.
  if (to - from === 4) return role === 'plan' ? `${from}年起的五年` : `到${to}年的五年`;
  return `${from}—${to}年`;
}

/** 2018年目标, 2017年: what a figure is led by where it does not stand alone. */
export function frameLead(frame: YearFrame): string {
  const label = yearLabel(frame);
  return label === '' || frame.role !== 'plan' ? label : `${label}目标`;
}

/** 这是2017年的完成情况 / 这是2018年的目标, '' where the frame is open. */
export function frameNote(frame: YearFrame, target: boolean): string {
  const label = yearLabel(frame);
  if (label === '' || frame.role === 'none') return '';
  if (frame.role === 'review') return `这是${label}的完成情况。`;
  return target ? `这是${label}的目标。` : `这是${label}的安排。`;
}
