import { describe, expect, it } from 'vitest';
import { translateQuestion } from '../../src/question/translate-question.ts';

describe('translateQuestion', () => {
  it.each([
    ['How much was GDP last year?', ['去年', '地区生产总值', '多少']],
    ['how much is gdp this year', ['今年', '地区生产总值', '多少']],
    ['How much was the GDP in 2029?', ['2029年', '地区生产总值', '多少']],
    ['GDP', ['地区生产总值']],
  ])('words “%s” with its time, its terms and what it asks', (english, parts) => {
    const chinese = translateQuestion(english);
    expect(parts.filter((part) => !chinese.includes(part))).toEqual([]);
  });

  it('says a term once that is asked for twice', () => {
    expect(translateQuestion('GDP, the GDP').match(/地区生产总值/g)).toHaveLength(1);
  });

  it('does not ask whether there is a year', () => {
    expect(translateQuestion('What was the GDP in 2029?')).not.toContain('有没有');
  });

  it.each(['tell me about kittens', 'xgdpx', '', '   ', '🙂', '\0\ud800', '(((', '$&'])(
    'is empty for “%s”',
    (english) => {
      expect(translateQuestion(english)).toBe('');
    },
  );

  it('reads a very long text soon', () => {
    const started = performance.now();
    translateQuestion('gdp and other things '.repeat(500));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
