import { z } from 'zod';
import { WenbaoError } from '../../errors.ts';

/** The key to a platform's API, shared by all who call. */
export interface AccessToken {
  /** Rejects with WenbaoError `channel` where the platform gives none. */
  current(): Promise<string>;
  /** After the platform refused `failed`: another one, unless somebody has renewed it meanwhile. */
  renew(failed: string): Promise<string>;
}

export interface TokenSource {
  /** Asks the platform for the token; `force` makes it draw another where it can be made to. */
  readonly ask: (force: boolean) => Promise<unknown>;
  readonly canForce: boolean;
  /** For staff, such as WeChat. */
  readonly platform: string;
  readonly describeErrorCode: (code: number) => string;
}

const answerSchema = z.object({
  access_token: z.string().min(1).optional(),
  expires_in: z.number().positive().nullish(),
  errcode: z.number().nullish(),
});

/** The platforms renew a token five minutes before its end; both are good until then. */
const EARLY_MS = 5 * 60_000;

/** One request at a time, however many ask. `now` is in milliseconds. */
export function createAccessToken(source: TokenSource, now: () => number): AccessToken {
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
        // The platform still gives out what it refuses: only then is it made to draw another.
        return token === failed && source.canForce ? ask(true) : token;
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
    const answer = answerSchema.parse(await source.ask(force));
    if (answer.access_token === undefined) {
      const why = source.describeErrorCode(answer.errcode ?? 0);
      throw new WenbaoError('channel', `${source.platform} gives no access token: ${why}`);
    }
    const lifeMs = (answer.expires_in ?? 7200) * 1000;
    known = { token: answer.access_token, until: now() + Math.max(lifeMs - EARLY_MS, lifeMs / 2) };
    return answer.access_token;
  }
}
