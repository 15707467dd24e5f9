import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BotApiFault, BotApiRefusal } from './bot-api-fault.ts';
import { type BotApiState, METHODS, type ShownMessage } from './bot-api-methods.ts';
import { isRecord } from './check-message.ts';
import { createUpdateQueue, type UpdateBody } from './update-queue.ts';

/** A request that the bot made, and the error code it was answered with (200 where it was accepted). */
interface BotApiCall {
  readonly method: string;
  readonly payload: UpdateBody;
  readonly status: number;
}

/** Beside a fault of the Bot API: the line is cut, the answer is no JSON, or it is lost after the deed is done. */
type ScriptedFault = BotApiFault | 'hang-up' | 'no-json' | 'answer-lost';

/** Telegram's side of the line: what it delivers, what it was sent, and what goes wrong. */
export interface FakeBotApi {
  /** For the client: `http://127.0.0.1:PORT`. */
  readonly root: string;
  readonly token: string;
  readonly state: BotApiState;
  readonly calls: readonly BotApiCall[];
  /** What a chat shows of the bot's messages. */
  shown(chatId: number): readonly ShownMessage[];
  /** The next `times` calls of a method go wrong. */
  fail(method: string, fault: ScriptedFault, times?: number): void;
  /** Something happens at Telegram: it waits to be polled. */
  receive(update: UpdateBody, id?: number): number;
  /** Updates with lower ids than this are done with. */
  confirmed(): number;
  /** Sends every waiting update to the webhook, at `origin` instead of its public host; the HTTP statuses. */
  deliver(origin: string, secret?: string): Promise<readonly number[]>;
  /** Resolves once `condition` holds; rejects with what was called last where it does not before the test would end. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Far more than anything takes on a busy machine. */
const PATIENCE_MS = 45_000;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/** A Bot API server on 127.0.0.1 that has Telegram's limits and errors. https://core.telegram.org/bots/api */
export async function startFakeBotApi(token = '4200:fake-token'): Promise<FakeBotApi> {
  const state: BotApiState = {
    queue: createUpdateQueue(),
    chats: new Map(),
    blocked: new Set(),
    received: new Map(),
    shown: [],
    presses: new Set(),
    commands: new Map(),
    webhook: null,
  };
  const calls: BotApiCall[] = [];
  const faults: { readonly method: string; readonly fault: ScriptedFault }[] = [];
  const watchers = new Set<() => void>();
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    state,
    calls,
    shown: (chatId) => state.shown.filter(({ chat }) => chat.id === chatId),
    fail(method, fault, times = 1) {
      for (let time = 0; time < times; time += 1) faults.push({ method, fault });
    },
    receive(update, id) {
      register(update, state);
      return state.queue.add(update, id);
    },
    confirmed: () => state.queue.confirmed,
    async deliver(origin, secret = state.webhook?.secret) {
      const { webhook } = state;
      if (webhook === null) throw new Error('no webhook is set');
      const { pathname, search } = new URL(webhook.url);
      const statuses: number[] = [];
      for (const update of [...state.queue.waiting]) {
        const { status } = await fetch(new URL(pathname + search, origin), {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(secret === undefined ? {} : { [SECRET_HEADER]: secret }),
          },
          body: JSON.stringify(update),
        });
        statuses.push(status);
        if (status >= 200 && status < 300) state.queue.drop(Number(update.update_id));
      }
      return statuses;
    },
    until(condition) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look);
          reject(
            new Error(
              `waited in vain; called: ${calls
                .slice(-20)
                .map(({ method }) => method)
                .join(' ')}`,
            ),
          );
        }, PATIENCE_MS);
        const look = (): void => {
          if (!condition()) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      });
    },
    async close() {
      state.queue.release();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, bot = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const payload = await readPayload(request);
    // A poll whose client has gone ends without having delivered anything.
    if (method === 'getUpdates') response.on('close', () => response.writableEnded || state.queue.release());
    const scripted = faults.findIndex((fault) => fault.method === method);
    const fault = scripted < 0 ? null : (faults.splice(scripted, 1)[0]?.fault ?? null);
    const answering = answerOf(bot, method, payload, fault);
    // A poll confirms at once what it then waits behind.
    for (const look of [...watchers]) look();
    const answer = await answering;
    const status = answer.ok ? 200 : answer.error_code;
    calls.push({ method, payload, status: typeof fault === 'string' ? 0 : status });
    if (fault === 'hang-up' || fault === 'answer-lost') response.destroy();
    else if (fault === 'no-json') response.writeHead(502).end('<html>Bad Gateway</html>');
    else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    for (const look of [...watchers]) look();
  }

  async function answerOf(
    bot: string,
    method: string,
    payload: UpdateBody,
    fault: ScriptedFault | null,
  ): Promise<{ readonly ok: true; readonly result: unknown } | ({ readonly ok: false } & BotApiFault)> {
    if (bot !== token) return { ok: false, error_code: 401, description: 'Unauthorized' };
    if (typeof fault === 'object' && fault !== null) return { ok: false, ...fault };
    const run = METHODS[method];
    if (run === undefined) return { ok: false, error_code: 404, description: 'Not Found' };
    if (fault === 'hang-up' || fault === 'no-json') return { ok: true, result: true };
    try {
      return { ok: true, result: await run(payload, state) };
    } catch (refusal) {
      if (refusal instanceof BotApiRefusal) return { ok: false, ...refusal.fault };
      throw refusal;
    }
  }
}

/** Telegram knows the chats it delivers messages of, and lets the bot answer there. */
function register(update: UpdateBody, { chats, received, presses }: BotApiState): void {
  const { callback_query: press } = update;
  if (isRecord(press) && typeof press.id === 'string') presses.add(press.id);
  const pressed = isRecord(press) ? [press.message] : [];
  for (const message of [...Object.values(update), ...pressed].filter(isRecord)) {
    const { chat, message_id: id, message_thread_id: topic } = message;
    if (!isRecord(chat) || typeof chat.id !== 'number') continue;
    const known = chats.get(chat.id) ?? { topics: new Set() };
    chats.set(chat.id, known);
    if (typeof topic === 'number') known.topics.add(topic);
    const messages = received.get(chat.id) ?? new Set();
    received.set(chat.id, messages);
    if (typeof id === 'number') messages.add(id);
  }
}

async function readPayload(request: IncomingMessage): Promise<UpdateBody> {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  const payload: unknown = body === '' ? {} : JSON.parse(body);
  return isRecord(payload) ? payload : {};
}
