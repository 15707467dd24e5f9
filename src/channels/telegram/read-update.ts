import { z } from 'zod';
import type { IncomingKind } from '../../domain/incoming.ts';
import type { Language } from '../../domain/question.ts';
import type { Rows } from './keyboard.ts';
import { type BotIdentity, type MarkedStretch, readAddressing } from './read-addressing.ts';

/** Where an answer goes: a chat, and in a forum the topic of it. */
export interface Place {
  readonly chatId: number;
  readonly topic: number | null;
  /** In a group an answer points at the message it answers. */
  readonly group: boolean;
}

interface Sent {
  readonly updateId: number;
  readonly place: Place;
  /** Null for what a group or channel writes in its own name. */
  readonly personId: number | null;
  /** The language of the person's Telegram. */
  readonly language: Language;
  readonly messageId: number;
}

/** A message to the bot, its own name taken out of the words. */
export interface TelegramMessage extends Sent {
  readonly kind: 'message';
  readonly content: IncomingKind;
  readonly text: string;
  /** `start` of `/start hello`, lower case, or null; `text` then holds what follows it. */
  readonly command: string | null;
  /** Pictures sent together come as messages of their own that share this; null for all others. */
  readonly album: string | null;
}

/** A press of a button below a message of the bot; `messageId` is that message's. */
export interface ButtonPress extends Sent {
  readonly kind: 'press';
  readonly pressId: string;
  readonly data: string;
  /** What stands on the pressed button; null where Telegram no longer shows the message. */
  readonly label: string | null;
  /** All buttons below the message. */
  readonly rows: Rows;
}

/** A person stopped the bot, or started it again. */
interface Membership {
  readonly kind: 'membership';
  readonly updateId: number;
  readonly chatId: number;
  readonly blocked: boolean;
}

/** What the bot has to do with; everything else that Telegram delivers is none of its business. */
export type TelegramEvent = TelegramMessage | ButtonPress | Membership;

/** Updates that are asked for. https://core.telegram.org/bots/api#update */
export const UPDATE_KINDS = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

const person = z.object({
  id: z.int(),
  is_bot: z.boolean().catch(false),
  language_code: z.string().catch(''),
});
const chat = z.object({ id: z.int(), type: z.enum(['private', 'group', 'supergroup']) });
const entity = z.object({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
  user: z.object({ id: z.int() }).optional().catch(undefined),
});
const entities = z.array(z.unknown()).catch([]).transform(keepWhole);
const message = z.looseObject({
  message_id: z.int(),
  chat,
  from: person.optional().catch(undefined),
  sender_chat: z.unknown().optional(),
  text: z.string().optional().catch(undefined),
  caption: z.string().optional().catch(undefined),
  entities,
  caption_entities: entities,
  media_group_id: z.string().optional().catch(undefined),
  message_thread_id: z.int().optional().catch(undefined),
  is_topic_message: z.boolean().catch(false),
  reply_to_message: z
    .object({ from: person.optional().catch(undefined), forum_topic_created: z.unknown().optional() })
    .optional()
    .catch(undefined),
});
const keyboard = z.object({
  inline_keyboard: z.array(
    z.array(
      z.union([
        z.object({ text: z.string(), callback_data: z.string() }),
        z.object({ text: z.string(), url: z.string() }),
      ]),
    ),
  ),
});
const press = z.object({
  id: z.string().min(1),
  from: person,
  data: z.string().min(1),
  message: z.object({
    message_id: z.int(),
    chat,
    message_thread_id: z.int().optional().catch(undefined),
    is_topic_message: z.boolean().catch(false),
    reply_markup: keyboard.optional().catch(undefined),
  }),
});
const update = z.object({
  update_id: z.int().nonnegative(),
  message: message.optional().catch(undefined),
  edited_message: message.optional().catch(undefined),
  callback_query: press.optional().catch(undefined),
  my_chat_member: z
    .object({ chat, new_chat_member: z.object({ status: z.string() }) })
    .optional()
    .catch(undefined),
});

/** The fields that make a message a picture, a voice … in the order they are looked for. */
const CONTENT_FIELDS = {
  photo: ['photo', 'live_photo'],
  video: ['video', 'animation', 'video_note'],
  voice: ['voice', 'audio'],
  sticker: ['sticker', 'dice'],
  location: ['location', 'venue'],
  contact: ['contact'],
  file: ['document'],
  other: ['poll', 'story', 'game', 'checklist', 'paid_media', 'gift', 'rich_message'],
} as const satisfies Partial<Record<IncomingKind, readonly string[]>>;

