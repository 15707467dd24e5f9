import { afterEach, describe, expect, it } from 'vitest';
import {
  createTelegramChannel,
  type TelegramCollaborators,
} from '../../../src/channels/telegram/telegram-channel.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { type MadeConverse, makeConverse } from '../../conversation/make-converse.ts';
import { BAD_ENTITIES, BLOCKED, INTERNAL, tooManyRequests } from './bot-api-fault.ts';
import { startFakeBotApi } from './fake-bot-api.ts';
import { holdBack } from './hold-back.ts';
import { messageUpdate } from './make-update.ts';
import { type OpenTelegram, openTelegram, type TelegramOptions } from './open-telegram.ts';
import type { UpdateBody } from './update-queue.ts';

const QUESTION = '去年新建了几座公园';

describe('Telegram in trouble', () => {
  let telegram: OpenTelegram;
  let made: MadeConverse;
  afterEach(() => telegram.close());

  async function open(options?: TelegramOptions): Promise<void> {
    made = makeConverse();
    telegram = await openTelegram(made.converse, options);
  }

  const sends = () => telegram.api.calls.filter(({ method }) => method === 'sendMessage');

  it('too many requests: the answer waits as long as it is told to', async () => {
    await open();
    telegram.api.fail('sendMessage', tooManyRequests(1));
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(sends().map(({ status }) => status)).toEqual([429, 200]);
    expect(telegram.texts(77)).toHaveLength(1);
  });

  it('too many requests again and again: it gives up, tells staff, and answers the next', async () => {
    await open();
    telegram.api.fail('sendMessage', tooManyRequests(0), 4);
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toEqual([]);
    expect(telegram.lines).toEqual([expect.stringContaining('refused sendMessage with 429')]);
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(1);
  });

  it('too long to wait: it gives up at once', async () => {
    await open();
    telegram.api.fail('sendMessage', tooManyRequests(3600));
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(sends().map(({ status }) => status)).toEqual([429]);
  });

  it.each([
    ['an internal error', INTERNAL],
    ['a cut line', 'hang-up'],
    ['a page instead of an answer', 'no-json'],
  ] as const)('%s: it tries again', async (_name, fault) => {
    await open();
    telegram.api.fail('sendMessage', fault, 2);
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(1);
    expect(telegram.lines).toEqual([]);
  });

  it('an internal error that stays: it gives up after three tries and goes on', async () => {
    await open();
    telegram.api.fail('sendMessage', INTERNAL, 3);
    await telegram.hear(messageUpdate(77, QUESTION));
    await telegram.hear(messageUpdate(78, QUESTION));
    expect(sends().map(({ status }) => status)).toEqual([500, 500, 500, 200]);
    expect(telegram.lines).toEqual([expect.stringContaining('500')]);
  });

  it('entities refused: the words come through without them, the buttons too', async () => {
    await open();
    telegram.api.fail('sendMessage', BAD_ENTITIES);
    await telegram.hear(messageUpdate(77, QUESTION));
    const [answer] = telegram.api.shown(77);
    expect(answer?.text).toContain('新建口袋公园3座');
    expect(answer?.entities).toBeUndefined();
    expect(JSON.stringify(answer?.reply_markup)).toContain('原文');
  });

  it('an address refused: the words and the other buttons come through', async () => {
    await open({ publicUrl: 'ftp://nowhere' });
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(1);
    expect(JSON.stringify(telegram.lastMessage(77).reply_markup)).not.toContain('nowhere');
  });

  it('everything refused: one plain try, a line for staff, and on', async () => {
    await open();
    telegram.api.fail('sendMessage', BAD_ENTITIES, 2);
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(sends()).toHaveLength(2);
    expect(telegram.lines).toHaveLength(2);
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(1);
  });

  it('blocked: no further try, not even for the rest of a long answer, until the person writes again', async () => {
    await open();
    telegram.api.fail('sendMessage', BLOCKED);
    await telegram.hear(messageUpdate(77, '产业园清单'));
    expect(sends()).toHaveLength(1);
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(1);
  });

  it('blocked while the answer was being found: it is not sent at all', async () => {
    const held = holdBack(makeConverse().converse);
    telegram = await openTelegram(held.converse, { timing: { confirmAfterMs: 0 } });
    const { api } = telegram;
    api.receive(messageUpdate(77, 'held'));
    await api.until(() => api.calls.some(({ method }) => method === 'sendChatAction'));
    const kicked = api.receive(membership('kicked'));
    await api.until(() => api.confirmed() > kicked);
    held.release();
    await telegram.channel.stop(30_000);
    expect(sends()).toEqual([]);
    await telegram.channel.start(() => {});
    await telegram.hear(membership('member'), messageUpdate(77, QUESTION));
    await api.until(() => telegram.texts(77).length === 1);
  });

  it('an answer to a poll that is lost: what it held is delivered again and answered once', async () => {
    await open();
    telegram.api.fail('getUpdates', 'answer-lost');
    // The poll under way is not the one that is lost: this ends it.
    await telegram.hear(messageUpdate(77, '你好'));
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(2);
  });

  it('a fault of our own between the reply and the sending: an apology with the number that staff see', async () => {
    const broken = { kind: 'answer', answer: { kind: 'answer', statement: '秘密' } } as unknown as Reply;
    telegram = await openTelegram(async () => ({ reply: broken, repeated: false, sent: async () => {} }));
    await telegram.hear(messageUpdate(77, QUESTION));
    const [, number] = /编号 (T\d+)。$/u.exec(telegram.texts(77)[0] ?? '') ?? [];
    expect(telegram.lines).toEqual([expect.stringMatching(new RegExp(`${number} .*TypeError +at `, 'u'))]);
    expect(telegram.lines[0]).not.toContain('秘密');
  });

  it('says to staff what went wrong, without a word of the person, the answer or the token', async () => {
    await open();
    const { api } = telegram;
    api.fail('sendMessage', 'hang-up', 3);
    api.fail('getUpdates', 'hang-up');
    await telegram.hear(messageUpdate(77, `${QUESTION}，我的手机号13800138000`));
    expect(telegram.lines.length).toBeGreaterThan(0);
    expect(telegram.lines.join('\n')).not.toMatch(/公园|138|3座|fake-token|\b77\b/u);
  });
});

