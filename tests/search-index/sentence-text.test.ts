import { expect, it } from 'vitest';
import { headingText, sentenceText } from '../../src/search-index/sentence-text.ts';
import { REPORT } from '../answer/invented-report.ts';
import { makeReport } from './make-report.ts';

it('joins a clause to the lead-in it leans on', () => {
  const text = '主要指标方面，粮食增产；工业增长。';
  const { report } = makeReport('indicators', text);
  const [sentence] = report.sentences;
  if (sentence === undefined) throw new Error('the report has no sentence');
  const clause = { ...sentence, start: text.indexOf('工业'), leadIn: { start: 0, end: 7 } };
  expect(sentenceText(report, clause)).toBe('主要指标方面，工业增长。');
});

it('takes the line breaks of the file out of a sentence', () => {
  const { report } = makeReport('wrapped', '  新建公办\n  幼儿园　 十二所。');
  expect(report.sentences.map((sentence) => sentenceText(report, sentence))).toEqual([
    '新建公办幼儿园 十二所。',
  ]);
});

it('gives the headings above a sentence, outermost first', () => {
  const { report } = makeReport('schools', '新建幼儿园。', ['民生', '教育']);
  expect(report.sentences.map((sentence) => headingText(report, sentence))).toEqual(['民生 教育']);
});

it('says of the lines above the address what they are', () => {
  const texts = REPORT.sentences.map((sentence) => sentenceText(REPORT, sentence));
  expect(texts.find((text) => text.includes('沈岚'))).toMatch(/报告是谁作的.*：云溪县人民政府县长 沈岚$/u);
  expect(texts.find((text) => text.includes('86.4'))).toMatch(/^预计全年/u);
});
