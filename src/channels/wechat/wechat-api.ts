import { z } from 'zod';
import { messageOf } from '../../errors.ts';
import type { AccessToken } from './access-token.ts';
import { describeErrorCode, TOKEN_REFUSED } from './error-codes.ts';
import { postJson } from './post-json.ts';

/** `code` is the platform's, NaN where it was not reached; `why` is for staff and names nobody. */
export type ApiAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: number; readonly why: string };

/** Calls a path of the API with a body; never rejects. */
export type WechatApi = (path: string, body: unknown) => Promise<ApiAnswer>;

const answerSchema = z.object({ errcode: z.number().nullish() });

/** Takes another token once where the platform refuses the one it was called with. */
export function createWechatApi(apiBase: string, accessToken: AccessToken): WechatApi {
  return async (path, body) => {
    try {
      const token = await accessToken.current();
      const code = await call(path, token, body);
      const last = TOKEN_REFUSED.includes(code)
        ? await call(path, await accessToken.renew(token), body)
        : code;
      return last === 0 ? { kind: 'done' } : { kind: 'refused', code: last, why: describeErrorCode(last) };
    } catch (fault) {
      return { kind: 'refused', code: Number.NaN, why: messageOf(fault) };
    }
  };

  async function call(path: string, token: string, body: unknown): Promise<number> {
    const address = `${apiBase}${path}?access_token=${encodeURIComponent(token)}`;
    return answerSchema.parse(await postJson(address, body)).errcode ?? 0;
  }
}
