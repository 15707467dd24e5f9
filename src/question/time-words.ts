/** Every way a question words its time; used to take a time out of one question and put it into another. */
export const TIME_WORDS =
  /(?:19|20)\d\d年?[-—–~至到]{1,2}(?:19|20)\d\d(?:年度?|(?!\d))|(?:19|20)\d\d(?:年度?|(?!\d))|(?<![\d.第近过了约达])\d\d年度?(?!来|内|间|前|后|以|的时间|期|级|多)|二[〇零][〇零一二三四五六七八九]{2}年度?|大前年|(?<![大以之当目])前年|去年|(?<![以马早晚])上一?年(?![级纪龄底])|过去(?:的)?(?:这)?一年|今年|(?<![基版])本年度?|明年|(?<![今往以前然先成产之最用])后年(?![均产收])|(?:过去|前面|之前|最近|近|这|未来|今后|往后|接下来|下一?个)(?:的)?[五5]年(?:来|间|里)?|(?<![一二三四五六七八九十百\d])[五5]年(?:来|间|以来)|(?<=^|[,，。?？])[五5]年(?![级期制内规计前后]|以[上下])|(?<![一二三四五六七八九十百\d])(?:[一二两三四五六七八九十]|\d{1,2})年前|["“]?[一二三四五六七八九十]{1,2}五["”]?(?:时期|期间|末|以来)|["“]?十[一二三四五六七八九]五["”]?(?!["”]?(?:规划|计划|纲要)|[个岁天名人万亿户家\d十])/g;

/** The time words of a question, in order. */
export function timeWords(text: string): readonly string[] {
  return text.match(TIME_WORDS) ?? [];
}

/** 现在到多少了 is asked of no year that was spoken of, and of none that a target is for. */
const NOW = /(?<![体出实表再])现在|目前|如今|眼下|至今|已经(?:到|达到|有)/u;

/** Whether a message asks how it stands by now. */
export function asksOfNow(message: string): boolean {
  return timeWords(message).length === 0 && NOW.test(message);
}

/** The times a message says, else those of the question before it: 去年和今年. */
export function timeSaid(message: string, previous: string): string {
  const own = timeWords(message);
  return (own.length > 0 || asksOfNow(message) ? own : timeWords(previous)).join('和');
}

/** The question without its time words. */
export function withoutTime(text: string): string {
  return text.replace(TIME_WORDS, '');
}
