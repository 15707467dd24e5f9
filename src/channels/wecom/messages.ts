/** What a citizen reads only in WeCom. */

/** Shown in place of an answer that is on its way. */
export const WORKING = '正在查报告，请稍候…';

/** In a group, under what a person may reply to: only what mentions the bot reaches it. */
export const GROUP_HINT = '\n（在群里请先@我，再回复）';

/** Where the platform asks for an answer that is not known any more. */
export const LOST = '这条回答已经找不到了，请重新提问。';

/** In place of “正在查报告” where nothing is said after all: of several messages in a row, one was told for all. */
export const NOTHING_MORE = '这条没有单独回答，请看前面的消息。';
