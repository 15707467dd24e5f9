import { createAccessToken, type TokenSource } from '../tencent/access-token.ts';
import { fetchJson } from '../tencent/fetch-json.ts';
import { createTokenApi, type TokenApi } from '../tencent/token-api.ts';
import { describeErrorCode, TOKEN_REFUSED } from './error-codes.ts';

export interface WechatAccount {
  /** Where the API is, without a slash at the end. */
  readonly apiBase: string;
  readonly appId: string;
  readonly appSecret: string;
}

/** `now` is in milliseconds. */
export function createWechatApi(account: WechatAccount, now: () => number): TokenApi {
  const accessToken = createAccessToken(wechatTokens(account), now);
  return createTokenApi({
    apiBase: account.apiBase,
    accessToken,
    tokenRefused: TOKEN_REFUSED,
    describeErrorCode,
  });
}

/**
 * stable_token gives the same token until it ends, so that several processes do not take it from one another; it may
 * be made to draw another 20 times a day.
 * https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
export function wechatTokens({ apiBase, appId, appSecret }: WechatAccount): TokenSource {
  return {
    platform: 'WeChat',
    canForce: true,
    describeErrorCode,
    ask: (force) =>
      fetchJson(`${apiBase}/cgi-bin/stable_token`, {
        grant_type: 'client_credential',
        appid: appId,
        secret: appSecret,
        force_refresh: force,
      }),
  };
}
