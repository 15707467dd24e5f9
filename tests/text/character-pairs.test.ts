import { describe, expect, it } from 'vitest';
import { characterPairs } from '../../src/text/character-pairs.ts';

describe('characterPairs', () => {
  it.each([
    ['文明城', ['文明', '明城']],
    ['5G', ['5G']],
    ['城', []],
    ['', []],
    ['桥🙂路', ['桥🙂', '🙂路']],
  ])('of %j', (text, expected) => {
    expect(characterPairs(text)).toEqual(expected);
  });
});
