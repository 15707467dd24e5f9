import { describe, expect, it } from 'vitest';
import { createWordWeight } from '../../src/answer/word-weights.ts';

const weight = createWordWeight(['新建公园', '新建学校', '新建5G基站', '扩建学校']);

describe('createWordWeight', () => {
  it('weighs a word the more the fewer sentences hold it', () => {
    const weights = ['新建', '学校', '公园', '机场'].map(weight);
    expect(weights).toEqual([...weights].sort((a, b) => a - b));
    expect(new Set(weights).size).toBe(4);
  });

  it('never weighs a word at nothing or less', () => {
    expect(createWordWeight(['公园', '公园'])('公园')).toBeGreaterThan(0);
    expect(createWordWeight([])('公园')).toBeGreaterThan(0);
  });

  it('does not tell capitals apart', () => {
    expect(weight('5g')).toBe(weight('5G'));
    expect(weight('5g')).toBe(weight('公园'));
  });
});
