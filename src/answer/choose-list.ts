import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { withoutTime } from '../question/time-words.ts';
import { findCountWords, smallNumber } from '../text/counts.ts';
import { ofItsGroup } from './another-group.ts';
import type { Judged } from './decide.ts';
import { figureKinds } from './figure-kinds.ts';
import { findLists, type ReportList } from './find-list.ts';
import { headingList, workOf } from './heading-lists.ts';
import { joinRows } from './join-rows.ts';
import {
  allHave,
  announcesKind,
  countsOnly,
  fewAreOfKind,
  holdsFiguresAlone,
  isAmong,
  isByChance,
  isClosedByAWord,
  isNamedAround,
  isOfAnotherLevel,
  isOfAnotherSubject,
  MARKED,
  membersOfKind,
  missesKind,
  quotedWords,
  rarestWord,
  toldBy,
  wordsShared,
} from './list-words.ts';
import type { Reading } from './read-candidate.ts';
import { recurrence, SURELY } from './recurrence.ts';

/** A list comes from a candidate about as likely as the best one, and from the part of it that is asked about. */
const LIST_SHARE = 0.7;
/** … or half as likely where it says that its members are as many as are asked for. */
const COUNTED_SHARE = 0.5;
const LIST_FOCUS = 0.8;
/** Characters after its count by which a counted thing is recognised. */
const NAME_BEGINS = 2;
/** Two lists of one sentence are about equally meant. */
const AS_MUCH = 0.9;
/** 今年重点工作是哪几项 */
const ASKS_WORK =
  /^(?:今年|明年|\d{4}年|政府|的|要|有|[省市县区]里?)*(?:重点|主要|中心)(?:工作|任务)(?:都|主要|具体|一共)*(?:是|有|包括|分)*(?:哪|什么|几)/u;
/** The report itself is asked about: its parts by their titles. */
const ASKS_HEADINGS = /标题|部分|大块|板块|章节|篇章|几块/;
const ASKED_COUNT =
  /哪([两二三四五六七八九十仨俩\d]{1,3})(?:个|项|条|家|所|种|类|大|篇|方面|件|处|座|位|名|样|点)?/;

/** 这四个区都是哪几个, 另外四家叫什么名字: so many are asked for by name. */
const COUNTED_NAMES =
  /(?<![\d第.一二三四五六七八九十])(?<count>[二两三四五六七八九十]{1,3}|\d{1,4})(?:个|项|条|家|所|种|类|篇|方面|件|处|座|位|名|大)[^,，。]{0,14}?(?:都|分别|各|具体)?(?:是|叫|有|在)?(?<!从|按|由|靠|围绕)(?:哪|什么名|(?<=叫)(?:什么|啥))/u;

/**
 * What stands in it is a name, how long it is, or what is parted, and no number of members: “三个一百”行动有哪些,
 * 五个一工程, 是哪八个字, 29项指标分哪几个方面.
 */
