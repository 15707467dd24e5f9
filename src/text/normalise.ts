import { Converter } from 'opencc-js/t2cn';
import { standardise } from './dialect.ts';

const toSimplified = Converter({ from: 'tw', to: 'cn' });

/** Control, format (zero-width, bidi, tags), private-use, surrogate leftovers and variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Variation_Selector}]/gu;

/** 显著, 卓著, 昭著: the 著 that the converter takes for a Traditional 着 when the word is simplified already. */
const REMARKABLE = /(?<=[显卓昭])着/gu;

/**
 * A message as it is read: NFKC, no invisible characters, Traditional characters simplified, white space
 * folded, spoken question words in their standard form. Idempotent.
 */
export function normalise(raw: string): string {
  const visible = raw
    .replace(/[\t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFKC');
  return standardise(simplified(visible)).replace(/\s+/g, ' ').trim();
}

/**
 * Kept from the converter: 么, which it makes 幺 where it stands alone (修了么; Traditional texts write 麼), and the 著
 * of 著称, 著书, 著录 and 著于, whose other character is simplified already.
 */
const SIMPLIFIED = /(么|著(?=[称书录于]))/u;

function simplified(text: string): string {
  const pieces = text.split(SIMPLIFIED);
  return (
    pieces
      .map((piece, index) => (index % 2 === 1 ? piece : toSimplified(piece)))
      .join('')
      .replace(REMARKABLE, '著')
      // The converter takes two steps for 薴.
      .replaceAll('苧', '苎')
  );
}
