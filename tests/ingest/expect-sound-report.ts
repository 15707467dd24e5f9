import { expect } from 'vitest';
import type { Report, Span } from '../../src/domain/report.ts';

const BLANKS = /[\s\u200b-\u200f\u2060\ufeff]/gu;

/** What holds for every report, whatever its text: spans, order, nesting, coverage, paths. */
export function expectSoundReport(report: Report): void {
  const { text, headings, passages, sentences } = report;
  expectInOrder(passages);
  expectInOrder(sentences);
  for (const span of [...headings, ...passages, ...sentences]) expectTrimmed(text, span);

  passages.forEach((passage, index) => {
    expect(passage.index).toBe(index);
    const inside = sentences.filter((sentence) => sentence.passage === index);
    expect(inside.length).toBeGreaterThan(0);
    for (const sentence of inside) {
      expect(sentence.start).toBeGreaterThanOrEqual(passage.start);
      expect(sentence.end).toBeLessThanOrEqual(passage.end);
      expect(sentence.headingPath).toEqual(passage.headingPath);
    }
    const covered = inside.map((sentence) => text.slice(sentence.start, sentence.end)).join('');
    expect(covered.replace(BLANKS, '')).toBe(text.slice(passage.start, passage.end).replace(BLANKS, ''));
    expect(passage.headingPath).toEqual(pathTo(report, passage.heading));
  });

  sentences.forEach((sentence, index) => {
    expect(sentence.index).toBe(index);
    if (sentence.leadIn === null) return;
    expectTrimmed(text, sentence.leadIn);
    expect(sentence.leadIn.end).toBeLessThanOrEqual(sentence.start);
  });

  headings.forEach((heading, index) => {
    expect(heading.index).toBe(index);
    expect(heading.label).not.toBe('');
    expect(text.slice(heading.start, heading.end).replace(BLANKS, '')).toContain(
      heading.label.replace(BLANKS, ''),
    );
    const parent = heading.parent === null ? null : headings[heading.parent];
    expect(heading.level).toBe((parent?.level ?? 0) + 1);
    expect(heading.parent ?? -1).toBeLessThan(index);
    const own = sentences.filter(({ start, end }) => start === heading.start && end === heading.end);
    expect(own.map(({ kind }) => kind)).toEqual(['heading']);
  });
  expect(sentences.filter(({ kind }) => kind === 'heading')).toHaveLength(headings.length);

  for (const { frame } of [...headings, ...passages, ...sentences]) {
    expect(frame.from === null).toBe(frame.to === null);
    expect(frame.from ?? 0).toBeLessThanOrEqual(frame.to ?? 0);
  }
}

function expectInOrder(spans: readonly Span[]): void {
  let end = 0;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    end = span.end;
  }
}

function expectTrimmed(text: string, { start, end }: Span): void {
  const words = text.slice(start, end);
  expect(words).not.toBe('');
  expect(words.slice(0, 1).replace(BLANKS, '')).not.toBe('');
  expect(words.slice(-1).replace(BLANKS, '')).not.toBe('');
}

function pathTo(report: Report, heading: number | null): readonly string[] {
  const found = heading === null ? undefined : report.headings[heading];
  return found === undefined ? [] : [...pathTo(report, found.parent), found.label];
}
