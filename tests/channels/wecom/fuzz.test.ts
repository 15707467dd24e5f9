import { describe, expect, it } from 'vitest';
import { createMessageCipher } from '../../../src/channels/tencent/message-cipher.ts';
import { signatureOf } from '../../../src/channels/tencent/signature.ts';
import { createWecomChannel } from '../../../src/channels/wecom/create-wecom-channel.ts';
import { makeConverse } from '../../conversation/make-converse.ts';
import { makeUnseen } from '../../conversation/make-unseen.ts';
import { createRandom, mutate, type Random, STACK } from '../tencent/mutate.ts';
import { CALLBACKS } from './open-callbacks.ts';

/** `npm run fuzz` sends ten times as many. */
const COUNT = Number(process.env.FUZZ_COUNT ?? 2000);
const PATIENCE_MS = 120_000 + 60 * COUNT;
const SEED = 20_180_109;
const NOW = Date.UTC(2024, 0, 9);

const SIDES = {
  bot: { ...CALLBACKS.botCallback, receiverId: '', wrap: (encrypt: string) => JSON.stringify({ encrypt }) },
  app: {
    ...CALLBACKS.app,
    receiverId: CALLBACKS.app.corpId,
    wrap: (encrypt: string) => `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`,
  },
} as const;

describe.each(['bot', 'app'] as const)('random and mutated bodies to the %s', (side) => {
  const { token, encodingAesKey, receiverId, wrap } = SIDES[side];
  const cipher = createMessageCipher(encodingAesKey, receiverId);
  const message = side === 'bot' ? botMessage : appMessage;

  it(
    'that are not signed are never answered',
    async () => {
      const { post, asked } = await open(side);
      const random = createRandom(SEED);
      for (let sent = 0; sent < COUNT / 2; sent += 1) {
        const { query, body } = seal(message(random), `${sent}`);
        const forged = { ...query, msg_signature: signatureOf('another', String(sent)) };
        const response = await post(forged, random(2) === 0 ? body : mutate(body, random));
        expect([400, 403]).toContain(response.status);
        expect(response.body).toBe('');
      }
      expect(asked()).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'that are signed crash nothing, hang nothing, and show no stack trace',
    async () => {
      const { post, asked, warnings, faults } = await open(side);
      const random = createRandom(SEED + 1);
      for (let sent = 0; sent < COUNT / 2; sent += 1) {
        const { query, body } = seal(mutate(message(random), random), `${sent}`);
        const response = await post(query, body);
        expect([200, 400]).toContain(response.status);
        expect(readable(response.body).replaceAll(/“[^”]*”的回答/gu, '')).not.toMatch(STACK);
      }
      const { query, body } = seal(message(random), 'last');
      expect((await post(query, body)).status).toBe(200);
      expect(asked()).toBeGreaterThan(COUNT / 200);
      expect(warnings.filter((line) => line.includes('could not be answered'))).toEqual([]);
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );

  function seal(text: string, nonce: string) {
    const timestamp = String(NOW / 1000);
    const encrypt = cipher.encrypt(text);
    const msg_signature = signatureOf(token, timestamp, nonce, encrypt);
    return { query: { timestamp, nonce, msg_signature }, body: wrap(encrypt) };
  }

  function readable(body: string): string {
    if (body === '' || body === 'success') return body;
    const encrypt = side === 'bot' ? JSON.parse(body).encrypt : /CDATA\[(.*?)\]\]/.exec(body)?.[1];
    const opened = cipher.decrypt(encrypt ?? '');
    if (opened.kind === 'refused') throw new Error(`a reply cannot be decrypted: ${opened.reason}`);
    return opened.text;
  }
});

async function open(side: 'bot' | 'app') {
  const made = makeConverse({ admit: () => ({ kind: 'admitted' }) });
  const warnings: string[] = [];
  const channel = createWecomChannel(
    { connection: null, publicUrl: null, ...CALLBACKS },
    {
      converse: made.converse,
      unseen: await makeUnseen(),
      warn: (line) => void warnings.push(line),
      now: () => NOW,
    },
  );
  const path = `/wecom/${side}`;
  const route = channel.routes.find((each) => each.method === 'POST' && each.path === path);
  const post = (query: Readonly<Record<string, string>>, body: string) => {
    if (route === undefined) throw new Error(`the channel has no ${path}`);
    return route.handle({ method: 'POST', path, headers: {}, query, body: Buffer.from(body) });
  };
  return { post, asked: () => made.asked.length, warnings, faults: made.faults };
}

let lastId = 0;

function botMessage(random: Random): string {
  lastId += 1;
  const head = {
    msgid: `m${lastId}`,
    chatid: 'g',
    chattype: random(2) === 0 ? 'group' : 'single',
    from: { userid: `u${random(50)}` },
  };
  const bodies = [
    { msgtype: 'text', text: { content: `@问报 去年新建了几座公园${random(100)}` } },
    { msgtype: 'voice', voice: { content: '问题' } },
    { msgtype: 'mixed', mixed: { msg_item: [{ msgtype: 'text', text: { content: '问题' } }] } },
    { msgtype: 'event', event: { eventtype: 'enter_chat' } },
    { msgtype: 'stream', stream: { id: 'abc' } },
  ];
  return JSON.stringify({ ...head, ...bodies[random(bodies.length)] });
}

function appMessage(random: Random): string {
  lastId += 1;
  const head = `<ToUserName><![CDATA[wx]]></ToUserName><FromUserName><![CDATA[u${random(50)}]]></FromUserName><CreateTime>1700000000</CreateTime><AgentID>218</AgentID>`;
  const bodies = [
    `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[去年新建了几座公园${random(100)}]]></Content><MsgId>${lastId}</MsgId>`,
    `<MsgType><![CDATA[image]]></MsgType><MsgId>${lastId}</MsgId>`,
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[enter_agent]]></Event>',
  ];
  return `<xml>${head}${bodies[random(bodies.length)]}</xml>`;
}
