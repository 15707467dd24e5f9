import type { ReportFacts } from '../domain/report.ts';
import { withoutTime } from './time-words.ts';

/** Words for the place that a report is about, whichever it is: 全省, 咱们区, 市里, 区 of 区政府性债务. */
const HERE =
  /(?:我们|咱们?|我|俺|本|全|贵|这个?)[省市区县州旗](?:里|内)?的?|(?<!城|郊)[省市区县][里内](?!部)的?|[省市区县州旗](?=政府性)/gu;
/** All of it is meant anyway. */
const ALL_OF_IT = /(?:全部|所有|总共|一共|总的)的?/gu;
const NAME = /(?<name>\p{Script=Han}{2,8}?)(?:省|市|自治区|自治州|州|县|区|旗)?(?:人民)?政府/u;
const LEFT_OVER = /^[的,，\s]+/u;

/** The short name of the place a report is about: 红旗 of 红旗区人民政府; '' where it is not named. */
export function ownPlace({ issuer, title }: Pick<ReportFacts, 'issuer' | 'title'>): string {
  const [named] = [issuer, title].flatMap(
    (text) => NAME.exec(text.replace(/^\d{4}年/u, ''))?.groups?.name ?? [],
  );
  return named ?? '';
}

/**
 * What a question asks without its time, the place of the report and that it means all of it, which no sentence of a
 * report repeats: they draw a short question away from the sentence that answers it.
 */
export function withoutFrame(question: string, place: string): string {
  const own =
    place.length < 2 ? question : question.replace(new RegExp(`${place}[省市区县州旗]?的?`, 'gu'), '');
  return withoutTime(own).replace(HERE, '').replace(ALL_OF_IT, '').replace(LEFT_OVER, '').trim();
}
