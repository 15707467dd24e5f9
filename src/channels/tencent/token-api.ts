import { z } from 'zod';
import { messageOf } from '../../errors.ts';
import type { AccessToken } from './access-token.ts';
import { fetchJson } from './fetch-json.ts';

/** `code` is the platform's, NaN where it was not reached; `why` is for staff and names nobody. */
export type ApiAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: number; readonly why: string };

/** Calls a path of the API with a body; never rejects. */
export type TokenApi = (path: string, body: unknown) => Promise<ApiAnswer>;

export interface TokenApiOptions {
  /** Where the API is, without a slash at the end. */
  readonly apiBase: string;
  readonly accessToken: AccessToken;
  /** The codes that refuse the token: another one is taken, once. */
  readonly tokenRefused: readonly number[];
  readonly describeErrorCode: (code: number) => string;
}

/** WeCom takes a message for a person whom it does not reach, and names the person in its answer. */
const answerSchema = z.object({
  errcode: z.number().nullish(),
  invaliduser: z.string().nullish(),
  unlicenseduser: z.string().nullish(),
});

export function createTokenApi(options: TokenApiOptions): TokenApi {
  const { apiBase, accessToken, tokenRefused, describeErrorCode } = options;
  return async (path, body) => {
    try {
      const token = await accessToken.current();
      const answer = await call(path, token, body);
      const isRefused = answer.kind === 'refused' && tokenRefused.includes(answer.code);
      return isRefused ? await call(path, await accessToken.renew(token), body) : answer;
    } catch (fault) {
      return { kind: 'refused', code: Number.NaN, why: messageOf(fault) };
    }
  };

  async function call(path: string, token: string, body: unknown): Promise<ApiAnswer> {
    const address = `${apiBase}${path}?access_token=${encodeURIComponent(token)}`;
    const answer = answerSchema.parse(await fetchJson(address, body));
    const code = answer.errcode ?? 0;
    if (code !== 0) return { kind: 'refused', code, why: describeErrorCode(code) };
    const missed = [answer.invaliduser, answer.unlicenseduser].some((people) => (people ?? '') !== '');
    if (!missed) return { kind: 'done' };
    const why = 'the platform took the message and did not pass it on: the person may not see the app';
    return { kind: 'refused', code, why };
  }
}
