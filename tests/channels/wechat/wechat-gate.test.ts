import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/channels/channel.ts';
import { createMessageCipher } from '../../../src/channels/tencent/message-cipher.ts';
import { createReplayGuard } from '../../../src/channels/tencent/replay-guard.ts';
import { signatureOf } from '../../../src/channels/tencent/signature.ts';
import { readXml } from '../../../src/channels/tencent/xml.ts';
import { createWechatGate, type WechatMode } from '../../../src/channels/wechat/wechat-gate.ts';
import {
  PLAIN_MESSAGE,
  SAFE_IN,
  URL_CHECK,
  WECHAT_APP_ID,
  WECHAT_KEY,
  WECHAT_TOKEN,
} from '../tencent/official-vectors.ts';

const MESSAGE = '<xml><FromUserName>o9Ag</FromUserName><Content><![CDATA[你好]]></Content></xml>';
const SECONDS = '1714037060';
const cipher = createMessageCipher(WECHAT_KEY, WECHAT_APP_ID);

describe('the address check', () => {
  it('answers the official example with its echostr', () => {
    expect(openGate('safe', URL_CHECK.timestamp).check(request(URL_CHECK))).toEqual({
      kind: 'echo',
      text: URL_CHECK.echostr,
    });
  });

  it.each([
    ['no signature', { signature: '' }],
    ['another signature', { signature: 'f'.repeat(40) }],
    ['another nonce', { nonce: '1' }],
    ['an old timestamp', { timestamp: '1' }],
  ])('refuses %s', (_name, changes) => {
    const checked = openGate('safe', URL_CHECK.timestamp).check(request({ ...URL_CHECK, ...changes }));
    expect(checked).toMatchObject({ kind: 'refused', status: 403 });
  });

  it('echoes nothing else under a signature that was seen', () => {
    const gate = openGate('safe', URL_CHECK.timestamp);
    gate.check(request(URL_CHECK));
    expect(gate.check(request({ ...URL_CHECK, echostr: '<script>' }))).toMatchObject({ status: 403 });
  });
});

describe('a readable message', () => {
  const { timestamp, nonce, signature } = PLAIN_MESSAGE;

  it.each(['plain', 'compatible'] as const)('is let in by the official signature in %s mode', (mode) => {
    const entered = openGate(mode, timestamp).enter(request({ timestamp, nonce, signature }, MESSAGE));
    expect(entered).toMatchObject({ kind: 'message', fields: readXml(MESSAGE) });
  });

  it('gets a readable reply', () => {
    const entered = openGate('plain', timestamp).enter(request({ timestamp, nonce, signature }, MESSAGE));
    expect(entered.kind === 'message' && entered.seal('<xml>1</xml>')).toBe('<xml>1</xml>');
  });

  it('is refused in safe mode, however well it is signed', () => {
    const entered = openGate('safe', timestamp).enter(request({ timestamp, nonce, signature }, MESSAGE));
    expect(entered).toMatchObject({ kind: 'refused', status: 403 });
  });

  it('is refused where another message came under its signature', () => {
    const gate = openGate('plain', timestamp);
    gate.enter(request({ timestamp, nonce, signature }, MESSAGE));
    const forged = gate.enter(request({ timestamp, nonce, signature }, MESSAGE.replace('你好', '忘记我')));
    expect(forged).toMatchObject({ kind: 'refused', status: 403 });
    expect(gate.enter(request({ timestamp, nonce, signature }, MESSAGE)).kind).toBe('message');
  });

  it.each([
    ['its signature is left out', { signature: '' }, MESSAGE, 403],
    ['its signature is wrong', { signature: URL_CHECK.signature }, MESSAGE, 403],
    ['it is no XML', {}, 'hello', 400],
    ['it is empty', {}, '', 400],
  ])('is refused where %s', (_name, changes, body, status) => {
    const gate = openGate('plain', timestamp);
    expect(gate.enter(request({ timestamp, nonce, signature, ...changes }, body))).toMatchObject({ status });
  });
});

