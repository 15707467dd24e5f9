import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { findCountWords } from '../text/counts.ts';
import { numberValue } from '../text/number-value.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';
import { nearestGroups, subjectGroups } from './clause-focus.ts';
import type { Judged } from './decide.ts';
import { tellingFigures } from './figure-kinds.ts';
import type { Reading } from './read-candidate.ts';

/** How well every word of the question must be met for a yes, where a figure of it agrees and where none is compared. */
const MET_WITH_FIGURE = 0.5;
const MET_ALONE = 0.8;
const RISES = /增长|上升|提高|上涨|涨|增加|多了|升高|变多/;
const FALLS = /下降|降低|减少|下跌|跌|少了|回落|变少|压减/;

/** What a yes/no question puts forward, held against the quote: borne out, contradicted, or not in these words. */
export type Premise = 'right' | 'wrong' | 'unsaid' | null;

interface Claim {
  readonly kind: UnitKind;
  readonly value: number;
  /** 美元 and 元 are not the same money. */
  readonly currency: string;
  /** 不到80亿元 bounds from above, 超过80亿元 from below. */
  readonly bound: 'below' | 'above' | null;
}

const PUTS_FORWARD =
  /吧[?？!！。]?$|对吧|对不对|对吗|对不|是不是|是吧|没错|没记错|是真的|属实|有这(?:么)?回事|有这说法|是(?:这个?|这么个)(?:数|样)|(?:就|都)?是“[^“”]+”[?？]?$|right\?|correct\?/i;
const BELOW = /^(?:不到|不足|低于|不超过)$/;
const ABOVE = /^(?:超过|突破|高于|不低于|不少于|至少|以上|超|逾)$/;
const HALF = /一半|半数/gu;
const QUOTED = /[“《]([^“”《》]{2,})[”》]/gu;

/** Null where the question puts nothing forward that the quote could bear out or contradict. */
export function checkPremise(question: Question, { reading, quote }: Judged): Premise {
  if (question.asks !== 'yesno' && !(question.asks === 'general' && PUTS_FORWARD.test(question.text)))
    return null;
  const lastClause = question.text.split(/[,，]/u).at(-1) ?? '';
  if (!PUTS_FORWARD.test(question.text) && claimsOf(lastClause).length === 0) return null;
  const text = reading.report.text.slice(quote.start, quote.end);
  const held = claimsMeant(question, reading, quote);
  const comparable = claimsOf(question.text).filter(({ kind }) => held.some((own) => own.kind === kind));
  const borneOut = comparable.every((claim) =>
    held.some((own) => own.kind === claim.kind && own.currency === claim.currency && agrees(claim, own)),
  );
  if (!borneOut || goesTheOtherWay(question.text, text)) return 'wrong';
  const names = [
    ...reading.words.filter(({ isName, word }) => isName && word.length >= 2).map(({ word }) => word),
    ...[...question.text.matchAll(QUOTED)].map(([, name]) => name ?? ''),
  ];
  const strange = names.some((name) => !reading.report.text.includes(name));
  if (strange) return comparable.length > 0 ? null : 'unsaid';
  // A figure that agrees is little where a word of the question is not met: then the quote speaks for itself.
  const needed = comparable.some(({ kind }) => kind !== 'count') ? MET_WITH_FIGURE : MET_ALONE;
  const met =
    reading.words.length > 0 && reading.words.every(({ exact, similarity }) => exact || similarity > needed);
  return met ? 'right' : null;
}

/**
 * The quote's figures that can be meant: of each kind put forward those of the clauses that are most about the
 * question, so that the townspeople's income does not bear out the farmers'.
 */
function claimsMeant(question: Question, reading: Reading, quote: Span): readonly Claim[] {
  const groups = subjectGroups(reading, quote).map((group) => ({
    ...group,
    claims: claimsOf(reading.report.text.slice(group.start, group.end)),
  }));
  const kinds = new Set(claimsOf(question.text).map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const holding = groups.filter(({ claims }) => claims.some((claim) => claim.kind === kind));
    return nearestGroups(holding).flatMap(({ claims }) => claims.filter((claim) => claim.kind === kind));
  });
}

/** The question says up where the quote only says down, or the other way round. */
function goesTheOtherWay(question: string, quote: string): boolean {
  return (
    (RISES.test(question) && !FALLS.test(question) && FALLS.test(quote) && !RISES.test(quote)) ||
    (FALLS.test(question) && !RISES.test(question) && RISES.test(quote) && !FALLS.test(quote))
  );
}

/** 超过80亿元 is borne out by 86.4亿元; the same figure bears out any bound on it that the report gives too. */
function agrees({ value, bound }: Claim, own: Claim): boolean {
  if (own.value === value) return bound === null || bound === own.bound || bound === 'above';
  if (bound === 'above') return own.value > value && own.bound !== 'below';
  if (bound === 'below') return own.value < value && own.bound !== 'above';
  return false;
}

function claimsOf(text: string): readonly Claim[] {
  const figures = tellingFigures(text.replace(HALF, '50%')).flatMap(({ number, unit, hedges }): Claim[] => {
    const value = numberValue(number, unit);
    const kind = unitKind(number, unit);
    const currency = kind === 'money' && unit.includes('美') ? '美元' : '';
    const bound = hedges.some((hedge) => BELOW.test(hedge))
      ? 'below'
      : hedges.some((hedge) => ABOVE.test(hedge))
        ? 'above'
        : null;
    return value === null ? [] : [{ kind, value, currency, bound }];
  });
  const counts = findCountWords(text).map(({ count }) => ({
    kind: 'count' as const,
    value: count,
    currency: '',
    bound: null,
  }));
  return [...figures, ...counts];
}