function membership(status: string): UpdateBody {
  return { my_chat_member: { chat: { id: 77, type: 'private' }, new_chat_member: { status } } };
}

describe('Telegram that does not let the bot in', () => {
  const build = (apiRoot: string, token: string, webhook: Partial<TelegramCollaborators> = {}) =>
    createTelegramChannel({
      token,
      apiRoot,
      publicUrl: null,
      webhookSecret: null,
      ...webhook,
      converse: makeConverse().converse,
      log: () => {},
      timing: { retryDelaysMs: [] },
    });

  it('a wrong token: says which key is wrong, and not the token', async () => {
    const api = await startFakeBotApi();
    const failed = build(api.root, '4200:other').start(() => {});
    await expect(failed).rejects.toMatchObject({
      code: 'config',
      message: expect.stringMatching(/^TELEGRAM_BOT_TOKEN: (?!.*other)/u),
    });
    await api.close();
  });

  it('no way to Telegram: says where it was looked for, and not the token', async () => {
    const api = await startFakeBotApi();
    await api.close();
    await expect(build(api.root, '4200:secret').start(() => {})).rejects.toMatchObject({
      code: 'channel',
      message: expect.stringMatching(/TELEGRAM_API_ROOT/u),
    });
    await expect(build(api.root, '4200:secret').start(() => {})).rejects.not.toMatchObject({
      message: expect.stringContaining('secret'),
    });
  });

  it('another no: says what Telegram said', async () => {
    const api = await startFakeBotApi();
    api.fail('deleteWebhook', tooManyRequests(3600));
    await expect(build(api.root, api.token).start(() => {})).rejects.toMatchObject({
      code: 'channel',
      message: expect.stringContaining('429'),
    });
    await api.close();
  });

  it.each([null, 'http://bot.example'])('a webhook without a public https address: %j', (publicUrl) => {
    expect(() => build('http://127.0.0.1', '4200:x', { publicUrl, webhookSecret: 's' })).toThrow(
      /PUBLIC_URL/u,
    );
  });

  it('a menu that cannot be set keeps nobody from being answered', async () => {
    const telegram = await openTelegram(makeConverse().converse, {
      before: (api) => api.fail('setMyCommands', INTERNAL, 9),
    });
    await telegram.hear(messageUpdate(77, QUESTION));
    expect(telegram.texts(77)).toHaveLength(1);
    expect(telegram.lines[0]).toContain('setMyCommands');
    await telegram.close();
  });
});
