import type { Question } from '../domain/question.ts';
import { type Span, spansYears } from '../domain/report.ts';
import { namesTopic } from '../question/content-words.ts';
import { findFigures, plainNumber } from '../text/figures.ts';
import { isTableRow } from '../text/table-rows.ts';
import { claimsMeant, type MeantClaim, tellsSeveralYears } from './claims-meant.ts';
import { subjectGroups } from './clause-focus.ts';
import type { Judged } from './decide.ts';
import { tellingFigures } from './figure-kinds.ts';
import { missingNarrowing } from './narrowings.ts';
import { DENIES, denies, forbids, goesTheOtherWay } from './other-way.ts';
import { isNamedIn } from './place-in-row.ts';
import {
  agrees,
  type Claim,
  claimsOf,
  figureClaims,
  isComparable,
  isLooser,
  rounds,
  tellsChange,
  withoutWhichOne,
} from './premise-claims.ts';
import { quotedText, type Reading, similarityWithin } from './read-candidate.ts';

/** How well every word of the question must be met for a yes, where a figure of it agrees and where none is compared. */
const MET_WITH_FIGURE = 0.5;
/** … where the report uses the word itself, though not here. */
const MET_THOUGH_KNOWN = 0.85;
const MET_ALONE = 0.8;
/** … and how well for a no. */
const LIKE_IT = 0.45;
/**
 * What a yes/no question puts forward, held against the quote: borne out, borne out but for the last digits, contradicted,
 * not in these words, not done but planned, what it denies (不是8%吧), or what several years came to (去年… of 五年…).
 */
export type Premise = 'right' | 'rounded' | 'wrong' | 'unsaid' | 'planned' | 'denied' | 'several' | null;

const PUTS_FORWARD =
  /吧(?:[,，]还是没有?)?[?？!！。]?$|对吧|对不对|对吗|对不|[，,]是[吗么]|是不是|是吧|没错|没记错|是真的|属实|有这(?:么)?回事|有这说法|是(?:这个?|这么个)(?:数|样)|(?:就|都)?是“[^“”]+”[?？]?$|right\?|correct\?/i;
const BOUNDS = /^(?:超过?|突破|高于|低于|接近|将近|不到|不足|约|近|达到?|控制|以上|以下|以内|左右)$/u;
const DENIED_FIGURE = /(?<!是)不是[^，,。]{0,12}\d/u;
export const SAYS_DONE =
  /已经?|都?(?:建成|建好|完工|投用|开通|实现|完成|做到)了|了[吧吗?？]|了[,，](?:对|是)/u;
/** 没有实现能耗降低4%左右的目标 bears out that this was the target, and not that it was reached. */
const NOT_REACHED = /(?:没有|没能|未能?|尚未)(?:全部|如期)?(?:实现|完成|达到|达成)/u;
/** 能不能超过6亿元 is asked of what comes of a plan, and not of its target. */
const MAY_BE = /(?<![节功智性产储潜动体])能(?![源耗力效量级])|会不会|有望/u;
const ASKS_TARGET = /目标|任务|没|未|不/u;
/** 今年完成 is not borne out by 今年启动. */
const ENDS = /完成|建成|完工|竣工|投用|投产|通车|收官/u;
const BEGINS = /启动|开工|动工|开始|筹建|谋划|前期|签约/u;
const SCOPE = /全国|全省|全市|全县|全球|世界|亚洲|中部|东部|西部|同类/u;
const RANKS = /第[一二三四五六七八九十\d]|[首前]列|[首末]位|最|率先|领先/u;
/** 城乡居民收入分别增长5%、6% tells of the towns and of the country. */
const EACH_OF_BOTH = /城乡[^，。；]*分别/u;
/** So many characters in a row stand elsewhere in a report by more than chance. */
const LONG_NAME = 4;
const QUOTED = /[“《]([^“”《》]{2,})[”》]/gu;

