import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { longList } from '../../conversation/make-converse.ts';
import { text } from '../tencent/xml-messages.ts';
import { type HeldConverse, holdConverse } from '../wechat/held-converse.ts';
import { CALLBACKS, type OpenCallbacks, openCallbacks } from './open-callbacks.ts';
import { startWecomApiServer, type WecomApiOptions, type WecomApiServer } from './wecom-api-server.ts';

const QUESTION = '去年新建了几座公园';
const ANSWER = `“${QUESTION}”的回答：3座。`;
const APP = { corpId: CALLBACKS.app.corpId, secret: 'secret', agentId: 1_000_002 };
const FOLLOWS = '正在查报告，回答稍后发给您；一直没收到，请回复“继续”。';

let held: HeldConverse;
let opened: OpenCallbacks;
let server: WecomApiServer;

beforeEach(() => {
  held = holdConverse();
});
afterEach(async () => {
  held.release();
  await opened.close();
  await server.close();
});

describe('an app that may send by itself', () => {
  it('says on the first delivery that the answer follows, and sends it', async () => {
    await open();
    expect(await ask(QUESTION)).toBe(FOLLOWS);
    expect(sentTo('zhang')).toEqual([]);
    await finish();
    expect(sentTo('zhang')).toEqual([expect.stringContaining(ANSWER)]);
    expect(held.sentCount()).toBe(1);
    expect(opened.warnings).toEqual([]);
  });

  it.each([2, 3, 4])('sends one answer for %i deliveries', async (deliveries) => {
    await open();
    const message = text(QUESTION);
    const shown = await Promise.all(
      Array.from({ length: deliveries }, () => opened.app.tellApp('zhang', message)),
    );
    await finish();
    expect(new Set(shown)).toEqual(new Set([FOLLOWS]));
    expect(sentTo('zhang')).toHaveLength(1);
    expect(held.asked).toHaveLength(1);
  });

  it('sends each person their own answer, with one token for all', async () => {
    await open();
    const people = Array.from({ length: 20 }, (_, index) => `person-${index}`);
    await Promise.all(people.map((person) => ask(`${person}问的事`, person)));
    await finish();
    for (const person of people)
      expect(sentTo(person)).toEqual([expect.stringContaining(`“${person}问的事”的回答`)]);
    expect(server.calls.filter((call) => call === '/cgi-bin/gettoken')).toHaveLength(1);
  });

  it('sends a long list in messages that the platform does not cut', async () => {
    await open();
    await ask('产业园清单');
    await finish();
    for (const item of longList().split('\n')) expect(sentTo('zhang').join('\n')).toContain(item);
  });

  it.each([40014, 42001])('takes another token once after error %i, and no more', async (code) => {
    await open();
    server.failures.push(code, code);
    await ask(QUESTION);
    await finish();
    expect(sentTo('zhang')).toEqual([]);
    expect(server.calls.filter((call) => call === '/cgi-bin/gettoken')).toHaveLength(2);
    expect(server.calls.filter((call) => call === '/cgi-bin/message/send')).toHaveLength(2);
    expect(opened.warnings.join('\n')).toContain(String(code));
    expect(await ask('继续')).toContain(ANSWER);
  });

  it.each([-1, 45033])('asks a platform that answers %i once more', async (code) => {
    await open();
    server.failures.push(code);
    await ask(QUESTION);
    await finish();
    expect(sentTo('zhang')).toEqual([expect.stringContaining(ANSWER)]);
  });

  it.each([
    ['is barred for calling too often', { failures: [45009] }, /45009: called too often/],
    ['calls too often at once, twice', { failures: [45033, 45033] }, /45033/],
    ['meets an error that nobody knows', { failures: [99999] }, /error 99999/],
    ['does not reach the person', { visible: ['li'] }, /81013.*可见范围/],
    ['sends to a person without a licence', { unlicensed: 'zhang' }, /did not pass it on/],
    ['is called from another address', { listed: false }, /60020.*企业可信IP/],
    ['has the wrong secret', { secret: 'other' }, /40001.*WECOM_APP_SECRET/],
    ['has the wrong company', { corpId: 'ww0' }, /40013.*WECOM_CORP_ID/],
    ['has the wrong AgentId', { agentId: 7 }, /40056.*WECOM_APP_AGENT_ID/],
  ])('that %s keeps the answer for 继续, and staff read why', async (_name, wrong, why) => {
    const { failures = [], ...options } = { failures: undefined, ...wrong };
    await open(options);
    server.failures.push(...failures);
    expect(await ask(QUESTION)).toBe(FOLLOWS);
    await finish();
    expect(sentTo('zhang')).toEqual([]);
    expect(opened.warnings.join('\n')).toMatch(why);
    expect(opened.warnings.join('\n')).not.toMatch(/zhang|公园|secret\b/);
    expect(await ask('继续')).toContain(ANSWER);
  });

  it('that does not reach the platform keeps the answer, and tells neither secret nor token', async () => {
    await open();
    await server.close();
    await ask(QUESTION);
    await finish();
    expect(opened.warnings.join('\n')).toMatch(/\/cgi-bin\/gettoken cannot be reached/);
    expect(opened.warnings.join('\n')).not.toMatch(/corpsecret|secret=/);
    expect(await ask('继续')).toContain(ANSWER);
  });

  it('answers as a reply whenever it is in time', async () => {
    await open({}, 30_000);
    held.release();
    expect(await ask(QUESTION)).toContain(ANSWER);
    expect(server.calls).toEqual([]);
  });
});

/** Everything is late at once, until it is let through. */
async function open(wrong: Partial<WecomApiOptions> = {}, deadlineMs = 20): Promise<void> {
  server = await startWecomApiServer({ ...APP, ...wrong });
  const sender = { apiBase: server.address, secret: APP.secret, agentId: APP.agentId };
  opened = await openCallbacks(held.converse, { deadlineMs, holdMs: deadlineMs }, sender);
}

async function finish(): Promise<void> {
  held.release();
  await opened.settle();
}

function ask(question: string, person = 'zhang'): Promise<string | null> {
  return opened.app.tellApp(person, text(question));
}

function sentTo(person: string): readonly string[] {
  return server.sent.filter((each) => each.person === person).map((each) => each.text);
}
