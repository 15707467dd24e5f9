/** A number written in digits, where it stands in the text it was read from. */
export interface ClaimedFigure {
  readonly start: number;
  readonly end: number;
  /** Plain digits: 7,661 is 7661. */
  readonly number: string;
  /** What follows it, as far as it tells figures apart: %, 亿元, 家, d (of 3D) … or ''. */
  readonly unit: string;
}

const DIGITS = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/gu;
const UNIT =
  /^\s*(?:%|‰|个百分点|百分点|[十百千万亿]*(?:美元|平方米|平方公里|立方米|公里|人次|[\p{Script=Han}])?|[a-z])/iu;

/**
 * Figures as the scorer reads them. It has its own, simpler eyes than the product's `findFigures` on
 * purpose: a judge that shared the product's reading would share its blind spots.
 */
export function claimedFigures(text: string): readonly ClaimedFigure[] {
  const plain = sameLengthPlain(text);
  return [...plain.matchAll(DIGITS)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const unit = UNIT.exec(plain.slice(end))?.[0].trim().toLowerCase() ?? '';
    return { start, end, number: match[0].replaceAll(',', ''), unit };
  });
}

/** 个 stands in for any of these when people speak: 5个企业 is 5家企业. */
const COUNTER = /^[个家项座所处名位户条件种类]$/u;

/** Same number, and units that agree as far as both are given: 170.1亿 and 170.1亿元, not 13.7% and 13.7亿元. */
export function sameFigure(one: ClaimedFigure, other: ClaimedFigure): boolean {
  if (Number(one.number) !== Number(other.number)) return false;
  if ((one.unit === '个' || other.unit === '个') && COUNTER.test(one.unit) && COUNTER.test(other.unit))
    return true;
  const [short, long] =
    one.unit.length <= other.unit.length ? [one.unit, other.unit] : [other.unit, one.unit];
  return long.startsWith(short) || long.replace('个百分点', '百分点').startsWith(short);
}

/** Full-width digits and signs folded one to one, so that offsets stay those of `text`. */
function sameLengthPlain(text: string): string {
  return text.replace(/[０-９．％，]/gu, (character) => character.normalize('NFKC'));
}
