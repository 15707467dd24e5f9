import { afterEach, describe, expect, it } from 'vitest';
import type { DeliveryTimes } from '../../../src/channels/tencent/collaborators.ts';
import type { WechatSettings } from '../../../src/channels/wechat/create-wechat-channel.ts';
import { longList } from '../../conversation/make-converse.ts';
import { text } from '../tencent/xml-messages.ts';
import { type HeldConverse, holdConverse } from './held-converse.ts';
import { type OpenWechat, openWechat } from './open-wechat.ts';
import { type ApiServerOptions, startWechatApiServer, type WechatApiServer } from './wechat-api-server.ts';
import { OUT_OF_SERVICE, type PlatformOptions } from './wechat-platform.ts';

const QUESTION = '去年新建了几座公园';
const ANSWER = `“${QUESTION}”的回答：3座。`;
const FOLLOWS = '正在查报告，回答稍后发给您；一直没收到，请回复“继续”。';
const ACCOUNT = { appId: 'wxba5fad812f8e6fb9', appSecret: 'secret' };
/** Everything is late at once; the platform itself never hangs up. */
const AT_ONCE: Partial<DeliveryTimes> = { deadlineMs: 20, holdMs: 20 };

let held: HeldConverse;
let opened: OpenWechat;
let server: WechatApiServer | null = null;

afterEach(async () => {
  held.release();
  await opened.close();
  await server?.close();
  server = null;
});

describe('an account that may not send by itself', () => {
  it('lets two deliveries expire, and tells on the third how to see the answer', async () => {
    await openUncertified();
    const { seen, statuses } = await opened.platform.deliver({ person: 'zhang', fields: text(QUESTION) });
    expect(statuses).toEqual([503, 503, 200]);
    expect(seen).toBe('正在整理，请稍等几秒，回复“继续”查看。');
    held.release();
    const more = await ask('继续');
    expect(more).toContain(ANSWER);
    expect(held.asked).toHaveLength(1);
    expect(held.sentCount()).toBe(1);
  });

  it('does the same where the platform hangs up by itself', async () => {
    await openUncertified({ deadlineMs: 20, holdMs: 60_000 }, { timeoutMs: 2000 });
    const { seen, statuses } = await opened.platform.deliver({ person: 'zhang', fields: text(QUESTION) });
    expect(statuses).toEqual([0, 0, 200]);
    expect(seen).toContain('继续');
  });

  it('tells a fourth delivery what it told the third', async () => {
    await openUncertified();
    const message = { person: 'zhang', fields: text(QUESTION) };
    const third = await opened.platform.deliver(message);
    held.release();
    await ask('继续');
    const fourth = await opened.platform.deliver(message);
    expect(fourth).toEqual({ seen: third.seen, deliveries: 1, statuses: [200] });
  });

  it('asks to wait once more where the answer is still not there', async () => {
    await openUncertified();
    await ask(QUESTION);
    expect(await ask('继续')).toContain('正在整理');
    held.release();
    expect(await ask('“继续”。')).toContain(ANSWER);
  });

  it('answers a later delivery of the same message once it can', async () => {
    await openUncertified({ deadlineMs: 30_000, holdMs: 20 });
    const delivering = opened.platform.deliver({ person: 'zhang', fields: text(QUESTION) });
    setTimeout(held.release, 100);
    const { seen } = await delivering;
    expect(seen).toContain(ANSWER);
    expect(held.asked).toHaveLength(1);
  });

  it('keeps two late answers of a person, and gives them in the order of the questions', async () => {
    await openUncertified();
    await ask('第一个问题');
    await ask('第二个问题');
    held.release();
    expect(await ask('继续')).toContain('“第一个问题”的回答');
    expect(await ask('继续')).toContain('“第二个问题”的回答');
  });

  it('gives nobody the late answer of another', async () => {
    await openUncertified();
    await ask(QUESTION, 'zhang');
    held.release();
    expect(await ask('继续', 'li')).not.toContain(QUESTION);
    expect(await ask('继续', 'zhang')).toContain(ANSWER);
  });

  it('forgets what a person has yet to see when the person leaves', async () => {
    await openUncertified();
    await ask(QUESTION);
    held.release();
    await opened.platform.deliver({ person: 'zhang', fields: { MsgType: 'event', Event: 'unsubscribe' } });
    expect(await ask('继续')).not.toContain(QUESTION);
  });
});

