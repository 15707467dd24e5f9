import type { Question } from '../domain/question.ts';
import { type Heading, type Report, spansYear } from '../domain/report.ts';
import { findCountWords, smallNumber } from '../text/counts.ts';
import { clausesWithin } from '../text/split-clauses.ts';
import type { Judged } from './decide.ts';
import { figureKinds } from './figure-kinds.ts';
import { findLists, headingsAsList, type ReportList } from './find-list.ts';
import type { Reading } from './read-candidate.ts';

/** A list comes from a candidate about as likely as the best one, and from the part of it that is asked about. */
const LIST_SHARE = 0.7;
/** … or half as likely where it says that its members are as many as are asked for. */
const COUNTED_SHARE = 0.5;
const LIST_FOCUS = 0.8;
/** Characters after its count by which a counted thing is recognised. */
const NAME_BEGINS = 2;
/** Two lists of one sentence are about equally meant. */
const AS_MUCH = 0.9;
/** The report itself is asked about: its parts by their titles. */
const ASKS_HEADINGS = /标题|部分|大块|板块|章节|篇章|几块/;
const ASKED_COUNT =
  /哪([两二三四五六七八九十仨俩\d]{1,3})(?:个|项|条|家|所|种|类|大|篇|方面|件|处|座|位|名|样|点)?/;

/** 这四个区都是哪几个, 另外四家叫什么名字: so many are asked for by name. */
const COUNTED_NAMES =
  /(?<![\d第.一二三四五六七八九十])(?<count>[二两三四五六七八九十]{1,3}|\d{1,4})(?:个|项|条|家|所|种|类|篇|方面|件|处|座|位|名)[^,，。]{0,14}?(?:都|分别|各|具体)?(?:是|叫|有|在)?(?<!从|按|由|靠|围绕)(?:哪|什么名|(?<=叫)(?:什么|啥))/u;

