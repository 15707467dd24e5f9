import { afterEach, describe, expect, it } from 'vitest';
import { createEnvelope } from '../../../src/channels/tencent/envelope.ts';
import { createMessageCipher } from '../../../src/channels/tencent/message-cipher.ts';
import { createReplayGuard } from '../../../src/channels/tencent/replay-guard.ts';
import { makeConverse } from '../../conversation/make-converse.ts';
import {
  WECOM_CORP_ID,
  WECOM_KEY,
  WECOM_MESSAGE,
  WECOM_TOKEN,
  WECOM_URL_CHECK,
} from '../tencent/official-vectors.ts';
import { event, text } from '../tencent/xml-messages.ts';
import { holdConverse } from '../wechat/held-converse.ts';
import { type OpenCallbacks, openCallbacks } from './open-callbacks.ts';

const QUESTION = '去年新建了几座公园';
const ANSWER = `“${QUESTION}”的回答：3座。`;
let opened: OpenCallbacks;
let lastMessage = 0;

afterEach(() => opened?.close());

describe('an envelope', () => {
  it('opens the official examples', () => {
    const now = () => Number(WECOM_MESSAGE.timestamp) * 1000;
    const cipher = createMessageCipher(WECOM_KEY, WECOM_CORP_ID);
    const envelope = createEnvelope({ token: WECOM_TOKEN, cipher, judge: createReplayGuard(now), now });
    const { echostr, messageSignature, ...check } = WECOM_URL_CHECK;
    expect(envelope.open({ ...check, encrypt: echostr, signature: messageSignature })).toEqual({
      kind: 'message',
      text: WECOM_URL_CHECK.text,
    });
    expect(envelope.open({ ...WECOM_MESSAGE, signature: WECOM_MESSAGE.messageSignature })).toMatchObject({
      text: expect.stringContaining('<Content><![CDATA[hello]]></Content>'),
    });
  });
});

describe('a smart bot that is called', () => {
  it('answers the address check with what the echostr holds', async () => {
    opened = await openCallbacks(makeConverse().converse);
    expect(await opened.bot.checkAddress()).toBe(true);
    expect(await opened.stranger({ token: 'another' }).checkAddress()).toBe(false);
  });

  it('answers a question in a stream', async () => {
    opened = await openCallbacks(makeConverse().converse);
    expect(await opened.bot.tellBot(said(QUESTION))).toContain(ANSWER);
  });

  it('says that it works, and finishes when it is asked again', async () => {
    const held = holdConverse();
    opened = await openCallbacks(held.converse, { deadlineMs: 10 });
    const { text } = await opened.bot.post(JSON.stringify(said(QUESTION)));
    expect(JSON.parse(text)).toMatchObject({
      msgtype: 'stream',
      stream: { finish: false, content: '正在查报告，请稍候…' },
    });
    held.release();
    const poll = { msgtype: 'stream', stream: { id: JSON.parse(text).stream.id } };
    expect(await opened.bot.tellBot(poll)).toContain(ANSWER);
    expect(held.asked).toHaveLength(1);
  });

  it('ends a stream that it began where nothing is going to be said', async () => {
    const held = holdConverse({ admit: () => ({ kind: 'told' }) });
    opened = await openCallbacks(held.converse, { deadlineMs: 10 });
    const { text } = await opened.bot.post(JSON.stringify(said(QUESTION)));
    held.release();
    const poll = { msgtype: 'stream', stream: { id: JSON.parse(text).stream.id } };
    expect(await opened.bot.tellBot(poll)).toBe('这条没有单独回答，请看前面的消息。');
  });

  it.each([1, 2, 3])('asks once for %i deliveries, and gives each the same stream', async (deliveries) => {
    const made = makeConverse();
    opened = await openCallbacks(made.converse);
    const message = said(QUESTION);
    const answers = await Promise.all(Array.from({ length: deliveries }, () => opened.bot.tellBot(message)));
    expect(new Set(answers).size).toBe(1);
    expect(made.asked).toHaveLength(1);
    expect(made.exchanges).toHaveLength(1);
  });

  it('ends a stream that it does not know', async () => {
    opened = await openCallbacks(makeConverse().converse);
    const poll = { msgtype: 'stream', stream: { id: 'nobody’s' } };
    expect(await opened.bot.tellBot(poll)).toContain('请重新提问');
  });

  it('welcomes a person who opens the chat', async () => {
    opened = await openCallbacks(makeConverse().converse);
    const enters = { ...said(''), msgtype: 'event', event: { eventtype: 'enter_chat' } };
    expect(await opened.bot.tellBot(enters)).toContain('您好');
  });

  it.each([
    ['another token', { token: 'another' }],
    ['another receiver', { receiverId: 'wx5823bf96d3bd56c7' }],
  ])('neither asks nor answers what is sealed with %s', async (_name, changes) => {
    const made = makeConverse();
    opened = await openCallbacks(made.converse);
    expect(await opened.stranger(changes).post(JSON.stringify(said(QUESTION)))).toEqual({
      status: 403,
      text: '',
    });
    expect(made.asked).toEqual([]);
    expect(opened.warnings.join('\n')).toMatch(/wecom\/bot.*403/);
    expect(opened.warnings.join('\n')).not.toMatch(/zhang|公园/);
  });

  it.each(['', 'null', '[]', '{"msgtype":"text"}', '{"msgid":1}'])(
    'refuses %j for a message',
    async (plain) => {
      opened = await openCallbacks(makeConverse().converse);
      expect((await opened.bot.post(plain)).status).toBe(400);
    },
  );
});

describe('an app that is called', () => {
  it('answers the address check with what the echostr holds', async () => {
    opened = await openCallbacks(makeConverse().converse);
    expect(await opened.app.checkAddress()).toBe(true);
  });

  it('answers a question in its reply', async () => {
    opened = await openCallbacks(makeConverse().converse);
    expect(await opened.app.tellApp('zhang', text(QUESTION))).toContain(ANSWER);
  });

  it('tells on the third delivery how to see an answer that is late', async () => {
    const held = holdConverse();
    opened = await openCallbacks(held.converse, { deadlineMs: 10, holdMs: 10 });
    expect(await opened.app.tellApp('zhang', text(QUESTION))).toContain('回复“继续”查看');
    held.release();
    expect(await opened.app.tellApp('zhang', text('继续'))).toContain(ANSWER);
    expect(held.asked).toHaveLength(1);
  });

  it('says nothing to an event that asks for nothing', async () => {
    opened = await openCallbacks(makeConverse().converse);
    expect(await opened.app.tellApp('zhang', event('enter_agent'))).toBeNull();
  });
});

function said(content: string) {
  lastMessage += 1;
  return {
    msgid: `m${lastMessage}`,
    aibotid: 'aib-1',
    chattype: 'single',
    from: { userid: 'zhang' },
    msgtype: 'text',
    text: { content },
  };
}
