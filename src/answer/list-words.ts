import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { characterPairs } from '../text/character-pairs.ts';
import type { Judged } from './decide.ts';
import { figureKinds } from './figure-kinds.ts';
import type { ReportList } from './find-list.ts';
import type { Reading } from './read-candidate.ts';

/** A long word that weighs so much of the heaviest says about as much: 盲目投资 beside 压住. */
const LONG = 3;
const TELLING = 0.7;
/** Where the kind of thing asked for begins behind 哪: 哪些, 哪几家. */
const KIND_BEHIND = 3;
/** What a row is announced by or summed up stands so near. */
const AROUND = 40;
const CLOSING = 10;
/** A word is met by one so like it. */
const MET = 0.5;

/** 哪几种风气 → 风气. */
const KIND_ASKED = /哪(?:几|[一二两三四五六七八九十]{1,2})?[个种类项些样条](?<kind>\p{Script=Han}{2,4})/u;

/** 哪三高: a character that all members have, and no measure. */
export const MARKED =
  /哪[两二三四五六七八九十]{1,2}(?<mark>(?![个项条家所种类大篇件处座位名样点方块步关场批招手仗句词国省市县区镇乡村])\p{Script=Han})(?=[?？,，。的]|$)/u;
const QUOTED_WORD = /[“"]([^“”"]{1,8})[”"]/gu;

/** What the members are said to have in common: 四个“专”, 哪三高. */
export function quotedWords({ text }: Question): readonly string[] {
  const mark = MARKED.exec(text)?.groups?.mark;
  return [
    ...[...text.matchAll(QUOTED_WORD)].map(([, word]) => word ?? ''),
    ...(mark === undefined ? [] : [mark]),
  ];
}

/** 四个“专”: each member of a row has one of the words. */
export function allHave({ report, items }: ReportList, words: readonly string[]): boolean {
  return words.some((word) => items.every(({ start, end }) => report.text.slice(start, end).includes(word)));
}

/** The members of a row that have a character of the kind of thing asked for: 大兴学习之风 of 风气. */
export function membersOfKind({ text }: Question, { report, items }: ReportList): number {
  const kind = [...(KIND_ASKED.exec(text)?.groups?.kind ?? '')];
  return items.filter(({ start, end }) => kind.some((mark) => report.text.slice(start, end).includes(mark)))
    .length;
}

/** The pairs of characters next to each other that a question and the stretches that are quoted for a list share. */
export function wordsShared({ text }: Question, list: ReportList): readonly string[] {
  const told = toldBy(list);
  return characterPairs(text).filter((pair) => told.includes(pair));
}

/** The stretches that are quoted for a list. */
export function toldBy({ report, quotes }: ReportList): string {
  return quotes.map(({ start, end }) => report.text.slice(start, end)).join();
}

/** 今年主要预期目标是：announces 哪些主要目标: it ends with the kind of thing asked for. */
export function announcesKind({ text }: Question, { report, sentence }: Reading): boolean {
  const kind = KIND_ASKED.exec(text)?.groups?.kind?.slice(-2);
  const told = report.text.slice(sentence.start, sentence.end);
  const [, announced] = /(\p{Script=Han}{2}?)(?:[是为]|如下)?[：:]\s*$/u.exec(told) ?? [];
  return kind !== undefined && sentence.kind === 'heading' && announced === kind;
}

/** 三大攻坚战 stands in one member of a row: the row is not what it consists of. */
export function isAmong(things: readonly string[], { report, items }: ReportList): boolean {
  const holding = items.filter(({ start, end }) =>
    things.some((thing) => report.text.slice(start, end).includes(thing)),
  );
  return holding.length === 1;
}

/** 入选2家、新增27家 where their names are asked for. */
export function countsOnly({ report, items }: ReportList): boolean {
  const counting = items.filter(({ start, end }) =>
    figureKinds(report.text.slice(start, end)).some((kind) => kind === 'count' || kind === 'people'),
  );
  return counting.length * 2 >= items.length;
}

/** What sums a row up is a word of the question: 文庙、宝龙广场等商圈, 甲、乙、丙的发展理念. */
export function isClosedByAWord({ report, items }: ReportList, { words }: Reading): boolean {
  const end = items.at(-1)?.end ?? 0;
  const closing =
    /^[等的](?<noun>[^，。；、]{1,8})/u.exec(report.text.slice(end, end + 9))?.groups?.noun ?? '';
  return words.some(({ word }) => word.length > 1 && closing.includes(word));
}

/** What is asked for sums a row up, 发展理念是哪三个词, or announces members by themselves, 哪三个方面的问题: 还有一些问题：一是…. */
export function isNamedAround(list: ReportList, reading: Reading): boolean {
  const start = list.items[0]?.start ?? 0;
  const before = list.report.text.slice(Math.max(0, start - AROUND), start);
  const asked = reading.words.at(-1)?.word ?? '';
  return (
    isClosedByAWord(list, reading) || (list.quotes.length > 1 && asked.length > 1 && before.includes(asked))
  );
}

/** 哪些配套设施 is no row beside the clause that speaks of 设施. */
export function missesKind(list: ReportList, { report, sentence, found, words }: Reading): boolean {
  const asked = found.text.indexOf('哪');
  const kind = words.findLast(({ start }) => asked >= 0 && start > asked)?.word ?? '';
  const holds = (text: string) => kind.length > 1 && text.includes(kind);
  const isWithin = list.items.every(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return isWithin && holds(report.text.slice(sentence.start, sentence.end)) && !holds(toldBy(list));
}

/** 哪些重大项目 asks for no 重大, and a member may be a 项目 and not say so. */
const OF_ANY_KIND =
  /^(?:重大|重点|主要|重要|配套|具体|大|新|项目|工程|企业|公司|单位|部门|地方|地区|城市|产业|行业|领域|活动|措施|政策)/u;

/** 哪几类人 is told by 农民工 as well as by 残疾人. */
const LEAST_KIND = 2;

/** 哪些央企 is not told by 央企、高校、医院: what is asked for is a member beside others that are something else. */
export function fewAreOfKind(list: ReportList, { report, found, words }: Reading): boolean {
  const asked = found.text.indexOf('哪');
  const kind = words.find(({ start }) => asked >= 0 && start > asked && start <= asked + KIND_BEHIND);
  if (
    kind === undefined ||
    kind.word.length < LEAST_KIND ||
    list.quotes.length > 1 ||
    OF_ANY_KIND.test(kind.word)
  )
    return false;
  const holding = list.items.filter(({ start, end }) => report.text.slice(start, end).includes(kind.word));
  const behind = report.text.slice(list.items.at(-1)?.end, list.quotes[0].end);
  return holding.length > 0 && holding.length * 2 < list.items.length && !behind.includes(kind.word);
}

/** 分别增长9.2%、8.2%、12%: what is told of the members, and no member. */
export function holdsFiguresAlone({ report, items }: ReportList): boolean {
  return items.some(({ start, end }) =>
    /^[\d.,]+(?:%|个?百分点|[万亿]*元)?$/u.test(report.text.slice(start, end)),
  );
}

/** 四大建设有哪些, 四个全面是什么 → 建设, 全面: what is counted, where nothing else is asked of. */
const COUNTED_ALONE =
  /^(?:[^,，。]{0,4}的)?(?:[二两三四五六七八九十]{1,3}|\d{1,2})[大个项](?<thing>\p{Script=Han}{2,8}?)(?:都|分别|具体|各)*(?:是|指的?是?|有|包括)(?:什么|哪|啥)/u;

/**
 * 四大建设 are no four that are numbered somewhere: where the report does not count the members, most of them, or what
 * stands around them, must say what they are.
 */
export function isByChance({ text }: Question, list: ReportList, named: number | null): boolean {
  const thing = COUNTED_ALONE.exec(text)?.groups?.thing?.slice(-2);
  if (thing === undefined || list.count !== null || list.items.length !== named) return false;
  const { report, items } = list;
  const holds = ({ start, end }: Span) => report.text.slice(start, end).includes(thing);
  const [from, to] = [items[0]?.start ?? 0, items.at(-1)?.end ?? 0];
  const around =
    holds({ start: from - AROUND, end: from }) ||
    holds({ start: to, end: Math.max(to + CLOSING, list.quotes[0].end) });
  return !around && items.filter(holds).length * 2 < items.length;
}

/** 国家产业集群 are not told by 甲、乙等省级产业集群. */
export function isOfAnotherLevel({ text }: Question, list: ReportList): boolean {
  const told = toldBy(list);
  return /国家/u.test(text) && /[省市县]级/u.test(told) && !/国家/u.test(told) && !/[省市县]级/u.test(text);
}

/**
 * 今年抓好五件事： is found for what the five of health care are by its own words alone: the word that says most is
 * neither met there nor stands in the members.
 */
export function isOfAnotherSubject(list: ReportList, { sentence, report, words }: Reading): boolean {
  const announces = list.quotes.length > 1 && list.items.every(({ start }) => start >= sentence.end);
  const [most] = words.filter(({ word }) => word.length > 1).sort((a, b) => b.weight - a.weight);
  if (!announces || most === undefined) return false;
  const isMet = ({ exact, similarity }: Reading['words'][number]) => exact || similarity >= MET;
  const told = words.some(
    (own) => own.word.length >= LONG && own.weight >= TELLING * most.weight && isMet(own),
  );
  if (isMet(most) || told) return false;
  return !list.items.some(({ start, end }) => report.text.slice(start, end).includes(most.word));
}

/** The weight of the rarest word of the question that stands in the members of a list, 0 where none does. */
export function rarestWord({ report, items }: ReportList, likely: readonly Judged[]): number {
  const text = items.map(({ start, end }) => report.text.slice(start, end)).join();
  const held = likely.flatMap(({ reading }) =>
    reading.words.filter(({ word }) => word.length > 1 && text.includes(word)),
  );
  return Math.max(0, ...held.map(({ weight }) => weight));
}