/** Null where the question puts nothing forward that the quote could bear out or contradict. */
export function checkPremise(asked: Question, judged: Judged): Premise {
  const question = { ...asked, text: withoutWhichOne(asked.text) };
  // A row of a table has figures of several years.
  if (isTableRow(quotedText(judged))) return null;
  const compared = compareClaims(question, judged);
  const premise = tellsSeveralYears(question, judged) ? ofSeveralYears(question, judged, compared) : compared;
  if (premise === null) return null;
  const { reading } = judged;
  const text = quotedText(judged);
  // 出口8.4% is neither borne out nor denied by what is said of 进出口.
  const isNarrower = missingNarrowing(question.text, wordsOf(reading, [reading.sentence]), reading.sentence);
  if (premise !== 'unsaid' && isNarrower !== null) return null;
  const isDeniedFigure = DENIED_FIGURE.test(question.text);
  if (premise !== 'right') return premise === 'rounded' && isDeniedFigure ? null : premise;
  if (isDeniedFigure) return 'denied';
  const isDenied = denies(question.text);
  if (isDenied && !DENIES.test(text)) return 'wrong';
  if (!isDenied && claimsOf(question.text).length === 0 && forbids(question.text, text)) return 'wrong';
  if (SAYS_DONE.test(question.text) && reading.sentence.frame.role === 'plan') return 'planned';
  if (ENDS.test(question.text) && BEGINS.test(text) && !ENDS.test(text)) return 'unsaid';
  const [scope] = SCOPE.exec(question.text) ?? [];
  return scope !== undefined && RANKS.test(text) && !text.includes(scope) ? 'unsaid' : 'right';
}

/** 去年新增就业45万人 of what is told of five years: so many, and not in one. */
function ofSeveralYears({ text }: Question, { reading }: Judged, compared: Premise): Premise {
  const isFigure = figureClaims(text).length > 0 && spansYears(reading.sentence.frame);
  return compared === 'right' && isFigure ? 'several' : null;
}

function compareClaims(question: Question, judged: Judged): Premise {
  if (!putsForward(question)) return null;
  const { quote } = judged;
  const put = claimsOf(question.text);
  const reading = { ...judged.reading, words: subjectWords(judged.reading, put) };
  const surname = checkSurname(question.text, reading.report.facts.speaker, reading);
  if (surname !== null) return surname;
  const text = quotedText(judged);
  const held = claimsMeant(question.text, put, reading, quote);
  const comparable = put.filter((claim) => held.some((own) => isComparable(claim, own)));
  const isTarget = reading.sentence.frame.role === 'plan' && !MAY_BE.test(question.text);
  const isBorneOutBy = (claim: Claim, own: Claim, fits: typeof agrees) =>
    isComparable(claim, own) &&
    own.measure === claim.measure &&
    fits(claim, own) &&
    !(isTarget && isLooser(claim, own));
  const fitsAll = (fits: typeof agrees) =>
    comparable.every((claim) => held.some((own) => isBorneOutBy(claim, own, fits)));
  const agreed = fitsAll(agrees);
  // 连100亿都没到 is not about the number that 100.8亿 rounds to.
  const isMeantRoughly = DENIED_FIGURE.test(question.text) || !denies(question.text);
  const borneOut = agreed || (isMeantRoughly && fitsAll(roughly));
  if (!borneOut && !isAbout(reading)) return null;
  if (!borneOut || goesTheOtherWay(question.text, text)) return 'wrong';
  if (put.length > 0 && NOT_REACHED.test(text) && !ASKS_TARGET.test(question.text)) return 'wrong';
  const names = [
    ...reading.words.filter(({ isName, word }) => isName && word.length >= 2).map(({ word }) => word),
    ...[...question.text.matchAll(QUOTED)].map(([, name]) => name ?? ''),
  ];
  // A figure that is held by nothing here is not borne out by the words around it.
  const unheld = put.filter((claim) => !claim.counted && !comparable.includes(claim));
  if (unheld.some(({ measure }) => measure !== '年' || comparable.length === 0)) return null;
  const figures = comparable.some(({ kind }) => kind !== 'count');
  const strange = names.some((name) => !reading.report.text.includes(name));
  if (strange || saysAnother(question.text, reading)) return figures ? null : 'unsaid';
  // A figure that agrees is little where a word of the question is not met; nor is what stands of two things in two clauses.
  const isOfIt = figures
    ? isOfSubject(reading, quote, comparable, held) && sameOrder(question.text, text)
    : subjectGroups(reading, quote).some((group) => isMet(reading, group, MET_ALONE));
  if (!isOfIt) return null;
  return agreed ? 'right' : 'rounded';
}

