/** 比目标少 against 超过目标. */
const UNDER = /比.{1,8}(?:少|低)|低于|少于|没到|不到|未达/;
const OVER = /超|高于|多于|突破|比.{1,8}(?:多|高)/;
const RISES = /增长|上升|提高|上涨|涨|增加|多[了发]|升高|变多/;
const FALLS = /下降|降低|减少|下跌|跌|少[了发]|回落|变少|压减/;

/** The question says up where the quote only says down, or the other way round. */
export function goesTheOtherWay(question: string, quote: string): boolean {
  return (
    (RISES.test(question) && !FALLS.test(question) && FALLS.test(quote) && !RISES.test(quote)) ||
    (FALLS.test(question) && !RISES.test(question) && RISES.test(quote) && !FALLS.test(quote)) ||
    (UNDER.test(question) && !OVER.test(question) && /超|高于|多于/.test(quote) && !UNDER.test(quote))
  );
}
