import { createCipheriv, createDecipheriv } from 'node:crypto';
import { decrypt as peerDecrypt, encrypt as peerEncrypt } from '@wecom/crypto';
import { describe, expect, it } from 'vitest';
import { createMessageCipher } from '../../../src/channels/tencent/message-cipher.ts';
import {
  SAFE_IN,
  SAFE_OUT,
  WECHAT_APP_ID,
  WECHAT_KEY,
  WECOM_CORP_ID,
  WECOM_KEY,
  WECOM_MESSAGE,
  WECOM_URL_CHECK,
} from './official-vectors.ts';

const wechat = createMessageCipher(WECHAT_KEY, WECHAT_APP_ID);
const wecom = createMessageCipher(WECOM_KEY, WECOM_CORP_ID);
const KEY_BYTES = Buffer.from(`${WECHAT_KEY}=`, 'base64');

describe('the official vectors', () => {
  it('decrypt a message of safe mode', () => {
    expect(wechat.decrypt(SAFE_IN.encrypt)).toEqual({ kind: 'message', text: SAFE_IN.text });
  });

  it('encrypt a reply of safe mode to the same bytes', () => {
    expect(wechat.encrypt(SAFE_OUT.text, Buffer.from(SAFE_OUT.random))).toBe(SAFE_OUT.encrypt);
  });

  it('decrypt the address check of WeCom', () => {
    expect(wecom.decrypt(WECOM_URL_CHECK.echostr)).toEqual({ kind: 'message', text: WECOM_URL_CHECK.text });
  });

  it('decrypt a message of WeCom', () => {
    expect(wecom.decrypt(WECOM_MESSAGE.encrypt)).toMatchObject({
      text: expect.stringContaining('<MsgId>4561255354251345929</MsgId>'),
    });
  });
});

describe('a message of each length from 0 to 70', () => {
  const lengths = Array.from({ length: 71 }, (_, length) => length);

  it.each(['', WECHAT_APP_ID])('comes back, by us and by @wecom/crypto, with the receiver %j', (receiver) => {
    const ours = createMessageCipher(WECHAT_KEY, receiver);
    for (const length of lengths)
      for (const text of ['a'.repeat(length), '问'.repeat(length), '🙂]]>'.repeat(length)]) {
        expect(ours.decrypt(ours.encrypt(text))).toEqual({ kind: 'message', text });
        expect(ours.decrypt(peerEncrypt(WECHAT_KEY, text, receiver))).toEqual({ kind: 'message', text });
        expect(peerDecrypt(WECHAT_KEY, ours.encrypt(text))).toMatchObject({ message: text, id: receiver });
      }
  });
});

describe('a ciphertext is refused', () => {
  it('for another receiver', () => {
    const other = createMessageCipher(WECHAT_KEY, 'wx0000000000000000');
    expect(other.decrypt(SAFE_IN.encrypt)).toEqual({ kind: 'refused', reason: 'receiver' });
    expect(createMessageCipher(WECHAT_KEY, '').decrypt(SAFE_IN.encrypt)).toMatchObject({
      reason: 'receiver',
    });
  });

  it('whichever of its bytes is flipped, or reads otherwise, which the signature finds', () => {
    const sealed = Buffer.from(SAFE_IN.encrypt, 'base64');
    const kept = [...sealed.keys()].filter((index) => {
      const flipped = Buffer.from(sealed);
      flipped[index] = (flipped[index] ?? 0) ^ 0x80;
      const opened = wechat.decrypt(flipped.toString('base64'));
      return opened.kind === 'message' && opened.text === SAFE_IN.text;
    });
    expect(kept).toEqual([]);
  });

  it.each([
    ['nothing at all', ''],
    ['no base64', '你好'],
    ['base64 with a stray character', `${SAFE_IN.encrypt.slice(0, -1)}*`],
    ['half a block', Buffer.alloc(16).toString('base64')],
    ['a block and a half', Buffer.alloc(48).toString('base64')],
  ])('for its length: %s', (_name, ciphertext) => {
    expect(wechat.decrypt(ciphertext)).toEqual({ kind: 'refused', reason: 'length' });
  });

  it.each([
    ['no padding', 0],
    ['padding above a block', 33],
    ['padding that leaves no message', 32],
  ])('for %s', (_name, pad) => {
    const plain = Buffer.alloc(32, pad);
    expect(wechat.decrypt(seal(plain))).toEqual({ kind: 'refused', reason: 'padding' });
  });

  it('for a padding of unequal bytes', () => {
    const plain = open(wechat.encrypt('你好'));
    plain[plain.length - 2] = 0;
    expect(wechat.decrypt(seal(plain))).toEqual({ kind: 'refused', reason: 'padding' });
  });

  it.each([0xffffffff, 0x7fffffff, 1000])('for a length of %d that it does not have', (size) => {
    const plain = open(wechat.encrypt('你好'));
    plain.writeUInt32BE(size, 16);
    expect(wechat.decrypt(seal(plain))).toEqual({ kind: 'refused', reason: 'size' });
  });

  it('for a length that cuts into the receiver', () => {
    const plain = open(wechat.encrypt('你好'));
    plain.writeUInt32BE(8, 16);
    expect(wechat.decrypt(seal(plain))).toEqual({ kind: 'refused', reason: 'receiver' });
  });

  it('under another key', () => {
    expect(createMessageCipher(WECOM_KEY, WECHAT_APP_ID).decrypt(SAFE_IN.encrypt).kind).toBe('refused');
  });
});

describe('a key', () => {
  it.each(['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`])('%j is refused', (key) => {
    expect(() => createMessageCipher(key, '')).toThrow('43');
  });
});

function open(ciphertext: string): Buffer {
  const decipher = createDecipheriv('aes-256-cbc', KEY_BYTES, KEY_BYTES.subarray(0, 16)).setAutoPadding(
    false,
  );
  return Buffer.concat([decipher.update(ciphertext, 'base64'), decipher.final()]);
}

function seal(plain: Buffer): string {
  const cipher = createCipheriv('aes-256-cbc', KEY_BYTES, KEY_BYTES.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}
