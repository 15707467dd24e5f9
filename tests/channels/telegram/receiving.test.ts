import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer } from '../../../src/channels/http-server.ts';
import { type MadeConverse, makeConverse } from '../../conversation/make-converse.ts';
import { INTERNAL } from './bot-api-fault.ts';
import { holdBack } from './hold-back.ts';
import { messageUpdate } from './make-update.ts';
import { type OpenTelegram, openTelegram } from './open-telegram.ts';

const QUESTION = '去年新建了几座公园';

describe('polling', () => {
  let telegram: OpenTelegram;
  let made: MadeConverse;
  beforeEach(() => {
    made = makeConverse();
  });
  afterEach(() => telegram.close());

  it('keeps the order of a chat, and lets other chats overtake', async () => {
    const held = holdBack(made.converse);
    telegram = await openTelegram(held.converse, { timing: { confirmAfterMs: 0 } });
    const { api } = telegram;
    for (const text of ['held一', '二', '三']) api.receive(messageUpdate(77, text));
    api.receive(messageUpdate(78, '四'));
    await api.until(() => telegram.texts(78).length === 1);
    expect(telegram.texts(77)).toEqual([]);
    held.release();
    await api.until(() => telegram.texts(77).length === 3);
    expect(telegram.texts(77).map((text) => text.split('的回答')[0])).toEqual(['“held一”', '“二”', '“三”']);
  });

  it('confirms nothing that is not dealt with: after a crash it would be delivered again', async () => {
    const held = holdBack(made.converse);
    telegram = await openTelegram(held.converse);
    const { api } = telegram;
    const id = api.receive(messageUpdate(77, 'held'));
    await api.until(() => api.calls.some(({ method }) => method === 'sendChatAction'));
    expect(api.confirmed()).toBeLessThanOrEqual(id);
    held.release();
    await api.until(() => api.confirmed() > id);
    expect(telegram.texts(77)).toHaveLength(1);
  });

  it('a graceful stop answers what was taken, and confirms it', async () => {
    const held = holdBack(made.converse);
    telegram = await openTelegram(held.converse, { timing: { confirmAfterMs: 0 } });
    const { api, channel } = telegram;
    const ids = [77, 78, 79].map((chat) => api.receive(messageUpdate(chat, 'held')));
    await api.until(() => api.confirmed() > Math.max(...ids));
    const stopping = channel.stop(30_000);
    api.receive(messageUpdate(80, QUESTION));
    held.release();
    await stopping;
    for (const chat of [77, 78, 79]) expect(telegram.texts(chat)).toHaveLength(1);
    expect(telegram.texts(80)).toEqual([]);
    // What came after the stop waits at Telegram for the next start.
    expect(api.state.queue.waiting).toHaveLength(1);
    await channel.start(() => {});
    await api.until(() => telegram.texts(80).length === 1);
  });

  it('a stop whose deadline passes leaves unconfirmed what is not answered', async () => {
    const held = holdBack(made.converse);
    telegram = await openTelegram(held.converse);
    const { api, channel } = telegram;
    await telegram.hear(messageUpdate(77, QUESTION));
    const id = api.receive(messageUpdate(78, 'held'));
    await held.taken;
    await channel.stop(0);
    expect(telegram.lines).toEqual([expect.stringContaining('1 messages were not answered in time')]);
    expect(api.confirmed()).toBeLessThanOrEqual(id);
    expect(api.state.queue.waiting).toMatchObject([{ message: { text: 'held' } }]);
    held.release();
    await api.until(() => telegram.texts(78).length === 1);
  });

  it('goes on after a poll that failed', async () => {
    telegram = await openTelegram(made.converse, {
      before: (api) => api.fail('getUpdates', INTERNAL),
    });
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(1);
    expect(telegram.lines).toEqual([expect.stringContaining('getUpdates with 500')]);
  });

  it('stops while it waits to poll again', async () => {
    telegram = await openTelegram(made.converse, {
      before: (api) => api.fail('getUpdates', INTERNAL),
    });
    await telegram.api.until(() => telegram.lines.length > 0);
    await telegram.channel.stop(10_000);
    expect(telegram.crashes).toEqual([]);
  });

  it('a second bot with the same token ends it, once, and it can be started again', async () => {
    telegram = await openTelegram(made.converse);
    const { api, channel, crashes } = telegram;
    await api.until(() => api.calls.some(({ method }) => method === 'setMyCommands'));
    const other = await openTelegram(made.converse, { api });
    await api.until(() => crashes.length === 1);
    expect(crashes).toEqual([expect.objectContaining({ message: expect.stringContaining('409') })]);
    await channel.stop(1_000);
    await other.channel.stop(10_000);
    await channel.start(() => {});
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(1);
    expect(crashes).toHaveLength(1);
  });

  it('may be stopped before it is started, and twice', async () => {
    telegram = await openTelegram(made.converse);
    await telegram.channel.stop(1_000);
    await telegram.channel.stop(1_000);
    expect(telegram.lines).toEqual([]);
  });
});

