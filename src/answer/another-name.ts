import type { Question } from '../domain/question.ts';
import { withoutTime } from '../question/time-words.ts';
import { characterPairs } from '../text/character-pairs.ts';
import { smallNumber } from '../text/counts.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import { regionsOf } from '../text/regions.ts';
import { provincesJoined } from '../text/short-places.ts';
import { putsForward } from './check-premise.ts';
import { claimsOf } from './premise-claims.ts';
import { isLacked, type Reading, type WordReading } from './read-candidate.ts';

/** How the names of things end: 向阳小学, 湖滨大道. */
const KIND =
  /小学|中学|高中|大学|学院|幼儿园|医院|银行|农商行|公司|集团|(?:产业|工业|科技|物流)园|园区|开发区|示范区|自贸(?:试验)?区|新区|小区|社区|大道|大街|大桥|隧道|高速(?:公路)?|铁路|高铁|机场|航道|水库|运河|水电站|电站|电厂|灌区|公园|广场|大厦|博物馆|图书馆|体育馆|协定|地区|都市圈|改革/gu;
/** A name that is not shortened to its kind opens the question. */
const OPENS =
  /^(?<name>[\p{Script=Han}a-z]{2,6}?)(?<kind>高速|铁路|高铁|大桥|隧道|大道|大街|小学|中学|医院|联赛|运河|水库|水电站|核电|机场|片区)/u;
/** A school or the like, whose name has a word of no dictionary. */
const OPENS_OWN =
  /^(?<name>[\p{Script=Han}a-z]{2,8}?)(?<kind>学院|大学(?!生)|幼儿园|公园|博物馆|图书馆|体育馆|水厂|电厂)/u;
/** 青石公园二期 */
const PHASE = /(?<name>\p{Script=Han}{2,8}?)(?:项目|工程|建设)?第?[一二三四五]期/gu;
/** 南珠高铁甲段 */
const SECTION = /(?<place>\p{Script=Han}{2})(?<![这那哪河路时地阶手片区标分某几])段(?![时落位子])/u;
/** Part of a name by its number: 三号线, 第四代, 三桥, C929, 4A. */
const NUMBERED =
  /第?(?<count>[一二三四五六七八九十]{1,3}|\d{1,3})(?<kind>号线?|代|期(?![间末待望])|桥(?![梁段隧])|环(?=[路线快高]))|(?<letters>[a-z]{1,4})-?(?<digits>\d+(?:\.\d+)?)|(?<![\da-z])(?<before>\d{1,3})(?<after>[a-z])(?![a-z])/giu;
/** 跟台湾通邮了没有 asks of no island whether it is so, and 打零工的 is no name. */
const LEADS_IN = '跟和与对给向在从把被让为往到';
/** 那种医院, 哪两家银行, 私立学校, 后来小学 */
const POINTS =
  /^[那这哪某各每几两\d一二三四五六七八九十]|[种个家所条座类来后前边里头口]$|^(?:[老旧新大小好]|[公私民]立|[公民]办|名牌|重点|普通|一般|正规|高档|便宜|[本当外]地|附近|现在|所有|全部|乡下|城里|县城)/u;
/** 那家医院: no name, though no dictionary has 那家. */
const POINTED = /^[那这哪某每][一几两]?[种个家所条座类片些]$/u;
/** M2, PM2.5, C919 */
const CODE = /(?<![a-z\d])[a-z]{1,4}\d+(?:\.\d+)?(?![a-z\d%])/giu;
/** Two that are this much alike may be two words for the same. */
const ALIKE = 0.62;
/** A word that no dictionary tags as a name is one where it is this little like anything in the sentence. */
const UNLIKE = 0.48;
/** What is asked of a name with which the question begins is met at least so well: 迁到 by 迁入. */
const MET = 0.55;

/**
 * The question names a thing, and the sentence has only others of its kind, or what is asked whether it is so of others:
 * 向阳小学要扩建吗 is not told by 推进湖滨小学、东关小学建设. In a few words for staff; null where it may be told.
 */
export function tellsOfAnotherName(question: Question, reading: Reading): string | null {
  return namesOthersOfKind(question, reading) ||
    lacksName(question, reading) ||
    tellsOfAnotherSection(question.text, textOf(reading)) ||
    tellsOfAnotherPhase(question.text, reading) ||
    lacksCode(question.text, reading) ||
    (!putsForward(question) && hasAnotherNumber(question.text, textOf(reading))) ||
    goesToAnotherProvince(question.text, textOf(reading)) ||
    isSaidOfAnother(question, reading) ||
    isToldElsewhere(question, reading) ||
    hasOnlyItsFirstWord(reading)
    ? 'the sentence speaks of another thing than the one that is named'
    : null;
}

function textOf({ report, sentence }: Reading): string {
  return report.text.slice(sentence.start, sentence.end).toLowerCase();
}

