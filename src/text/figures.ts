/** One figure in a text with its unit and the hedges that stand by it. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  /** The number alone, as written: 170.1, 三分之一. */
  readonly number: string;
  /** What follows it: 亿元, %, 个百分点, 家 … or ''. */
  readonly unit: string;
  /** 预计, 力争, 超过, 近 … before it, 以上, 以内, 左右, 多 … after it: never dropped from an answer. */
  readonly hedges: readonly string[];
}

const CHINESE_DIGITS = '零〇一二两三四五六七八九十百千万亿半';
const MULTIPLIER = '(?:[十百千]?万亿|[十百千]?亿|[十百千]?万|[千百])';
const BASE_UNIT =
  '(?:个?百分点|个多?点(?!儿)|[%％‰]|美元|欧元|港元|元|块钱|人次|人|名|位|户|家|个|项|座|所|处|条|件|起|宗|例|栋|幢|套|台|辆|艘|架|亩次|亩|公顷|平方米|平方公里|平米|立方米|公里|千米|米|公斤|千克|斤|吨标准煤|吨|千瓦时|千瓦|兆瓦|度|天|日|小时|分钟|倍|成|次|批|种|类|张|部|本|篇|场|届|级|岁|年|个月|月|分|°C|微克(?:/立方米)?|车次|床位|学位|岗位|标箱|万吨公里)';
const UNIT = `(?:${MULTIPLIER}?${BASE_UNIT}|${MULTIPLIER})`;

/** Arabic numbers (with thousands commas, decimals, ranges) or Chinese ones that count or divide. */
const FIGURE = new RegExp(
  `(?<number>\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:[-~～—至到]\\d+(?:\\.\\d+)?)?|[${CHINESE_DIGITS}]+分之[${CHINESE_DIGITS}]+|百分之[${CHINESE_DIGITS}点]+|第?[${CHINESE_DIGITS}]+(?=${BASE_UNIT})|第[一二三四五六七八九十]+(?!产业|届|次|批|期|环|方|代|中学|小学|人民|医院|[一二三四五六七八九十、，是]))(?<plus>[余多几])?(?<unit>${UNIT})?`,
  'gu',
);
/** Words that soften or bound every figure of their clause. */
const HEDGE_BEFORE =
  /(?:预计|预期|力争|争取|大约|接近|将近|超过|突破|不低于|不少于|不超过|高于|低于|至少|最多|控制在)(?=[^，。；、]{0,16}$)/gu;
/** One-character hedges count only where they touch the figure: 近10%, not 附近的3家. */
const HEDGE_TOUCHING = /[约近超]$/u;
const HEDGE_AFTER = /^(?:以上|以内|以下|左右|上下|多|余|之多|之内)/u;
const CLAUSE_MARKS = ['，', '。', '；', '、', ';', ','];

/** Every figure of `text` in order; a figure that is part of a name (“十四五”) is found too, its unit ''. */
export function findFigures(text: string): readonly Figure[] {
  const found: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const number = match.groups?.number ?? '';
    const unit = match.groups?.unit ?? '';
    const start = match.index;
    const end = start + match[0].length;
    const lead = text.slice(Math.max(...CLAUSE_MARKS.map((mark) => text.lastIndexOf(mark, start - 1) + 1)), start);
    const before = [...(lead.match(HEDGE_BEFORE) ?? []), ...(lead.match(HEDGE_TOUCHING) ?? [])];
    const after = text.slice(end).match(HEDGE_AFTER) ?? [];
    const plus = match.groups?.plus === undefined ? [] : [match.groups.plus];
    found.push({ start, end, number, unit, hedges: [...before, ...plus, ...after] });
  }
  return found;
}

/** A number as compared: full-width digits and commas folded, so that 7,661 equals 7661. */
export function plainNumber(number: string): string {
  return number.normalize('NFKC').replaceAll(',', '');
}
