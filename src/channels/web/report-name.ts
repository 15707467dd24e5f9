import type { ReportFacts } from '../../domain/report.ts';
import { MESSAGES } from './messages.ts';

/** How a page calls a report: its title, else its kind; and whose it is, where the text says so. */
export function reportTitle({ title }: ReportFacts): string {
  return title === '' ? MESSAGES.report : title;
}

/** `2018-01-14` as people write it; '' where there is no day. */
export function reportDate({ date }: ReportFacts): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return '';
  return MESSAGES.date(year, month, day);
}
