import { baseValue } from '../text/base-value.ts';
import { findCountWords } from '../text/counts.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';
import { tellingFigures } from './figure-kinds.ts';

/** A figure as it is put forward or held by a quote. */
export interface Claim {
  readonly kind: UnitKind;
  readonly value: number;
  /** 美元 and 元 are not the same money, days and months not the same time. */
  readonly measure: string;
  /** 不到80亿元 bounds from above, 超过80亿元 from below. */
  readonly bound: 'below' | 'above' | 'about' | null;
  /** What was before: 由369位上升到235位. */
  readonly former: boolean;
  /** Where it starts in the text it was read from. */
  readonly at: number;
  /** A count word that may belong to a name: 十大专业园. */
  readonly counted: boolean;
}

const BELOW = /^(?:不到|不足|低于|不超过|以内|以下)$/;
const ABOVE = /^(?:超过|突破|高于|不低于|不少于|至少|以上|超|逾)$/;
const HALF = /一半|半数/gu;
const ABOUT = /^(?:约|近|接近|将近|大约|左右|上下)$/;
/** As near as a rounded figure is to what it rounds. */
const ROUNDING = 0.05;
/** 由30%提高到70% */
const FORMER = /[由从](?:[^，。；、]{0,10})$/u;
const LATTER = /^[^，。；]{0,4}?(?:到|至|为)/u;
/** What people say of a figure that is passed: GDP过11万亿了. */
const PASSED = /(?<![不没经通超度])(?:过|破)了?$/u;
/** A bare 万 or 亿 may be a number of any of these. */
const IN_BULK: ReadonlySet<UnitKind> = new Set(['money', 'people', 'area', 'weight', 'households']);

/** 超过80亿元 is borne out by 86.4亿元; the same figure bears out any bound on it that the report gives too. */
export function agrees({ value, bound }: Claim, own: Claim): boolean {
  if (bound === 'about') return Math.abs(own.value - value) <= ROUNDING * Math.abs(value);
  if (own.value === value)
    return bound === null || bound === own.bound || (bound === 'above' && own.bound !== 'below');
  if (bound === 'above') return own.value > value && own.bound !== 'below';
  if (bound === 'below') return own.value < value && own.bound !== 'above';
  return false;
}

/** 突破30亿 of a target that is to pass 50亿: so much is another target, though it would be passed too. */
export function isLowerBound(one: Claim, own: Claim): boolean {
  return one.bound === 'above' && own.bound === 'above' && one.value < own.value;
}

export function claimsOf(text: string): readonly Claim[] {
  const plain = text.replace(HALF, '50%');
  const figures = tellingFigures(plain).flatMap(({ start, end, number, unit, hedges }): Claim[] => {
    const value = baseValue(number, unit);
    const kind = unitKind(number, unit);
    const measure = kind === 'duration' || unit.includes('美') ? unit.replace(/^[十百千万亿]+/u, '') : '';
    const former = isFormer(plain.slice(0, start), plain.slice(end));
    return value === null
      ? []
      : [
          {
            kind,
            value,
            measure,
            bound: boundOf(hedges, plain.slice(0, start)),
            former,
            at: start,
            counted: false,
          },
        ];
  });
  const counts = findCountWords(text).map(({ start, count }) => ({
    kind: 'count' as const,
    value: count,
    measure: '',
    bound: null,
    former: false,
    at: start,
    counted: true,
  }));
  return [...figures, ...counts];
}

/** What was before, by what stands around a figure: 由369位上升到235位. */
export function isFormer(before: string, behind: string): boolean {
  return FORMER.test(before) && LATTER.test(behind);
}

function boundOf(hedges: readonly string[], before: string): Claim['bound'] {
  if (hedges.some((hedge) => BELOW.test(hedge))) return 'below';
  if (hedges.some((hedge) => ABOVE.test(hedge)) || PASSED.test(before)) return 'above';
  return hedges.some((hedge) => ABOUT.test(hedge)) ? 'about' : null;
}

/** Whether two claims can be of one thing by what they count: 11万亿 may be money. */
export function isComparable(one: Claim, other: Claim): boolean {
  return (
    one.kind === other.kind ||
    (one.kind === 'bulk' && IN_BULK.has(other.kind)) ||
    (other.kind === 'bulk' && IN_BULK.has(one.kind))
  );
}
