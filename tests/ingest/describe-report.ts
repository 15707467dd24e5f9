import type { Report, Sentence, YearFrame } from '../../src/domain/report.ts';

/** A frame as one reads it: `review 2021–2025`, `plan 2018`, `none`. */
export function frameText({ role, from, to }: YearFrame): string {
  if (from === null) return role;
  return `${role} ${from === to ? from : `${from}–${to}`}`;
}

/** The heading tree, indented by level, each with its frame. */
export function headingTree({ headings }: Report): readonly string[] {
  return headings.map(({ level, label, frame }) => `${'  '.repeat(level - 1)}${label} [${frameText(frame)}]`);
}

/** The words of the sentences that a condition picks. */
export function wordsOf(report: Report, picks: (sentence: Sentence) => boolean): readonly string[] {
  return report.sentences.filter(picks).map(({ start, end }) => report.text.slice(start, end));
}

/** The one sentence that contains the words; an error if none does. */
export function sentenceWith(report: Report, words: string): Sentence {
  const found = report.sentences.find(({ start, end }) => report.text.slice(start, end).includes(words));
  if (found === undefined) throw new Error(`No sentence holds “${words}”.`);
  return found;
}

/** What stands in no passage: the page around the report, without its blanks. */
export function chromeOf({ text, passages }: Report): string {
  let rest = '';
  let at = 0;
  for (const passage of passages) {
    rest += text.slice(at, passage.start);
    at = passage.end;
  }
  return (rest + text.slice(at)).replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '');
}
