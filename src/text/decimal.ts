/** The exact difference of two plain decimals, `8.5` − `8` → `0.5`; no binary rounding, no trailing zeros. */
export function subtract(left: string, right: string): string {
  const places = Math.max(decimals(left), decimals(right));
  const difference = scaled(left, places) - scaled(right, places);
  const sign = difference < 0n ? '-' : '';
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function decimals(number: string): number {
  return number.split('.')[1]?.length ?? 0;
}

function scaled(number: string, places: number): bigint {
  const [whole = '0', fraction = ''] = number.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}

/** The exact sum of two plain decimals, `8.5` + `8` → `16.5`. */
export function add(left: string, right: string): string {
  return subtract(left, right.startsWith('-') ? right.slice(1) : `-${right}`);
}
