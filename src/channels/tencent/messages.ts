/** What a citizen reads in WeChat and in WeCom alike; all else is said by the conversation and the answers. */

/** Behind a segment that others follow. */
export const MORE_HINT = '\n（未完，回复“继续”看下一段）';

/** Where an answer is not ready and cannot be sent later. */
export const LATE_NOTICE = '正在整理，请稍等几秒，回复“继续”查看。';

/** Where the answer is sent by itself a little later, and the person cannot see that it is being made. */
export const FOLLOWS = '正在查报告，回答稍后发给您；一直没收到，请回复“继续”。';

/** Before an answer that is shown again where there is no more of it to be seen. */
export const ONCE_MORE = '没有更多内容了，上一条回答再发一遍：';

/** Under an answer with quotes. */
export const SOURCE_HINT = '回复“原文”看整段；回复“有用”或“没用”可以评价';

/** What the link under an answer is called. */
export const LINK_LABEL = '在报告里看这句话';

/** Where the channel itself breaks: the conversation has apologies of its own. */
export const BROKEN = '抱歉，系统出了点问题，这次没能回答。请稍后再试。';

/** Whether a message asks for what is still to be seen. */
export function asksForMore(text: string): boolean {
  return /^[\s“”"‘’'「『]*(?:继续(?:看|查看)?|下一段)[\s“”"‘’'」』。．.!！~～]*$/u.test(text);
}