/** A sentence with the headings that it stands under, in lower case. */
function withHeadings(reading: Reading): string {
  return textOf(reading) + reading.sentence.headingPath.join().toLowerCase();
}

/** 高铁甲段今年贯通吗 of a sentence that has 高铁乙段. */
function tellsOfAnotherSection(asked: string, told: string): boolean {
  const place = SECTION.exec(asked)?.groups?.place;
  return place !== undefined && SECTION.test(told) && !told.includes(place);
}

/**
 * 乙高速今年通吗 of a sentence without it, where the name that opens the question stands elsewhere in the report, with or
 * without quotation marks: “A超”联赛.
 */
function lacksName({ text }: Question, reading: Reading): boolean {
  const asked = withoutTime(text).toLowerCase();
  const { name = '', kind = '' } = (OPENS.exec(asked) ?? opensOwn(asked, reading))?.groups ?? {};
  const own = withHeadings(reading);
  // 扩建甲小学，…，明年9月投用: the clause of another time leans on the one that names it, unless it names one itself.
  const told = own.includes(kind) ? own : own + reading.text.toLowerCase();
  return (
    name !== '' && !told.includes(name) && new RegExp(`${name}”?${kind}`, 'iu').test(reading.report.text)
  );
}

/** 清澜师范学院: with a word that only names. */
function opensOwn(asked: string, { words }: Reading): RegExpExecArray | null {
  const match = OPENS_OWN.exec(asked);
  const name = match?.groups?.name ?? '';
  return words.some(({ word, isProper }) => isProper && name.includes(word)) ? match : null;
}

/** 青石公园二期 of a sentence that has 城东产业园二期 and nothing of the park. */
function tellsOfAnotherPhase(asked: string, reading: Reading): boolean {
  const [own] = phasesIn(withoutTime(asked));
  const told = withHeadings(reading);
  return (
    own !== undefined &&
    phasesIn(told).length > 0 &&
    !phasesIn(told).some((name) => isMistyped(own, name)) &&
    !characterPairs(own).some((pair) => told.includes(pair))
  );
}

/** 青时 for 青石: half of its characters stand where they do in the end of a name. */
function isMistyped(own: string, name: string): boolean {
  const end = name.slice(-own.length);
  return (
    end.length === own.length && [...own].filter((mark, at) => mark === end[at]).length * 2 >= own.length
  );
}

function phasesIn(text: string): readonly string[] {
  return [...text.matchAll(PHASE)].map(({ groups }) => groups?.name ?? '');
}

/** M2目标多少 of a sentence without M2, which stands elsewhere in the report. */
function lacksCode(asked: string, reading: Reading): boolean {
  const told = withHeadings(reading);
  return (asked.toLowerCase().match(CODE) ?? []).some((code) => {
    const names = reading.words.find(({ word }) => word === code)?.otherNames ?? [];
    return (
      ![code, ...names].some((name) => told.includes(name)) &&
      reading.report.text.toLowerCase().includes(code)
    );
  });
}

/** A name before what it is a name of, which stands in the sentence behind other words only. */
function namesOthersOfKind({ text }: Question, reading: Reading): boolean {
  const told = textOf(reading);
  const asked = text.toLowerCase();
  return [...asked.matchAll(KIND)].some(({ 0: kind, index }) => {
    const start = index - sharedBefore(asked, index, told, kind);
    const named = reading.words.findIndex(({ word }) => asked.slice(0, start).endsWith(word));
    const others = told.match(
      new RegExp(`\\p{Script=Han}{2,8}?${escapePattern(asked.slice(start, index))}${kind}`, 'gu'),
    );
    return others !== null && isStrangeName(reading.words, named, reading, others.join());
  });
}

/** How many characters before a kind are also those before it somewhere in a sentence: 国家考古遗址 before 公园. */
function sharedBefore(asked: string, index: number, told: string, kind: string): number {
  const shared = [...told.matchAll(new RegExp(kind, 'gu'))].map(({ index: at }) => {
    let length = 0;
    while (length < Math.min(index, at) && asked[index - 1 - length] === told[at - 1 - length]) length += 1;
    return length;
  });
  return Math.max(0, ...shared);
}

/** A word, or a name in bits that no dictionary has (津, 潍 of 津潍高铁), which the sentence does not have. */
function isStrangeName(words: Reading['words'], at: number, reading: Reading, told: string): boolean {
  const named = words[at];
  if (named === undefined) return false;
  if (named.word.length > 1) return isStrange(named, reading, told);
  const before = words[at - 1];
  if (before === undefined || before.end !== named.start) return false;
  if (before.word.length > 1) return isBit(named) && isStrange(before, reading, told);
  const around = textOf(reading) + reading.sentence.headingPath.join();
  return (isBit(named) || isBit(before)) && !around.includes(before.word + named.word);
}

