const DIGITS = '零一二三四五六七八九';

/** A whole number below 100 in Arabic or Chinese digits: 10, 十, 两, 二十三; null for anything else. */
export function smallNumber(word: string): number | null {
  const plain = word.normalize('NFKC').replaceAll('两', '二');
  if (/^\d{1,2}$/.test(plain)) return Number(plain);
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(plain);
  if (match === null || plain === '') return null;
  const [, first = '', ten = '', last = ''] = match;
  if (ten === '') return first !== '' && last !== '' ? null : DIGITS.indexOf(first || last);
  return (first === '' ? 1 : DIGITS.indexOf(first)) * 10 + (last === '' ? 0 : DIGITS.indexOf(last));
}

/** A count word that may announce an enumeration: 四大, 五个, 10项. */
export interface CountWord {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

const COUNT_WORD =
  /(?<![\d第.零〇一二两三四五六七八九十百千万亿]|[一二两三四五六七八九]点)(?:(?<large>\d{1,2}|[二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])大(?!力|幅|量|多|学|批|型|家|道|气|于|步|棚|专(?!业))|(?<count>\d{1,2}|[二两三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九])(?:个(?!百分|多?月|多?小时|一(?![流级线]))|项|篇|条|类|种|方面|张|件|所|座|家|位(?!数)|点(?![零〇一二三四五六七八九])|区|园|路|级|式|圈))/gu;

/** Count words of 2–99 in order; 五个一工程 is a name and counts nothing. */
export function findCountWords(text: string): readonly CountWord[] {
  return [...text.matchAll(COUNT_WORD)].flatMap((match) => {
    const count = smallNumber(match.groups?.large ?? match.groups?.count ?? '');
    return count === null || count < 2
      ? []
      : [{ start: match.index, end: match.index + match[0].length, count }];
  });
}
