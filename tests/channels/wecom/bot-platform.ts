import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** The platform's end of the long connection: lets bots in, pushes messages, takes replies, enforces its limits. */
export interface BotPlatform {
  readonly wsUrl: string;
  /** What people were shown, in order: each state of a stream, welcomes, messages of the bot's own. */
  readonly shown: readonly Shown[];
  /** The last state of each reply to the chat. */
  texts(chat: string): readonly string[];
  readonly connections: () => number;
  push(body: Readonly<Record<string, unknown>>, command?: string): void;
  /** Raw bytes to the bot, as no platform would send them. */
  pushRaw(data: string): void;
  /** Cuts every connection, as a network does. */
  cut(): void;
  /** The next replies are refused with these codes. */
  readonly failures: number[];
  /** Who subscribes next is told that the secret is wrong. */
  setSecret(secret: string): void;
  /** Resolves when `condition` holds, looked at after each frame and each connection. */
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

interface Shown {
  readonly chat: string;
  readonly kind: 'stream' | 'welcome' | 'message';
  readonly id: string;
  readonly content: string;
  readonly finished: boolean;
}

interface Frame {
  readonly cmd?: string;
  readonly headers: { readonly req_id: string };
  readonly body?: {
    readonly bot_id?: string;
    readonly secret?: string;
    readonly chatid?: string;
    readonly text?: { readonly content: string };
    readonly markdown?: { readonly content: string };
    readonly stream?: { readonly id: string; readonly finish: boolean; readonly content: string };
  };
}

export const BOT = { botId: 'bot-1', secret: 'a-secret' };
const MOST_BYTES = 20_480;

export async function startBotPlatform(): Promise<BotPlatform> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const shown: Shown[] = [];
  const failures: number[] = [];
  const chats = new Map<string, { readonly chat: string; readonly socket: WebSocket }>();
  const waiting = new Set<() => void>();
  let secret = BOT.secret;
  let subscribed: WebSocket | null = null;
  let connections = 0;
  let pushed = 0;

  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      const frame: Frame = JSON.parse(data.toString());
      const errcode = take(frame, socket);
      socket.send(
        JSON.stringify({ headers: frame.headers, errcode, errmsg: errcode === 0 ? 'ok' : 'refused' }),
      );
      look();
    });
    socket.on('close', () => {
      if (subscribed === socket) subscribed = null;
      look();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    wsUrl: `ws://127.0.0.1:${port}`,
    shown,
    texts(chat) {
      const last = new Map(shown.filter((each) => each.chat === chat).map((each) => [each.id, each.content]));
      return [...last.values()];
    },
    connections: () => connections,
    push(body, cmd = 'aibot_msg_callback') {
      if (subscribed === null) throw new Error('no bot is connected');
      pushed += 1;
      const req_id = `push-${pushed}`;
      const from = body.from as { readonly userid: string } | undefined;
      chats.set(req_id, { chat: String(body.chatid ?? from?.userid ?? ''), socket: subscribed });
      subscribed.send(JSON.stringify({ cmd, headers: { req_id }, body }));
    },
    pushRaw: (data) => subscribed?.send(data),
    cut() {
      for (const socket of server.clients) socket.terminate();
    },
    failures,
    setSecret(next) {
      secret = next;
    },
    until(condition) {
      return new Promise((resolve) => {
        const check = () => {
          if (!condition()) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
    },
    close() {
      for (const socket of server.clients) socket.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  function look(): void {
    for (const check of [...waiting]) check();
  }

  function take({ cmd, headers, body }: Frame, socket: WebSocket): number {
    if (cmd === 'ping') return 0;
    if (cmd === 'aibot_subscribe') return subscribe(body ?? {}, socket);
    if (socket !== subscribed) return 846_609;
    const failure = failures.shift();
    if (failure !== undefined) return failure;
    if (cmd === 'aibot_send_msg') {
      const content = body?.markdown?.content ?? '';
      return show({ chat: body?.chatid ?? '', kind: 'message', id: headers.req_id, content, finished: true });
    }
    const asked = chats.get(headers.req_id);
    if (asked === undefined || asked.socket !== socket) return 846_605;
    if (cmd === 'aibot_respond_welcome_msg') {
      const content = body?.text?.content ?? '';
      return show({ chat: asked.chat, kind: 'welcome', id: headers.req_id, content, finished: true });
    }
    const { id = '', finish = false, content = '' } = body?.stream ?? {};
    if (cmd !== 'aibot_respond_msg' || id === '') return 40_008;
    if (shown.some((each) => each.id === id && each.finished)) return 846_608;
    return show({ chat: asked.chat, kind: 'stream', id, content, finished: finish });
  }

  function subscribe({ bot_id, secret: given }: NonNullable<Frame['body']>, socket: WebSocket): number {
    if (bot_id !== BOT.botId || given !== secret) return 853_000;
    const before = subscribed;
    subscribed = socket;
    connections += 1;
    // A bot has one connection: the one before is told, and dropped.
    const body = { msgid: 'kick', msgtype: 'event', event: { eventtype: 'disconnected_event' } };
    before?.send(JSON.stringify({ cmd: 'aibot_event_callback', headers: { req_id: 'kick' }, body }));
    return 0;
  }

  function show(each: Shown): number {
    if (each.content === '') return 40_058;
    if (Buffer.byteLength(each.content) > MOST_BYTES) return 45_002;
    shown.push(each);
    return 0;
  }
}
