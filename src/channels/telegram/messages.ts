import type { Language } from '../../domain/question.ts';

/** What a citizen reads in Telegram beside the reply itself: buttons, the menu, what /feedback says. */
type Words = Readonly<Record<Language, string>>;

export const BUTTONS = {
  source: { zh: '📖 原文', en: '📖 Source' },
  /** Opens the report page at the quote; the number follows where there are several. */
  open: { zh: '🔗 在报告里看', en: '🔗 Open the report' },
  up: { zh: '👍', en: '👍' },
  down: { zh: '👎', en: '👎' },
} as const satisfies Record<string, Words>;

/** Why an answer is of no use; the words of the pressed button are kept as the reason. */
export const REASONS = [
  { zh: '数字或内容不对', en: 'Wrong figure or content' },
  { zh: '答非所问', en: 'Not what I asked' },
  { zh: '没有答全', en: 'Incomplete' },
  { zh: '看不懂', en: 'Hard to understand' },
  { zh: '别的原因', en: 'Something else' },
] as const satisfies readonly Words[];

/** The command menu, in its order; each is at most 256 characters. */
export const COMMAND_MENU = [
  { command: 'start', words: { zh: '开始使用，看看能问什么', en: 'Start here' } },
  { command: 'help', words: { zh: '怎么提问', en: 'How to ask' } },
  { command: 'about', words: { zh: '我是谁，答案从哪里来', en: 'Who I am and where answers come from' } },
  { command: 'feedback', words: { zh: '评价上一条回答', en: 'Rate the last answer' } },
  { command: 'new', words: { zh: '换个话题', en: 'Change the topic' } },
  { command: 'forget', words: { zh: '删除我的记录', en: 'Delete what is kept of me' } },
] as const satisfies readonly { readonly command: string; readonly words: Words }[];

/** Asks for a verdict on the last answer; 👍 and 👎 stand below. */
export const FEEDBACK_PROMPT: Words = {
  zh: '上一条回答对您有用吗？请点下面的按钮。也可以写：/feedback 加上您的意见。',
  en: 'Was the last answer useful? Press a button, or write /feedback and what was wrong.',
};

/** Where our own side breaks between the reply and the sending; the number stands in the log of staff. */
export function brokenLine(updateId: number, language: Language): string {
  return language === 'zh'
    ? `抱歉，系统出了点问题，这次没能回答。请稍后再试；需要反馈时请提供编号 T${updateId}。`
    : `Sorry, something went wrong on our side. Please try again later; to report it, give the number T${updateId}.`;
}

/** Above an answer to a pressed suggestion: a press leaves no message that could be seen above it. */
export function askedLine(question: string): string {
  return `问：${question}`;
}

/** Below an answer: staff find it again by this number. */
export function receiptLine(receipt: number, language: Language): string {
  return language === 'zh' ? `回执 ${receipt}` : `Receipt ${receipt}`;
}