/** The sentence has neither the name nor what may stand for it. */
function isStrange(named: WordReading, { report, sentence }: Reading, told: string): boolean {
  const { title, issuer } = report.facts;
  return (
    !named.exact &&
    !POINTED.test(named.word) &&
    !(title + issuer).includes(named.word) &&
    !named.otherNames.some((name) => told.includes(name)) &&
    !regionsOf(named.word, report.facts).some(({ said }) => said.test(told)) &&
    !sharesCharacters(named.word, told + sentence.headingPath.join()) &&
    named.similarity < (named.isProper ? ALIKE : UNLIKE) &&
    (named.isProper || !(named.isKnown || POINTS.test(named.word)))
  );
}

/** 兰马 and 兰州国际马拉松, 马蹄寺 and 马蹄石窟. */
function sharesCharacters(word: string, told: string): boolean {
  return (
    [...word].every((mark) => told.includes(mark)) || characterPairs(word).some((pair) => told.includes(pair))
  );
}

/** 三号线建好了没 of a sentence that has 二号线. */
function hasAnotherNumber(asked: string, told: string): boolean {
  const numbers = numbersIn(told);
  return numbersIn(asked).some(
    ({ kind, number }) =>
      numbers.some((own) => own.kind === kind) &&
      !numbers.some((own) => own.kind === kind && own.number === number),
  );
}

function numbersIn(text: string): readonly { readonly kind: string; readonly number: number | null }[] {
  return [...text.matchAll(NUMBERED)].map(({ groups = {} }) => {
    const { count = '', digits, before } = groups;
    const number = digits ?? before;
    return {
      kind: (groups.kind ?? groups.letters ?? groups.after ?? '').toLowerCase(),
      number: number === undefined ? smallNumber(count) : Number(number),
    };
  });
}

/** 陇电入粤 of a sentence that has 陇电入浙. */
function goesToAnotherProvince(asked: string, told: string): boolean {
  const own = provincesJoined(told);
  return (
    own.length > 0 &&
    provincesJoined(asked).some(
      ({ short, place }) => !told.includes(place) && !own.some((one) => one.short === short),
    )
  );
}

/** Whether something is so is asked of a name that opens the question, and the sentence has all the rest of it. */
function isSaidOfAnother({ asks, text }: Question, reading: Reading): boolean {
  if (asks !== 'yesno' || /[,，。]/u.test(text) || claimsOf(text).length > 0) return false;
  const told = textOf(reading);
  const { words } = reading;
  const isNamed = (word: WordReading) => word.isProper && isStrange(word, reading, told);
  const isPiece = (word: WordReading, index: number) =>
    isNamed(word) ||
    (isBit(word) && words[index + 1] !== undefined && isNamed(words[index + 1] as WordReading));
  // 中国 may open the name of a firm.
  const from = words[0]?.word === '中国' ? 1 : 0;
  const rest = words.slice(words.findIndex((word, index) => index >= from && !isPiece(word, index)));
  const first = words[from];
  const isOpening = withoutTime(text)
    .toLowerCase()
    .startsWith(words[0]?.word ?? text);
  return (
    first !== undefined &&
    rest.length < words.length - from &&
    !new RegExp(`[${LEADS_IN}]${escapePattern(first.word)}|${escapePattern(first.word)}的`, 'iu').test(
      text,
    ) &&
    rest.some(({ word }) => word.length > 1) &&
    rest.every(({ exact, similarity }) => exact || (isOpening && similarity >= MET))
  );
}

/** 茶山的山茶油拿到标志了吗: both words that open the question stand together elsewhere in the report, and are unlike anything in the sentence. */
function isToldElsewhere({ asks }: Question, reading: Reading): boolean {
  const [first, second] = reading.words;
  if (asks !== 'yesno' || first === undefined || second === undefined) return false;
  const told = withHeadings(reading);
  const isAbsent = (word: WordReading) => isLacked(word, UNLIKE) && !sharesCharacters(word.word, told);
  return (
    second.start - first.end <= 1 &&
    isAbsent(first) &&
    isAbsent(second) &&
    new RegExp(`${escapePattern(first.word)}[^。；]{0,20}${escapePattern(second.word)}`, 'iu').test(
      reading.report.text,
    )
  );
}

/** 青石商贸城 stands elsewhere in the report, and the sentence has 青石路. */
function hasOnlyItsFirstWord(reading: Reading): boolean {
  const told = withHeadings(reading);
  return reading.words.some((first, at) => {
    const second = reading.words[at + 1];
    if (second === undefined || second.start !== first.end || !isLacked(second, UNLIKE)) return false;
    const name = first.word + second.word;
    return (
      new RegExp(`${escapePattern(first.word)}[路街桥港镇村园站湖山]`, 'u').test(told) &&
      !told.includes(name) &&
      !sharesCharacters(second.word, told) &&
      reading.report.text.toLowerCase().includes(name)
    );
  });
}

/** A name that no dictionary has falls apart. */
function isBit({ word, exact }: WordReading): boolean {
  return word.length === 1 && !exact;
}
