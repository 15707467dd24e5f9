import type { IncomingKind } from '../domain/incoming.ts';
import type { Language } from '../domain/question.ts';

/** What a citizen reads of the conversation itself; what is said of the report stands in `answer/messages.ts`. */
type Words = Readonly<Record<Language, string>>;

const NOT_TEXT: Readonly<Record<Exclude<IncomingKind, 'text'>, Words>> = {
  photo: {
    zh: '我看不了图片，请把想问的打成一句话发给我。',
    en: 'I cannot read pictures. Please type your question.',
  },
  voice: {
    zh: '我听不了语音，请把想问的打成文字发给我。',
    en: 'I cannot listen to voice messages. Please type your question.',
  },
  video: {
    zh: '我看不了视频，请把想问的打成文字发给我。',
    en: 'I cannot watch videos. Please type your question.',
  },
  sticker: {
    zh: '表情收到了。想了解报告里的内容，直接打字问我就行。',
    en: 'Thanks for the sticker. Type a question about the report.',
  },
  link: {
    zh: '我打不开链接，请把想问的打成一句话发给我。',
    en: 'I cannot open links. Please type your question.',
  },
  location: {
    zh: '位置收到了，但我只查报告里的内容，请打字提问。',
    en: 'I only look things up in the report. Please type your question.',
  },
  contact: {
    zh: '我不收名片，也不会保存。请直接打字提问。',
    en: 'I do not take contact cards. Please type your question.',
  },
  file: {
    zh: '我打不开文件，请把想问的打成一句话发给我。',
    en: 'I cannot open files. Please type your question.',
  },
  edited: {
    zh: '消息改过之后我不会重新回答，请把新的问题再发一遍。',
    en: 'I do not answer edited messages. Please send the question again.',
  },
  empty: {
    zh: '没有收到文字。请直接打字提问，例如“今年的目标是多少”。',
    en: 'I received no text. Please type your question.',
  },
  other: {
    zh: '这种消息我看不了，请把想问的打成文字发给我。',
    en: 'I cannot read this kind of message. Please type your question.',
  },
};

export function notTextNotice(kind: Exclude<IncomingKind, 'text'>, language: Language): string {
  return NOT_TEXT[kind][language];
}

/** `seconds` until the next message is answered again. */
export function tooFastNotice(seconds: number, language: Language): string {
  return language === 'zh'
    ? `您发得太快了，我答不过来。请过${seconds}秒再发，这期间的消息不会回答。`
    : `That is too fast for me. Please wait ${seconds} seconds; messages until then are not answered.`;
}

/** `faultId` stands in the log of staff. */
export function faultNotice(faultId: string, language: Language): string {
  return language === 'zh'
    ? `抱歉，系统出了点问题，这次没能回答。请稍后再试；需要反馈时请提供编号 ${faultId}。`
    : `Sorry, something went wrong on our side. Please try again later; to report it, give the number ${faultId}.`;
}

const NOTICES = {
  off: {
    zh: '问报在这里暂停服务，请过些时候再来。急事请拨打12345政务服务热线。',
    en: 'The service is paused here. Please come back later, or call 12345 for urgent matters.',
  },
  'new-topic': { zh: '好的，我们换个话题。请提问。', en: 'All right, a new topic. Please ask.' },
  forgotten: {
    zh: '您在这里留下的提问和记录都已删除。',
    en: 'Everything you left here has been deleted.',
  },
  'thanks-for-feedback': {
    zh: '谢谢，您的评价已经记下。',
    en: 'Thank you, your feedback has been noted.',
  },
  'nothing-yet': {
    zh: '没有找到对应的回答，可能时间太久了。请重新提问。',
    en: 'There is no answer to go with that any more. Please ask again.',
  },
} as const satisfies Record<string, Words>;

export function notice(kind: keyof typeof NOTICES, language: Language): string {
  return NOTICES[kind][language];
}

/** Instead of a statement, where staff let only the report's own words through. */
export function quotesOnly(language: Language): string {
  return language === 'zh' ? '报告原文是这样写的：' : 'The report says:';
}
