import type { Question } from '../domain/question.ts';
import type { Span, YearFrame } from '../domain/report.ts';
import { plainNumber } from '../text/figures.ts';
import { askedUnitKind, type UnitKind, unitFit } from '../text/unit-kinds.ts';
import { baseYear, yearsIn } from '../text/years.ts';
import {
  answeringKinds,
  countsInName,
  kindsInNames,
  namesMembers,
  namesPlan,
  namesTurn,
  tellingFigures,
  tellsInWords,
} from './figure-kinds.ts';
import { changesOnly } from './lacking-share.ts';
import type { Reading } from './read-candidate.ts';

/** What a person would look at to tell whether a sentence answers; each about −1…1. */
export const FEATURE_NAMES = [
  'dense',
  'reader',
  'covered',
  'met',
  'weakest',
  'year',
  'figure',
  'unit',
  'focus',
  'heading',
] as const;

/** Brings the reader's logits to about −1…1. */
const LOGITS = 5;
/** How far something has come by the end of a stretch of years. */
const LEVEL =
  /达到?|(?:提高|提升|增加|增长|上升|下降|降低|减少|扩大|缩小)(?:到|至)|[增升降]至|突破|超过|位居|稳定在|保持在/;
/** 其中去年超收90亿元: of last year, wherever it stands. */
const LAST_YEAR = /(?:^|[，。；]|其中)去年(?!同|以来|底)/u;
/** 另有一件顺延至今年6月 */
const PUT_OFF_TO_THIS_YEAR = /[延迟后][到至]今年/u;
/** 从2.7万元增长到3.6万元 of several years tells what it was before them, 由上年18亿元增加到95亿元 what it was a year before. */
const FROM_BEFORE = /[从由](?!此|今)(?<last>上一?年|去年)?[^，。；]{0,8}?\d[^，。；]*?(?:到|至|为)/u;
/** The first of its kind has a rank without a number: 全国首个, 首届, 全国最多. */
const FIRST =
  /榜首|居首|首位|冠军|头名|夺魁|首[个家座届批条部艘款例只台次创位]|第一|(?:全[国球省市县区]|世界|亚洲|同类|[中东西]部)[^，。；、\d]{0,6}最[多大高长快强广]/u;
export type Features = Readonly<Record<(typeof FEATURE_NAMES)[number], number>>;

/** The features of one candidate, `quote` being the clauses that would be shown. */
export function candidateFeatures(
  reading: Reading,
  question: Question,
  quote: Span,
  focus: number,
): Features {
  const { scores } = reading.found.candidate;
  const total = reading.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const weighed = (score: (word: Reading['words'][number]) => number) =>
    reading.words.reduce((sum, word) => sum + word.weight * score(word), 0) / total;
  const kinds = newKinds(question, reading.report.text.slice(quote.start, quote.end));
  const unit = askedUnitKind(question.text);
  return {
    dense: scores.dense,
    reader: scores.reader / LOGITS,
    covered: weighed(({ exact }) => (exact ? 1 : 0)),
    met: weighed(({ similarity }) => similarity),
    weakest: Math.min(
      1,
      ...reading.words.map(({ exact, similarity }) => (exact ? Math.max(0.9, similarity) : similarity)),
    ),
    year: yearFit(question, reading, quote),
    figure: question.asks !== 'figure' ? 0 : kinds.length > 0 ? 1 : -1,
    unit: question.asks !== 'figure' || unit === 'none' ? 0 : unitFit(unit, kinds),
    focus,
    heading: reading.sentence.kind === 'heading' ? 1 : 0,
  };
}

