import { expect, it } from 'vitest';
import { chinaDay, chinaTime } from '../../src/text/china-time.ts';

it('tells time and day as clocks in China do', () => {
  expect(chinaTime(Date.UTC(2024, 4, 20, 15, 59))).toBe('2024-05-20 23:59');
  expect(chinaTime(Date.UTC(2024, 11, 31, 16, 0))).toBe('2025-01-01 00:00');
  expect(chinaDay(Date.UTC(2024, 6, 1, 16, 0))).toBe('2024-07-02');
});
