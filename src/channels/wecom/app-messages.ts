import { createAccessToken, type TokenSource } from '../tencent/access-token.ts';
import { fetchJson } from '../tencent/fetch-json.ts';
import type { Messages } from '../tencent/send-late.ts';
import { createTokenApi } from '../tencent/token-api.ts';
import { describeErrorCode, TOKEN_REFUSED } from './error-codes.ts';

/** An app that may send messages by itself. */
export interface AppSender {
  /** Where the API is, without a slash at the end. */
  readonly apiBase: string;
  readonly corpId: string;
  readonly secret: string;
  readonly agentId: number;
}

/**
 * How an app sends by itself; there is nothing that would show that it types.
 * https://developer.work.weixin.qq.com/document/path/90236
 */
export function appMessages(sender: AppSender, now: () => number): Messages {
  const accessToken = createAccessToken(wecomTokens(sender), now);
  const { apiBase, agentId } = sender;
  const api = createTokenApi({ apiBase, accessToken, tokenRefused: TOKEN_REFUSED, describeErrorCode });
  return {
    showTyping: async () => false,
    send: (person, content) =>
      api('/cgi-bin/message/send', {
        touser: person,
        msgtype: 'text',
        agentid: agentId,
        text: { content },
      }),
  };
}

/**
 * The same token until it ends, each app its own; asking too often is refused.
 * https://developer.work.weixin.qq.com/document/path/91039
 */
function wecomTokens({ apiBase, corpId, secret }: AppSender): TokenSource {
  const query = new URLSearchParams({ corpid: corpId, corpsecret: secret });
  return {
    platform: 'WeCom',
    canForce: false,
    describeErrorCode,
    ask: () => fetchJson(`${apiBase}/cgi-bin/gettoken?${query}`),
  };
}
