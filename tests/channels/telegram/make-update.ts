import type { UpdateBody } from './update-queue.ts';

/** Who the fake's bot is. */
export const BOT = { id: 4_200, is_bot: true, first_name: '问报', username: 'wenbao_bot' } as const;

/** A group, a supergroup with topics, and what may be said of a message in them. */
export interface MessageOptions {
  readonly chat?: 'private' | 'group' | 'supergroup';
  /** Topic of a forum. */
  readonly topic?: number;
  /** Who writes; in a private chat the chat has the same id. */
  readonly person?: number;
  readonly language?: string;
  /** Fields that replace or join those of the message: photo, voice, reply_to_message … */
  readonly fields?: UpdateBody;
}

let nextMessageId = 1;

/** A message as Telegram delivers it; `chatId` is negative for groups. */
export function makeMessage(
  chatId: number,
  text: string | null,
  {
    chat = 'private',
    topic,
    person = Math.abs(chatId),
    language = 'zh-hans',
    fields = {},
  }: MessageOptions = {},
): UpdateBody {
  const commands = text === null ? [] : commandEntities(text);
  return {
    message_id: nextMessageId++,
    date: 1_764_000_000,
    chat: {
      id: chatId,
      type: chat,
      ...(chat === 'private' ? { first_name: '张三' } : { title: '社区群' }),
      ...(topic === undefined ? {} : { is_forum: true }),
    },
    from: { id: person, is_bot: false, first_name: '张三', language_code: language },
    ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true }),
    ...(text === null ? {} : { text }),
    ...(commands.length === 0 ? {} : { entities: commands }),
    ...fields,
  };
}

/** A message, wrapped as an update. */
export function messageUpdate(chatId: number, text: string | null, options?: MessageOptions): UpdateBody {
  return { message: makeMessage(chatId, text, options) };
}

/** A press of a button below a message of the bot. */
export function pressUpdate(id: string, message: UpdateBody, data: string, person?: number): UpdateBody {
  const { chat } = message as { chat: { id: number } };
  return {
    callback_query: {
      id,
      from: {
        id: person ?? Math.abs(chat.id),
        is_bot: false,
        first_name: '张三',
        language_code: 'zh-hans',
      },
      message,
      chat_instance: '1',
      data,
    },
  };
}

function commandEntities(text: string): readonly UpdateBody[] {
  const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0];
  return command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }];
}
