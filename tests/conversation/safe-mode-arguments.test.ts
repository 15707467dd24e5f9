import { expect, it } from 'vitest';
import { parseSafeModeArguments } from '../../src/conversation/safe-mode-arguments.ts';

it('reads the channel, the mode and why', () => {
  expect(parseSafeModeArguments(['wechat', 'quote-only', '核对', '数据'])).toEqual({
    place: 'wechat',
    setting: { mode: 'quote-only', comment: '核对 数据' },
  });
});

it.each([
  [[], /no channel.+Usage: /u],
  [['fax', 'off', 'x'], /no channel fax/u],
  [['all', 'silent', 'x'], /no mode silent/u],
  [['all', 'off'], /Say why/u],
  [['all', 'off', ' '], /Say why/u],
])('does not take %j', (argumentList, reason) => {
  expect(() => parseSafeModeArguments(argumentList)).toThrow(reason);
});
