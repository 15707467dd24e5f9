import { BLOCKED, BotApiRefusal, badRequest } from './bot-api-fault.ts';
import { checkCommands, checkEntities, checkMarkup, checkText, isRecord } from './check-message.ts';
import { BOT } from './make-update.ts';
import type { UpdateBody, UpdateQueue, Webhook } from './update-queue.ts';

/** A message as the chat shows it now, edits included. */
export interface ShownMessage {
  readonly message_id: number;
  readonly chat: { readonly id: number };
  readonly text: string;
  readonly entities?: readonly UpdateBody[];
  readonly reply_markup?: UpdateBody;
  readonly message_thread_id?: number;
  readonly reply_to_message?: { readonly message_id: number };
}

/** What the server knows; the tests look at it and change it. */
export interface BotApiState {
  readonly queue: UpdateQueue;
  /** Chats that the bot may write to; a forum lists its topics. */
  readonly chats: Map<number, { readonly topics: Set<number> }>;
  readonly blocked: Set<number>;
  /** Messages of people, by chat: what a reply may point at. */
  readonly received: Map<number, Set<number>>;
  readonly shown: ShownMessage[];
  /** Presses that wait for their answer. */
  readonly presses: Set<string>;
  readonly commands: Map<string, readonly UpdateBody[]>;
  webhook: Webhook | null;
}

type Method = (payload: UpdateBody, state: BotApiState) => unknown;

const CHAT_ACTIONS = ['typing', 'upload_document', 'choose_sticker', 'find_location'];
const CONFLICT =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete it";
/** Telegram's own ids begin anywhere; these do not look like those of people's messages. */
let nextMessageId = 900_001;

/** The methods the fake has; any other is answered with 404. https://core.telegram.org/bots/api#available-methods */
export const METHODS: Readonly<Record<string, Method>> = {
  getMe: () => BOT,
  getUpdates(payload, { queue, webhook }) {
    if (webhook !== null) throw new BotApiRefusal({ error_code: 409, description: CONFLICT });
    return queue.take(payload);
  },
  setWebhook({ url, secret_token: secret, drop_pending_updates: drop }, state) {
    if (typeof url !== 'string' || !URL.canParse(url) || new URL(url).protocol !== 'https:')
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    if (secret !== undefined && !/^[\w-]{1,256}$/.test(String(secret)))
      throw badRequest('secret token contains unallowed characters');
    if (drop === true) state.queue.clear();
    state.webhook = { url, secret: typeof secret === 'string' ? secret : undefined };
    state.queue.release();
    return true;
  },
  deleteWebhook({ drop_pending_updates: drop }, state) {
    if (drop === true) state.queue.clear();
    state.webhook = null;
    return true;
  },
  setMyCommands({ commands, language_code: language = '', scope }, { commands: menus }) {
    if (typeof language !== 'string' || !/^(?:[a-z]{2})?$/.test(language))
      throw badRequest('invalid language code specified');
    if (scope !== undefined && !isRecord(scope)) throw badRequest("can't parse BotCommandScope");
    menus.set(language, checkCommands(commands));
    return true;
  },
  sendChatAction({ chat_id: chat, action, message_thread_id: topic }, state) {
    findChat(chat, topic, state);
    if (!CHAT_ACTIONS.includes(String(action))) throw badRequest('wrong parameter action in request');
    return true;
  },
  sendMessage(payload, state) {
    const { chat_id: chat, message_thread_id: topic, reply_parameters: reply } = payload;
    const id = findChat(chat, topic, state);
    const text = checkText(payload.text);
    const entities = checkEntities(payload.entities, text);
    const markup = checkMarkup(payload.reply_markup);
    const target = replyTarget(reply, id, state);
    const message: ShownMessage = {
      message_id: nextMessageId++,
      chat: { id },
      text,
      ...(entities.length === 0 ? {} : { entities }),
      ...(markup === undefined ? {} : { reply_markup: markup }),
      ...(typeof topic === 'number' ? { message_thread_id: topic } : {}),
      ...(target === null ? {} : { reply_to_message: { message_id: target } }),
    };
    state.shown.push(message);
    return { ...message, date: 1_764_000_000, from: BOT };
  },
  editMessageText(payload, state) {
    const text = checkText(payload.text);
    const entities = checkEntities(payload.entities, text);
    const markup = checkMarkup(payload.reply_markup);
    return edit(payload, state, ({ reply_markup: _, entities: __, ...message }) => ({
      ...message,
      text,
      ...(entities.length === 0 ? {} : { entities }),
      ...(markup === undefined ? {} : { reply_markup: markup }),
    }));
  },
  editMessageReplyMarkup(payload, state) {
    const markup = checkMarkup(payload.reply_markup);
    return edit(payload, state, ({ reply_markup: _, ...message }) => ({
      ...message,
      ...(markup === undefined ? {} : { reply_markup: markup }),
    }));
  },
  answerCallbackQuery({ callback_query_id: id, text }, { presses }) {
    if (typeof text === 'string' && text.length > 200) throw badRequest('text is too long');
    if (!presses.delete(String(id)))
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    return true;
  },
};

function findChat(chat: unknown, topic: unknown, { chats, blocked }: BotApiState): number {
  const found = typeof chat === 'number' ? chats.get(chat) : undefined;
  if (typeof chat !== 'number' || found === undefined) throw badRequest('chat not found');
  if (blocked.has(chat)) throw new BotApiRefusal(BLOCKED);
  if (topic !== undefined && !found.topics.has(Number(topic))) throw badRequest('message thread not found');
  return chat;
}

function replyTarget(reply: unknown, chat: number, { received, shown }: BotApiState): number | null {
  if (reply === undefined) return null;
  if (!isRecord(reply)) throw badRequest("can't parse reply parameters JSON object");
  const { message_id: id, allow_sending_without_reply: lenient } = reply;
  const known =
    received.get(chat)?.has(Number(id)) ||
    shown.some((message) => message.chat.id === chat && message.message_id === id);
  if (known) return Number(id);
  if (lenient === true) return null;
  throw badRequest('message to be replied not found');
}

function edit(
  { chat_id: chat, message_id: id }: UpdateBody,
  state: BotApiState,
  change: (message: ShownMessage) => ShownMessage,
): ShownMessage {
  findChat(chat, undefined, state);
  const index = state.shown.findIndex((message) => message.chat.id === chat && message.message_id === id);
  const before = state.shown[index];
  if (before === undefined) throw badRequest('message to edit not found');
  const after = change(before);
  if (JSON.stringify(after) === JSON.stringify(before))
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  state.shown[index] = after;
  return after;
}
