import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, subtract } from '../../src/text/decimal.ts';

describe('subtract', () => {
  it.each([
    ['8.5', '8', '0.5'],
    ['0.3', '0.1', '0.2'],
    ['8', '8.5', '-0.5'],
    ['10', '9.90', '0.1'],
    ['7.0', '7', '0'],
    ['0', '0', '0'],
    ['100', '0.01', '99.99'],
    ['1', '0.999', '0.001'],
    ['5', '-0.5', '5.5'],
    ['12345678901234567890.1', '0.1', '12345678901234567890'],
  ])('%s − %s is %s', (left, right, difference) => {
    expect(subtract(left, right)).toBe(difference);
  });

  it.each(['三', '1,234', '1e3', ' x'])('refuses %s, which is no plain decimal', (number) => {
    expect(() => subtract(number, '1')).toThrow(SyntaxError);
  });

  it('is exact for amounts in hundredths', () => {
    const hundredths = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(hundredths, hundredths, (left, right) => {
        const written = subtract((left / 100).toFixed(2), (right / 100).toFixed(2));
        expect(Math.round(Number(written) * 100)).toBe(left - right);
        expect(written).toMatch(/^-?\d+(?:\.\d*[1-9])?$/);
      }),
    );
  });
});

describe('add', () => {
  it.each([
    ['8.5', '8', '16.5'],
    ['0.1', '0.2', '0.3'],
    ['99.95', '0.05', '100'],
    ['5', '-7.5', '-2.5'],
  ])('%s + %s = %s', (left, right, sum) => {
    expect(add(left, right)).toBe(sum);
  });
});
