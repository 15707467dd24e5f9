const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
const CHINESE = '\\u3400-\\u9fff，。；：！？（）“”《》、％';

/**
 * The text with half-width punctuation between Chinese words made full-width, character for character, so
 * that offsets hold in both. What a report's shape is read from; what is quoted stays as published.
 */
export function fullWidthPunctuation(text: string): string {
  return text
    .replace(
      new RegExp(`(?<=[${CHINESE}%\\d])[,;:!?](?=[${CHINESE}“\\s\\dA-Z(（]|$)`, 'gu'),
      (mark, index: number) => (isBetweenDigits(text, index) ? mark : (FULL_WIDTH[mark] ?? mark)),
    )
    .replace(/[()]/gu, (bracket) => FULL_WIDTH[bracket] ?? bracket)
    .replace(stopPattern(), (stop, index: number) => (isListNumber(text, index) ? stop : '。'));
}

/** A point after Chinese words, a percent sign or a figure, and before the next sentence or the line's end. */
function stopPattern(): RegExp {
  return /(?<=[\u3400-\u9fff”）)%％\d])\.(?=[\u3400-\u9fff“\s]|$)|(?<=[\u3400-\u9fff”）)%％])\.(?=[A-Z])/gu;
}

function isBetweenDigits(text: string, index: number): boolean {
  return /\d/u.test(text[index - 1] ?? '') && /\d/u.test(text[index + 1] ?? '');
}

/** The point of 1. at the start of a line or a sentence numbers what follows. */
function isListNumber(text: string, index: number): boolean {
  return /(?:^|[\s。；：;:！!.])\d{1,2}$/u.test(text.slice(Math.max(0, index - 4), index));
}
