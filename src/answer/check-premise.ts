import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { findCountWords } from '../text/counts.ts';
import { numberValue } from '../text/number-value.ts';
import { splitClauses } from '../text/split-clauses.ts';
import { type UnitKind, unitKind } from '../text/unit-kinds.ts';
import type { Judged } from './decide.ts';
import { tellingFigures } from './figure-kinds.ts';
import { type Reading, similarityWithin } from './read-candidate.ts';

/** What a yes/no question puts forward, held against the quote: borne out, contradicted, or not in these words. */
/** Clauses about equally near to the question are meant alike. */
const AS_MUCH = 0.97;
/** How well every word of the question must be met for a yes, where a figure of it agrees and where none is compared. */
const MET_WITH_FIGURE = 0.5;
const MET_ALONE = 0.8;
const RISES = /增长|上升|提高|上涨|涨|增加|多了|升高|变多/;
const FALLS = /下降|降低|减少|下跌|跌|少了|回落|变少|压减/;

export type Premise = 'right' | 'wrong' | 'unsaid' | null;

interface Claim {
  readonly kind: UnitKind;
  readonly value: number;
  /** 美元 and 元 are not the same money. */
  readonly currency: string;
}

const PUTS_FORWARD =
  /吧[?？!！。]?$|对吧|对不对|对吗|对不|是不是|是吧|没错|没记错|是真的|属实|有这(?:么)?回事|有这说法|right\?|correct\?/i;

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
    held.some(
      (own) => own.kind === claim.kind && own.value === claim.value && own.currency === claim.currency,
    ),
  );
  if (!borneOut || goesTheOtherWay(question.text, text)) return 'wrong';
  const strange = reading.words.some(
    ({ isName, word }) => isName && word.length >= 2 && !reading.report.text.includes(word),
  );
  if (strange) return comparable.length > 0 ? null : 'unsaid';
  // A figure that agrees is little where a word of the question is not met: then the quote speaks for itself.
  const needed = comparable.some(({ kind }) => kind !== 'count') ? MET_WITH_FIGURE : MET_ALONE;
  const met =
    reading.words.length > 0 && reading.words.every(({ exact, similarity }) => exact || similarity > needed);
  return met ? 'right' : null;
}

/**
 * The quote's figures that can be meant: of each kind put forward those of the clause that is most about the
 * question, so that the townspeople's income does not bear out the farmers'.
 */
function claimsMeant(question: Question, reading: Reading, quote: Span): readonly Claim[] {
  const shift = reading.ownStart - reading.sentence.start;
  const clauses = splitClauses(reading.report.text.slice(quote.start, quote.end)).map(({ start, end }) => {
    const [from, to] = [quote.start + start, quote.start + end];
    const about = reading.words.reduce(
      (sum, word) =>
        sum + word.weight * Math.max(0, similarityWithin(reading, word, from + shift, to + shift)),
      0,
    );
    return { about, claims: claimsOf(reading.report.text.slice(from, to)) };
  });
  const kinds = new Set(claimsOf(question.text).map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const holding = clauses.filter(({ claims }) => claims.some((claim) => claim.kind === kind));
    const most = Math.max(...holding.map(({ about }) => about));
    return holding
      .filter(({ about }) => about >= AS_MUCH * most)
      .flatMap(({ claims }) => claims.filter((claim) => claim.kind === kind));
  });
}

/** The question says up where the quote only says down, or the other way round. */
function goesTheOtherWay(question: string, quote: string): boolean {
  return (
    (RISES.test(question) && !FALLS.test(question) && FALLS.test(quote) && !RISES.test(quote)) ||
    (FALLS.test(question) && !RISES.test(question) && RISES.test(quote) && !FALLS.test(quote))
  );
}

function claimsOf(text: string): readonly Claim[] {
  const figures = tellingFigures(text).flatMap(({ number, unit }) => {
    const value = numberValue(number, unit);
    const kind = unitKind(number, unit);
    return value === null
      ? []
      : [{ kind, value, currency: kind === 'money' && unit.includes('美') ? '美元' : '' }];
  });
  const counts = findCountWords(text).map(({ count }) => ({
    kind: 'count' as const,
    value: count,
    currency: '',
  }));
  return [...figures, ...counts];
}
