import type { Question } from '../domain/question.ts';
import { type Heading, type Report, spansYear } from '../domain/report.ts';
import type { Judged } from './decide.ts';
import { headingsAsList, type ReportList } from './find-list.ts';

/** The parts of what a year is to bring; null where more than one part of the report tells that. */
export function workOf(question: Question, able: readonly Judged[]): ReportList | null {
  return belowTheOne(
    question,
    able,
    ({ frame }, below) => frame.role === 'plan' && frame.from === frame.to && below.length > 2,
  );
}

/** The headings of a part whose number is the one asked for. */
export function headingList(question: Question, able: readonly Judged[], named: number): ReportList | null {
  return belowTheOne(question, able, (_, below) => below.length === named);
}

/** The numbered headings below the one heading of the year asked for that is meant; null where it is none or more than one. */
function belowTheOne(
  { time: { years } }: Question,
  able: readonly Judged[],
  isMeant: (heading: Heading, below: readonly Heading[]) => boolean,
): ReportList | null {
  const { report } = (able[0] as Judged).reading;
  const [first, ...others] = report.headings
    .filter(({ frame }) => years.length === 0 || years.some((year) => spansYear(frame, year)))
    .map((heading) => ({ heading, below: numberedBelow(report, heading.index) }))
    .filter(({ heading, below }) => isMeant(heading, below));
  return first === undefined || others.length > 0 ? null : headingsAsList(report, first.below);
}

function numberedBelow(report: Report, index: number): readonly Heading[] {
  return report.headings.filter(
    ({ parent, label }) =>
      parent === index && /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[.、．])/.test(label),
  );
}