/** What stands in it is a name, or how long it is, and no number of members: “三个一百”行动有哪些, 是哪八个字. */
const NAME = /[“"《「][^”"》」]*[”"》」]|(?:[一二三四五六七八九十]{1,3}|\d{1,2})个?字(?!号)/gu;

/** How many members a question wants by name, null where it does not say. */
export function wantedCount(question: Question): number | null {
  const text = question.text.replace(NAME, '');
  const counted = COUNTED_NAMES.exec(text)?.groups?.count;
  if (counted !== undefined)
    return /^\d+$/.test(counted) ? Number(counted) : smallNumber(counted.replaceAll('两', '二'));
  return ASKED_COUNT.test(text) ? namedCount(question) : null;
}

/** 哪八个 → 8, 五大块 → 5. */
function namedCount(question: Question): number | null {
  const text = question.text.replace(NAME, '');
  const match = ASKED_COUNT.exec(text);
  if (match === null) return findCountWords(text)[0]?.count ?? null;
  return smallNumber((match[1] ?? '').replace('仨', '三').replace('俩', '二'));
}

/** The sentence names as many members as are asked for, and says that they are so many. */
export function holdsCounted(question: Question, reading: Reading): boolean {
  const wanted = wantedCount(question) ?? (question.asks === 'list' ? namedCount(question) : null);
  return wanted !== null && wanted > 2 && counts(reading, wanted);
}

function counts(reading: Reading, wanted: number): boolean {
  return findLists(reading).some(({ items, count }) => items.length === wanted && count === wanted);
}

/** 是哪两家企业, 都叫什么 */
const NAMES_ASKED = /哪[两二三四五六七八九十仨俩\d几些](?:家|个|所|座|条|位|名)|叫什么|名字|名单/u;
const QUOTED_WORD = /[“"]([^“”"]{1,8})[”"]/gu;
/** Weight of a word that the question itself quotes. */
const SURELY = Number.POSITIVE_INFINITY;

/** The list that is most about the question among those the best candidates hold, head or belong to. */
export function chooseList(question: Question, able: readonly Judged[]): ReportList | null {
  const list = mostAbout(question, able);
  return list !== null && NAMES_ASKED.test(question.text) && countsOnly(list) ? null : list;
}

function mostAbout(question: Question, able: readonly Judged[]): ReportList | null {
  const named = namedCount(question);
  const things = countedThings(question);
  const highest = able[0]?.probability ?? 0;
  const likely = able.filter(
    ({ reading, probability }) =>
      probability >= LIST_SHARE * highest ||
      (probability >= COUNTED_SHARE * highest && named !== null && named > 2 && counts(reading, named)) ||
      isItself(things, reading, named),
  );
  const lists = likely.flatMap(({ reading, probability, features }) =>
    findLists(reading)
      .filter(
        (list) =>
          list.focus >= LIST_FOCUS * features.met &&
          !isAmong(things, list) &&
          (list.sure || list.items.length === named || isClosedByAWord(list, reading)),
      )
      .map((list) => ({
        list,
        sentence: reading.sentence,
        score: probability * list.focus + (list.items.length === named ? 1 : 0),
      })),
  );
  const [likeliest] = lists.sort((a, b) => b.score - a.score);
  // 甲、乙已经建成，丙、丁即将建成: of two rows of one make the one that is told in the question's own words.
  const best = lists
    .filter(
      ({ sentence, score }) => sentence === likeliest?.sentence && score >= AS_MUCH * (likeliest?.score ?? 0),
    )
    .sort(
      (a, b) =>
        wordsShared(question, b.list) - wordsShared(question, a.list) ||
        membersOfKind(question, b.list) - membersOfKind(question, a.list),
    )[0];
  if (named !== null && best?.list.items.length !== named && ASKS_HEADINGS.test(question.text))
    return headingList(question, able, named);
  if (named === null || named < 2) return best?.list ?? null;
  const quoted = [...question.text.matchAll(QUOTED_WORD)].map(([, word]) => word ?? '');
  // 四个“专”: a row each of whose members has it.
  const ofQuoted = lists.find(
    ({ list }) =>
      list.items.length === named &&
      quoted.some((word) =>
        list.items.every(({ start, end }) => list.report.text.slice(start, end).includes(word)),
      ),
  );
  if (ofQuoted !== undefined) return ofQuoted.list;
  const recurring = recurrence(
    able,
    named,
    quoted.filter((word) => word.length > 1),
  );
  if (recurring?.weight === SURELY) return recurring.list;
  if (best === undefined || (best.list.items.length !== named && best.list.count !== named))
    return recurring?.list ?? null;
  // A row of the right length may be of anything: what is said with a rarer word of the question goes before it.
  const isCounted = best.list.count === named || best.list.quotes.length > 1;
  return !isCounted && recurring !== null && recurring.weight > rarestWord(best.list, likely)
    ? recurring.list
    : best.list;
}

/** 哪几种风气 → 风气. */
const KIND_ASKED = /哪(?:几|[一二两三四五六七八九十]{1,2})?[个种类项些样条](?<kind>\p{Script=Han}{2,4})/u;

/** The members of a row that have a character of the kind of thing asked for: 大兴学习之风 of 风气. */
function membersOfKind({ text }: Question, { report, items }: ReportList): number {
  const kind = [...(KIND_ASKED.exec(text)?.groups?.kind ?? '')];
  return items.filter(({ start, end }) => kind.some((mark) => report.text.slice(start, end).includes(mark)))
    .length;
}

/** How many pairs of characters next to each other a question and the stretches that are quoted for a list share. */
function wordsShared({ text }: Question, { report, quotes }: ReportList): number {
  const told = quotes.map(({ start, end }) => report.text.slice(start, end)).join();
  const pairs = Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
  return pairs.filter((pair) => told.includes(pair)).length;
}

/** 坚决打好三大攻坚战 as a heading above three more: what is counted is named where its members stand. */
function isItself(things: readonly string[], reading: Reading, named: number | null): boolean {
  const { text } = reading.report;
  const { start, end, kind } = reading.sentence;
  return (
    kind === 'heading' &&
    things.some((thing) => text.slice(start, end).includes(thing)) &&
    findLists(reading).some((list) => list.items.length === named && !isAmong(things, list))
  );
}

/** 三大攻坚战是哪三个 → 三大攻坚. */
function countedThings({ text }: Question): readonly string[] {
  return findCountWords(text).map(({ start, end }) => text.slice(start, end + NAME_BEGINS));
}

/** 三大攻坚战 stands in one member of a row: the row is not what it consists of. */
function isAmong(things: readonly string[], { report, items }: ReportList): boolean {
  const holding = items.filter(({ start, end }) =>
    things.some((thing) => report.text.slice(start, end).includes(thing)),
  );
  return holding.length === 1;
}

/** 入选2家、新增27家 where their names are asked for. */
function countsOnly({ report, items }: ReportList): boolean {
  const counting = items.filter(({ start, end }) => figureKinds(report.text.slice(start, end)).length > 0);
  return counting.length * 2 >= items.length;
}

/** A pair is the list asked for where what sums it up is a word of the question: 文庙、宝龙广场等商圈. */
function isClosedByAWord({ report, items }: ReportList, { words }: Reading): boolean {
  const end = items.at(-1)?.end ?? 0;
  const closing = /^等(?<noun>[^，。；、]{1,8})/u.exec(report.text.slice(end, end + 9))?.groups?.noun ?? '';
  return words.some(({ word }) => word.length > 1 && closing.includes(word));
}

/** The headings of a part whose number is the one asked for, of the year asked for. */
function headingList(question: Question, able: readonly Judged[], named: number): ReportList | null {
  const { report } = (able[0] as Judged).reading;
  const { years } = question.time;
  const parents = report.headings.filter(({ index, frame }) => {
    const fits = years.length === 0 || years.some((year) => spansYear(frame, year));
    return fits && numberedBelow(report, index).length === named;
  });
  const [parent] = parents;
  return parent === undefined || parents.length > 1
    ? null
    : headingsAsList(report, numberedBelow(report, parent.index));
}

function numberedBelow(report: Report, index: number): readonly Heading[] {
  return report.headings.filter(
    ({ parent, label }) =>
      parent === index && /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[.、．])/.test(label),
  );
}

