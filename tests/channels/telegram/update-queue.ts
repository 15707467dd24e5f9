import { BotApiRefusal, badRequest } from './bot-api-fault.ts';

/** An update without its id, which the queue gives: `message`, `callback_query` … */
export type UpdateBody = Readonly<Record<string, unknown>>;

/** Where a webhook is set, and what it is sent with. */
export interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
}

export interface UpdateQueue {
  /** Keeps an update until it is confirmed; returns its id. */
  add(update: UpdateBody, id?: number): number;
  /** Long polling as the Bot API has it; an empty array after `timeout` seconds. */
  take(payload: UpdateBody): Promise<readonly UpdateBody[]>;
  /** What is neither confirmed nor taken by a webhook, oldest first. */
  readonly waiting: readonly UpdateBody[];
  /** Updates with lower ids are done with. */
  readonly confirmed: number;
  /** Removes one that a webhook took. */
  drop(id: number): void;
  clear(): void;
  /** Ends the poll that is under way, if one is, with an empty answer. */
  release(): void;
}

const CONFLICT =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

/**
 * The updates that a bot has not confirmed: one is confirmed by asking for a higher offset, and a second poll
 * ends the first. https://core.telegram.org/bots/api#getupdates
 */
export function createUpdateQueue(): UpdateQueue {
  let waiting: { readonly id: number; readonly body: UpdateBody }[] = [];
  let nextId = 700_000_001;
  let confirmed = 0;
  let poll: { wake(): void; conflict(): void } | null = null;

  return {
    get waiting() {
      return waiting.map(({ body }) => body);
    },
    get confirmed() {
      return confirmed;
    },
    add(update, id = nextId) {
      nextId = Math.max(nextId, id + 1);
      waiting.push({ id, body: { update_id: id, ...update } });
      poll?.wake();
      return id;
    },
    async take({ offset = 0, limit = 100, timeout = 0 }) {
      if (typeof offset !== 'number' || typeof limit !== 'number' || typeof timeout !== 'number')
        throw badRequest('offset, limit and timeout must be numbers');
      if (limit < 1 || limit > 100) throw badRequest('limit must be 1 to 100');
      poll?.conflict();
      confirmed = Math.max(confirmed, offset);
      waiting = waiting.filter(({ id }) => id >= offset);
      if (waiting.length === 0 && timeout > 0) await oneMore(timeout);
      return waiting.slice(0, limit).map(({ body }) => body);
    },
    drop(taken) {
      waiting = waiting.filter(({ id }) => id !== taken);
    },
    clear() {
      waiting = [];
    },
    release: () => poll?.wake(),
  };

  function oneMore(seconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(end, seconds * 1000);
      const own = {
        wake: end,
        conflict() {
          clearTimeout(timer);
          reject(new BotApiRefusal({ error_code: 409, description: CONFLICT }));
        },
      };
      poll = own;
      function end(): void {
        clearTimeout(timer);
        if (poll === own) poll = null;
        resolve();
      }
    });
  }
}
