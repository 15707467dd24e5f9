import type { Question } from '../domain/question.ts';
import { type Heading, type Report, spansYear } from '../domain/report.ts';
import type { Judged } from './decide.ts';
import { headingsAsList, type ReportList } from './find-list.ts';

/** The numbered headings below the one part of the report that tells what a year is to bring; null where more than one does. */
export function workOf({ time: { years } }: Question, able: readonly Judged[]): ReportList | null {
  const report = able[0]?.reading.report;
  const parts = (report?.headings ?? []).filter(
    ({ index, frame }) =>
      frame.role === 'plan' &&
      frame.from === frame.to &&
      (years.length === 0 || years.some((year) => spansYear(frame, year))) &&
      numberedBelow(report as Report, index).length > 2,
  );
  const [part] = parts;
  return report === undefined || part === undefined || parts.length > 1
    ? null
    : headingsAsList(report, numberedBelow(report, part.index));
}

/** The headings of a part whose number is the one asked for, of the year asked for. */
export function headingList(question: Question, able: readonly Judged[], named: number): ReportList | null {
  const { report } = (able[0] as Judged).reading;
  const { years } = question.time;
  const parents = report.headings.filter(({ index, frame }) => {
    const fits = years.length === 0 || years.some((year) => spansYear(frame, year));
    return fits && numberedBelow(report, index).length === named;
  });
  const [parent] = parents;
  return parent === undefined || parents.length > 1
    ? null
    : headingsAsList(report, numberedBelow(report, parent.index));
}

function numberedBelow(report: Report, index: number): readonly Heading[] {
  return report.headings.filter(
    ({ parent, label }) =>
      parent === index && /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[.、．])/.test(label),
  );
}
