import type { Report, Span } from '../../../domain/report.ts';

/** Every place of the passages where the words stand, in order; case and full-width forms make no difference. */
export function findWords({ text, passages }: Report, words: string): readonly Span[] {
  const wanted = fold(words);
  if (wanted === '') return [];
  const folded = fold(text);
  return passages.flatMap(({ start, end }) => {
    const spans: Span[] = [];
    for (let at = folded.indexOf(wanted, start); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      if (at + wanted.length > end) break;
      spans.push({ start: at, end: at + wanted.length });
    }
    return spans;
  });
}

/** As long as the text, so that offsets hold: only forms of one unit are folded into one other. */
function fold(text: string): string {
  return text.replace(/[！-～A-Z]/gu, (character) => {
    const folded = character.normalize('NFKC').toLowerCase();
    return folded.length === 1 ? folded : character;
  });
}
