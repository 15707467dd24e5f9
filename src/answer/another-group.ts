import type { AskedKind, Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { FAMILIES } from '../question/exclusive-groups.ts';
import type { Family } from '../question/family.ts';
import { withoutOneself } from '../question/of-oneself.ts';
import { REGIONS_SAID, regionsOf } from '../text/regions.ts';
import { clauseTexts } from '../text/split-clauses.ts';
import type { ReportList } from './find-list.ts';
import { quotedText, type Reading } from './read-candidate.ts';
import { saidOfWhat } from './said-of-what.ts';

/** 跟国企抢项目, 往城里跑, 从村里出来, 不住院 ask nothing of them. */
const BESIDE = /[跟和与同比被像往从到向]大?$|除(?:了|去|开)?$|(?:不|没|没有|非)$/u;

/**
 * The question asks of one of several groups that exclude each other, and the quote tells of another: 南方的学校拿了多少钱
 * is not told by 解决北方学校取暖问题. The group itself or a word that takes in both makes it no other: anywhere in the
 * sentence or the headings, but of a figure, or whether it is so, in the quote. In a few words for staff; null where it
 * may be told.
 */
export function tellsOfAnotherGroup(
  question: Question,
  { reading, quote }: { readonly reading: Reading; readonly quote: Span },
): string | null {
  const quoted = quotedText({ reading, quote });
  const isFigure = question.asks === 'figure';
  // 普通高中要免学费吗 is not told by 推行免费学前教育，增加普通高中学位.
  const isHeldToQuote = isFigure || question.asks === 'yesno';
  const asked = withRegions(question, reading);
  return familiesMeant(asked).some((family) => {
    const told = isFigure ? saidOfWhat(family.members, { reading, quote }) : quoted;
    const around = [isHeldToQuote ? told : reading.text, ...reading.sentence.headingPath].join();
    return family.members.some((member) => member.test(told)) && !tells(family, asked, around);
  })
    ? 'the quote tells of another group than the one that is asked for'
    : null;
}

/** Whether a sentence or its headings name each group that is asked for, or take it in. */
export function namesItsGroups(question: Question, reading: Reading): boolean {
  const around = [reading.text, ...reading.sentence.headingPath].join();
  const asked = withRegions(question, reading);
  return familiesMeant(asked).every((family) => tells(family, asked, around));
}

/** The clauses of a text that speak of no other group: where 省级园区 are is not told by 建设东河国家级园区，打造省级园区. */
export function withoutOtherGroups(question: Question, reading: Reading, text: string): string {
  const isOfAnother = ofAnotherGroup(question, reading);
  return clauseTexts(text)
    .filter((clause) => !isOfAnother(clause))
    .join('，');
}

/** Tells the clauses that speak of another group than is asked for: 开工1240套, where 竣工了几套 is asked. */
export function ofAnotherGroup(
  question: Asked,
  reading: Pick<Reading, 'words' | 'report'>,
): (clause: string) => boolean {
  const asked = withRegions(question, reading);
  const families = familiesMeant(asked);
  return (clause) =>
    families.some(
      (family) => family.members.some((member) => member.test(clause)) && !tells(family, asked, clause),
    );
}

/** A longer member of a row says what is done, and may speak of several groups. */
const LONGEST_NAME = 16;

/**
 * 开工哪些高速 asks for no 甲高铁 that stands in a row with 乙高速: the row's members of the group that is asked for. Null
 * where it names none of them, and half of it or more are of another group.
 */
export function ofItsGroup(question: Question, list: ReportList): ReportList | null {
  const { report, items, quotes } = list;
  if (quotes.length > 1 || items.some(({ start, end }) => end - start > LONGEST_NAME)) return list;
  const text = ({ start, end }: Span) => report.text.slice(start, end);
  // 核电站、电厂都有哪些 asks for both.
  const kind = question.text.slice(question.text.search(/哪|$/u));
  const asked = { raw: kind, text: kind, asks: question.asks };
  const kinds = familiesMeant(asked).map((family) => {
    const own = items.filter((item) => tells(family, asked, text(item)));
    const other = items.filter(
      (item) => !own.includes(item) && family.members.some((member) => member.test(text(item))),
    );
    return { own, other };
  });
  if (kinds.some(({ own, other }) => own.length === 0 && other.length * 2 >= items.length)) return null;
  const mixed = kinds.filter(({ own, other }) => own.length > 0 && other.length > 0);
  const left = items.filter((item) => mixed.every(({ own }) => own.includes(item)));
  return left.length > 0 ? { ...list, items: left } : null;
}

/** What is asked of groups: the message, and what it was made to stand alone as. */
type Asked = Pick<Question, 'raw' | 'text' | 'asks'>;

/** 我是甘肃的，学费免不免 asks of 西部, unless it names a region itself. */
function withRegions(
  { raw, text, asks }: Asked,
  { words, report }: Pick<Reading, 'words' | 'report'>,
): Asked {
  if (REGIONS_SAID.some((said) => said.test(text))) return { raw, text, asks };
  const regions = words.flatMap(({ word }) => regionsOf(word, report.facts)).map(({ name }) => `,${name}`);
  return { raw: [raw, ...regions].join(''), text: [text, ...regions].join(''), asks };
}

/** What asks for one thing and not for what there is of it. */
const COUNTED: ReadonlySet<AskedKind> = new Set(['figure', 'time', 'list', 'which', 'place', 'person']);

/** The families of which a member is asked for, and not all of them. */
function familiesMeant(asked: Asked): readonly Family[] {
  return FAMILIES.filter(({ members, all, counted }) => {
    if (counted === true && !COUNTED.has(asked.asks)) return false;
    const text = saidOf(members, asked);
    if (!members.some((member) => member.test(text)) || all?.test(text) === true) return false;
    const own = withoutOneself(text) || text;
    return members.some((member) => isAskedFor(member, own));
  });
}

/**
 * 往国外投出去的呢 after 使用外资多少 names its group itself, and so does 大学有多少学生, parted from 中专和大学各有多少学生: what
 * names the fewest is said of it.
 */
function saidOf(members: readonly RegExp[], { raw, text }: Asked): string {
  const inRaw = namedIn(members, raw);
  if (inRaw === 0 || raw === text) return text;
  const inText = namedIn(members, text);
  return inText === 0 || inRaw <= inText ? raw : text;
}

function namedIn(members: readonly RegExp[], said: string): number {
  return members.reduce((count, member) => count + (member.test(said) ? 1 : 0), 0);
}

function isAskedFor(member: RegExp, asked: string): boolean {
  const at = asked.search(member);
  return at >= 0 && !BESIDE.test(asked.slice(0, at));
}

function tells({ members, all }: Family, asked: Asked, around: string): boolean {
  const text = saidOf(members, asked);
  return all?.test(around) === true || members.some((member) => member.test(text) && member.test(around));
}
