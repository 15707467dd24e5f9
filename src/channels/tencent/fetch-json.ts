import { messageOf, WenbaoError } from '../../errors.ts';

const TIMEOUT_MS = 10_000;

/**
 * Posts JSON as UTF-8 (the platforms show escapes such as \u4f60 as they are), or gets where there is no body, and
 * gives back what was answered. Rejects with WenbaoError `channel` where no JSON comes back; the query is left out of
 * it, since it may hold a secret or a token.
 */
export async function fetchJson(address: string, body?: unknown): Promise<unknown> {
  try {
    const response = await fetch(address, {
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: JSON.stringify(body),
          }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return await response.json();
  } catch (cause) {
    const { host, pathname } = new URL(address);
    throw new WenbaoError('channel', `${host}${pathname} cannot be reached: ${messageOf(cause)}`, cause);
  }
}
