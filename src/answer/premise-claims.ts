import { findCountWords } from '../text/counts.ts';
import { numberValue } from '../text/number-value.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';
import { tellingFigures } from './figure-kinds.ts';

/** A figure as it is put forward or held by a quote. */
export interface Claim {
  readonly kind: UnitKind;
  readonly value: number;
  /** 美元 and 元 are not the same money. */
  readonly currency: string;
  /** 不到80亿元 bounds from above, 超过80亿元 from below. */
  readonly bound: 'below' | 'above' | null;
  /** Where it starts in the text it was read from. */
  readonly at: number;
  /** A count word that may belong to a name: 十大专业园. */
  readonly counted: boolean;
}

const BELOW = /^(?:不到|不足|低于|不超过)$/;
const ABOVE = /^(?:超过|突破|高于|不低于|不少于|至少|以上|超|逾)$/;
const HALF = /一半|半数/gu;
/** What people say of a figure that is passed: GDP过11万亿了. */
const PASSED = /(?<![不没经通超度])(?:过|破)了?$/u;
/** A bare 万 or 亿 may be a number of any of these. */
const IN_BULK: ReadonlySet<UnitKind> = new Set(['money', 'people', 'area', 'weight', 'households']);

/** 超过80亿元 is borne out by 86.4亿元; the same figure bears out any bound on it that the report gives too. */
export function agrees({ value, bound }: Claim, own: Claim): boolean {
  if (own.value === value) return bound === null || bound === own.bound || bound === 'above';
  if (bound === 'above') return own.value > value && own.bound !== 'below';
  if (bound === 'below') return own.value < value && own.bound !== 'above';
  return false;
}

export function claimsOf(text: string): readonly Claim[] {
  const plain = text.replace(HALF, '50%');
  const figures = tellingFigures(plain).flatMap(({ start, number, unit, hedges }): Claim[] => {
    const value = numberValue(number, unit);
    const kind = unitKind(number, unit);
    const currency = kind === 'money' && unit.includes('美') ? '美元' : '';
    const above = hedges.some((hedge) => ABOVE.test(hedge)) || PASSED.test(plain.slice(0, start));
    const bound = hedges.some((hedge) => BELOW.test(hedge)) ? 'below' : above ? 'above' : null;
    return value === null ? [] : [{ kind, value, currency, bound, at: start, counted: false }];
  });
  const counts = findCountWords(text).map(({ start, count }) => ({
    kind: 'count' as const,
    value: count,
    currency: '',
    bound: null,
    at: start,
    counted: true,
  }));
  return [...figures, ...counts];
}

/** Whether two claims can be of one thing by what they count: 11万亿 may be money. */
export function isComparable(one: Claim, other: Claim): boolean {
  return (
    one.kind === other.kind ||
    (one.kind === 'bulk' && IN_BULK.has(other.kind)) ||
    (other.kind === 'bulk' && IN_BULK.has(one.kind))
  );
}
