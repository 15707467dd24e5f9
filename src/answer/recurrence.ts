import type { Question } from '../domain/question.ts';
import { findCountWords } from '../text/counts.ts';
import { clausesWithin } from '../text/split-clauses.ts';
import type { Judged } from './decide.ts';
import type { ReportList } from './find-list.ts';
import { isAmong } from './list-words.ts';

/** Weight of a word that the question itself quotes. */
export const SURELY = Number.POSITIVE_INFINITY;
/** What the counted things are called where that is one word of three characters: 三条防护带是哪三条. */
const CALLED = /^(?<name>\p{Script=Han}{3})(?=[是都分指有包的哪，,]|$)/u;

/**
 * Three clauses of a passage that say 历年 where three things are asked for of which it is said; not where one of them
 * speaks of what the three are asked of, the `wholes`.
 */
export function recurrence(
  question: Question,
  among: readonly Judged[],
  named: number,
  quoted: readonly string[],
  wholes: readonly string[],
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
      const whole = inItsName(question, word);
      const items = clauses.filter(({ start, end }) => report.text.slice(start, end).includes(whole));
      const [first, ...rest] = items;
      // Two clauses that share a word are two by chance.
      if (first === undefined || items.length !== named || (named < 3 && weight !== SURELY)) continue;
      const list = { report, items, quotes: [first, ...rest], count: null, sure: true, focus: 1 } as const;
      if (!isAmong(wholes, list)) return { list, weight };
    }
  }
  return null;
}

/** A part of what the counted things are called stands for the rest of that, too: 三条防护带 asks for no 防护. */
function inItsName({ text }: Question, word: string): string {
  const called = findCountWords(text).map(({ end }) => CALLED.exec(text.slice(end))?.groups?.name ?? '');
  const name = called.find((one) => one.includes(word)) ?? word;
  return name.slice(name.indexOf(word));
}
