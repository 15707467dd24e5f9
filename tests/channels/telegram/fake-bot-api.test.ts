import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INTERNAL, tooManyRequests } from './bot-api-fault.ts';
import { type FakeBotApi, startFakeBotApi } from './fake-bot-api.ts';
import { messageUpdate, pressUpdate } from './make-update.ts';
import type { UpdateBody } from './update-queue.ts';

/** The fake says no where Telegram does: what is tested against it could fail. */
describe('the fake Bot API', () => {
  let api: FakeBotApi;
  beforeEach(async () => {
    api = await startFakeBotApi();
    api.receive(messageUpdate(77, '你好'));
  });
  afterEach(() => api.close());

  async function call(method: string, payload: UpdateBody = {}, token = api.token): Promise<UpdateBody> {
    const response = await fetch(`${api.root}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    });
    return (await response.json()) as UpdateBody;
  }

  const send = (payload: UpdateBody) => call('sendMessage', { chat_id: 77, text: '好', ...payload });

  it('takes a message at the limits and shows it', async () => {
    const text = '好'.repeat(4096);
    const entities = [{ type: 'bold', offset: 0, length: 4096 }];
    const keyboard = [[{ text: '一', callback_data: 'x'.repeat(64) }]];
    await expect(
      send({ text, entities, reply_markup: { inline_keyboard: keyboard } }),
    ).resolves.toMatchObject({
      ok: true,
      result: { text },
    });
    expect(api.shown(77)).toMatchObject([{ text, entities }]);
  });

  it.each([
    ['a chat it does not know', { chat_id: 78 }, 'chat not found'],
    ['an empty text', { text: ' ' }, 'text is empty'],
    ['a text of 4,097 units', { text: '好'.repeat(4097) }, 'too long'],
    ['an entity behind the text', { entities: [{ type: 'bold', offset: 0, length: 2 }] }, 'behind the text'],
    ['an empty entity', { entities: [{ type: 'bold', offset: 0, length: 0 }] }, 'offset or length'],
    [
      'half a character',
      { text: '👍', entities: [{ type: 'bold', offset: 1, length: 1 }] },
      'inside a character',
    ],
    [
      'crossing entities',
      {
        text: '一二三',
        entities: [
          { type: 'bold', offset: 0, length: 2 },
          { type: 'italic', offset: 1, length: 2 },
        ],
      },
      'cross',
    ],
    ['65 bytes behind a button', { reply_markup: button({ callback_data: 'x'.repeat(65) }) }, 'BUTTON_DATA'],
    ['a button that does nothing', { reply_markup: button({}) }, 'Text buttons'],
    ['a button with no address', { reply_markup: button({ url: 'report page' }) }, 'BUTTON_URL'],
    ['a topic that is not there', { message_thread_id: 5 }, 'thread not found'],
    ['a reply to nothing', { reply_parameters: { message_id: 5 } }, 'replied not found'],
  ])('refuses %s', async (_name, payload, description) => {
    await expect(send(payload)).resolves.toMatchObject({
      ok: false,
      error_code: 400,
      description: expect.stringContaining(description),
    });
    expect(api.shown(77)).toEqual([]);
  });

  it('refuses a wrong token, an unknown method, a second answer to one press', async () => {
    await expect(call('getMe', {}, '4200:wrong')).resolves.toMatchObject({ error_code: 401 });
    await expect(call('getMoon')).resolves.toMatchObject({ error_code: 404 });
    api.receive(pressUpdate('p1', { chat: { id: 77, type: 'private' }, message_id: 3 }, 'up'));
    await expect(call('answerCallbackQuery', { callback_query_id: 'p1' })).resolves.toMatchObject({
      ok: true,
    });
    await expect(call('answerCallbackQuery', { callback_query_id: 'p1' })).resolves.toMatchObject({
      error_code: 400,
    });
  });

  it('edits a message, and refuses an edit that changes nothing', async () => {
    const { result } = await send({ text: '旧' });
    const { message_id } = result as { message_id: number };
    const edit = { chat_id: 77, message_id, text: '新' };
    await expect(call('editMessageText', edit)).resolves.toMatchObject({ ok: true });
    expect(api.shown(77)).toMatchObject([{ text: '新' }]);
    await expect(call('editMessageText', edit)).resolves.toMatchObject({
      description: expect.stringContaining('not modified'),
    });
  });

  it('delivers again what was not confirmed, and ends a poll when another begins', async () => {
    const first = await call('getUpdates');
    await expect(call('getUpdates')).resolves.toEqual(first);
    const [{ update_id }] = first.result as [{ update_id: number }];
    const polls = [1, 2].map(() => call('getUpdates', { offset: update_id + 1, timeout: 30 }));
    await expect(Promise.race(polls)).resolves.toMatchObject({ error_code: 409 });
    api.receive(messageUpdate(77, '第二句'));
    await expect(Promise.all(polls)).resolves.toContainEqual({
      ok: true,
      result: [expect.objectContaining({ message: expect.objectContaining({ text: '第二句' }) })],
    });
  });

  it('answers with the faults of the script, then as before', async () => {
    api.fail('sendMessage', tooManyRequests(3));
    api.fail('sendMessage', INTERNAL);
    await expect(send({})).resolves.toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
    await expect(send({})).resolves.toMatchObject({ error_code: 500 });
    api.fail('sendMessage', 'hang-up');
    await expect(send({})).rejects.toThrow();
    expect(api.shown(77)).toEqual([]);
    await expect(send({})).resolves.toMatchObject({ ok: true });
  });

  it('refuses to the blocked, and polls no webhook', async () => {
    api.state.blocked.add(77);
    await expect(send({})).resolves.toMatchObject({ error_code: 403 });
    await expect(call('setWebhook', { url: 'http://bot.example/x' })).resolves.toMatchObject({
      error_code: 400,
    });
    await call('setWebhook', { url: 'https://bot.example/x', secret_token: 's' });
    await expect(call('getUpdates')).resolves.toMatchObject({ error_code: 409 });
  });
});

function button(fields: UpdateBody): UpdateBody {
  return { inline_keyboard: [[{ text: '一', ...fields }]] };
}
