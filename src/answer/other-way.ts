/** 比目标少 against 超过目标. */
const UNDER = /比.{1,8}(?:少|低)|低于|少于|没到|不到|未达/;
const OVER = /超|高于|多于|突破|比.{1,8}(?:多|高)/;
const RISES = /增长|上升|提高|上涨|涨|增加|多[了发]|升高|变多/;
const FALLS = /下降|降低|减少|下跌|跌|少[了发]|回落|变少|压减/;
/** 没完成吧 is not borne out by 超额完成. */
export const DENIES =
  /没|未(?!来|成年)|不(?!断|仅|少|同|低|高|超|到|足|错|管|久|良)|无(?!障碍|害|人(?![员伤死]))|取消|停/u;
const NO_DENIAL =
  /有没有|还是没有?|有无|是不是|对不对|会不会|能不能|要不要|有没|没(?:记|说|听|看)?错|不是吗|(?:没有|[没不])[?？]?$/gu;

/** The question says up where the quote only says down, or the other way round. */
export function goesTheOtherWay(question: string, quote: string): boolean {
  return (
    (RISES.test(question) && !FALLS.test(question) && FALLS.test(quote) && !RISES.test(quote)) ||
    (FALLS.test(question) && !RISES.test(question) && RISES.test(quote) && !FALLS.test(quote)) ||
    (UNDER.test(question) && !OVER.test(question) && /超|高于|多于/.test(quote) && !UNDER.test(quote))
  );
}

/** 绝不允许搞形象工程 bears out nothing that is to be allowed, nor 无一人伤亡 that somebody died. */
const FORBIDS = /[绝决]不|不得|严禁|禁止|不许|不准|不允许|杜绝|无一?人员?(?:伤亡|死亡)|零(?:伤亡|死亡)/u;

export function denies(question: string): boolean {
  return DENIES.test(question.replace(NO_DENIAL, ''));
}

export function forbids(question: string, quote: string): boolean {
  return FORBIDS.test(quote) && !/禁|杜绝|防/u.test(question);
}
