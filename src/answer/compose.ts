import type { Question } from '../domain/question.ts';
import type { Report, Span } from '../domain/report.ts';
import { findFigures, plainNumber } from '../text/figures.ts';
import { unitKind } from '../text/unit-kinds.ts';
import { figureKinds } from './candidate-features.ts';
import type { Judged } from './decide.ts';
import { findList, type ReportList } from './find-list.ts';
import { frameNote, stateFigure, yearLabel } from './state-figure.ts';

/** An answer before it is grounded: what is said, and the stretches that are quoted for it. */
export interface Draft {
  readonly statement: string;
  readonly report: Report;
  readonly quotes: readonly [Span, ...Span[]];
}

type Picks = readonly [Judged, ...Judged[]];

/** The extractive composer: the report's own words, with the year they speak of. */
export function compose(question: Question, picks: Picks): Draft {
  const { report } = picks[0].reading;
  if (question.asks === 'list' || question.ordinal !== null) {
    const list = bestList(picks);
    if (list !== null) return composeList(question, picks, list);
  }
  const corrected = correctPremise(question, picks);
  if (corrected !== null) return corrected;
  const quotes = picks.map(({ quote }) => quote) as [Span, ...Span[]];
  if (question.asks === 'figure') return { report, quotes, statement: composeFigure(picks) };
  return { report, quotes, statement: `${lead(question, picks)}：` };
}

function bestList(picks: Picks): ReportList | null {
  const lists = picks.slice(0, 4).flatMap(({ reading }) => findList(reading.report, reading.sentence) ?? []);
  return lists.find(({ count, items }) => count === items.length) ?? lists[0] ?? null;
}

function composeList(question: Question, picks: Picks, list: ReportList): Draft {
  const { report } = picks[0].reading;
  const words = ({ start, end }: Span) => report.text.slice(start, end);
  const chosen = question.ordinal === null ? undefined : list.items.at(question.ordinal < 0 ? -1 : question.ordinal - 1);
  if (chosen !== undefined) {
    const number = question.ordinal === -1 ? list.items.length : question.ordinal;
    return { report, quotes: [chosen], statement: `第${number}个是：${words(chosen)}。` };
  }
  const numbered = list.items.map((item, index) => `${index + 1}. ${words(item)}`).join('\n');
  const quotes = list.quotes.length > 0 ? list.quotes : list.items;
  return { report, quotes: quotes as [Span, ...Span[]], statement: `报告列出了${list.items.length}项：\n${numbered}` };
}

/** One figure: itself first, then its year. Several: each behind the year it belongs to. */
function composeFigure(picks: Picks): string {
  const said = picks.map(({ reading, quote }) => ({ frame: reading.sentence.frame, figure: stateFigure(reading.report, quote) }));
  const [only] = said;
  if (said.length === 1 && only !== undefined) return `${only.figure}。${frameNote(only.frame, true)}`;
  return `${said.map(({ frame, figure }) => `${yearLabel(frame)}${frame.role === 'plan' ? '目标' : ''}：${figure}`).join('；')}。`;
}

/** 2018年的安排，报告这样写 */
function lead(question: Question, picks: Picks): string {
  const { frame } = picks[0].reading.sentence;
  const label = yearLabel(frame);
  const opening = question.asks === 'yesno' && /有没有|有无|会不会|搞不搞|吗/.test(question.text) ? '报告提到了' : '报告这样写';
  if (label === '' || frame.role === 'none') return opening;
  return `${label}的${frame.role === 'review' ? '完成情况' : '安排'}，${opening}`;
}

/** A yes/no question with a figure in it: confirmed where the quote has that figure, else corrected. */
function correctPremise(question: Question, picks: Picks): Draft | null {
  if (question.asks !== 'yesno') return null;
  const claimed = claimedFigures(question.text);
  if (claimed.length === 0) return null;
  const { reading, quote } = picks[0];
  const text = reading.report.text.slice(quote.start, quote.end);
  const kinds = figureKinds(text);
  const comparable = claimed.filter(({ kind }) => kinds.includes(kind));
  if (comparable.length === 0) return null;
  const held = findFigures(text).map(({ number }) => plainNumber(number));
  const right = comparable.every(({ number }) => held.includes(number));
  const statement = `${right ? '是的' : '不是'}。${stateFigure(reading.report, quote)}。${frameNote(reading.sentence.frame, true)}`;
  return { report: reading.report, quotes: [quote], statement };
}

/** The figures a question puts forward, years of the calendar left out. */
function claimedFigures(text: string): readonly { number: string; kind: ReturnType<typeof unitKind> }[] {
  return findFigures(text)
    .filter(({ number, unit }) => !(/^(?:19|20)?\d\d$/.test(number) && /^年?$/.test(unit)))
    .map(({ number, unit }) => ({ number: plainNumber(number), kind: unitKind(number, unit) }))
    .filter(({ kind }) => kind !== 'none');
}
