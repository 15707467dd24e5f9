/** Every way a question words its time; used to take a time out of one question and put it into another. */
const TIME_WORDS =
  /(?:(?:19|20)\d\d|(?<!\d)\d\d)年度?|(?:19|20)\d\d(?!\d)|大前年|前年|去年|上一?年|过去(?:的)?一年|今年|本年度?|明年|后年|(?:过去|近|这|未来|今后)[五5]年|["“]?[一二三四五六七八九十]{1,2}五["”]?(?:时期|期间)/g;

/** The time words of a question, in order. */
export function timeWords(text: string): readonly string[] {
  return text.match(TIME_WORDS) ?? [];
}

/** The question without its time words. */
export function withoutTime(text: string): string {
  return text.replace(TIME_WORDS, '');
}