describe('the webhook', () => {
  const SECRET = 'Secret_of-the-webhook';
  let telegram: OpenTelegram;
  let made: MadeConverse;
  let server: HttpServer;
  let origin: string;
  beforeEach(async () => {
    made = makeConverse();
    telegram = await openTelegram(made.converse, {
      publicUrl: 'https://bot.example',
      webhookSecret: SECRET,
    });
    server = createHttpServer({
      host: '127.0.0.1',
      port: 0,
      routes: telegram.channel.routes.map((route) => ({ channel: 'telegram' as const, route })),
      pages: [],
      states: () => ({ telegram: 'running' }),
      onFault: (fault) => {
        throw fault;
      },
    });
    origin = `http://127.0.0.1:${await server.listen()}`;
  });
  afterEach(async () => {
    await server.close(1_000);
    await telegram.close();
  });

  it('is set with its address, its secret and what it wants to hear, and nothing is polled', async () => {
    const { api } = telegram;
    expect(api.state.webhook).toEqual({ url: 'https://bot.example/telegram', secret: SECRET });
    const set = api.calls.find(({ method }) => method === 'setWebhook');
    expect(set?.payload.allowed_updates).toEqual([
      'message',
      'edited_message',
      'callback_query',
      'my_chat_member',
    ]);
    expect(api.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
  });

  it('answers what Telegram posts, once for each update', async () => {
    const update = messageUpdate(77, QUESTION);
    const id = telegram.api.receive(update);
    await expect(telegram.api.deliver(origin)).resolves.toEqual([200]);
    telegram.api.receive(update, id);
    await expect(telegram.api.deliver(origin)).resolves.toEqual([200]);
    expect(telegram.texts(77)).toHaveLength(1);
    expect(made.asked).toHaveLength(1);
  });

  it.each([undefined, '', 'wrong', `${SECRET}x`, SECRET.slice(1)])(
    'refuses with 401 what does not know the secret: %j',
    async (secret) => {
      const response = await fetch(`${origin}/telegram`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify({ update_id: 1, ...messageUpdate(77, QUESTION) }),
      });
      expect(response.status).toBe(401);
      expect(made.asked).toEqual([]);
    },
  );

  it.each(['', 'update', '[]', '{}', '{"update_id":"1"}', 'null', '{"update_id":1'])(
    'refuses with 400 what is no update: %j',
    async (body) => {
      const headers = { 'x-telegram-bot-api-secret-token': SECRET };
      const response = await fetch(`${origin}/telegram`, { method: 'POST', headers, body });
      expect(response.status).toBe(400);
    },
  );

  it('refuses with 413 what is larger than any update', async () => {
    const headers = { 'x-telegram-bot-api-secret-token': SECRET };
    const body = ' '.repeat(256 * 1024 + 1);
    const response = await fetch(`${origin}/telegram`, { method: 'POST', headers, body });
    expect(response.status).toBe(413);
  });

  it('stays set when the channel stops, and what comes meanwhile is not taken', async () => {
    await telegram.channel.stop(1_000);
    telegram.api.receive(messageUpdate(77, QUESTION));
    await expect(telegram.api.deliver(origin)).resolves.toEqual([503]);
    expect(telegram.api.state.webhook).not.toBeNull();
    await telegram.channel.start(() => {});
    await expect(telegram.api.deliver(origin)).resolves.toEqual([200]);
    expect(telegram.texts(77)).toHaveLength(1);
  });
});