/** The weight of the rarest word of the question that stands in the members of a list, 0 where none does. */
function rarestWord({ report, items }: ReportList, likely: readonly Judged[]): number {
  const text = items.map(({ start, end }) => report.text.slice(start, end)).join();
  const held = likely.flatMap(({ reading }) =>
    reading.words.filter(({ word }) => word.length > 1 && text.includes(word)),
  );
  return Math.max(0, ...held.map(({ weight }) => weight));
}

/** Three clauses of a passage that say 历年 where three things are asked for of which it is said. */
function recurrence(
  among: readonly Judged[],
  named: number,
  quoted: readonly string[],
): { readonly list: ReportList; readonly weight: number } | null {
  for (const { reading } of among) {
    const { report, sentence } = reading;
    const passage = report.passages[sentence.passage];
    if (passage === undefined) continue;
    const clauses = clausesWithin(report.text, passage);
    const own = report.text.slice(sentence.start, sentence.end);
    const said = [...quoted.map((word) => ({ word, weight: SURELY })), ...reading.words]
      .filter(({ word, weight }) => (weight === SURELY || word.length > 1) && own.includes(word))
      .sort((a, b) => b.weight - a.weight);
    for (const { word, weight } of said) {
      const items = clauses.filter(({ start, end }) => report.text.slice(start, end).includes(word));
      const [first, ...rest] = items;
      // Two clauses that share a word are two by chance.
      if (first !== undefined && items.length === named && (named > 2 || weight === SURELY))
        return {
          list: { report, items, quotes: [first, ...rest], count: null, sure: true, focus: 1 },
          weight,
        };
    }
  }
  return null;
}
