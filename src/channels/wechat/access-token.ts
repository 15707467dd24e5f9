import { z } from 'zod';
import { WenbaoError } from '../../errors.ts';
import { describeErrorCode } from './error-codes.ts';
import { postJson } from './post-json.ts';

/** The key to the platform's API, shared by all who call. */
export interface AccessToken {
  /** Rejects with WenbaoError `channel` where the platform gives none. */
  current(): Promise<string>;
  /** After the platform refused `failed`: another one, unless somebody has renewed it meanwhile. */
  renew(failed: string): Promise<string>;
}

export interface WechatAccount {
  /** Where the API is, without a slash at the end. */
  readonly apiBase: string;
  readonly appId: string;
  readonly appSecret: string;
}

const answerSchema = z.object({
  access_token: z.string().min(1).optional(),
  expires_in: z.number().positive().nullish(),
  errcode: z.number().nullish(),
});

/** The platform renews a token five minutes before its end; both are good until then. */
const EARLY_MS = 5 * 60_000;

/**
 * One request at a time, however many ask. stable_token gives the same token until it ends, so that several
 * processes do not take it from one another. `now` is in milliseconds.
 * https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
export function createAccessToken(account: WechatAccount, now: () => number): AccessToken {
  let known: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;
  return {
    async current() {
      if (known !== null && now() < known.until) return known.token;
      return once(() => ask(false));
    },
    async renew(failed) {
      if (known !== null && known.token !== failed) return known.token;
      return once(async () => {
        const token = await ask(false);
        // The platform still gives out what it refuses: only then is it made to draw another (20 a day).
        return token === failed ? ask(true) : token;
      });
    },
  };

  function once(work: () => Promise<string>): Promise<string> {
    asking ??= work().finally(() => {
      asking = null;
    });
    return asking;
  }

  async function ask(force: boolean): Promise<string> {
    const body = {
      grant_type: 'client_credential',
      appid: account.appId,
      secret: account.appSecret,
      force_refresh: force,
    };
    const answer = answerSchema.parse(await postJson(`${account.apiBase}/cgi-bin/stable_token`, body));
    if (answer.access_token === undefined)
      throw new WenbaoError(
        'channel',
        `WeChat gives no access token: ${describeErrorCode(answer.errcode ?? 0)}`,
      );
    const lifeMs = (answer.expires_in ?? 7200) * 1000;
    known = { token: answer.access_token, until: now() + Math.max(lifeMs - EARLY_MS, lifeMs / 2) };
    return answer.access_token;
  }
}
