import { describe, expect, it } from 'vitest';
import { asksPlace } from '../../src/answer/place-asked.ts';
import { ask } from './make-reading.ts';

describe('asksPlace', () => {
  it.each([
    '丰收节是在咱省哪个市办的',
    '基地在哪几个城市',
    '早餐在哪几个点领',
    '项目落户哪个县',
    '桥修在哪里',
  ])('by %s', (text) => {
    expect(asksPlace(ask(text))).toBe(true);
  });

  it.each(['全省哪个市增速最快', '修了哪几条路'])('not by %s', (text) => {
    expect(asksPlace(ask(text))).toBe(false);
  });
});
