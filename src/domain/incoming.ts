import type { Language } from './question.ts';

/** Where people write to the bot; each name is also what safe mode, the log and the staff page call it. */
export type ChannelName = 'telegram' | 'wechat' | 'wecom' | 'web';

/** What sort of message came; only `text` is read, the others get a short reply of their own. */
export type IncomingKind =
  | 'text'
  | 'photo'
  | 'voice'
  | 'video'
  | 'sticker'
  | 'link'
  | 'location'
  | 'contact'
  | 'file'
  | 'edited'
  | 'empty'
  | 'other';

/**
 * What a button, a menu or a word (原文, 1, 👍, 新话题, 忘记我 …) asks for instead of a question. `receipt` names the
 * answer it belongs to; without it the last one is meant. Words are read by `conversation/read-action.ts`, so a
 * channel only fills this in for buttons and commands.
 */
export type Action =
  | { readonly kind: 'start' }
  | { readonly kind: 'help' }
  | { readonly kind: 'about' }
  /** The whole passages around the quotes. */
  | { readonly kind: 'source'; readonly receipt?: number }
  /** Asks the nth suggested question, 1-based. */
  | { readonly kind: 'suggestion'; readonly number: number; readonly receipt?: number }
  | {
      readonly kind: 'feedback';
      readonly verdict: 'up' | 'down';
      readonly reason?: string;
      readonly receipt?: number;
    }
  /** The last reply once more (继续): a channel that cut it, or could not deliver it in time, shows the rest. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'new-topic' }
  /** Deletes everything that is kept of the person, in this channel. */
  | { readonly kind: 'forget-me' };

/** One message as a channel received it. */
export interface Incoming {
  readonly channel: ChannelName;
  /** The platform's own id of the person; it is hashed at once and never stored. */
  readonly personId: string;
  /** The platform's own id of the chat; another than the person's in a group, else the same is fine. */
  readonly conversationId: string;
  /** The same for every delivery of one message, another for every other message of the conversation. */
  readonly messageId: string;
  readonly kind: IncomingKind;
  /** What was typed; '' where the message holds no words. */
  readonly text: string;
  readonly action?: Action;
  /** What the platform says of the person's language; Chinese where it says nothing. */
  readonly language?: Language;
}
