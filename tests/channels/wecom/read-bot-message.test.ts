import { describe, expect, it } from 'vitest';
import { readBotMessage } from '../../../src/channels/wecom/read-bot-message.ts';

const HEAD = { msgid: 'm1', aibotid: 'a', chattype: 'single', from: { userid: 'zhang' } };

describe('a message to a smart bot', () => {
  it('has the person, the chat and its id', () => {
    const message = readBotMessage({ ...HEAD, msgtype: 'text', text: { content: '去年GDP' } });
    expect(message).toEqual({
      kind: 'said',
      incoming: {
        channel: 'wecom',
        personId: 'zhang',
        conversationId: 'zhang',
        messageId: 'm1',
        kind: 'text',
        text: '去年GDP',
      },
    });
  });

  it.each([
    ['text', { msgtype: 'text', text: { content: ' ' } }, 'empty', ''],
    ['speech', { msgtype: 'voice', voice: { content: '修了几条路' } }, 'text', '修了几条路'],
    ['speech without words', { msgtype: 'voice', voice: { content: '' } }, 'voice', ''],
    ['a picture', { msgtype: 'image', image: { url: 'u' } }, 'photo', ''],
    ['a file', { msgtype: 'file', file: { url: 'u' } }, 'file', ''],
    ['a video', { msgtype: 'video' }, 'video', ''],
    [
      'a picture with words',
      {
        msgtype: 'mixed',
        mixed: { msg_item: [{ msgtype: 'image' }, { msgtype: 'text', text: { content: '这条路' } }] },
      },
      'text',
      ' 这条路',
    ],
    ['pictures', { msgtype: 'mixed', mixed: { msg_item: [{ msgtype: 'image' }] } }, 'photo', ''],
    ['something new', { msgtype: 'hologram' }, 'other', ''],
    ['what every object has', { msgtype: 'constructor' }, 'other', ''],
  ])('is read where it is %s', (_name, content, kind, text) => {
    expect(readBotMessage({ ...HEAD, ...content })).toMatchObject({ kind: 'said', incoming: { kind, text } });
  });

  it.each([
    ['@问报 去年GDP', '去年GDP'],
    ['@问报\u2005去年GDP', '去年GDP'],
    ['去年GDP @问报', '去年GDP'],
    ['@问报 @张三 去年GDP', '去年GDP'],
    ['邮箱是a@b.cn吗', '邮箱是a@b.cn吗'],
  ])('in a group is read without who is meant: %s', (content, text) => {
    const group = { ...HEAD, chattype: 'group', chatid: 'g1', msgtype: 'text', text: { content } };
    expect(readBotMessage(group)).toMatchObject({
      incoming: { conversationId: 'g1', personId: 'zhang', text },
    });
  });

  it('that only mentions the bot is empty', () => {
    const group = { ...HEAD, chattype: 'group', chatid: 'g1', msgtype: 'text', text: { content: '@问报' } };
    expect(readBotMessage(group)).toMatchObject({ incoming: { kind: 'empty' } });
  });
});

describe('what is no message', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['without an id', { ...HEAD, msgid: undefined, msgtype: 'text' }],
    ['without a person', { ...HEAD, from: {}, msgtype: 'text' }],
    ['without a type', HEAD],
    ['with a text of another kind', { ...HEAD, msgtype: 'text', text: 'a' }],
  ])('is refused: %s', (_name, body) => {
    expect(readBotMessage(body)).toBeNull();
  });

  it('events but for the first visit of the day are noticed', () => {
    const body = { ...HEAD, msgtype: 'event', event: { eventtype: 'feedback_event' } };
    expect(readBotMessage(body)).toEqual({ kind: 'noticed' });
  });
});
