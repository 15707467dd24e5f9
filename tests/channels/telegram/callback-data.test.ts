import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallbackData, writeCallbackData } from '../../../src/channels/telegram/callback-data.ts';

const receipt = fc.option(fc.integer({ min: 0, max: 999_999_999_999_999 }));
const number = fc.integer({ min: 1, max: 9 });
const pressed = fc.oneof(
  fc.record({ kind: fc.constant('source' as const), receipt }),
  fc.record({ kind: fc.constant('ask' as const), number, receipt }),
  fc.record({ kind: fc.constant('verdict' as const), verdict: fc.constantFrom('up', 'down'), receipt }),
  fc.record({ kind: fc.constant('reason' as const), number, receipt }),
);

describe('callback data', () => {
  it('is read as it was written, in at most 64 bytes', () => {
    fc.assert(
      fc.property(pressed, (button) => {
        const data = writeCallbackData(button);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(readCallbackData(data)).toEqual(button);
      }),
      { seed: 20_182 },
    );
  });

  it.each(['', 'ask', 'ask/0', 'ask/10', 'up/1', 'source:', 'source:-1', 'moon:3', 'constructor', 'up:1e3'])(
    'that is none of ours is nothing: %j',
    (data) => expect(readCallbackData(data)).toBeNull(),
  );
});