describe('a certified account', () => {
  it('answers the first delivery with success, shows that it types, and sends the answer afterwards', async () => {
    await openCertified();
    server?.spoke('zhang');
    const { seen, statuses } = await opened.platform.deliver({ person: 'zhang', fields: text(QUESTION) });
    expect(statuses).toEqual([200]);
    expect(seen).toBeNull();
    expect(sentTo('zhang')).toEqual([]);
    held.release();
    await opened.channel.stop(20_000);
    expect(sentTo('zhang')).toEqual([expect.stringContaining(ANSWER)]);
    expect(server?.calls).toContain('/cgi-bin/message/custom/typing Typing');
    expect(held.sentCount()).toBe(1);
  });

  it.each([2, 3, 4])('sends one answer for %i deliveries', async (deliveries) => {
    await openCertified();
    server?.spoke('zhang');
    const message = { person: 'zhang', fields: text(QUESTION) };
    const shown = await Promise.all(
      Array.from({ length: deliveries }, () => opened.platform.deliver(message)),
    );
    held.release();
    await opened.channel.stop(20_000);
    expect(shown.map(({ seen }) => seen)).toEqual(shown.map(() => null));
    expect(sentTo('zhang')).toHaveLength(1);
    expect(held.asked).toHaveLength(1);
    expect(held.exchanges).toHaveLength(1);
  });

  it('sends a list that is late in at most five messages', async () => {
    await openCertified();
    await ask('产业园清单');
    held.release();
    await opened.channel.stop(20_000);
    expect(sentTo('zhang').length).toBeLessThanOrEqual(5);
    for (const item of longList().split('\n')) expect(sentTo('zhang').join('\n')).toContain(item);
  });

  it('goes on with another token where the first has ended', async () => {
    await openCertified();
    await ask(QUESTION);
    server?.endToken();
    held.release();
    await opened.channel.stop(20_000);
    expect(sentTo('zhang')).toEqual([expect.stringContaining(ANSWER)]);
  });

  it('asks a busy platform once more', async () => {
    await openCertified();
    await ask(QUESTION);
    server?.failures.push(-1);
    held.release();
    await opened.channel.stop(20_000);
    expect(sentTo('zhang')).toEqual([expect.stringContaining(ANSWER)]);
  });

  it('halves a message that the platform finds too long', async () => {
    await openCertified();
    await ask('产业园清单');
    server?.failures.push(45002);
    held.release();
    await opened.channel.stop(20_000);
    const rest = [];
    for (let more = await ask('继续'); more.includes('产业园'); more = await ask('继续')) rest.push(more);
    for (const item of longList().split('\n'))
      expect([...sentTo('zhang'), ...rest].join('\n')).toContain(item);
  });

  it.each([
    ['may not send', { certified: false }, /48001.*WECHAT_CERTIFIED/],
    ['is not in the whitelist', { listed: false }, /40164.*IP白名单/],
    ['has the wrong secret', { appSecret: 'other' }, /40125.*WECHAT_APP_SECRET/],
  ])('that %s keeps the answer for 继续, and staff read why', async (_name, wrong, why) => {
    await openCertified(wrong);
    expect(await ask(QUESTION)).toBe(FOLLOWS);
    held.release();
    await opened.channel.stop(20_000);
    expect(sentTo('zhang')).toEqual([]);
    expect(opened.warnings.join('\n')).toMatch(why);
    expect(opened.warnings.join('\n')).not.toMatch(/zhang|公园/);
    expect(await ask('继续')).toContain(ANSWER);
  });

  it.each([45015, 45047])('that is refused a message with %i keeps the answer for 继续', async (code) => {
    await openCertified();
    await ask(QUESTION);
    server?.failures.push(code);
    held.release();
    await opened.channel.stop(20_000);
    expect(opened.warnings.join('\n')).toContain(String(code));
    expect(await ask('继续')).toContain(ANSWER);
  });

  it('keeps what the quota leaves, and sends it when asked', async () => {
    await openCertified();
    await ask('产业园清单');
    // Two of the five are used up.
    for (let used = 0; used < 3; used += 1) await useQuota('zhang');
    held.release();
    await opened.channel.stop(20_000);
    const before = sentTo('zhang').filter((each) => each !== '占用');
    expect(before).toHaveLength(2);
    const rest = [];
    for (let more = await ask('继续'); more.includes('产业园'); more = await ask('继续')) rest.push(more);
    for (const item of longList().split('\n')) expect([...before, ...rest].join('\n')).toContain(item);
  });

  it('answers as a reply whenever it is in time', async () => {
    await openCertified({}, { deadlineMs: 30_000 });
    held.release();
    expect(await ask(QUESTION)).toContain(ANSWER);
    expect(server?.calls).toEqual([]);
  });
});

async function openUncertified(
  times: Partial<DeliveryTimes> = AT_ONCE,
  platform: Partial<PlatformOptions> = {},
): Promise<void> {
  held = holdConverse();
  opened = await openWechat(held.converse, {}, times, platform);
}

async function openCertified(
  wrong: Partial<ApiServerOptions> = {},
  times: Partial<DeliveryTimes> = AT_ONCE,
): Promise<void> {
  held = holdConverse();
  server = await startWechatApiServer({ ...ACCOUNT, ...wrong });
  const customerService: WechatSettings['customerService'] = {
    appSecret: ACCOUNT.appSecret,
    apiBase: server.address,
  };
  opened = await openWechat(held.converse, { customerService }, times);
}

/** What the person reads at once; '' where nothing is shown. */
async function ask(question: string, person = 'zhang'): Promise<string> {
  server?.spoke(person);
  const { seen } = await opened.platform.deliver({ person, fields: text(question) });
  expect(seen).not.toBe(OUT_OF_SERVICE);
  return seen ?? '';
}

function sentTo(person: string): readonly string[] {
  return (server?.sent ?? []).filter((each) => each.person === person).map((each) => each.text);
}

async function useQuota(person: string): Promise<void> {
  const address = `${server?.address}/cgi-bin/message/custom/send?access_token=token-1`;
  const body = { touser: person, msgtype: 'text', text: { content: '占用' } };
  await fetch(address, { method: 'POST', body: JSON.stringify(body) });
}
