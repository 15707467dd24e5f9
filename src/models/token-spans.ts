import { prepareText } from './prepare-text.ts';

/**
 * Where each token of a text stands in it: start and end in UTF-16 units, two numbers a token.
 * `pieces` are the tokenizer's word pieces ([CLS] and [SEP] left out) of the prepared text.
 */
export function tokenSpans(text: string, pieces: readonly string[]): Uint16Array {
  const { prepared, origin } = preparedWithOrigin(text);
  const lower = prepared.toLowerCase();
  const spans = new Uint16Array(pieces.length * 2);
  let at = 0;
  for (const [index, token] of pieces.entries()) {
    while (at < lower.length && /\s/.test(lower.charAt(at))) at += 1;
    const piece = token.startsWith('##') ? token.slice(2) : token;
    const length = lower.startsWith(piece, at) ? piece.length : unknownLength(lower, at);
    spans[2 * index] = origin[at] ?? text.length;
    at = Math.min(at + length, lower.length);
    spans[2 * index + 1] = origin[at] ?? text.length;
  }
  return spans;
}

/** A piece the vocabulary lacks stands for one Han character or one whole Latin word. */
function unknownLength(text: string, at: number): number {
  const word = /^[\p{Script=Latin}\p{N}]+/u.exec(text.slice(at, at + 64));
  return word === null ? Math.max(1, String.fromCodePoint(text.codePointAt(at) ?? 0).length) : word[0].length;
}

/** The prepared text, and for each of its units (and its end) the unit of `text` it came from. */
function preparedWithOrigin(text: string): { prepared: string; origin: readonly number[] } {
  const origin: number[] = [];
  let prepared = '';
  let index = 0;
  for (const character of text) {
    const folded = prepareText(character);
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(index);
    prepared += folded;
    index += character.length;
  }
  origin.push(text.length);
  return { prepared, origin };
}