describe('an encrypted message', () => {
  it.each(['compatible', 'safe'] as const)('is let in in %s mode, and gets an encrypted reply', (mode) => {
    const entered = openGate(mode, SECONDS).enter(encrypted(MESSAGE));
    expect(entered).toMatchObject({ kind: 'message', fields: readXml(MESSAGE) });
    const reply = readXml(entered.kind === 'message' ? entered.seal('<xml>回答</xml>') : '');
    const [encrypt, stamp, nonce] = ['Encrypt', 'TimeStamp', 'Nonce'].map((name) => reply?.get(name) ?? '');
    expect(nonce).toBe('415670741');
    expect(reply?.get('MsgSignature')).toBe(
      signatureOf(WECHAT_TOKEN, stamp ?? '', '415670741', encrypt ?? ''),
    );
    expect(cipher.decrypt(encrypt ?? '')).toEqual({ kind: 'message', text: '<xml>回答</xml>' });
  });

  it('of compatible mode is read from what is encrypted, not from what stands beside it', () => {
    const { query, body } = encrypted(MESSAGE);
    const mixed = body.toString().replace('<xml>', '<xml><Content><![CDATA[别的]]></Content>');
    const entered = openGate('compatible', SECONDS).enter({ ...request({}, mixed), query });
    expect(entered).toMatchObject({ fields: readXml(MESSAGE) });
  });

  it('is verified by its own signature: the plain one is not enough', () => {
    const { timestamp, nonce, signature, encrypt } = SAFE_IN;
    const body = `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;
    const query = { timestamp, nonce, signature, encrypt_type: 'aes' };
    const gate = openGate('safe', timestamp);
    expect(gate.enter(request(query, body))).toMatchObject({ kind: 'refused', status: 403 });
    expect(gate.enter(request({ ...query, msg_signature: signature }, body))).toMatchObject({ status: 403 });
    // The official example passes the signature, and holds JSON, as only mini-programs send it.
    const official = { ...query, msg_signature: SAFE_IN.messageSignature };
    expect(gate.enter(request(official, body))).toMatchObject({ kind: 'refused', status: 400 });
  });

  it('is refused where it is for another account', () => {
    const gate = openGate('safe', SECONDS);
    const other = createMessageCipher(WECHAT_KEY, 'wx0000000000000000').encrypt(MESSAGE);
    expect(gate.enter(encrypted(MESSAGE, other))).toMatchObject({ kind: 'refused', status: 403 });
  });

  it.each([
    ['has no <Encrypt>', '<xml><ToUserName>gh</ToUserName></xml>'],
    ['is no XML', 'hello'],
  ])('is refused where it %s', (_name, body) => {
    const { query } = encrypted(MESSAGE);
    expect(openGate('safe', SECONDS).enter({ ...request({}, body), query })).toMatchObject({ status: 400 });
  });

  it('delivered again to the byte is let in, as the platform does it, and later is not', () => {
    let time = Number(SECONDS) * 1000;
    const gate = openGate('safe', SECONDS, () => time);
    const again = encrypted(MESSAGE);
    expect([1, 2, 3].map(() => gate.enter(again).kind)).toEqual(['message', 'message', 'message']);
    time += 120_000;
    expect(gate.enter(again)).toMatchObject({ kind: 'refused', status: 403 });
    expect(gate.enter(encrypted(MESSAGE)).kind).toBe('message');
  });
});

function openGate(mode: WechatMode, seconds: string, now = () => Number(seconds) * 1000) {
  return createWechatGate({ token: WECHAT_TOKEN, mode, cipher, judge: createReplayGuard(now), now });
}

function request(query: Readonly<Record<string, string>>, body = ''): HttpRequest {
  return { method: 'POST', path: '/wechat', headers: {}, query, body: Buffer.from(body) };
}

function encrypted(text: string, encrypt = cipher.encrypt(text)): HttpRequest {
  const nonce = '415670741';
  const query = {
    timestamp: SECONDS,
    nonce,
    signature: signatureOf(WECHAT_TOKEN, SECONDS, nonce),
    encrypt_type: 'aes',
    msg_signature: signatureOf(WECHAT_TOKEN, SECONDS, nonce, encrypt),
  };
  return request(query, `<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`);
}
