const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const ZEROS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
/** What of a unit multiplies; the 千 of 千米 and 千瓦 and the 百 of 百分点 belong to the unit. */
const MULTIPLIER = /^[十百千]?(?:万亿|[万亿])|^[十百千](?![米克瓦分])/u;

/** The value of a figure in its base unit: 1万 + 人 → 10000, 一万 + 人 → 10000, 170.1 + 亿元 → 17010000000; null for words that are no number. */
export function numberValue(number: string, unit: string): number | null {
  const plain = number
    .normalize('NFKC')
    .replaceAll(',', '')
    .replace(/^第/, '')
    .replace(/^百分之/, '');
  const inWords =
    /^(?<value>[零〇一二两三四五六七八九十百千]+点[零〇一二三四五六七八九]+)(?<scale>[万亿]+)$/u.exec(
      plain,
    )?.groups;
  if (inWords !== undefined) return numberValue(inWords.value ?? '', (inWords.scale ?? '') + unit);
  const value = /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : chineseValue(plain);
  if (value === null || !Number.isFinite(value)) return null;
  const scale = [...(MULTIPLIER.exec(unit)?.[0] ?? '')].reduce(
    (power, mark) => power + (ZEROS[mark] ?? 0),
    0,
  );
  // Shifted as written: 312.6 × 10⁸ is not whole in binary.
  return String(value).includes('e') ? value * 10 ** scale : Number(`${value}e${scale}`);
}

/** 两千三百 → 2300, 一万二 → 12000, 万 → 10000, 八点五 → 8.5, 二〇一八 → 2018; null for 两三 and 二三十, which leave it open. */
function chineseValue(words: string): number | null {
  const plain = words.replaceAll('两', '二').replaceAll('〇', '零');
  if (/^[零一二三四五六七八九]{4,}$/u.test(plain)) return Number(inDigits(plain));
  const [, whole = '', fraction = ''] =
    /^([零一二三四五六七八九十百千万亿]+)(?:点([零一二三四五六七八九]+))?$/u.exec(plain) ?? [];
  if (whole === '' || /[一二三四五六七八九]{2}/u.test(whole)) return null;
  return Number(`${wholeValue(whole)}.${inDigits(fraction)}`);
}

function wholeValue(words: string): number {
  let [hundredMillions, myriads, section, digit] = [0, 0, 0, 0];
  /** The place of the last power: a digit right behind it stands one place lower (一万二). */
  let place = 1;
  for (const mark of words) {
    const power = POWERS[mark] ?? MYRIADS[mark];
    if (mark === '零') place = 1;
    else if (power === undefined) digit = DIGITS.indexOf(mark);
    else {
      if (mark === '亿')
        [hundredMillions, myriads, section] = [
          (hundredMillions + myriads + section + digit || 1) * power,
          0,
          0,
        ];
      else if (mark === '万') [myriads, section] = [(section + digit || 1) * power, 0];
      else section += (digit || 1) * power;
      [place, digit] = [power, 0];
    }
  }
  const last = place > 10 ? (digit * place) / 10 : digit;
  return hundredMillions + myriads + section + last;
}

function inDigits(words: string): string {
  return [...words].map((mark) => DIGITS.indexOf(mark)).join('');
}
