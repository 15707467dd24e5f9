import { describe, expect, it } from 'vitest';
import { isSameSignature, signatureOf } from '../../../src/channels/tencent/signature.ts';
import {
  PLAIN_MESSAGE,
  SAFE_IN,
  SAFE_OUT,
  URL_CHECK,
  WECHAT_TOKEN,
  WECOM_MESSAGE,
  WECOM_TOKEN,
  WECOM_URL_CHECK,
} from './official-vectors.ts';

describe('a signature', () => {
  it.each([
    ['an address check', WECHAT_TOKEN, URL_CHECK],
    ['a plain message', WECHAT_TOKEN, PLAIN_MESSAGE],
    ['the plain part of a safe message', WECHAT_TOKEN, SAFE_IN],
  ])('is the official one of %s', (_name, token, { timestamp, nonce, signature }) => {
    expect(signatureOf(token, timestamp, nonce)).toBe(signature);
  });

  it.each([
    ['a safe message', WECHAT_TOKEN, SAFE_IN, SAFE_IN.encrypt],
    ['a safe reply', WECHAT_TOKEN, SAFE_OUT, SAFE_OUT.encrypt],
    ['an address check of WeCom', WECOM_TOKEN, WECOM_URL_CHECK, WECOM_URL_CHECK.echostr],
    ['a message of WeCom', WECOM_TOKEN, WECOM_MESSAGE, WECOM_MESSAGE.encrypt],
  ])('is the official one of %s', (_name, token, { timestamp, nonce, messageSignature }, encrypt) => {
    expect(signatureOf(token, timestamp, nonce, encrypt)).toBe(messageSignature);
  });

  it.each([
    ['token', ['BAAAA', URL_CHECK.timestamp, URL_CHECK.nonce]],
    ['timestamp', [WECHAT_TOKEN, '1714036505', URL_CHECK.nonce]],
    ['nonce', [WECHAT_TOKEN, URL_CHECK.timestamp, '1514711493']],
  ])('of another %s is another one', (_name, parts) => {
    expect(isSameSignature(signatureOf(...parts), URL_CHECK.signature)).toBe(false);
  });

  it.each(['', 'f464', `${URL_CHECK.signature}0`, URL_CHECK.signature.toUpperCase(), '签'.repeat(40)])(
    'is not %j',
    (given) => {
      expect(isSameSignature(URL_CHECK.signature, given)).toBe(false);
    },
  );

  it('is itself', () => {
    expect(isSameSignature(URL_CHECK.signature, `${URL_CHECK.signature}`)).toBe(true);
  });
});
