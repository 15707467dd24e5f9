import { afterEach, describe, expect, it } from 'vitest';
import { createAccessToken } from '../../../src/channels/tencent/access-token.ts';
import { createWechatApi, wechatTokens } from '../../../src/channels/wechat/wechat-api.ts';
import { type ApiServerOptions, startWechatApiServer, type WechatApiServer } from './wechat-api-server.ts';

const ACCOUNT = { appId: 'wx1', appSecret: 'secret' };
const TYPING = '/cgi-bin/message/custom/typing';
let server: WechatApiServer;
const clock = { now: 0 };

afterEach(() => server.close());

describe('the access token', () => {
  it('is asked for once, however many need it', async () => {
    const { token } = await open();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => token.current()));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(server.calls).toEqual(['/cgi-bin/stable_token']);
  });

  it('is asked for again five minutes before it ends', async () => {
    const { token } = await open();
    await token.current();
    clock.now += 6_899_000;
    await token.current();
    expect(server.calls).toHaveLength(1);
    clock.now += 1000;
    await token.current();
    expect(server.calls).toHaveLength(2);
  });

  it('is renewed once for all who were refused, and not for one who was late to notice', async () => {
    const { token } = await open();
    const first = await token.current();
    server.endToken();
    const renewed = await Promise.all([token.renew(first), token.renew(first), token.renew(first)]);
    expect(renewed).toEqual(['token-2', 'token-2', 'token-2']);
    expect(await token.renew(first)).toBe('token-2');
    expect(server.calls).toHaveLength(2);
  });

  it('is drawn anew only where the platform gives out the very one that it refuses', async () => {
    const { token } = await open({ stuckToken: true });
    expect(await token.renew(await token.current())).toBe('token-2');
    expect(server.calls.at(-1)).toBe('/cgi-bin/stable_token forced');
  });

  it.each([
    [{ appSecret: 'other' }, /40125.*WECHAT_APP_SECRET/],
    [{ appId: 'wx2' }, /40013.*WECHAT_APP_ID/],
    [{ listed: false }, /40164.*IP白名单/],
  ])('is not given for %j, and staff read why', async (wrong, why) => {
    const { token } = await open(wrong);
    await expect(token.current()).rejects.toThrow(why);
    // It is asked for again: the whitelist may have been mended.
    await expect(token.current()).rejects.toThrow(why);
    expect(server.calls).toHaveLength(2);
  });
});

describe('a call', () => {
  it.each([40001, 42001])('is made once more with another token after error %i', async (code) => {
    const { api } = await open();
    await api(TYPING, { touser: 'o9Ag', command: 'Typing' });
    server.calls.splice(0);
    server.endToken();
    if (code === 40001) await startOver();
    expect(await api(TYPING, { touser: 'o9Ag', command: 'Typing' })).toEqual({ kind: 'done' });
    expect(server.calls.filter((call) => call.startsWith(TYPING))).toHaveLength(2);
  });

  it('is refused where the second token is refused too', async () => {
    const { api } = await open();
    server.failures.push(40001, 40001);
    const answer = await api('/cgi-bin/message/custom/send', { touser: 'o9Ag' });
    expect(answer).toMatchObject({ kind: 'refused', code: 40001 });
  });

  it('tells that the platform was not reached, and not with which token', async () => {
    const { api } = await open();
    await api(TYPING, {});
    await server.close();
    const answer = await api(TYPING, {});
    expect(answer).toMatchObject({ kind: 'refused', code: Number.NaN });
    expect(JSON.stringify(answer)).not.toContain('token-1');
  });
});

async function open(wrong: Partial<ApiServerOptions> = {}) {
  clock.now = 0;
  server = await startWechatApiServer({ ...ACCOUNT, ...wrong });
  const account = { ...ACCOUNT, apiBase: server.address };
  const now = () => clock.now;
  return { token: createAccessToken(wechatTokens(account), now), api: createWechatApi(account, now) };
}

/** Another process has drawn a token: ours is not even known any more. */
async function startOver(): Promise<void> {
  const body = { ...ACCOUNT, appid: ACCOUNT.appId, secret: ACCOUNT.appSecret, force_refresh: true };
  await fetch(`${server.address}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(body) });
}
