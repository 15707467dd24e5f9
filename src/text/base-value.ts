import { numberValue } from './number-value.ts';

/** What one of a unit is in the smallest of its kind; the multipliers 万 and 亿 are read with the number. */
const IN_SMALLEST: readonly (readonly [unit: RegExp, factor: number])[] = [
  [/平方公里$/, 1e6],
  [/公顷$/, 1e4],
  [/亩次?$/, 10_000 / 15],
  [/(?<!平方)(?:公里|千米)$/, 1000],
  [/吨(?:标准煤)?$/, 1000],
  [/(?<!公)斤$/, 0.5],
  // As a share of a hundred.
  [/成$/, 10],
];

/** The value of a figure in the smallest unit of its kind, so that 15万平方公里 is not 15万平方米; null for words that are no number. */
export function baseValue(number: string, unit: string): number | null {
  const value = numberValue(number, unit);
  const factor = IN_SMALLEST.find(([form]) => form.test(unit))?.[1] ?? 1;
  return value === null ? null : value * factor;
}
