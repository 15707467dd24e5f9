import type { Span } from '../domain/report.ts';
import { findCountWords, smallNumber } from './counts.ts';
import { membersAlone, sharedEnding } from './row-members.ts';
import { splitAt, splitClauses } from './split-clauses.ts';

/** Members named one after another in one sentence. Spans are relative to the text given. */
export interface Enumeration {
  readonly items: readonly Span[];
  /** From the first member to the last, with the count word or 等 that closes it. */
  readonly span: Span;
  /** What the text says their number is (三大机遇 → 3), null where it does not. */
  readonly count: number | null;
}

/** 和谐 and 参与 join nothing. */
const LAST_JOINT =
  /(?:以及|和(?![谐睦美解好缓气顺]|平(?:[的、，]|$))|(?<![普涉危顾提触波])及|(?<![参给赋])与|、)/gu;

/** “三个高于”，即：…: a count names the row that begins so many characters behind it. */
const NAME_BETWEEN = 12;

/** 分为山上和山下两大类, 扩大到甲县和乙县两县: a pair that its number sums up. */
const COUNTED_PAIR =
  /(?:分[为成]|包括|即|扩[大展][到至]|覆盖|涉及|分布[在于])(?<one>[^，。；、和与及]{2,10})[和与及](?<other>[^，。；、和与及]{2,10}?)这?(?:两|2)大?(?:个(?!百分|月)|类|种|项|条|方面|部分|块|层次|阶段|[省市县区地国家])/gu;

/** Enumerations within one sentence: 、 runs, bracketed members after a noun, rows of quoted names, counted pairs. */
export function findEnumerations(text: string): readonly Enumeration[] {
  return [...bracketed(text), ...withinQuotes(text), ...parallels(text), ...pairs(text), ...runs(text)].sort(
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
  const words = [...new Set(starts)].filter((start) => /^\p{Script=Han}{2}$/u.test(start));
  return words.flatMap((start) => {
    const items = clauses.flatMap((clause) => {
      const at = beginsAt(text.slice(clause.start, clause.end), start);
      return at < 0 ? [] : [{ ...clause, start: clause.start + at }];
    });
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined || items.length < 3) return [];
    const counted = findCountWords(text.slice(0, first.start)).findLast(
      (word) => word.count === items.length,
    );
    const from =
      counted !== undefined && first.start - counted.end <= NAME_BETWEEN ? counted.start : first.start;
    return [{ items, span: { start: from, end: last.end }, count: counted?.count ?? null }];
  });
}

/** Where a clause begins with the words that its row has in common: 全县要大兴学习之风 after its 要; −1 where it does not. */
function beginsAt(clause: string, start: string): number {
  if (clause.startsWith(start)) return 0;
  return new RegExp(`(?<=^[^“”]{1,8}要)${start}`, 'u').exec(clause)?.index ?? -1;
}

