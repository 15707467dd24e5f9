const DOUBLE_QUOTES = /[“”「」『』]/gu;
const SINGLE_QUOTES = /[‘’]/gu;

/** The text as the encoder was trained to read it: NFKC, quotation marks of every kind in ASCII. */
export function prepareText(text: string): string {
  return text.normalize('NFKC').replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'");
}
