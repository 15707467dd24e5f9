import { describe, expect, it } from 'vitest';
import { renderReader } from '../../../../src/channels/web/reader/render-reader.ts';
import { fixtureReport } from '../../../evaluation/fixture-report.ts';
import { corpusReport, everyReport } from './corpus-report.ts';
import { attributes, pageText } from './page-text.ts';

const asset = (name: string): string => `/assets/v/${name}`;
const NOTHING = { quotes: [], words: '' };

describe('the reader of every report at hand', () => {
  it('shows each passage word for word and in order', async () => {
    for (const report of await everyReport()) {
      const html = renderReader(report, NOTHING, asset);
      const shown = html.match(/<section class="passage"[\s\S]*?<\/section>/gu) ?? [];
      const written = report.passages.map(({ start, end }) =>
        report.text.slice(start, end).replace(/\s+/gu, ''),
      );
      // Each section begins with the number of its passage.
      expect(shown.map((section) => pageText(section.replace(/<a class="number".*?<\/a>/u, '')))).toEqual(
        written,
      );
    }
  });

  it('gives every passage, heading and sentence one anchor', async () => {
    for (const report of await everyReport()) {
      const ids = attributes(renderReader(report, NOTHING, asset), 'id');
      expect(new Set(ids).size).toBe(ids.length);
      const wanted = [
        ...report.passages.map(({ index }) => `p${index}`),
        ...report.headings.map(({ index }) => `h${index}`),
        ...report.sentences.map(({ index }) => `s${index}`),
      ];
      expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('leads from the table of contents to every heading', async () => {
    for (const report of await everyReport()) {
      const html = renderReader(report, NOTHING, asset);
      const contents = /<nav class="contents"[\s\S]*?<\/nav>/u.exec(html)?.[0] ?? '';
      expect(attributes(contents, 'href')).toEqual([...report.headings].map(({ index }) => `#h${index}`));
    }
  });

  it('skips no level of heading', async () => {
    for (const report of await everyReport()) {
      const levels = [...renderReader(report, NOTHING, asset).matchAll(/<h([1-6])[ >]/gu)].map(([, level]) =>
        Number(level),
      );
      levels.forEach((level, index) => {
        expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe('quotes in the reader', () => {
  it('are marked where they stand, each under the id that its link names', async () => {
    const report = await corpusReport();
    const start = report.text.indexOf('同比增长8%');
    const quote = { start, end: start + 6 };
    const html = renderReader(report, { quotes: [quote], words: '' }, asset);
    expect(html).toContain(
      `<mark class="cited" id="s=${start}-${start + 6}" data-of="s=${start}-${start + 6}">同比增长8%</mark>`,
    );
    expect(html).toContain(`href="#s=${start}-${start + 6}"`);
  });

  it('may reach over sentences: the id stands once, the mark on each', () => {
    const report = fixtureReport();
    const [, first, second] = report.sentences;
    if (first === undefined || second === undefined) throw new Error('the fixture has three sentences');
    const [start, end] = [first.end - 3, second.start + 4];
    const html = renderReader(report, { quotes: [{ start, end }], words: '' }, asset);
    expect(html.match(new RegExp(`id="s=${start}-${end}"`, 'gu'))).toHaveLength(1);
    const marked = [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gu)].map(([, text]) => text).join('');
    expect(marked).toBe(report.text.slice(start, end).replace(/\n/gu, ''));
  });

  it('may overlap, and hold words that were searched', () => {
    const report = fixtureReport();
    const start = report.text.indexOf('地区生产总值120.5');
    const quotes = [
      { start, end: start + 10 },
      { start: start + 4, end: start + 14 },
    ];
    const html = renderReader(report, { quotes, words: '总值' }, asset);
    const ids = attributes(html, 'id');
    expect(ids).toContain(`s=${start}-${start + 10}`);
    expect(ids).toContain(`s=${start + 4}-${start + 14}`);
    expect(ids).toContain('hit-1');
    const marked = html.match(/<section class="passage" id="p2">[\s\S]*?<\/section>/u)?.[0] ?? '';
    expect(pageText(marked)).toContain('预计全年实现地区生产总值120.5亿元，同比增长8%');
  });
});

describe('searching the reader', () => {
  it('lists and marks every place', () => {
    const report = fixtureReport();
    const html = renderReader(report, { quotes: [], words: '产业园' }, asset);
    expect(html.match(/<mark class="hit"/gu)).toHaveLength(5);
    expect(html).toContain('“产业园”共5处');
    expect(html).toContain('href="#hit-5"');
  });

  it('says when there is nothing', () => {
    const html = renderReader(fixtureReport(), { quotes: [], words: '火星' }, asset);
    expect(html).toContain('报告里没有“火星”');
  });

  it('shows markup in the words as text', () => {
    const html = renderReader(fixtureReport(), { quotes: [], words: '"><script>alert(1)</script>' }, asset);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('shows markup in a report as text', () => {
    const html = renderReader(fixtureReport('<img src=x onerror=alert(1)>\n二、<b>好</b>。'), NOTHING, asset);
    expect(html).not.toMatch(/<img|<b>好/u);
  });
});
