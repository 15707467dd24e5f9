import { createHash } from 'node:crypto';
import type { Report, Sentence } from '../../src/domain/report.ts';
import type { ReportToIndex } from '../../src/search-index/search-index.ts';

const NO_FRAME = { role: 'none', from: null, to: null } as const;

/** A report of one passage whose sentences are what stands before each 。; one that begins with 各位 is a salutation. */
export function makeReport(id: string, text: string, headingPath: readonly string[] = []): ReportToIndex {
  const sentences = [...text.matchAll(/[^。]+。/gu)].map(({ 0: words, index: start }, index): Sentence => {
    const kind = words.startsWith('各位') ? 'salutation' : 'body';
    const span = { start, end: start + words.length };
    return { index, passage: 0, kind, leadIn: null, headingPath, frame: NO_FRAME, ...span };
  });
  const report: Report = {
    id,
    facts: { title: '', issuer: '', speaker: '', date: '', yearReviewed: null, yearPlanned: null },
    text,
    headings: [],
    passages: [{ index: 0, start: 0, end: text.length, heading: null, headingPath, frame: NO_FRAME }],
    sentences,
  };
  return { report, sha256: createHash('sha256').update(text).digest('hex') };
}

export const SCHOOLS = makeReport(
  'schools',
  '各位代表。新建公办幼儿园十二所。改造薄弱学校三十所。实施中小学营养改善计划。',
  ['教育事业'],
);
export const ROADS = makeReport('roads', '新修农村公路三百公里。加固危桥十五座。开通公交线路四条。', [
  '交通建设',
]);