/** The kinds of the quote's figures that the question does not bring itself: 那1125家有多少张床 is not answered by 1125家. */
function newKinds(question: Question, quote: string): readonly UnitKind[] {
  const given = new Set(tellingFigures(question.text).map(({ number }) => plainNumber(number)));
  const kinds = [...answeringKinds(question, quote, given), ...kindsInNames(question.text, quote)];
  const asked = askedUnitKind(question.text);
  const ranks = FIRST.test(quote) || namesTurn(question.text, quote) || namesPlan(question.text, quote);
  if (asked === 'rank' && ranks) return [...kinds, 'rank'];
  if (asked === 'count' && countsInName(question.text, quote)) return [...kinds, 'count'];
  if (asked === 'count' && kinds.length === 0 && namesMembers(question.text, quote)) return ['count'];
  if (tellsInWords(question.text, asked, quote)) return [...kinds, asked];
  return kinds;
}

/** Whether a sentence about a stretch of years tells how far something had come at its end. */
export function tellsLevel(text: string): boolean {
  return LEVEL.test(text);
}

/** False where a sentence cannot be the answer, however near: another year, or no figure of the kind asked for. */
export function isAble({ year, figure, unit }: Features): boolean {
  return year >= 0 && figure >= 0 && unit >= 0;
}

/** A ratio that something came to is no change: 倍差缩小至2.12. */
function tellsChangesOnly(quoted: string): boolean {
  return changesOnly(quoted) && !/[到至为]\d+\.\d+(?![\d.%％]|个?百分)/u.test(quoted);
}

/** The year before what a quote tells of, where it tells from where that came. */
function yearBefore({ from, to }: YearFrame, quoted: string): readonly Pick<YearFrame, 'from' | 'to'>[] {
  const told = FROM_BEFORE.exec(quoted);
  if (told === null || from === null || (from === to && told.groups?.last === undefined)) return [];
  return [{ from: from - 1, to: from - 1 }];
}

/** 1 where the sentence speaks of a year asked for, 0.5 where of a longer time around it, −1 where it speaks of others only, 0 where either is open. */
function yearFit(
  question: Question,
  { report, sentence }: Pick<Reading, 'report' | 'sentence'>,
  quote: Span,
): number {
  const { years, period } = question.time;
  const { frame } = sentence;
  const { role } = frame;
  const text = report.text.slice(sentence.start, sentence.end);
  if (period !== null && years.length === 0) {
    if (frame.from === null || frame.to === null) return 0;
    if (frame.from > period.to || frame.to < period.from) return -1;
    if (frame.to > frame.from) return 1;
    // What one year adds or changes is no figure of all of them.
    return question.asks === 'figure' && !tellsLevel(text) ? -1 : 0;
  }
  if (years.length === 0) return 0;
  const base = baseYear(question.text);
  if (base !== null && text.includes(`${base}年`) && years.some((year) => text.includes(`${year}年`)))
    return 1;
  const named = yearsIn(text);
  const next = frame.from === null ? null : frame.from + 1;
  const { yearReviewed, yearPlanned } = report.facts;
  const spoken: readonly Pick<YearFrame, 'from' | 'to'>[] = [
    frame,
    ...named,
    ...yearBefore(frame, report.text.slice(quote.start, quote.end)),
    ...(LAST_YEAR.test(text) && yearReviewed !== null ? [{ from: yearReviewed, to: yearReviewed }] : []),
    ...(PUT_OFF_TO_THIS_YEAR.test(text) ? [{ from: yearPlanned, to: yearPlanned }] : []),
    ...(text.includes('今明两年') ? [{ from: next, to: next }] : []),
  ];
  const fitting = spoken.filter(
    // What five years brought is what their last year ended with, and tells nothing of the others.
    ({ from, to }) =>
      from !== null &&
      to !== null &&
      years.some((year) => (from === to || role !== 'review' ? from <= year && year <= to : year === to)),
  );
  if (fitting.some(({ from, to }) => from === to)) return 1;
  // What five years add up to, or come to on the average, is no figure of their last.
  if (fitting.length > 0)
    return question.asks === 'figure' &&
      role === 'review' &&
      (!tellsLevel(text) || tellsChangesOnly(report.text.slice(quote.start, quote.end)))
      ? -1
      : 0.5;
  return frame.from === null && named.length === 0 ? 0 : -1;
}
