import { describe, expect, it } from 'vitest';
import { readUpdate } from '../../../src/channels/telegram/read-update.ts';
import { BOT, type MessageOptions, makeMessage, messageUpdate, pressUpdate } from './make-update.ts';
import type { UpdateBody } from './update-queue.ts';

const GROUP = -1001;
const mention = (text: string): UpdateBody => ({
  entities: [{ type: 'mention', offset: text.indexOf('@'), length: '@wenbao_bot'.length }],
});

function read(update: UpdateBody) {
  return readUpdate({ update_id: 1, ...update }, BOT);
}

function readText(text: string | null, options?: MessageOptions & { readonly at?: number }) {
  return read(messageUpdate(options?.at ?? 77, text, options));
}

describe('a private message', () => {
  it('is read with its place, its person and their language', () => {
    expect(readText('去年GDP多少', { language: 'en-GB' })).toMatchObject({
      kind: 'message',
      updateId: 1,
      place: { chatId: 77, topic: null, group: false },
      personId: 77,
      language: 'en',
      content: 'text',
      text: '去年GDP多少',
      command: null,
    });
  });

  it.each([
    ['photo', { photo: [{ file_id: 'x' }] }],
    ['video', { video: {} }],
    ['voice', { voice: { duration: 3 } }],
    ['sticker', { sticker: {} }],
    ['sticker', { dice: { emoji: '🎲', value: 3 } }],
    ['location', { location: { latitude: 1, longitude: 2 }, venue: {} }],
    ['file', { document: {} }],
    ['contact', { contact: {} }],
    ['other', { poll: {} }],
  ])('with a %s is no text', (content, fields) => {
    expect(readText(null, { fields })).toMatchObject({ content, text: '' });
  });

  it('with a picture keeps the words below it', () => {
    expect(readText(null, { fields: { photo: [], caption: '这是哪条路' } })).toMatchObject({
      content: 'photo',
      text: '这是哪条路',
    });
  });

  it('that was edited says so', () => {
    expect(read({ edited_message: makeMessage(77, '改过的问题') })).toMatchObject({
      text: '改过的问题',
      content: 'edited',
    });
  });

  it('without words that changes is none of our business: a location that moves on', () => {
    const moved = makeMessage(77, null, { fields: { location: { latitude: 1, longitude: 2 } } });
    expect(read({ edited_message: moved })).toBeNull();
  });

  it.each([
    ['https://example.org/a?b=c', 'link'],
    ['https://a.example http://b.example', 'link'],
    ['看看 https://example.org', 'text'],
    ['  ', 'empty'],
  ])('%j is %s', (text, content) => {
    expect(readText(text)).toMatchObject({ content });
  });

  it('of an album says which album', () => {
    const fields = { photo: [], media_group_id: '99' };
    expect(readText(null, { fields })).toMatchObject({ album: '99' });
  });

  it.each([
    ['/start', 'start', ''],
    ['/start report_2018', 'start', 'report_2018'],
    ['/HELP@wenbao_bot', 'help', ''],
    ['/feedback 字太小\n看不清', 'feedback', '字太小\n看不清'],
    ['/路修好了吗', null, '/路修好了吗'],
    ['/', null, '/'],
    ['a /help', null, 'a /help'],
  ])('%j is the command %s', (text, command, rest) => {
    expect(readText(text)).toMatchObject({ command, text: rest });
  });

  it.each([
    ['a pinned message', { pinned_message: {} }],
    ['a joined member', { new_chat_members: [] }],
  ])('is none of our business: %s', (_name, fields) => {
    expect(readText(null, { fields })).toBeNull();
  });

  it('of a bot is none of our business', () => {
    expect(readText('你好', { fields: { from: { id: 5, is_bot: true } } })).toBeNull();
  });
});

