const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The value of a figure in its base unit: 1万 + 人 → 10000, 一万 + 人 → 10000, 170.1 + 亿元 → 17010000000; null for words that are no number. */
export function numberValue(number: string, unit: string): number | null {
  const plain = number.normalize('NFKC').replaceAll(',', '').replace(/^第/, '').replace(/^百分之/, '');
  const value = /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : chineseValue(plain);
  if (value === null) return null;
  const scale = [...(/^[千百]?万?亿?/.exec(unit)?.[0] ?? '')].reduce((product, mark) => product * (MYRIADS[mark] ?? POWERS[mark] ?? 1), 1);
  return Math.round(value * scale * 1e6) / 1e6;
}

/** 两千三百 → 2300, 一万 → 10000, 百 → 100. */
function chineseValue(words: string): number | null {
  if (!/^[零〇一二两三四五六七八九十百千万亿]+$/u.test(words)) return null;
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const mark of words.replaceAll('两', '二').replaceAll('〇', '零')) {
    const place = DIGITS.indexOf(mark);
    if (place >= 0) digit = place;
    else if (POWERS[mark] !== undefined) {
      section += (digit === 0 ? 1 : digit) * POWERS[mark];
      digit = 0;
    } else {
      total = (total + section + digit) * (MYRIADS[mark] ?? 1);
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}
