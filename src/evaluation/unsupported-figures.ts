import type { Citation } from '../domain/answer.ts';
import type { ReportFacts } from '../domain/report.ts';
import { smallNumber } from '../text/counts.ts';
import { type ClaimedFigure, claimedFigures, sameFigure } from './claimed-figures.ts';
import { foldText } from './fold-text.ts';

/** What an answer is read against. */
export interface FigureSources {
  /** Everything the citizen reads. */
  readonly text: string;
  readonly citations: readonly Pick<Citation, 'quote' | 'headingPath'>[];
  readonly facts: ReportFacts;
  /** The question and the turns before it: a wrong figure of theirs may be named to deny it. */
  readonly asked: readonly string[];
}

const LIST_NUMBER = /^[ \t]*\d{1,2}[.、)）](?!\d)/gmu;
const LABEL = /【[^】]*】/gu;
/** A place in a list (第3个) is no figure of the report; a rank (排第3) is. */
const POSITION = /第\d{1,2}[个项条点]/gu;
const CLAUSE = /[^，,。；;！!？?\n]+/gu;
const DENIAL = /不|没|未|非|无|误|错|\b(?:not|no|never|instead)\b/iu;
/** 四大, 三分之一, 百分之八: Chinese numerals that are figures and no part of a word. */
const CHINESE_FIGURE =
  /[一二两三四五六七八九十百千万]+分之[一二两三四五六七八九十百千万点]+|[二两三四五六七八九十]+大(?=[“"\p{Script=Han}])/gu;

/**
 * The figures of a text that nothing bears out. A figure is borne out where it stands, unit and all, in a
 * quote or its heading path; is a year or the date of the report; numbers a list or a place in it; counts the list shown or
 * repeats a count word of a quote (十大 → 10个); is the result of a sum that is shown and whose terms stand
 * in the quotes; or is the question's own, in a clause that denies it.
 */
export function unsupportedFigures(sources: FigureSources): readonly string[] {
  const { facts } = sources;
  const items = listLengths(sources.text);
  const titled = facts.title === '' ? sources.text : sources.text.replaceAll(facts.title, '');
  const text = titled
    .replace(LIST_NUMBER, '')
    .replace(LABEL, '')
    .replace(POSITION, '')
    .replace(/[\u2460-\u249B]/gu, ' ');
  const quoted = sources.citations.flatMap(({ quote, headingPath }) => [quote, ...headingPath]);
  const known = quoted.flatMap(claimedFigures);
  const stands = (figure: ClaimedFigure): boolean => known.some((other) => sameFigure(figure, other));
  const counts = [...items, ...quoted.flatMap(chineseNumbers)].filter((count) => count > 1);
  const results = shownResults(text, stands);
  const asked = sources.asked.flatMap(claimedFigures);
  const unsupported: string[] = [];
  for (const clause of text.matchAll(CLAUSE)) {
    const denies = DENIAL.test(clause[0]);
    for (const figure of claimedFigures(clause[0])) {
      const borneOut =
        stands(figure) ||
        isReportDate(figure, facts) ||
        (/^[^%‰百]?$/u.test(figure.unit) && counts.includes(Number(figure.number))) ||
        (figure.unit === '处' && Number(figure.number) === sources.citations.length) ||
        results.some((result) => isResult(figure, result)) ||
        (denies && asked.some((other) => sameFigure(figure, other)));
      if (!borneOut) unsupported.push(clause[0].slice(figure.start, figure.end) + figure.unit);
    }
  }
  const foldedQuotes = quoted.map(foldText);
  for (const [figure] of text.matchAll(CHINESE_FIGURE)) {
    if (!foldedQuotes.some((quote) => quote.includes(foldText(figure)))) unsupported.push(figure);
  }
  return unsupported;
}

/** How many members each numbered list of a text has: a reply to two questions may hold two. */
function listLengths(text: string): readonly number[] {
  const lengths: number[] = [];
  for (const [mark] of text.matchAll(LIST_NUMBER)) {
    if (Number.parseInt(mark.trim(), 10) === 1) lengths.push(0);
    lengths.push((lengths.pop() ?? 0) + 1);
  }
  return lengths;
}

function isReportDate({ number, unit }: ClaimedFigure, facts: ReportFacts): boolean {
  const value = Number(number);
  const [year, month, day] = facts.date.split('-').map(Number);
  if (unit === '' || unit === '年') {
    return (
      value === facts.yearReviewed || value === facts.yearPlanned || (value === year && facts.date !== '')
    );
  }
  return (unit === '月' && value === month) || (unit === '日' && value === day);
}

function chineseNumbers(quote: string): readonly number[] {
  return (quote.match(/[一二两三四五六七八九十]+/gu) ?? []).flatMap((word) => smallNumber(word) ?? []);
}

const OPERAND = String.raw`\d+(?:\.\d+)?\s*(?:%|[\p{Script=Han}]{0,5})`;
const SUM = new RegExp(String.raw`${OPERAND}(?:(?:\s+[-–—/*]\s+|\s*[−+×÷]\s*)${OPERAND})+`, 'gu');

/** Results of the sums written out in a text, of those whose every term stands in a quote. */
function shownResults(text: string, stands: (figure: ClaimedFigure) => boolean): readonly number[] {
  return [...text.normalize('NFKC').matchAll(SUM)].flatMap(([sum]) => {
    const terms = claimedFigures(sum);
    if (!terms.every(stands)) return [];
    const operators = [...sum.matchAll(/[-–—−+×*÷/]/gu)].map(([operator]) => operator);
    return [
      terms
        .slice(1)
        .reduce(
          (total, term, index) => apply(total, operators[index] ?? '', Number(term.number)),
          Number(terms[0]?.number),
        ),
    ];
  });
}

function apply(left: number, operator: string, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '×' || operator === '*') return left * right;
  if (operator === '÷' || operator === '/') return left / right;
  return left - right;
}

/** Rounded as the figure is written; a share may be shown as a percentage. */
function isResult(figure: ClaimedFigure, result: number): boolean {
  const decimals = figure.number.split('.')[1]?.length ?? 0;
  const written = Number(figure.number).toFixed(decimals);
  const shown = Math.abs(result);
  return (
    written === shown.toFixed(decimals) ||
    (figure.unit === '%' && written === (shown * 100).toFixed(decimals))
  );
}
