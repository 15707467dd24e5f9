import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/channels/channel.ts';
import { createMessageCipher } from '../../../src/channels/tencent/message-cipher.ts';
import { signatureOf } from '../../../src/channels/tencent/signature.ts';
import { createWechatChannel } from '../../../src/channels/wechat/create-wechat-channel.ts';
import { makeConverse } from '../../conversation/make-converse.ts';
import { makeUnseen } from '../../conversation/make-unseen.ts';
import { createRandom, mutate, type Random, STACK } from '../tencent/mutate.ts';
import { SETTINGS } from './open-wechat.ts';

/** `npm run fuzz` sends ten times as many. */
const COUNT = Number(process.env.FUZZ_COUNT ?? 2000);
const PATIENCE_MS = 120_000 + 60 * COUNT;
const SEED = 20_180_109;
const NOW = Date.UTC(2024, 0, 9);
const cipher = createMessageCipher(SETTINGS.encodingAesKey ?? '', SETTINGS.appId);

describe.each(['plain', 'safe'] as const)('random and mutated bodies in %s mode', (mode) => {
  it(
    'that are not signed are never answered',
    async () => {
      const { post, asked } = await open(mode);
      const random = createRandom(SEED);
      for (let sent = 0; sent < COUNT / 2; sent += 1) {
        const response = await post(forge(mode, random));
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
      const { post, asked, warnings, faults } = await open(mode);
      const random = createRandom(SEED + 1);
      for (let sent = 0; sent < COUNT / 2; sent += 1) {
        const response = await post(signed(mode, mutate(message(random), random), String(sent)));
        expect([200, 400]).toContain(response.status);
        expect(readable(mode, response.body).replaceAll(/“[^”]*”的回答/gu, '')).not.toMatch(STACK);
      }
      const last = await post(signed(mode, message(random), 'last'));
      expect(last.status).toBe(200);
      expect(asked()).toBeGreaterThan(COUNT / 200);
      expect(warnings.filter((line) => line.includes('could not be answered'))).toEqual([]);
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );
});

async function open(mode: 'plain' | 'safe') {
  const made = makeConverse({ admit: () => ({ kind: 'admitted' }) });
  const warnings: string[] = [];
  const channel = createWechatChannel(
    { ...SETTINGS, mode },
    {
      converse: made.converse,
      unseen: await makeUnseen(),
      warn: (line) => void warnings.push(line),
      now: () => NOW,
    },
  );
  const route = channel.routes.find(({ method }) => method === 'POST');
  const post = (request: HttpRequest) => {
    if (route === undefined) throw new Error('the channel has no route to post to');
    return route.handle(request);
  };
  return { post, asked: () => made.asked.length, warnings, faults: made.faults };
}

let lastId = 1_000_000;

function message(random: Random): string {
  lastId += 1;
  const head = `<ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o${random(50)}]]></FromUserName><CreateTime>${1_700_000_000 + random(1000)}</CreateTime>`;
  const bodies = [
    `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[去年新建了几座公园${random(100)}]]></Content><MsgId>${lastId}</MsgId>`,
    `<MsgType><![CDATA[voice]]></MsgType><Recognition><![CDATA[问题]]></Recognition><MsgId>${lastId}</MsgId>`,
    `<MsgType><![CDATA[image]]></MsgType><PicUrl><![CDATA[http://a]]></PicUrl><MsgId>${lastId}</MsgId>`,
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event><EventKey></EventKey>',
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[CLICK]]></Event><EventKey><![CDATA[HELP]]></EventKey>',
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[unsubscribe]]></Event>',
  ];
  return `<xml>${head}${bodies[random(bodies.length)]}</xml>`;
}

function signed(mode: 'plain' | 'safe', text: string, nonce: string): HttpRequest {
  const timestamp = String(NOW / 1000);
  const signature = signatureOf(SETTINGS.token, timestamp, nonce);
  if (mode === 'plain') return request({ timestamp, nonce, signature }, text);
  const encrypt = cipher.encrypt(text);
  const msg_signature = signatureOf(SETTINGS.token, timestamp, nonce, encrypt);
  const query = { timestamp, nonce, signature, msg_signature, encrypt_type: 'aes' };
  return request(query, `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`);
}

/** Nothing of it is signed with our token, or what is signed was changed. */
function forge(mode: 'plain' | 'safe', random: Random): HttpRequest {
  const { query, body } = signed(mode, message(random), String(random(1e9)));
  const name = mode === 'plain' ? 'signature' : 'msg_signature';
  const forgeries: readonly (() => Readonly<Record<string, string>>)[] = [
    () => ({ ...query, [name]: mutate(query[name] ?? '', random) }),
    () => ({ ...query, nonce: `${query.nonce}0` }),
    () => ({ ...query, timestamp: mutate(query.timestamp ?? '', random) }),
    () => ({ timestamp: '', nonce: '', signature: '' }),
    () => ({ ...query, [name]: signatureOf('another', query.timestamp ?? '', query.nonce ?? '') }),
  ];
  const forged = forgeries[random(forgeries.length)]?.() ?? {};
  const unchanged =
    forged[name] === query[name] && forged.nonce === query.nonce && forged.timestamp === query.timestamp;
  const nothing = { ...forged, [name]: '' };
  return request(
    unchanged ? nothing : forged,
    random(2) === 0 ? body.toString() : mutate(body.toString(), random),
  );
}

function request(query: Readonly<Record<string, string>>, body: string): HttpRequest {
  return { method: 'POST', path: '/wechat', headers: {}, query, body: Buffer.from(body) };
}

function readable(mode: 'plain' | 'safe', body: string): string {
  if (mode === 'plain' || body === 'success' || body === '') return body;
  const opened = cipher.decrypt(/<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? '');
  if (opened.kind === 'refused') throw new Error(`a reply cannot be decrypted: ${opened.reason}`);
  return opened.text;
}
