import type { Citation } from '../domain/answer.ts';
import type { Report } from '../domain/report.ts';
import { claimedFigures, sameFigure } from './claimed-figures.ts';

const SENTENCE = /[^。；;！!？?\n]+/gu;
const SEGMENT = /[^，,：:]+/gu;
const DENIAL = /没有|没提|没说|没写|未提|未给|不是|并非|并不|\bnot\b/iu;

/**
 * Where a statement says a year that its quotes are not about: a figure called 2018 whose quote stands in
 * the review of 2017, or a year no quote speaks of. A figure takes the year of its own part of the sentence,
 * else the one before it, else that of a caption (这是2017年的完成情况). Sentences that deny are not read.
 */
export function mistakenYears(
  statement: string,
  citations: readonly Citation[],
  report: Report,
): readonly string[] {
  const years = [report.facts.yearReviewed, report.facts.yearPlanned].filter((year) => year !== null);
  const text = withoutDates(statement, report.facts.title);
  const caption = captionYears(text, years);
  const problems: string[] = [];
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (DENIAL.test(sentence)) continue;
    let carried = caption;
    for (const [segment] of sentence.matchAll(SEGMENT)) {
      const own = labels(segment, years);
      if (own.length > 0) carried = own;
      const [year, ...others] = carried;
      if (year === undefined || others.length > 0) continue;
      for (const figure of claimedFigures(segment)) {
        const sources = citations.filter(({ quote }) =>
          claimedFigures(quote).some((other) => sameFigure(figure, other)),
        );
        if (sources.length > 0 && !sources.some((source) => standsFor(source, year, report))) {
          problems.push(`${figure.number}${figure.unit} is called ${year}`);
        }
      }
    }
    for (const year of labels(sentence, years)) {
      if (!citations.some((citation) => standsFor(citation, year, report)))
        problems.push(`no quote is about ${year}`);
    }
  }
  return [...new Set(problems)];
}

/** The year of the one sentence that names a year and gives no figure; none where there are several. */
function captionYears(text: string, years: readonly number[]): readonly number[] {
  const captions = [...text.matchAll(SENTENCE)].flatMap(([sentence]) => {
    const named = labels(sentence, years);
    return named.length === 1 && claimedFigures(sentence).length === 1 && !DENIAL.test(sentence) ? named : [];
  });
  return captions.length === 1 ? captions : [];
}

/** The report's own two years that a text names; full dates are about the document, not its figures. */
function labels(text: string, years: readonly number[]): readonly number[] {
  return years.filter((year) => new RegExp(`(?<!\\d)${year}(?!\\d)`, 'u').test(text));
}

function withoutDates(statement: string, title: string): string {
  const untitled = title === '' ? statement : statement.replaceAll(title, '');
  return untitled.replace(/\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/gu, '');
}

/** A stretch whose years are not known stands for any. */
function standsFor(citation: Citation, year: number, report: Report): boolean {
  if ([citation.quote, ...citation.headingPath].some((words) => words.includes(String(year)))) return true;
  const sentences = report.sentences.filter(({ start, end }) => start < citation.end && end > citation.start);
  const frames =
    sentences.length > 0 ? sentences.map(({ frame }) => frame) : [report.passages[citation.passage]?.frame];
  return frames.some((frame) => {
    if (frame === undefined || frame.from === null) return true;
    return frame.from <= year && year <= (frame.to ?? frame.from);
  });
}
