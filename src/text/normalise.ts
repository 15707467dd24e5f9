import { Converter } from 'opencc-js/t2cn';
import { standardise } from './dialect.ts';

const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** Control, format (zero-width, bidi, tags), private-use, surrogate leftovers and variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;

/**
 * A message as it is read: NFKC, no invisible characters, Traditional characters simplified, white space
 * folded, spoken question words in their standard form. Idempotent.
 */
export function normalise(raw: string): string {
  const visible = raw
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .normalize('NFKC')
    .replace(INVISIBLE, '');
  return standardise(toSimplified(visible)).replace(/\s+/g, ' ').trim();
}