describe('a message in a group', () => {
  const at = GROUP;
  const chat = 'supergroup';

  it('that does not speak to the bot is none of our business', () => {
    expect(readText('今晚吃啥', { at, chat })).toBeNull();
    expect(readText('/help', { at, chat })).toBeNull();
  });

  it.each([
    ['@wenbao_bot 去年GDP多少', '去年GDP多少'],
    ['请问@WENBAO_bot 去年GDP多少', '请问 去年GDP多少'],
    ['去年GDP多少 @wenbao_bot？', '去年GDP多少？'],
    ['@wenbao_bot', ''],
  ])('%j is read without the name', (text, rest) => {
    expect(readText(text, { at, chat, fields: mention(text) })).toMatchObject({
      text: rest,
      place: { chatId: GROUP, topic: null, group: true },
    });
  });

  it('may name the bot by a link to it', () => {
    const entities = [{ type: 'text_mention', offset: 0, length: 2, user: { id: BOT.id } }];
    expect(readText('问报 修路', { at, chat, fields: { entities } })).toMatchObject({ text: '修路' });
  });

  it('that names somebody else is none of our business', () => {
    const text = '@other_bot1 去年GDP多少';
    expect(readText(text, { at, chat, fields: mention(text) })).toBeNull();
    expect(readText('/help@other_bot', { at, chat })).toBeNull();
  });

  it('that replies to the bot is read', () => {
    const fields = { reply_to_message: { message_id: 3, from: BOT } };
    expect(readText('那今年呢', { at, chat, fields })).toMatchObject({ text: '那今年呢' });
  });

  it('of a topic that the bot opened speaks to everybody', () => {
    const fields = { reply_to_message: { message_id: 3, from: BOT, forum_topic_created: {} } };
    expect(readText('大家好', { at, chat, topic: 9, fields })).toBeNull();
  });

  it('says its topic, but not the thread of replies it belongs to', () => {
    const text = '@wenbao_bot 修路';
    expect(readText(text, { at, chat, topic: 9, fields: mention(text) })).toMatchObject({
      place: { topic: 9 },
    });
    expect(readText(text, { at, chat, fields: { ...mention(text), message_thread_id: 9 } })).toMatchObject({
      place: { topic: null },
    });
  });

  it('of an administrator who writes as the group is read, and has no person', () => {
    const text = '@wenbao_bot 修路';
    const from = { id: 1_087_968_824, is_bot: true };
    const fields = { ...mention(text), from, sender_chat: { id: GROUP } };
    expect(readText(text, { at, chat, fields })).toMatchObject({ personId: null, text: '修路' });
  });
});

describe('a press of a button', () => {
  const keyboard = {
    inline_keyboard: [
      [{ text: '今年的目标是多少', callback_data: 'ask:1' }],
      [{ text: '👍', callback_data: 'up' }],
    ],
  };

  it('is read with what stands on the button', () => {
    const message = makeMessage(77, '答', { fields: { reply_markup: keyboard, from: BOT } });
    expect(read(pressUpdate('p1', message, 'ask:1'))).toMatchObject({
      kind: 'press',
      pressId: 'p1',
      data: 'ask:1',
      label: '今年的目标是多少',
      personId: 77,
      messageId: message.message_id,
    });
  });

  it('below a message that Telegram no longer shows has no label', () => {
    const message = { chat: { id: 77, type: 'private' }, message_id: 5, date: 0 };
    expect(read(pressUpdate('p1', message, 'ask:1'))).toMatchObject({ label: null });
  });
});

describe('membership', () => {
  it.each([
    ['kicked', true],
    ['left', true],
    ['member', false],
  ])('%s: blocked is %s', (status, blocked) => {
    const update = { my_chat_member: { chat: { id: 77, type: 'private' }, new_chat_member: { status } } };
    expect(read(update)).toEqual({ kind: 'membership', updateId: 1, chatId: 77, blocked });
  });
});

describe('what is no update that we know', () => {
  it.each([
    [null],
    ['update'],
    [{}],
    [{ update_id: 'one', message: makeMessage(77, '你好') }],
    [{ update_id: 1 }],
    [{ update_id: 1, poll: {} }],
    [{ update_id: 1, message: { text: '你好' } }],
    [{ update_id: 1, message: { ...makeMessage(77, '你好'), chat: { id: 77, type: 'moon' } } }],
    [{ update_id: 1, callback_query: { id: 'x', from: { id: 1 } } }],
  ])('%j is none of our business', (update) => {
    expect(readUpdate(update, BOT)).toBeNull();
  });

  it('does not hide what is known: a message with broken marks is read', () => {
    expect(readText('你好', { fields: { entities: 'broken' } })).toMatchObject({ text: '你好' });
    expect(readText('你好', { fields: { entities: [{ type: 'mention', offset: -4 }, null] } })).toMatchObject(
      { text: '你好' },
    );
  });
});
