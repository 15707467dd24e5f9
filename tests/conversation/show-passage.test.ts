import { expect, it } from 'vitest';
import { showPassage } from '../../src/conversation/show-passage.ts';
import { REPORT } from '../answer/invented-report.ts';

const QUOTE = '新建口袋公园3座';
const START = REPORT.text.indexOf(QUOTE);
const PASSAGE = REPORT.passages.find(({ start, end }) => start <= START && START < end);
const CITATION = {
  reportId: REPORT.id,
  headingPath: PASSAGE?.headingPath ?? [],
  passage: PASSAGE?.index ?? -1,
  quote: QUOTE,
  start: START,
  end: START + QUOTE.length,
};

it('shows the whole passage, with where the quote stands in it', () => {
  const shown = showPassage(CITATION, [REPORT]);
  expect(shown?.text).toContain('整治背街小巷41条');
  expect(shown?.text.slice(shown.start, shown.end)).toBe(QUOTE);
});

it.each([
  ['the report', { ...CITATION, reportId: 'another' }],
  ['the passage', { ...CITATION, passage: 9999 }],
  ['the quote at this place', { ...CITATION, start: START + 1, end: START + 1 + QUOTE.length }],
])('shows nothing where the corpus has no more %s', (_what, citation) => {
  expect(showPassage(citation, [REPORT])).toBeNull();
});
