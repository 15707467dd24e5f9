import {
  createTelegramChannel,
  type TelegramTiming,
} from '../../../src/channels/telegram/telegram-channel.ts';
import type { Converse } from '../../../src/domain/reply.ts';
import { type FakeBotApi, startFakeBotApi } from './fake-bot-api.ts';
import { BOT } from './make-update.ts';
import type { UpdateBody } from './update-queue.ts';

/** The channel, started against a fake Bot API. */
export interface OpenTelegram {
  readonly api: FakeBotApi;
  readonly channel: ReturnType<typeof createTelegramChannel>;
  /** What was said to staff. */
  readonly lines: readonly string[];
  /** What ended the channel, where something did. */
  readonly crashes: readonly unknown[];
  /** What the chat shows of the bot, as text. */
  texts(chatId: number): readonly string[];
  /** The last message that the chat shows, as an update would hold it. */
  lastMessage(chatId: number): UpdateBody;
  /** Receives an update, and resolves when the bot polls for what comes after it. */
  hear(...updates: readonly UpdateBody[]): Promise<void>;
  close(): Promise<void>;
}

export interface TelegramOptions {
  readonly publicUrl?: string | null;
  readonly webhookSecret?: string | null;
  readonly timing?: Partial<TelegramTiming>;
  /** Another channel's server, which that one closes. */
  readonly api?: FakeBotApi;
  /** Before the channel starts. */
  readonly before?: (api: FakeBotApi) => void;
}

/** Starts both; retries are made without a pause, and an update is confirmed once it is dealt with. */
export async function openTelegram(
  converse: Converse,
  { publicUrl = null, webhookSecret = null, timing, api: shared, before }: TelegramOptions = {},
): Promise<OpenTelegram> {
  const api = shared ?? (await startFakeBotApi());
  const lines: string[] = [];
  const crashes: unknown[] = [];
  const channel = createTelegramChannel({
    token: api.token,
    apiRoot: api.root,
    publicUrl,
    webhookSecret,
    converse,
    log: (line) => lines.push(line),
    timing: { retryDelaysMs: [0, 0], confirmAfterMs: 20_000, ...timing },
  });
  before?.(api);
  await channel.start((fault) => crashes.push(fault));
  return {
    api,
    channel,
    lines,
    crashes,
    texts: (chatId) => api.shown(chatId).map(({ text }) => text),
    lastMessage(chatId) {
      const message = api.shown(chatId).at(-1);
      if (message === undefined) throw new Error(`nothing is shown in chat ${chatId}`);
      const chat = { id: chatId, type: chatId < 0 ? 'supergroup' : 'private' };
      return { ...message, chat, from: BOT, date: 1_764_000_001 };
    },
    async hear(...updates) {
      const ids = updates.map((update) => api.receive(update));
      await api.until(() => api.confirmed() > Math.max(...ids));
    },
    async close() {
      await channel.stop(10_000);
      if (shared === undefined) await api.close();
    },
  };
}
