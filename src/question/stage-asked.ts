/** What says that something is done, and what that it is still to come. */
const DONE = /已经?|早就|完|建成|去年|过去|做了|干了|搞定|[来成]了|了(?:的|$)/u;
const AHEAD = /今年|明年|计划|打算|准备|目标|还在|还没|没(?=[来开完建修做办动])|才|刚|正在|以后|将来|要/u;
const ALTERNATIVE =
  /[,，\s]*(?:(?:现在|目前|到底|究竟)?是(?!不是)(?:说)?|(?=已经?|早就|去年|今年))(?<one>[^,，\s]{1,12}?)[,，\s]*还是(?:说)?(?<other>[^,，\s?？]{1,14})[?？]?$/u;
/** 通车了吗 还是要等今年: the second half only says what the first one's “no” would mean. */
const OR_NOT_YET =
  /(?<=[了过成完好通].{0,3}(?:吗|没有?))[呀啊]?[?？,，\s]+(?:还是(?!没有)|(?:还在|或者|要等|得等)(?=[^,，]))[^,，?？]{2,14}[?？]?$/u;
const YEAR = /去年|今年|明年/u;
/** 去年多还是今年多 compares the two years. */
const MORE = /[多少高低快慢大小](?:了|些|点|一些|一点)?$/u;
/** 已经解决了吧，还是没有 wants a yes or no. */
const PUTS_FORWARD = /[吧吗]/u;
/** What is left of one side beside these says what was done. */
const STAGE_WORDS =
  /已经?|早就|都|还|才|刚|正?在|没有?|(?:干|做|办|弄|搞)(?:完|好|成)?了?|完成了?|(?:19|20)?\d\d年|去年|今年|明年|以后|将来|计划|打算|准备|目标|安排|要|了|的|活|事情?|工作|任务|项目$/gu;

/**
 * “湖滨路是已经修好了还是今年才修” → “湖滨路修好”: which of the two times it is in is what the report's sentence tells; as
 * words of the question they would be taken for its time. Other questions come back as they are.
 */
export function withoutStages(text: string): string {
  const [denial] = OR_NOT_YET.exec(text) ?? [];
  if (denial !== undefined) {
    const head = text.slice(0, text.length - denial.length);
    return YEAR.test(denial) ? head.replace(YEAR, '').replace(/\s+/gu, '') : head;
  }
  const found = ALTERNATIVE.exec(text);
  const { one = '', other = '' } = found?.groups ?? {};
  if (found === null || PUTS_FORWARD.test(one) || !areOpposed(one, other)) return text;
  const head = text.slice(0, found.index);
  return head.length < 2 ? text : head + one.replace(STAGE_WORDS, '');
}

function areOpposed(one: string, other: string): boolean {
  if (MORE.test(one) || MORE.test(other)) return false;
  return (isDone(one) && AHEAD.test(other)) || (AHEAD.test(one) && isDone(other));
}

function isDone(side: string): boolean {
  return DONE.test(side) && !/没/u.test(side);
}
