import { describe, expect, it } from 'vitest';
import { createReplayGuard } from '../../../src/channels/tencent/replay-guard.ts';

const START = 1_700_000_000_000;
const REQUEST = { timestamp: '1700000000', signature: 'a'.repeat(40), body: '<xml/>' };

describe('the replay guard', () => {
  it.each([
    ['now', 0, 'fresh'],
    ['ten minutes ago', 600_000, 'fresh'],
    ['in ten minutes', -600_000, 'fresh'],
    ['longer ago', 601_000, 'stale'],
    ['later than that', -601_000, 'stale'],
  ])('judges a request that was signed %s', (_name, passed, judged) => {
    expect(createReplayGuard(() => START + passed)(REQUEST)).toBe(judged);
  });

  it.each(['', '-1', '1e9', 'now', '1700000000 ', '17000000000000'])(
    'takes the timestamp %j for stale',
    (timestamp) => {
      expect(createReplayGuard(() => START)({ ...REQUEST, timestamp })).toBe('stale');
    },
  );

  it('lets the platform send the same bytes three times more, and no oftener', () => {
    const judge = createReplayGuard(() => START);
    expect([1, 2, 3, 4, 5].map(() => judge(REQUEST))).toEqual([
      'fresh',
      'fresh',
      'fresh',
      'fresh',
      'replayed',
    ]);
  });

  it('refuses the same bytes once the retries must have ended', () => {
    let time = START;
    const judge = createReplayGuard(() => time);
    judge(REQUEST);
    time += 60_000;
    expect(judge(REQUEST)).toBe('fresh');
    time += 1;
    expect(judge(REQUEST)).toBe('replayed');
  });

  it('refuses another body under the same signature', () => {
    const judge = createReplayGuard(() => START);
    judge(REQUEST);
    expect(judge({ ...REQUEST, body: '<xml>other</xml>' })).toBe('replayed');
    expect(judge(REQUEST)).toBe('fresh');
  });

  it('takes the same message under a new signature for what it is: a redelivery', () => {
    const judge = createReplayGuard(() => START);
    judge(REQUEST);
    expect(judge({ ...REQUEST, signature: 'b'.repeat(40) })).toBe('fresh');
  });
});
