import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LongConnectionTimes } from '../../../src/channels/wecom/long-connection.ts';
import type { Converse } from '../../../src/domain/reply.ts';
import { makeConverse } from '../../conversation/make-converse.ts';
import { holdConverse } from '../wechat/held-converse.ts';
import { type BotPlatform, startBotPlatform } from './bot-platform.ts';
import { type OpenConnection, openConnection } from './open-connection.ts';

const QUESTION = '去年新建了几座公园';
const ANSWER = `“${QUESTION}”的回答：3座。`;
let platform: BotPlatform;
let opened: OpenConnection;
let lastMessage = 0;

beforeEach(async () => {
  platform = await startBotPlatform();
});
afterEach(async () => {
  await opened.connection.stop(0);
  await platform.close();
});

describe('a smart bot over the long connection', () => {
  it('answers a question in one finished stream', async () => {
    await connect(makeConverse().converse);
    platform.push(said(QUESTION));
    await platform.until(() => platform.shown.length > 0);
    expect(platform.shown).toEqual([
      expect.objectContaining({ chat: 'zhang', kind: 'stream', finished: true }),
    ]);
    expect(platform.texts('zhang')[0]).toContain(ANSWER);
  });

  it('shows that it works where an answer takes long, and then the answer in its place', async () => {
    const held = holdConverse();
    await connect(held.converse, { announceMs: 1 });
    platform.push(said(QUESTION));
    await platform.until(() => platform.shown.length > 0);
    expect(platform.shown[0]).toMatchObject({ content: '正在查报告，请稍候…', finished: false });
    held.release();
    await platform.until(() => platform.shown.length > 1);
    expect(platform.shown[1]).toMatchObject({ id: platform.shown[0]?.id, finished: true });
    expect(platform.texts('zhang')).toEqual([expect.stringContaining(ANSWER)]);
  });

  it('does not leave “正在查” standing where nothing is going to be said', async () => {
    const held = holdConverse({ admit: () => ({ kind: 'told' }) });
    await connect(held.converse, { announceMs: 1 });
    platform.push(said(QUESTION));
    await platform.until(() => platform.shown.length > 0);
    held.release();
    await platform.until(() => platform.shown.some(({ finished }) => finished));
    expect(platform.texts('zhang')).toEqual(['这条没有单独回答，请看前面的消息。']);
    expect(opened.warnings).toEqual([]);
  });

  it('answers a message that is pushed again no second time', async () => {
    const made = makeConverse();
    await connect(made.converse);
    const message = said(QUESTION);
    for (let count = 0; count < 3; count += 1) platform.push(message);
    await answered();
    expect(platform.shown.filter(({ content }) => content.includes(ANSWER))).toHaveLength(1);
    expect(made.asked.map(({ question }) => question)).toEqual([QUESTION, '最后一句']);
  });

  it('welcomes a person who opens the chat', async () => {
    await connect(makeConverse().converse);
    platform.push(enters(), 'aibot_event_callback');
    await platform.until(() => platform.shown.length > 0);
    expect(platform.shown[0]).toMatchObject({ kind: 'welcome', content: expect.stringContaining('您好') });
  });

  it('answers a group without the mention, to the group', async () => {
    const made = makeConverse();
    await connect(made.converse);
    platform.push({ ...said(`@问报 ${QUESTION}`), chattype: 'group', chatid: 'group-1' });
    await platform.until(() => platform.shown.length > 0);
    expect(made.asked[0]?.question).toBe(QUESTION);
    expect(platform.texts('group-1')[0]).toContain(ANSWER);
    // Nothing else in a group reaches the bot.
    expect(platform.texts('group-1')[0]).toMatch(/\n（在群里请先@我，再回复）$/u);
  });

  it.each([
    ['in a chat of two', {}],
    [
      'where there is nothing to reply',
      { text: { content: '@问报 新话题' }, chattype: 'group', chatid: 'g' },
    ],
  ])('asks for no mention %s', async (_where, changes) => {
    await connect(makeConverse().converse);
    platform.push({ ...said(QUESTION), ...changes });
    await platform.until(() => platform.shown.length > 0);
    expect(platform.shown[0]?.content).not.toContain('@我');
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"cmd":"aibot_msg_callback"}',
    '{"cmd":"aibot_msg_callback","headers":{},"body":1}',
  ])('goes on after the frame %s', async (frame) => {
    await connect(makeConverse().converse);
    platform.pushRaw(frame);
    platform.push(said(QUESTION));
    await platform.until(() => platform.shown.length > 0);
    expect(platform.texts('zhang')[0]).toContain(ANSWER);
  });
});