/** Nothing but an address, or several. */
const LINK_ONLY = /^(?:https?:\/\/\S+\s*)+$/i;

/**
 * Reads an update, tolerant of what it does not know. Null where the bot is not meant: other updates, messages
 * of bots, service messages, and in a group whatever neither names the bot nor replies to it.
 */
export function readUpdate(raw: unknown, me: BotIdentity): TelegramEvent | null {
  const parsed = update.safeParse(raw);
  if (!parsed.success) return null;
  const { update_id: updateId, callback_query, my_chat_member } = parsed.data;
  if (callback_query !== undefined) return readPress(updateId, callback_query);
  if (my_chat_member !== undefined) {
    const { chat, new_chat_member: member } = my_chat_member;
    const blocked = member.status === 'kicked' || member.status === 'left';
    return { kind: 'membership', updateId, chatId: chat.id, blocked };
  }
  const sent = parsed.data.message ?? parsed.data.edited_message;
  return sent === undefined ? null : readMessage(updateId, sent, sent !== parsed.data.message, me);
}

function readMessage(
  updateId: number,
  sent: z.infer<typeof message>,
  edited: boolean,
  me: BotIdentity,
): TelegramMessage | null {
  const { from, chat, message_id: messageId } = sent;
  // An administrator may write as the group itself; Telegram then names a bot as the sender.
  const inOwnName = sent.sender_chat === undefined;
  if (from === undefined || (from.is_bot && inOwnName)) return null;
  const group = chat.type !== 'private';
  const addressing = readAddressing(
    sent.text ?? sent.caption ?? '',
    sent.text === undefined ? sent.caption_entities : sent.entities,
    me,
  );
  if (group && !addressing.named && !repliesTo(sent, me)) return null;
  const content = contentOf(sent, addressing.text, edited);
  if (addressing.otherBot || content === null) return null;
  return {
    kind: 'message',
    updateId,
    place: placeOf(chat, sent),
    personId: inOwnName ? from.id : null,
    language: languageOf(from.language_code),
    messageId,
    content,
    text: addressing.text,
    command: edited ? null : addressing.command,
    album: sent.media_group_id ?? null,
  };
}

function readPress(updateId: number, { id, from, data, message }: z.infer<typeof press>): ButtonPress {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const pressed = rows.flat().find((each) => 'callback_data' in each && each.callback_data === data);
  return {
    kind: 'press',
    updateId,
    place: placeOf(message.chat, message),
    personId: from.id,
    language: languageOf(from.language_code),
    messageId: message.message_id,
    pressId: id,
    data,
    label: pressed?.text ?? null,
    rows,
  };
}

/**
 * Null for service messages (somebody joined, a message was pinned …): nobody is speaking; and for changes of
 * what has no words, such as a location that moves on.
 */
function contentOf(sent: z.infer<typeof message>, text: string, edited: boolean): IncomingKind | null {
  if (edited) return text === '' ? null : 'edited';
  if (sent.text !== undefined) return LINK_ONLY.test(text) ? 'link' : text === '' ? 'empty' : 'text';
  for (const [content, fields] of Object.entries(CONTENT_FIELDS)) {
    if (fields.some((field) => sent[field] !== undefined)) return content as keyof typeof CONTENT_FIELDS;
  }
  return null;
}

/** In a topic every message "replies" to the one that opened it: that says nothing of the bot. */
function repliesTo({ reply_to_message: original }: z.infer<typeof message>, me: BotIdentity): boolean {
  return original?.from?.id === me.id && original.forum_topic_created === undefined;
}

function placeOf(
  { id, type }: z.infer<typeof chat>,
  sent: { readonly message_thread_id?: number | undefined; readonly is_topic_message: boolean },
): Place {
  // Outside of forums the field names a thread of replies, which cannot be written to.
  const topic = sent.is_topic_message ? (sent.message_thread_id ?? null) : null;
  return { chatId: id, topic, group: type !== 'private' };
}

function languageOf(code: string): Language {
  return /^en\b/i.test(code) ? 'en' : 'zh';
}

function keepWhole(all: readonly unknown[]): MarkedStretch[] {
  return all.flatMap((one) => {
    const parsed = entity.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}
