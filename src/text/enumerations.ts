import type { Span } from '../domain/report.ts';
import { findCountWords } from './counts.ts';
import { splitAt, splitClauses } from './split-clauses.ts';

/** Members named one after another in one sentence. Spans are relative to the text given. */
export interface Enumeration {
  readonly items: readonly Span[];
  /** From the first member to the last, with the count word or 等 that closes it. */
  readonly span: Span;
  /** What the text says their number is (三大机遇 → 3), null where it does not. */
  readonly count: number | null;
}

const LAST_JOINT = /(?:以及|和|及|与|、)/gu;

/** Enumerations within one sentence: 、 runs, bracketed members after a noun, rows of quoted names. */
export function findEnumerations(text: string): readonly Enumeration[] {
  return [...bracketed(text), ...withinQuotes(text), ...parallels(text), ...runs(text)].sort(
    (a, b) => a.span.start - b.span.start,
  );
}

/** 四大战略（产业振兴、创新驱动、新型城镇化、乡村振兴） */
function bracketed(text: string): Enumeration[] {
  return [...text.matchAll(/[（(]([^（）()]*、[^（）()]*)[）)]/g)].flatMap((match) => {
    const offset = match.index + 1;
    const items = shifted(splitAt(match[1] ?? '', '、，,；;'), offset);
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    const count = findCountWords(before).at(-1)?.count ?? null;
    return items.length < 2
      ? []
      : [{ items, span: { start: match.index, end: match.index + match[0].length }, count }];
  });
}

/** 用于甲的投入高于上年，用于乙的…，用于丙的…: three or more clauses that begin alike, also with others between them. */
function parallels(text: string): Enumeration[] {
  const clauses = splitClauses(text);
  const starts = clauses.map(({ start }) => text.slice(start, start + 2));
  return [...new Set(starts)].flatMap((start) => {
    const items = clauses.filter((_, index) => starts[index] === start);
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined || items.length < 3 || !/^\p{Script=Han}{2}$/u.test(start))
      return [];
    const count =
      findCountWords(text.slice(0, first.start)).find((word) => word.count === items.length)?.count ?? null;
    return [{ items, span: { start: first.start, end: last.end }, count }];
  });
}

/** “农业强、农村美、农民富”: the members of one quoted saying. */
function withinQuotes(text: string): Enumeration[] {
  return [...text.matchAll(/[“「]([^”」]*、[^”」]*)[”」]/g)].flatMap((match) => {
    const items = shifted(splitAt(match[1] ?? '', '、，,'), match.index + 1);
    const span = { start: match.index, end: match.index + match[0].length };
    return items.length < 3 ? [] : [{ items, span, count: items.length }];
  });
}

/** A、B和C within one comma clause, ending before 等 or before the count word that sums it up. */
function runs(text: string): Enumeration[] {
  return splitAt(text, '，,；;。！？：:').flatMap((clause) => {
    const body = text.slice(clause.start, clause.end);
    const quoted = quotedRow(body);
    const parts = quoted ?? splitAt(body, '、');
    if (parts.length < 2) return [];
    const tailStart = parts.at(-1)?.start ?? 0;
    const counted = parts
      .slice(0, -1)
      .some(({ start, end }) => findCountWords(body.slice(start, end)).length > 0);
    const closing = closingOf(
      body,
      quoted === null ? tailStart : (quoted.at(-1)?.end ?? 0),
      quoted === null && counted,
    );
    const items = quoted ?? withLastJoint(body, parts, closing.itemsEnd, closing.count);
    if (items.length < 2) return [];
    const span = { start: clause.start + (items[0]?.start ?? 0), end: clause.start + closing.end };
    return [{ items: shifted(items, clause.start), span, count: closing.count }];
  });
}

/** A row of quoted names, “甲”、“乙”和“丙” or “甲”“乙”, that makes up the run's members. */
function quotedRow(body: string): readonly Span[] | null {
  const row = /(?:[“"「][^”"」]+[”"」](?:\s*(?:、|和|及|与|以及)?\s*)){2,}/u.exec(body);
  if (row === null) return null;
  return [...row[0].matchAll(/[“"「][^”"」]+[”"」]/gu)].map((match) => {
    const start = row.index + match.index;
    return { start, end: start + match[0].length };
  });
}

/**
 * Where the last member ends and where what sums the members up ends (等…, 三大机遇). Where the members are
 * `eachCounted` (道路12条、桥梁3座), a count sums up only behind 等.
 */
function closingOf(
  body: string,
  from: number,
  eachCounted: boolean,
): { itemsEnd: number; end: number; count: number | null } {
  const tail = body.slice(from);
  const counted = findCountWords(tail)[0];
  const other = tail.indexOf('等', 2);
  const sumsUp = !eachCounted || (other >= 0 && counted !== undefined && other < counted.start);
  if (counted !== undefined && sumsUp && (other < 0 || counted.start < other + 8)) {
    const itemsEnd = other >= 0 && other < counted.start ? from + other : from + counted.start;
    return { itemsEnd, end: Math.min(body.length, from + counted.end + 8), count: counted.count };
  }
  if (other >= 0) return { itemsEnd: from + other, end: from + other + 1, count: null };
  return { itemsEnd: body.length, end: body.length, count: null };
}

/** The run's parts with the last one cut at its 和: always where the count asks for it, else where it is short. */
function withLastJoint(
  body: string,
  parts: readonly Span[],
  itemsEnd: number,
  count: number | null,
): readonly Span[] {
  const last = parts.at(-1);
  if (last === undefined) return parts;
  const head = parts.slice(0, -1);
  const closed = { start: last.start, end: Math.max(last.start + 1, itemsEnd) };
  const words = body.slice(closed.start, closed.end);
  const joint = [...words.matchAll(LAST_JOINT)].find(
    (match) => match.index > 1 && match.index + match[0].length < words.length - 1,
  );
  const wanted = count === null ? words.length <= 24 : count === parts.length + 1;
  if (joint === undefined || !wanted) return [...head, closed];
  const cut = closed.start + joint.index;
  return [...head, { start: closed.start, end: cut }, { start: cut + joint[0].length, end: closed.end }];
}

function shifted(spans: readonly Span[], by: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}
