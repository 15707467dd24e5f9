import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import type { HttpResponse, HttpRoute } from '../channel.ts';
import type { Intake } from './create-intake.ts';
import { within } from './within.ts';

/** Below PUBLIC_URL. */
export const WEBHOOK_PATH = '/telegram';
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** A message has at most 4,096 characters; what it replies to comes with it. */
const LARGEST_BODY = 256 * 1024;
/**
 * Telegram delivers again what was not answered with 2xx, so an update counts as taken only once it is dealt
 * with; one that takes longer than this must not keep the connection.
 */
const PATIENCE_MS = 5_000;

const update = z.looseObject({ update_id: z.int().nonnegative() });

/**
 * Takes updates that Telegram posts, where they carry the secret that the webhook was set with. `intake` gives
 * null while the channel is not running. https://core.telegram.org/bots/api#setwebhook
 */
export function createWebhookRoute(secret: string, intake: () => Intake | null): HttpRoute {
  return {
    method: 'POST',
    path: WEBHOOK_PATH,
    maxBodyBytes: LARGEST_BODY,
    async handle({ headers, body }) {
      if (!isSame(headers[SECRET_HEADER] ?? '', secret)) return say(401, 'secret token is wrong');
      const running = intake();
      if (running === null) return say(503, 'not running');
      const parsed = update.safeParse(parseJson(body.toString('utf8')));
      if (!parsed.success) return say(400, 'no update');
      // Whatever else stands in it is read with care where it is used.
      await within(running.take(parsed.data as Update), PATIENCE_MS);
      return say(200, '');
    },
  };
}

/** Takes as long for a nearly right secret as for a wrong one, whatever their lengths. */
function isSame(given: string, secret: string): boolean {
  const [left, right] = [given, secret].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function say(status: number, body: string): HttpResponse {
  return { status, body };
}