const roughly = (claim: Claim, own: Claim) => agrees(claim, own) || rounds(claim, own);

/** A figure of another thing denies nothing: the word that tells most of the question is here, or one like it. */
function isAbout({ report, sentence, words }: Reading): boolean {
  const [rarest] = words
    .filter((own) => own.isKnown && own.word.length > 1 && !/\d|半/.test(own.word) && namesTopic(own))
    .sort((a, b) => b.weight - a.weight);
  if (rarest === undefined || rarest.exact || rarest.similarity >= LIKE_IT) return true;
  return EACH_OF_BOTH.test(report.text.slice(sentence.start, sentence.end));
}

/**
 * The words of what a figure is put forward for: not those of the figure, how it is bounded or that it changed
 * (绿化面积增加2万平方米 of 新增绿化面积2万平方米), and not 地区 of 地区生产总值 where the report says 生产总值.
 */
function subjectWords({ found, words }: Reading, put: readonly Claim[]): Reading['words'] {
  const figures = tellingFigures(found.text);
  const isOfChange = put.some(({ tells }) => tells === 'change' || tells === 'difference');
  const met = words.filter(({ exact }) => exact).flatMap(({ otherNames }) => otherNames);
  return words.filter(
    ({ word, start, end, exact }) =>
      !BOUNDS.test(word) &&
      !(isOfChange && tellsChange(word)) &&
      (exact || !met.some((name) => name.includes(word.toLowerCase()))) &&
      !figures.some((figure) => figure.start < end && figure.end > start),
  );
}

/** 能不能比6.5%再好点 puts no 6.5% forward. */
const SURPASSED = /[比较][^,，。]{1,12}?(?=再|还|更)/u;

/** Whether a question puts something forward to be borne out: …，对吧, or a figure in its last clause. */
export function putsForward({ asks, text }: Question): boolean {
  const marked = PUTS_FORWARD.test(text);
  if (asks !== 'yesno' && !(asks === 'general' && marked)) return false;
  return (
    marked ||
    claimsOf(
      (
        withoutWhichOne(text)
          .split(/[,，!！。;；]/u)
          .findLast((clause) => clause.trim() !== '') ?? ''
      ).replace(SURPASSED, ''),
    ).length > 0
  );
}

/** Every word of the question is met in a stretch of the report or in the headings it stands under. */
function isMet(reading: Reading, { start, end }: Span, needed: number): boolean {
  const shift = reading.ownStart - reading.sentence.start;
  const around = wordsOf(reading, [{ start, end }]);
  return (
    reading.words.length > 0 &&
    reading.words.every(
      (word) =>
        around.includes(word.word.toLowerCase()) ||
        similarityWithin(reading, word, start + shift, end + shift) > needed,
    )
  );
}

/**
 * The figures that agree are those of what is asked about: a word that the report uses stands with them, or in a
 * clause without figures, which may be their subject; one that it never uses is met by likeness.
 */