const NAME =
  /(?:入选|列入|获评|评为|跻身|上榜)[^,，。哪]{0,6}(?:[二三四五六七八九十百]{1,3}|\d{1,3})(?:大|强|佳)|(?<!哪)[二两三四五六七八九十]{1,3}个一(?![流级线])[十百千万批]?|[“"《「][^”"》」]*[”"》」]|(?:[一二两三四五六七八九十]{1,3}|\d{1,2})个?字(?!号)|(?:[二两三四五六七八九十]{1,3}|\d{1,4})[个项条大件](?=[^,，。哪]{1,14}(?:分[为成]?|从|按照?|由|围绕|涉及|涵盖)哪)/gu;

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

/** 甲以外还有哪三个 */
const LEFT_OUT =
  /(?:除(?:了|开|去|掉)?)?(?<one>[^,，、里]{2,12}?)(?:之外|以外|外)?[,，]?(?:还有|其[他它余]|另外)(?:的|是)*哪/u;

/** Whether a row has as many members as are asked for, or one more, which the question leaves out. */
function hasAsMany({ report, items }: ReportList, named: number | null, { text }: Question): boolean {
  if (items.length === named) return true;
  const one = LEFT_OUT.exec(text)?.groups?.one;
  return (
    one !== undefined &&
    items.length - 1 === named &&
    items.some(({ start, end }) => report.text.slice(start, end).includes(one))
  );
}

const WHOLE_ASKED =
  /^(?<whole>\p{Script=Han}{3,8}?)(?:都|具体|一共|分别)*(?:是|有|包括|包含|指的?是?)(?:哪|什么)/u;

/** 分哪两类 */
const PARTS_ASKED = /分(?:为|成|作)?哪|哪[两二俩2]大?(?:类|种|层)(?=[?？,，。]|$)/u;
const TELLS_PARTS = /分[为成作]|包括|由|即|[两二双2]/u;

/** The sentence names as many members as are asked for, and says that they are so many. */
export function holdsCounted(question: Question, reading: Reading): boolean {
  const wanted = wantedCount(question) ?? (question.asks === 'list' ? namedCount(question) : null);
  if (wanted === null || wanted < 3) return false;
  const lists = findLists(reading);
  return (
    counts(lists, wanted) ||
    lists.some(
      (list) =>
        list.items.length === wanted &&
        (isNamedAround(list, reading) || allHave(list, quotedWords(question))),
    )
  );
}

function counts(lists: readonly ReportList[], wanted: number): boolean {
  return lists.some(({ items, count }) => items.length === wanted && count === wanted);
}

/** 是哪两家企业, 都叫什么 */
const NAMES_ASKED = /哪[两二三四五六七八九十仨俩\d几些](?:家|个|所|座|条|位|名)|叫什么|名字|名单/u;
/** The list that is most about the question among those the best candidates hold, head or belong to. */
export function chooseList(question: Question, able: readonly Judged[]): ReportList | null {
  const about = mostAbout(question, able);
  // A row within a sentence is a part of the work, and not what the report's work is.
  const list = ASKS_WORK.test(question.text) && about?.quotes.length === 1 ? workOf(question, able) : about;
  return list !== null && NAMES_ASKED.test(question.text) && countsOnly(list) ? null : list;
}

/** 重点抓好三件事。 says nothing without the three that follow it; null where the quote announces none. */
export function announcedList({ reading, quote }: Pick<Judged, 'reading' | 'quote'>): ReportList | null {
  const { report, sentence } = reading;
  const words = report.text.slice(quote.start, quote.end);
  // 收入增长6%，十件实事办成 tells of something else.
  if (figureKinds(words).some((kind) => kind === 'percent' || kind === 'money')) return null;
  const counted = findCountWords(words);
  const isBehind = ({ items, quotes }: ReportList) =>
    quotes.length > 1 &&
    items.every(({ start }) => start >= sentence.end) &&
    counted.some(({ count }) => count === items.length);
  return findLists(reading).find((list) => list.count === list.items.length && isBehind(list)) ?? null;
}

function mostAbout(question: Question, able: readonly Judged[]): ReportList | null {
  const named = namedCount(question);
  const things = countedThings(question);
  const whole = wholeAsked(question);
  const quoted = quotedWords(question);
  const highest = able[0]?.probability ?? 0;
  const read = able.map((one) => ({
    one,
    held: findLists(one.reading).flatMap((list) =>
      named === null ? (ofItsGroup(question, list) ?? []) : list,
    ),
  }));
  const all = read.flatMap(({ one, held }) => held.map((list) => ({ list, one, held })));
  const likely = read
    .filter(
      ({ one: { reading, probability }, held }) =>
        probability >= LIST_SHARE * highest ||
        (probability >= COUNTED_SHARE * highest && named !== null && named > 2 && counts(held, named)) ||
        isItself(things, reading, held, named) ||
        (probability >= COUNTED_SHARE * highest && announcesKind(question, reading)),
    )
    .map(({ one }) => one);
  const lists = all
    .filter(({ one }) => likely.includes(one))
    .flatMap(({ list, held, one: { reading, probability, features } }) => {
      const isAsMany = hasAsMany(list, named, question);
      const isNamed = isNamedThere(things, list, reading, named);
      const isMeant =
        (list.focus >= LIST_FOCUS * features.met || isNamed) &&
        !isAmong(things, list) &&
        !isAmong(whole, list) &&
        !(named === null && (missesKind(list, reading) || fewAreOfKind(list, reading))) &&
        !isOfAnotherLevel(question, list) &&
        !isByChance(question, list, named) &&
        !holdsFiguresAlone(list) &&
        !(list.items.length === named && isOfAnotherSubject(list, reading)) &&
        (list.sure ||
          (isAsMany && !isChancePair(question, list)) ||
          (isClosedByAWord(list, reading) && !asksOfMember(held)));
      const score = probability * list.focus + (isAsMany ? 1 : 0) + (isNamed ? 1 : 0);
      return isMeant ? [{ list, sentence: reading.sentence, score, isNamed }] : [];
    });
  const [likeliest] = lists.sort((a, b) => b.score - a.score);
  const quotedIn = ({ report, quotes }: ReportList) =>
    quoted.filter((word) => quotes.some(({ start, end }) => report.text.slice(start, end).includes(word)))
      .length;
  // 甲、乙已经建成，丙、丁即将建成: of two rows of one make the one that is told in the question's own words.
  const rows = lists
    .filter(
      ({ list, sentence, score }) =>
        sentence === likeliest?.sentence &&
        (score >= AS_MUCH * likeliest.score || quotedIn(list) > quotedIn(likeliest.list)),
    )
    .sort(
      (a, b) =>
        quotedIn(b.list) - quotedIn(a.list) ||
        wordsShared(question, b.list).length - wordsShared(question, a.list).length ||
        membersOfKind(question, b.list) - membersOfKind(question, a.list),
    );
  const [best] = rows;
  if (named !== null && best?.list.items.length !== named && ASKS_HEADINGS.test(question.text))
    return headingList(question, able, named);
  const joined = joinRows(
    question,
    rows.map(({ list }) => list),
  );
  if (named === null || named < 2 || (joined !== best?.list && joined?.items.length === named)) return joined;
  const ofQuoted = all.find(({ list }) => list.items.length === named && allHave(list, quoted));
  if (ofQuoted !== undefined) return ofQuoted.list;
  if (MARKED.test(question.text) && best?.list.count !== named) return null;
  const recurring = recurrence(
    question,
    able,
    named,
    quoted.filter((word) => word.length > 1),
    [...things, ...whole],
  );
  if (recurring?.weight === SURELY) return recurring.list;
  if (best === undefined || (!hasAsMany(best.list, named, question) && best.list.count !== named))
    return recurring?.list ?? null;
  // A row of the right length may be of anything: what is said with a rarer word of the question goes before it.
  const isSure = best.list.count === named || best.list.quotes.length > 1 || best.isNamed;
  return !isSure && recurring !== null && recurring.weight > rarestWord(best.list, likely)
    ? recurring.list
    : best.list;
}

/** 指标分哪两类 is told by no two that only stand side by side. */
function isChancePair({ text }: Question, list: ReportList): boolean {
  const { items, count } = list;
  return items.length === 2 && count === null && PARTS_ASKED.test(text) && !TELLS_PARTS.test(toldBy(list));
}

/** 民生那组指标有哪些: the one member of a list is asked for, all of it, and no pair that stands in it. */
function asksOfMember(lists: readonly ReportList[]): boolean {
  return lists.some(({ focus }) => focus === 0);
}

/**
 * What is counted is named where its members stand: 坚决打好三大攻坚战 as a heading above three more, or in the row
 * itself, 甲、乙和丙三大机遇, however unlikely its long sentence looks.
 */
function isItself(
  things: readonly string[],
  reading: Reading,
  held: readonly ReportList[],
  named: number | null,
): boolean {
  const { text } = reading.report;
  const names = ({ start, end }: Span) => things.some((thing) => text.slice(start, end).includes(thing));
  return held.some(
    (list) =>
      list.items.length === named &&
      !isAmong(things, list) &&
      (reading.sentence.kind === 'heading'
        ? names(reading.sentence)
        : isNamedThere(things, list, reading, named)),
  );
}

/**
 * 甲、乙、丙三项改革 is what 哪三项改革 asks for, in whichever words the clause before speaks of it, and 甲、乙、丙的理念
 * what 理念是哪三个词 does.
 */
function isNamedThere(
  things: readonly string[],
  list: ReportList,
  reading: Reading,
  named: number | null,
): boolean {
  const told = toldBy(list);
  if (list.count !== null && list.count === named && things.some((thing) => told.includes(thing)))
    return true;
  return list.items.length > 2 && list.items.length === named && isClosedByAWord(list, reading);
}

/** 三大攻坚战是哪三个 → 三大攻坚. */
function countedThings({ text }: Question): readonly string[] {
  return findCountWords(text).map(({ start, end }) => text.slice(start, end + NAME_BEGINS));
}

/** What the members are asked of: 发展理念 of 发展理念是哪五个词. */
function wholeAsked({ text }: Question): readonly string[] {
  const whole = WHOLE_ASKED.exec(withoutTime(text))?.groups?.whole;
  return whole === undefined ? [] : [whole];
}