/** 分为山上和山下两大类 */
function pairs(text: string): Enumeration[] {
  return [...text.matchAll(COUNTED_PAIR)].map((match) => {
    const { one = '', other = '' } = match.groups ?? {};
    const start = match.index + match[0].indexOf(one);
    const second = start + one.length + 1;
    const items = [
      { start, end: start + one.length },
      { start: second, end: second + other.length },
    ];
    return { items, span: { start, end: match.index + match[0].length }, count: 2 };
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

/** 天然林保护, 石漠化治理 */
const IS_DONE =
  /(?:治理|保护|建设|开发|改造|管理|整治|修复|利用|监管|防治|防控|培育|服务|保障|生产|供应|运营)$/u;
/** 依托甲公司、乙大学和丙研究院联合打造科技园: who does it together. */
const PARTNERS =
  /^(?:依托|会同|联合|携手|邀请|[与由同])(?<who>[^，。；]*?、[^，。；]*?)(?:联合|共同|合作|携手|合力|协同|牵头)*(?:打造|建设|建立|组建|成立|共建|举办|承办|主办|签[订署]|开展|发起|设立|实施)(?!集团|公司|[局部厅委院])/u;

function partnersIn(text: string, clause: Span): Span {
  const match = PARTNERS.exec(text.slice(clause.start, clause.end));
  if (match === null) return clause;
  const start = clause.start + match[0].indexOf(match.groups?.who ?? '');
  return { start, end: start + (match.groups?.who ?? '').length };
}

/** 支持甲市、乙市等市发展钢铁、造船: two rows that no 、 tells apart. The first ends at its 等, and not in 甲地区等老基地、丙. */
const TWO_ROWS =
  /(?<=^[^等]*、[^、等]{2,}(?<![高中初平同对均优]))等(?![级待于候效额次])(?=[^、]{0,4}(?:推[进动]|发展|建设|打造|开[展行通工]|实施|生产|做[大强优]|壮大|培育|创建|布局|引进|种植|加快|重点|探索|试点)[^、]*、)/u;

/** 甲、乙产值分别达到9亿元、8亿元; 甲、乙、丙三大产业实现产值9亿元、8亿元、7亿元: the figures are no members. */
const ONE_BY_ONE = /分别|依次|各自?(?=[增达完实占])/u;
const MEASURE =
  /(?:(?:规上|规模以上)?(?:工业)?总?产值|增加值|营业?收入|营收|产量|投资|销售[额收]入?|税收|出口额?|收入|面积|规模|数量|人数|总量)$/u;
const IS_FIGURE = /^(?:[增降减][长加少低]?|下降|提高)?[\d.]+/u;

/** Where the row ends of which something is told, member by member, behind it; −1 where nothing is. */
function toldOneByOne(body: string): number {
  const parts = splitAt(body, '、').map(({ start, end }) => ({ start, text: body.slice(start, end) }));
  const last = parts.findIndex(({ text }, place) => place > 0 && /\d/u.test(text));
  const own = parts[last];
  if (own === undefined || !IS_FIGURE.test(parts[last + 1]?.text ?? '')) return -1;
  const counted = findCountWords(own.text).find(({ count }) => count === last + 1 || count === last + 2);
  if (counted !== undefined) return own.start + counted.end;
  const [member = ''] = own.text.split(ONE_BY_ONE);
  // 甲、乙、丙产值分别…: what is measured is of all, unless each has a measure of its own.
  const name = parts.slice(0, last).some(({ text }) => MEASURE.test(text))
    ? member
    : member.replace(MEASURE, '');
  return member === own.text || name === '' ? -1 : own.start + name.length;
}

function closedWithin(text: string, { start, end }: Span): Span {
  const body = text.slice(start, end);
  const apart = toldOneByOne(body);
  if (apart > 0) return { start, end: start + apart };
  const at = body.search(TWO_ROWS);
  return at < 0 ? { start, end } : { start, end: start + at + 1 };
}

/** A、B和C within one comma clause, ending before 等 or before the count word that sums it up. */
function runs(text: string): Enumeration[] {
  return splitAt(text, '，,；;。！？：:').flatMap((whole) => {
    const clause = closedWithin(text, partnersIn(text, whole));
    const body = text.slice(clause.start, clause.end);
    const quoted = quotedRow(body);
    const parts = quoted ?? splitAt(body, '、');
    if (parts.length < 2) return [];
    const tailStart = parts.at(-1)?.start ?? 0;
    const counted = parts
      .slice(0, -1)
      .some(({ start, end }) => findCountWords(body.slice(start, end)).length > 0);
    const closing =
      (quoted === null ? closingName(body, parts) : null) ??
      closingOf(body, quoted === null ? tailStart : (quoted.at(-1)?.end ?? 0), quoted === null && counted);
    const items = quoted ?? withLastJoint(body, parts, closing.itemsEnd, closing.count);
    if (items.length < 2) return [];
    const span = { start: clause.start + (items[0]?.start ?? 0), end: clause.start + closing.end };
    return [
      {
        items: shifted(membersAlone(body, items), clause.start),
        span,
        count: closing.count,
      },
    ];
  });
}

interface Closing {
  readonly itemsEnd: number;
  readonly end: number;
  readonly count: number | null;
}

/** 甲链、乙链、丙链“三链融合”: the quoted name behind the last member tells their number. */
function closingName(body: string, parts: readonly Span[]): Closing | null {
  const from = parts.at(-1)?.start ?? 0;
  const name = /(?<=.)[“"「](?<count>[两二三四五六七八九]|\d)\p{Script=Han}{1,7}[”"」]/u.exec(
    body.slice(from),
  );
  const count = smallNumber(name?.groups?.count ?? '');
  if (name === null || count === null || count < parts.length || count > parts.length + 1) return null;
  const itemsEnd = from + name.index;
  return {
    itemsEnd: body[itemsEnd - 1] === '等' ? itemsEnd - 1 : itemsEnd,
    end: itemsEnd + name[0].length,
    count,
  };
}

/** A row of quoted names, “甲”、“乙”和“丙” or “甲”“乙”, that makes up the run's members. */
function quotedRow(body: string): readonly Span[] | null {
  const row = /(?:[“"「][^”"」]+[”"」](?:\s*(?:、|和|及|与|以及)?\s*)){2,}/u.exec(body);
  if (row === null) return null;
  // “甲戏”、“乙”美食节、“丙”、丁灯; 甲赛、“乙”、“丙”、丁赛: some of the members are no quoted names.
  const behind = body.slice(row.index + row[0].length);
  const isPart =
    /^[^等、]*、/u.test(behind) || /、\s*$/u.test(row[0]) || /、\s*$/u.test(body.slice(0, row.index));
  if (isPart) return null;
  return [...row[0].matchAll(/[“"「][^”"」]+[”"」]/gu)].map((match) => {
    const start = row.index + match.index;
    return { start, end: start + match[0].length };
  });
}

/**
 * Where the last member ends and where what sums the members up ends (等…, 三大机遇). Where the members are
 * `eachCounted` (道路12条、桥梁3座), a count sums up only behind 等.
 */
function closingOf(body: string, from: number, eachCounted: boolean): Closing {
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
  const others = head.map(({ start, end }) => body.slice(start, end));
  const joint = [...words.matchAll(LAST_JOINT)].find(
    (match) =>
      match.index > 1 &&
      match.index + match[0].length < words.length - 1 &&
      !joinsWithin(match, words, others),
  );
  const ending = sharedEnding(others);
  const ends = ending === '' ? -1 : words.lastIndexOf(ending);
  // 政企分开、管办分开、公益性和经营性分开的办法: the last member ends as the others do.
  if (ends > 0 && !(joint !== undefined && words.slice(0, joint.index).endsWith(ending)))
    return [...head, { start: closed.start, end: closed.start + ends + ending.length }];
  const wanted = count === null ? words.length <= 24 : count === parts.length + 1;
  if (joint === undefined || !wanted) return [...head, closed];
  const cut = closed.start + joint.index;
  const opening = sharedOpening([...head, closed].map(({ start }) => body.slice(start, start + 2)));
  // 坚持人民至上、坚持统筹发展和安全: what does not begin like the others is no member.
  if (opening && count === null && !body.startsWith(opening, cut + joint[0].length)) return [...head, closed];
  return [...head, { start: closed.start, end: cut }, { start: cut + joint[0].length, end: closed.end }];
}

/**
 * 内地与甲、内地与乙: a pair is one member where the others are pairs, too; 甲保护、乙和丙治理: and where the second of it
 * ends with what is done, as another member does, and the first does not.
 */
function joinsWithin(match: RegExpExecArray, last: string, others: readonly string[]): boolean {
  const [joint] = match;
  if (joint !== '、' && others.some((other) => other.slice(1, -1).includes(joint))) return true;
  const [one, other] = [last.slice(0, match.index), last.slice(match.index + joint.length)];
  return (
    joint === '和' && IS_DONE.test(other) && !IS_DONE.test(one) && others.some((own) => IS_DONE.test(own))
  );
}

/** What three or more members all begin with, '' where they do not. */
function sharedOpening(openings: readonly string[]): string {
  const [first = ''] = openings.slice(1);
  return openings.length > 2 && openings.slice(1).every((opening) => opening === first) ? first : '';
}

function shifted(spans: readonly Span[], by: number): Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}
