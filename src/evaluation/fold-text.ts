/** ①…⑳ and kin become digits under NFKC and would run into a figure after them, so they go first. */
const ENCLOSED_NUMBER = /[\u2460-\u249B\u24EA-\u24FF\u2776-\u2793]/gu;
const INVISIBLE = /\p{Cf}/gu;
const NUMERALS = '零〇一二两三四五六七八九十百千万亿';
const COUNTING = new RegExp(`[${NUMERALS}]`, 'u');
const FIGURE_ENDS = new RegExp(`[\\d.,${NUMERALS}]`, 'u');
const FIGURE_BEGINS = new RegExp(`[\\d${NUMERALS}]`, 'u');

/**
 * Text as the scorer compares it: NFKC (，→, ％→%), lower case, one kind of quotation mark and dash, no
 * thousands commas, no white space except where it keeps two figures apart (`1. 3D打印`).
 */
export function foldText(text: string): string {
  return text
    .replace(ENCLOSED_NUMBER, ' ')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[“”„‟「」『』«»]/gu, '"')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .replace(/\s+/gu, (space, index: number, whole: string) =>
      FIGURE_ENDS.test(whole.charAt(index - 1)) && FIGURE_BEGINS.test(whole.charAt(index + space.length))
        ? ' '
        : '',
    );
}

/**
 * Whether `text` holds `words` with its figures whole: 8% stands neither in 18% nor in 8.8%, 5家 neither in
 * 15家 nor in 3-5家, 五家 not in 十五家. Both are folded first.
 */
export function holds(text: string, words: string): boolean {
  return holdsFolded(foldText(text), foldText(words));
}

/** `holds` for text that is folded already. */
export function holdsFolded(text: string, words: string): boolean {
  if (words === '') return false;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    if (!cutsFigure(text, start, words) && !cutsFigure(text, start + words.length, words)) return true;
  }
  return false;
}

/** Whether the edge at `index` lies inside a figure of `text` that `words` begins or ends in. */
function cutsFigure(text: string, index: number, words: string): boolean {
  const before = text.slice(Math.max(0, index - 3), index);
  const after = text.slice(index, index + 2);
  if (/\d$/u.test(before) && /^\d/u.test(after)) return true;
  // A decimal point or the dash of a range joins two digits only.
  if (/\d[.\-~]$/u.test(before) && /^\d/u.test(after)) return true;
  if (/\d$/u.test(before) && /^\.\d/u.test(after)) return true;
  // Words that are a single numeral (一 of 第一) are too short to be a figure that something was cut from.
  const last = before.at(-1) ?? '';
  return words.length > 1 && COUNTING.test(last) && COUNTING.test(after.charAt(0));
}
