import type { ReportFacts } from '../domain/report.ts';
import { dateIn, relativeYearsIn, yearsIn } from '../text/years.ts';
import type { HeadingWithoutFrame } from './find-headings.ts';
import { frontKindOf, speakerIn, speakerInCaption } from './front-matter.ts';
import type { ReportLines } from './page-chrome.ts';

const BODY_GENERIC = '特别行政区|自治区|自治州|自治县|自治旗|省|市|区|县|州|旗|盟|乡|镇';
const REVIEW = /回顾|总结|成就|成绩|工作(?:完成)?情况/u;
const PLAN = /重点|安排|部署|任务|目标|建议|打算|要求|举措|工作$/u;

/** What a report says about itself, and nothing that it does not. */
export function readFacts(
  text: string,
  { front, body, captions }: ReportLines,
  headings: readonly HeadingWithoutFrame[],
): ReportFacts {
  const words = front.map((line) => line.words);
  const title = (words.find((line) => frontKindOf(line) === 'title') ?? '').replace(/\s+/gu, '');
  const delivery = words.find((line) => frontKindOf(line) === 'delivery') ?? '';
  const opening = body
    .slice(0, 6)
    .map((line) => line.words)
    .join('');
  const date = dateIn(delivery);
  return {
    title,
    issuer: issuerOf(opening, title, delivery),
    speaker: speakerOf(words, captions),
    date,
    ...yearsOf(text, headings, title, date),
  };
}

function speakerOf(front: readonly string[], captions: readonly string[]): string {
  const spoken = front.map(speakerIn).find((name) => name !== '');
  if (spoken !== undefined) return spoken;
  const named = captions.map(speakerInCaption).find((name) => name !== '') ?? '';
  return front.some((line) => line.replace(/\s/gu, '') === named) ? named : '';
}

/**
 * Who reports: “我代表…” names it. A bare 区人民政府 is completed by the place whose congress hears the
 * report; without that place it stays unsaid.
 */
function issuerOf(opening: string, title: string, delivery: string): string {
  const represented = /我谨?代表([^，。；：、\s]{0,20}?(?:人民政府|国务院))/u.exec(opening)?.[1];
  if (represented === undefined) return '';
  if (represented.endsWith('国务院')) return '国务院';
  const generic = new RegExp(`^(${BODY_GENERIC})人民政府$`, 'u').exec(represented)?.[1];
  if (generic === undefined && represented !== '人民政府') return represented;
  const place = placeOf(delivery, title);
  return place !== '' && place.endsWith(generic ?? '') ? `${place}人民政府` : '';
}

function placeOf(delivery: string, title: string): string {
  const heard = /在([\u3400-\u9fff]{2,20}?)(?:第?[一二三四五六七八九十\d]{1,4}届)/u.exec(delivery)?.[1];
  const named = /年?([\u3400-\u9fff]{2,20}?)(?:人民)?政府工作报告/u.exec(title)?.[1];
  return heard ?? named ?? '';
}

/** Years from the headings, else from the day of delivery, the title, or what the text calls 去年 and 今年. */
function yearsOf(
  text: string,
  headings: readonly HeadingWithoutFrame[],
  title: string,
  date: string,
): Pick<ReportFacts, 'yearReviewed' | 'yearPlanned'> {
  const labels = headings.filter((heading) => heading.level <= 2).map((heading) => heading.label);
  const reviewed = largest(labels.filter((label) => REVIEW.test(label)).flatMap(singleYears));
  const planned = largest(
    labels.filter((label) => !REVIEW.test(label) && PLAN.test(label)).flatMap(singleYears),
  );
  const evidence = planned ?? plannedYearOf(date) ?? yearsIn(title)[0]?.from ?? null;
  const yearPlanned = evidence ?? (reviewed === null ? plannedInWords(text, headings) : reviewed + 1);
  return { yearReviewed: reviewed ?? (yearPlanned === null ? null : yearPlanned - 1), yearPlanned };
}

function singleYears(label: string): readonly number[] {
  return yearsIn(label)
    .filter((mention) => mention.from === mention.to)
    .map((mention) => mention.from);
}

/** A report heard in the last weeks of a year plans the next one. */
function plannedYearOf(date: string): number | null {
  if (date === '') return null;
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 11 ? year + 1 : year;
}

/** A part headed 去年 or 今年 whose first words are a year says which year it means. */
function plannedInWords(text: string, headings: readonly HeadingWithoutFrame[]): number | null {
  const anchor = { yearReviewed: -1, yearPlanned: 0 };
  for (const heading of headings) {
    const relative = relativeYearsIn(heading.label, anchor).find((mention) => mention.from === mention.to);
    const [named] = yearsIn(text.slice(heading.end, heading.end + 16).trimStart());
    if (relative !== undefined && named?.start === 0) return named.to - relative.to;
  }
  const compared = lastYearCompared(text, headings);
  if (compared !== null) return compared + 1;
  for (const match of text.matchAll(/(?:刚刚过去的|去年[（(]?)(?=\d{4}年)/gu)) {
    const [named] = yearsIn(text.slice(match.index + match[0].length, match.index + match[0].length + 6));
    if (named !== undefined) return named.to + 1;
  }
  return null;
}

/** A review of N years measures their end against the year before them: 从2007年的…增加到2012年的…. */
function lastYearCompared(text: string, headings: readonly HeadingWithoutFrame[]): number | null {
  const anchor = { yearReviewed: -1, yearPlanned: 0 };
  const reviewed = headings
    .filter((heading) => heading.level === 1)
    .flatMap((heading) => relativeYearsIn(heading.label, anchor))
    .find((mention) => mention.to === -1 && mention.from < -1);
  if (reviewed === undefined) return null;
  const length = reviewed.to - reviewed.from + 1;
  const counts = new Map<number, number>();
  for (const [words] of text.matchAll(/[从由]\d{4}年[^。；]{1,40}到\d{4}年/gu)) {
    const [first, last] = yearsIn(words);
    if (first !== undefined && last !== undefined && last.to - first.from === length)
      counts.set(last.to, (counts.get(last.to) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort((left, right) => right[1] - left[1]);
  return best !== undefined && best[1] > 1 && best[1] > (second?.[1] ?? 0) ? best[0] : null;
}

function largest(years: readonly number[]): number | null {
  return years.length === 0 ? null : Math.max(...years);
}
