import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapePattern } from '../../src/text/escape-pattern.ts';

it('fits the text itself and nothing that its marks would stand for', () => {
  expect(new RegExp(`^${escapePattern('G(4).*')}$`, 'u').test('G4..')).toBe(false);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(new RegExp(`^${escapePattern(text)}$`, 'u').exec(text)?.[0]).toBe(text);
    }),
  );
});
