import type { Question } from '../domain/question.ts';
import type { Report, Span } from '../domain/report.ts';
import { doubts } from '../question/hearsay.ts';
import { oneLine } from '../text/one-line.ts';
import { cellsOf, isTableRow } from '../text/table-rows.ts';
import { checkPremise } from './check-premise.ts';
import { compareYears } from './compare-years.ts';
import type { Picks } from './decide.ts';
import type { ReportList } from './find-list.ts';
import { partAsked } from './part-asked.ts';
import { holdsFigure } from './pick-quotes.ts';
import { quotedText } from './read-candidate.ts';
import { frameLead, frameNote, stateFigure, yearLabel } from './state-figure.ts';
import { tellsOfProblems } from './tells-of-problems.ts';
import { YEARLY_AVERAGE } from './what-is-lacking.ts';

/** A member is numbered by the reply, or told alone. */
const OWN_NUMBER =
  /^(?:[—－]{1,3}|[一二三四五六七八九十]{1,3}[是要]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d)|[①-⑳])\s*/u;
/** A row up to this length is quoted whole for one of its members. */
const LONGEST_ROW = 100;

const OF_PROBLEMS = '报告谈到的问题';

/** A stretch of one of the reports. */
export interface Quoted extends Span {
  readonly report: Report;
}

/** An answer before it is grounded: what is said, and the stretches that are quoted for it. */
export interface Draft {
  readonly statement: string;
  readonly quotes: readonly [Quoted, ...Quoted[]];
}

/**
 * The extractive composer: the report's own words, with the year they speak of. Where it is one answer of `several`
 * in a reply, a figure is given with what it is the figure of.
 */
export function compose(question: Question, picks: Picks, list: ReportList | null, several = false): Draft {
  if (question.language === 'en')
    return { quotes: list === null ? quotesOf(picks) : listQuotes(list), statement: englishLead(picks) };
  if (list !== null) return composeList(question, list);
  const quotes = quotesOf(picks);
  const premise = composePremise(question, picks);
  if (premise !== null) return { quotes, statement: premise };
  const compared = compareYears(question, picks);
  if (compared !== null) return { quotes, statement: `${compared}\n${composeFigures(question, picks)}` };
  if (question.asks === 'figure' || question.time.years.length > 1 || hasTwoYears(picks))
    return {
      quotes,
      statement: composeFigures(
        question,
        picks,
        several || areOfOneYear(picks) || question.asks === 'general',
      ),
    };
  return { quotes, statement: `${lead(question, picks)}：` };
}

function composeList(question: Question, list: ReportList): Draft {
  const { report, items } = list;
  const words = ({ start, end }: Span) => oneLine(report.text.slice(start, end)).replace(OWN_NUMBER, '');
  const chosen = memberOf(list, question.ordinal);
  if (chosen !== null) return { quotes: memberQuotes(list, chosen), statement: `是${words(chosen)}。` };
  const numbered = items.map((item, index) => `${index + 1}. ${words(item)}`).join('\n');
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0)
    return { quotes: listQuotes(list), statement: `是${words(only)}。` };
  // 甲、乙、丙等16个专项 names three of them.
  const ofMore = list.count !== null && list.count > items.length && list.quotes.length === 1 ? '其中' : '';
  return { quotes: listQuotes(list), statement: `报告列出了${ofMore}${items.length}项：\n${numbered}` };
}

/** The member of a list that is asked for: 1-based, −1 for the last; null where none is or the list has none such. */
export function memberOf({ items }: ReportList, ordinal: number | null): Span | null {
  return ordinal === null ? null : (items.at(ordinal < 0 ? -1 : ordinal - 1) ?? null);
}

/** The row a member stands in, so that it can be seen to be the one; a long list by the member alone. */
function memberQuotes(list: ReportList, member: Span): Draft['quotes'] {
  const row = list.quotes.find(({ start, end }) => start <= member.start && end >= member.end);
  const isShort = row !== undefined && row.end - row.start <= LONGEST_ROW;
  return [quoted(list.report, isShort ? row : member)];
}

function listQuotes({ report, quotes: [first, ...rest] }: ReportList): Draft['quotes'] {
  return [quoted(report, first), ...rest.map((quote) => quoted(report, quote))];
}

