import type { Action } from '../domain/incoming.ts';

/** What people type instead of pressing a button; compared without blanks, quotes around it and closing marks. */
const WORDS: Readonly<Record<string, Action>> = {
  原文: { kind: 'source' },
  出处: { kind: 'source' },
  看原文: { kind: 'source' },
  继续: { kind: 'repeat' },
  继续看: { kind: 'repeat' },
  继续查看: { kind: 'repeat' },
  下一段: { kind: 'repeat' },
  新话题: { kind: 'new-topic' },
  换个话题: { kind: 'new-topic' },
  忘记我: { kind: 'forget-me' },
  '👍': { kind: 'feedback', verdict: 'up' },
  有用: { kind: 'feedback', verdict: 'up' },
  '👎': { kind: 'feedback', verdict: 'down' },
  没用: { kind: 'feedback', verdict: 'down' },
};

const BLANKS = /\s|\u200b|\u200c|\u200d|\ufe0e|\ufe0f|\p{Emoji_Modifier}/gu;
/** Whoever is told to reply “继续” may type the quotes too. */
const START = /^[“”"‘’'「『]+/u;
const END = /[。．.!！~～“”"‘’'」』]+$/u;
const CIRCLED = ['①', '②', '③'];
/** 👎 数字不对: the reason behind the thumb. */
const DOWN_WITH_REASON = /^👎(.+)$/u;

/** The action that a typed message asks for, or null where it is a question; numbers only after suggestions. */
export function readAction(text: string, suggestions: number): Action | null {
  const word = text.replace(BLANKS, '').replace(START, '').replace(END, '');
  const action = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (action !== undefined) return action;
  const number = CIRCLED.includes(word) ? CIRCLED.indexOf(word) + 1 : Number(word.normalize('NFKC'));
  if (/^[1-9①-③１-９]$/u.test(word) && number <= suggestions) return { kind: 'suggestion', number };
  const [, reason] = DOWN_WITH_REASON.exec(word) ?? [];
  return reason === undefined ? null : { kind: 'feedback', verdict: 'down', reason };
}
