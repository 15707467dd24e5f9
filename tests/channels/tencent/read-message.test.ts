import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/channels/tencent/read-message.ts';
import { readXml } from '../../../src/channels/tencent/xml.ts';

const HEAD = {
  ToUserName: 'gh_1',
  FromUserName: 'o9Ag',
  CreateTime: '1714112445',
};

describe('a message', () => {
  it('has the person, the account, and an id larger than a number can count', () => {
    const message = read({ ...HEAD, MsgType: 'text', Content: '去年GDP', MsgId: '4561255354251345929' });
    expect(message).toEqual({
      person: 'o9Ag',
      account: 'gh_1',
      messageId: '4561255354251345929',
      content: { kind: 'said', said: { kind: 'text', text: '去年GDP' } },
    });
  });

  it.each([
    ['blanks', { MsgType: 'text', Content: ' \n' }, { kind: 'empty', text: '' }],
    ['no words at all', { MsgType: 'text' }, { kind: 'empty', text: '' }],
    [
      'a sticker',
      { MsgType: 'text', Content: '【收到不支持的消息类型，暂无法显示】' },
      { kind: 'sticker', text: '' },
    ],
    [
      'an answer chosen from a list',
      { MsgType: 'text', Content: '满意', bizmsgmenuid: '1' },
      { kind: 'text', text: '满意' },
    ],
    [
      'speech that was recognised',
      { MsgType: 'voice', Recognition: '去年修了几条路' },
      { kind: 'text', text: '去年修了几条路' },
    ],
    ['speech without it', { MsgType: 'voice', MediaId: 'm' }, { kind: 'voice', text: '' }],
    ['speech with an empty one', { MsgType: 'voice', Recognition: ' ' }, { kind: 'voice', text: '' }],
    ['a picture', { MsgType: 'image' }, { kind: 'photo', text: '' }],
    ['a video', { MsgType: 'video' }, { kind: 'video', text: '' }],
    ['a short video', { MsgType: 'shortvideo' }, { kind: 'video', text: '' }],
    ['a place', { MsgType: 'location' }, { kind: 'location', text: '' }],
    ['a link', { MsgType: 'link' }, { kind: 'link', text: '' }],
    ['what is not invented yet', { MsgType: 'hologram' }, { kind: 'other', text: '' }],
    ['what every object has', { MsgType: 'constructor' }, { kind: 'other', text: '' }],
  ])('is read where it is %s', (_name, fields, said) => {
    expect(read({ ...HEAD, ...fields, MsgId: '1' })?.content).toEqual({ kind: 'said', said });
  });

  it.each(['FromUserName', 'ToUserName', 'MsgType', 'MsgId'])('is none without %s', (missing) => {
    const fields = { ...HEAD, MsgType: 'text', Content: '问', MsgId: '1', [missing]: '' };
    expect(read(fields)).toBeNull();
  });

  it.each(['-1', '1.5', 'abc', '1'.repeat(21)])('is none with the id %s', (MsgId) => {
    expect(read({ ...HEAD, MsgType: 'text', Content: '问', MsgId })).toBeNull();
  });
});

describe('an event', () => {
  it.each([
    ['subscribe', '', { kind: 'start' }],
    ['subscribe', 'qrscene_1', { kind: 'start' }],
    ['SCAN', '1', { kind: 'start' }],
    ['CLICK', 'START', { kind: 'start' }],
    ['CLICK', 'HELP', { kind: 'help' }],
    ['CLICK', 'of an older menu', { kind: 'help' }],
  ])('%s %s asks for something', (Event, EventKey, action) => {
    expect(read({ ...HEAD, MsgType: 'event', Event, EventKey })).toMatchObject({
      messageId: `1714112445-${Event}`,
      content: { kind: 'said', said: { action } },
    });
  });

  it.each(['VIEW', 'LOCATION', 'TEMPLATESENDJOBFINISH', 'user_authorize_invitation'])(
    '%s is noticed',
    (Event) => {
      expect(read({ ...HEAD, MsgType: 'event', Event })?.content).toEqual({ kind: 'noticed' });
    },
  );

  it('unsubscribe tells that the person left', () => {
    expect(read({ ...HEAD, MsgType: 'event', Event: 'unsubscribe' })?.content).toEqual({ kind: 'left' });
  });

  it.each([{ Event: '' }, { Event: 'CLICK', CreateTime: 'now' }])('is none with %j', (fields) => {
    expect(read({ ...HEAD, MsgType: 'event', ...fields })).toBeNull();
  });
});

function read(fields: Readonly<Record<string, string>>) {
  const children = Object.entries(fields).map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`);
  return readMessage(readXml(`<xml>${children.join('')}</xml>`) ?? new Map());
}