function quoted(report: Report, { start, end }: Span): Quoted {
  return { report, start, end };
}

/** A year that the report neither reviews nor plans for, and the quote does not name, is not told beside it. */
function isYearBorneOut(pick: Picks[number]): boolean {
  const { from, to } = pick.reading.sentence.frame;
  // What it comes to on the average is none of the last year's.
  if (from === to && YEARLY_AVERAGE.test(quotedText(pick))) return false;
  const { yearReviewed, yearPlanned } = pick.reading.report.facts;
  if (from === null || from !== to || from === yearReviewed || from === yearPlanned) return true;
  return quotedText(pick).includes(String(from));
}

/** One figure: itself first, then its year. Several, or one answer of several: each behind the year it belongs to. */
function composeFigures(question: Question, picks: Picks, several = false): string {
  const said = picks.map((pick) => ({
    frame: pick.reading.sentence.frame,
    figure: oneLine(tellRow(pick.reading) ?? (several ? quotedText(pick) : figureAsked(question, pick)))
      .replace(OWN_NUMBER, '')
      .replace(/[。；]$/u, ''),
  }));
  const [only] = said;
  if (said.length === 1 && only !== undefined && !several)
    return `${only.figure}。${isYearBorneOut(picks[0]) ? frameNote(only.frame, true) : ''}`;
  const leads = picks.map(leadOf);
  const parts = said.map(({ figure }, index) => {
    const lead = leads[index] ?? '';
    return lead === '' || lead === leads[index - 1] ? figure : `${lead}：${figure}`;
  });
  return `${parts.join('；')}。`;
}

/** The row of a table with what its columns are called: 存款余额：去年完成21亿元，今年目标23亿元. Null for any other sentence. */
function tellRow({ report, sentence: { start, end, leadIn } }: Picks[0]['reading']): string | null {
  const row = report.text.slice(start, end);
  if (leadIn === null || !isTableRow(row)) return null;
  const [, ...columns] = cellsOf(report.text.slice(leadIn.start, leadIn.end));
  const [name = '', ...cells] = cellsOf(row);
  return `${name}：${cells.map((cell, place) => (columns[place] ?? '') + cell).join('，')}`;
}

/** The figure of a quote, of the part behind 其中 where that is asked for. */
function figureAsked({ text }: Question, { reading, quote }: Picks[0]): string {
  return stateFigure(reading.report, quote, partAsked(reading, quote, text));
}

/** Two things that may be meant, not two years of one: each is told with what it is the figure of. */
function areOfOneYear(picks: Picks): boolean {
  return picks.length > 1 && new Set(picks.map(leadOf)).size === 1;
}

function leadOf({ reading }: Picks[0]): string {
  return frameLead(reading.sentence.frame);
}

function composePremise(question: Question, picks: Picks): string | null {
  const [first] = picks;
  const [year] = question.time.years;
  // The one sentence that holds what is put forward is known to speak of another year.
  const isOfAnother = picks.length === 1 && year !== undefined && first.features.year < 0;
  if (isOfAnother && checkPremise(question, first) !== 'planned') {
    const { yearReviewed, yearPlanned } = first.reading.report.facts;
    const isOwn = year === yearReviewed || year === yearPlanned;
    return `${isOwn ? `不是${year}年` : '时间不对'}。${composeFigures(question, picks)}`;
  }
  // Only what is said of the year that is named bears a premise about it out, or contradicts it.
  const named = picks.filter(({ features }) => question.time.years.length !== 1 || features.year > 0);
  const premises = (named.length > 0 ? named : picks).map((one) => checkPremise(question, one));
  // Of two years one may bear out what the other contradicts: then it is not so.
  const premise =
    premises.find((one) => one === 'wrong') ??
    premises.find((one) => one !== 'several') ??
    premises[0] ??
    null;
  // 是谣言吧: yes and no would say so of the doubt.
  const isDoubted = doubts(question.raw);
  switch (premise) {
    case 'right':
      return `${isDoubted ? '报告就是这样写的' : '是的'}。${composeFigures(question, picks)}`;
    case 'rounded':
      return `差不多。${composeFigures(question, picks)}`;
    case 'several':
      return `这不只是${year}年的数。${composeFigures(question, picks, true)}`;
    case 'wrong':
      return `${isDoubted ? '报告不是这样写的' : '不是'}。${composeFigures(question, picks)}`;
    case 'unsaid':
      return `报告没有这样说。${lead(question, picks)}：`;
    case 'denied':
      return `报告里写的就是这个数。${composeFigures(question, picks)}`;
    case 'planned':
      return `报告没有说已经做到。${lead(question, picks)}：`;
    case null:
      return null;
  }
}

