import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { locateEvidence, parseTrainingQuestion } from '../../training/locate-evidence.ts';

const PARAGRAPH = '　　新建公园3座。铺设管网26公里；整治街巷41条！';
const REPORT = `第一段。\n${PARAGRAPH}\n末段。`;
const HASH = createHash('sha256').update(PARAGRAPH.trim()).digest('hex').slice(0, 12);

function located(sentences: string, paragraph = HASH): readonly string[] | null {
  const question = parseTrainingQuestion(`某县\t${paragraph}\tnumber\t${sentences}\t问什么`);
  return locateEvidence(question, REPORT)?.map(({ start, end }) => REPORT.slice(start, end)) ?? null;
}

describe('locateEvidence', () => {
  it('finds the sentences of a paragraph by its hash', () => {
    expect(located('2,3')).toEqual(['铺设管网26公里；', '整治街巷41条！']);
    expect(located('1')?.[0]?.trim()).toBe('新建公园3座。');
  });

  it('has none for a near miss', () => {
    expect(located('-')).toEqual([]);
  });

  it('is null for a paragraph or a sentence that the report has not', () => {
    expect(located('1', '0123456789ab')).toBeNull();
    expect(located('4')).toBeNull();
  });
});

describe('parseTrainingQuestion', () => {
  it.each(['一段话', '某县\thash\tnumber\t1', '某县\thash\tnumber\t1\t问\t多'])('refuses “%s”', (line) => {
    expect(() => parseTrainingQuestion(line)).toThrow('has not 5 fields');
  });
});