describe('a connection that is lost', () => {
  it('is opened again', async () => {
    await connect(makeConverse().converse);
    platform.cut();
    await platform.until(() => platform.connections() === 2);
    platform.push(said(QUESTION));
    await platform.until(() => platform.shown.length > 0);
    expect(platform.texts('zhang')[0]).toContain(ANSWER);
    expect(opened.crashes).toEqual([]);
  });

  it('costs no answer: it is sent as a message once the connection is back', async () => {
    const held = holdConverse();
    await connect(held.converse);
    platform.push(said(QUESTION));
    await expect.poll(held.begun).toBe(1);
    platform.cut();
    await platform.until(() => platform.connections() === 2);
    held.release();
    await platform.until(() => platform.shown.some(({ kind }) => kind === 'message'));
    expect(platform.texts('zhang')).toEqual([expect.stringContaining(ANSWER)]);
  });

  it('ends the channel where the secret is good no more', async () => {
    await connect(makeConverse().converse);
    platform.setSecret('changed');
    platform.cut();
    await expect.poll(() => opened.crashes, { timeout: 30_000 }).toHaveLength(1);
    expect(String(opened.crashes[0])).toMatch(/WECOM_BOT_SECRET/);
  });
});

describe('a bot', () => {
  it('with a wrong secret does not start, and staff read which keys to look at', async () => {
    platform.setSecret('another');
    await expect(connect(makeConverse().converse)).rejects.toThrow(
      /853000.*WECOM_BOT_ID and WECOM_BOT_SECRET/,
    );
    await expect(connect(makeConverse().converse)).rejects.toMatchObject({ code: 'config' });
  });

  it('that cannot reach the platform does not start, and may be started again', async () => {
    const { wsUrl } = platform;
    await platform.close();
    await expect(connect(makeConverse().converse, { connectMs: 300 }, wsUrl)).rejects.toMatchObject({
      code: 'channel',
      message: expect.stringContaining('WECOM_WS_URL'),
    });
  });

  it('that another process replaces ends, and does not come back to throw it out', async () => {
    await connect(makeConverse().converse);
    const first = opened;
    await connect(makeConverse().converse);
    await expect.poll(() => first.crashes, { timeout: 30_000 }).toHaveLength(1);
    expect(opened.crashes).toEqual([]);
    expect(first.crashes[0]).toMatchObject({
      code: 'config',
      message: expect.stringContaining('another process'),
    });
    await first.connection.stop(0);
  });

  it('whose answer is refused keeps it for 继续', async () => {
    await connect(makeConverse().converse);
    // The stream, and the message in its place.
    platform.failures.push(846_608, 45_009);
    platform.push(said(QUESTION));
    await expect.poll(() => opened.warnings, { timeout: 30_000 }).toHaveLength(1);
    expect(opened.warnings[0]).toMatch(/846608/);
    expect(opened.warnings[0]).not.toMatch(/zhang|公园/);
    platform.push(said('继续'));
    await platform.until(() => platform.shown.length > 0);
    expect(platform.texts('zhang')[0]).toContain(ANSWER);
  });
});

async function connect(
  converse: Converse,
  times: Partial<LongConnectionTimes> = {},
  wsUrl = platform.wsUrl,
): Promise<void> {
  opened = await openConnection(wsUrl, converse, times);
  await opened.start();
}

function said(content: string, person = 'zhang') {
  lastMessage += 1;
  return {
    msgid: `message-${lastMessage}`,
    aibotid: 'aib-1',
    chattype: 'single',
    from: { userid: person },
    msgtype: 'text',
    text: { content },
  };
}

function enters() {
  lastMessage += 1;
  return {
    msgid: `message-${lastMessage}`,
    create_time: 1,
    aibotid: 'aib-1',
    from: { userid: 'zhang' },
    msgtype: 'event',
    event: { eventtype: 'enter_chat' },
  };
}

/** All that was pushed is dealt with: what comes behind it is answered. */
async function answered(): Promise<void> {
  platform.push(said('最后一句', 'someone'));
  await platform.until(() => platform.texts('someone').length > 0);
}