/** The report is Chinese and so are its quotes; the English says which year they speak of. */
function englishLead(picks: Picks): string {
  const frames = picks
    .map(({ reading }) => reading.sentence.frame)
    .filter(({ role, from }) => role !== 'none' && from !== null);
  // Of several years one end is the report's own; the other may stand nowhere in it.
  const said = frames.map(({ role, from, to }) => {
    if (role === 'review') return from === to ? `done in ${from}` : `done in the years up to ${to}`;
    return from === to ? `planned for ${from}` : `planned for the years from ${from}`;
  });
  return `From the report${said.length === 0 ? '' : ` (${[...new Set(said)].join('; ')})`}:`;
}

/** 2018年的安排，报告这样写; 2017年的完成情况和2018年的安排，报告这样写 */
function lead(question: Question, picks: Picks): string {
  const opening =
    question.asks === 'yesno' && /有没有|有无|会不会|吗/.test(question.text) ? '报告提到了' : '报告这样写';
  const parts = picks.map(({ reading }) => {
    const { frame } = reading.sentence;
    const label = yearLabel(frame);
    if (label === '' || frame.role === 'none') return '';
    if (frame.role === 'review') return tellsOfProblems(reading) ? OF_PROBLEMS : `${label}的完成情况`;
    return `${label}的安排`;
  });
  if (parts.includes('')) return opening;
  const [only = '', ...others] = [...new Set(parts)];
  if (only === OF_PROBLEMS && others.length === 0) return opening.replace('报告', '报告谈到问题时');
  const told = [only, ...others].join('、').replace(/、(?=[^、]*$)/u, '和');
  return `${told}，${opening}`;
}

/** The figures of what was done and of what is planned, side by side. */
function hasTwoYears(picks: Picks): boolean {
  const roles = new Set(picks.map(({ reading }) => reading.sentence.frame.role));
  return picks.length === 2 && roles.has('review') && roles.has('plan') && picks.every(holdsFigure);
}

/** The picks' quotes, those that overlap or repeat a sentence drawn into one, and the first row of a table that one is of. */
function quotesOf(picks: Picks): Draft['quotes'] {
  const quotes = drawnTogether(picks);
  for (const { reading } of picks) {
    const { leadIn } = reading.sentence;
    if (tellRow(reading) !== null && leadIn !== null && !quotes.some(({ start }) => start === leadIn.start))
      quotes.push(quoted(reading.report, leadIn));
  }
  return quotes;
}

/** 计划2027年建成, cut off where its sentence comes to another time, is quoted with what it is said of. */
function withItsLead({ reading: { report, sentence }, quote }: Picks[0]): Quoted {
  const { leadIn, start } = sentence;
  const isCutOff = leadIn !== null && /^[^。；;：:]+[，,]\s*$/u.test(report.text.slice(leadIn.start, start));
  return quoted(report, isCutOff && quote.start === start ? { start: leadIn.start, end: quote.end } : quote);
}

function drawnTogether([first, ...rest]: Picks): [Quoted, ...Quoted[]] {
  const quotes: [Quoted, ...Quoted[]] = [withItsLead(first)];
  for (const one of rest.map(withItsLead)) {
    const overlapping = quotes.findIndex(
      ({ report, start, end }) => report === one.report && start < one.end && one.start < end,
    );
    const known = quotes[overlapping];
    if (known === undefined) quotes.push(one);
    else
      quotes[overlapping] = {
        report: known.report,
        start: Math.min(known.start, one.start),
        end: Math.max(known.end, one.end),
      };
  }
  return quotes;
}
