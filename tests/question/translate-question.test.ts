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

  it.each([
    ['How many old residential compounds were renovated?', '老旧小区改造多少'],
    ['toilets', '厕所'],
    ['How many Fen-Europe freight trains ran in 2029?', '2029年欧洲货运班列多少'],
    ['What will be done about traffic jams?', '拥堵有什么安排'],
    ['What was done about air pollution last year?', '去年大气污染完成情况'],
    ['What was the average PM2.5 level last year?', '去年平均PM2.5'],
    ['GDP of Japan in 2029', '2029年地区生产总值日本'],
    ['How about this year?', '那今年呢'],
    ['I run a school in Singapore. How many cars are there?', '汽车多少'],
  ])('words “%s” as %s', (english, chinese) => {
    expect(translateQuestion(english)).toBe(chinese);
  });

  it('is empty where most of what is named has no term: the rest would ask about something else', () => {
    expect(translateQuestion('Where do I renew my residence permit as a foreign teacher?')).toBe('');
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