function isOfSubject(
  reading: Reading,
  quote: Span,
  comparable: readonly Claim[],
  held: readonly MeantClaim[],
): boolean {
  const groups = subjectGroups(reading, reading.sentence).map((group) => ({
    ...group,
    claims: figureClaims(reading.report.text.slice(group.start, group.end)),
  }));
  const meant = groups.filter(
    ({ start, end, claims }) =>
      claims.length === 0 ||
      (start < quote.end &&
        end > quote.start &&
        claims.some((own) => comparable.some((claim) => isComparable(claim, own) && roughly(claim, own)))),
  );
  const shift = reading.ownStart - reading.sentence.start;
  const members = held
    .filter((own) => comparable.some((claim) => agrees(claim, own)))
    .map(({ member }) => member);
  const told = [wordsOf(reading, meant), ...members].join(' ').toLowerCase();
  const around = EACH_OF_BOTH.test(told) ? `${told} 城镇 农村` : told;
  return (
    reading.words.length > 0 &&
    reading.words.every((each) => {
      const { word, isKnown } = each;
      if (isNamedIn(around, each)) return true;
      // 城镇居民 where the report speaks of 居民 here and of 城镇 elsewhere.
      const pieces = piecesOf(word);
      const isHere = (piece: string) => isNamedIn(around, { word: piece, otherNames: [] });
      if (pieces.some((piece) => !isHere(piece) && reading.report.text.includes(piece))) return false;
      if (pieces.length > 0 && pieces.every(isHere)) return true;
      const likest = Math.max(
        ...meant.map(({ start, end }) => similarityWithin(reading, each, start + shift, end + shift)),
      );
      return likest > (isKnown && word.length > 1 ? MET_THOUGH_KNOWN : MET_WITH_FIGURE);
    })
  );
}

/** The two-character halves of a longer word. */
function piecesOf(word: string): readonly string[] {
  return /^\p{Script=Han}{4}$/u.test(word) ? [word.slice(0, 2), word.slice(2)] : [];
}

function wordsOf({ report, sentence }: Reading, spans: readonly Span[]): string {
  const texts = spans.map(({ start, end }) => report.text.slice(start, end));
  return [...texts, ...sentence.headingPath].join(' ').toLowerCase();
}

/** Several figures put forward in a row are not borne out by the same in another order (分别). */
function sameOrder(question: string, quote: string): boolean {
  const numbersOf = (text: string) => tellingFigures(text).map(({ number }) => plainNumber(number));
  const held = numbersOf(quote);
  const places = numbersOf(question)
    .filter((number) => held.includes(number))
    .map((number) => held.indexOf(number));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}

/**
 * The question names what the report says of another thing beside this one: the partner of the next park; or a thing
 * with a number in its name that the report speaks of elsewhere (863产业园).
 */
function saysAnother(question: string, { report, sentence }: Reading): boolean {
  const own = report.text.slice(sentence.start, sentence.end) + sentence.headingPath.join();
  if (numberedNames(question).some((name) => !own.includes(name) && report.text.includes(name))) return true;
  const beside = report.sentences
    .filter(({ passage, index }) => passage === sentence.passage && index !== sentence.index)
    .map(({ start, end }) => report.text.slice(start, end));
  for (let start = 0; start + LONG_NAME <= question.length; start += 1) {
    const name = question.slice(start, start + LONG_NAME);
    if (/^\p{Script=Han}+$/u.test(name) && !own.includes(name) && beside.some((text) => text.includes(name)))
      return true;
  }
  return false;
}

/** Numbers without a unit with the two characters behind them. */
function numberedNames(question: string): readonly string[] {
  return findFigures(question)
    .filter(({ number, unit }) => unit === '' && /^\d+$/.test(number))
    .map(({ start, end }) => question.slice(start, end + 2));
}

/** 姓王吧 against the name of the speaker in the quote. */
function checkSurname(question: string, speaker: string, { report, sentence }: Reading): Premise {
  const [, surname] = /姓(\p{Script=Han})/u.exec(question) ?? [];
  const named = speaker !== '' && report.text.slice(sentence.start, sentence.end).includes(speaker);
  if (surname === undefined || !named) return null;
  return speaker.startsWith(surname) ? 'right' : 'wrong';
}
