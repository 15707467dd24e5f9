import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WSClient, type WsFrame } from '@wecom/aibot-node-sdk';
import { messageOf, WenbaoError } from '../../errors.ts';
import { within } from '../tencent/within.ts';
import type { BotAnswer, BotAnswers } from './bot-answers.ts';
import { letIn } from './let-in.ts';
import { NOTHING_MORE, WORKING } from './messages.ts';
import { type BotMessage, readBotMessage } from './read-bot-message.ts';

export interface LongConnectionSettings {
  readonly botId: string;
  readonly secret: string;
  readonly wsUrl: string;
}

export interface LongConnectionTimes {
  /** Within which the platform must have let the bot in. */
  readonly connectMs: number;
  /** An answer that takes longer is announced first. */
  readonly announceMs: number;
  /** Before the first attempt to connect again; each further one waits twice as long, up to half a minute. */
  readonly reconnectMs: number;
  /** How long an answer waits for the connection to come back. */
  readonly resendMs: number;
}

export interface LongConnection {
  /** As `Channel` has it. */
  start(onCrash: (fault: unknown) => void): Promise<void>;
  stop(deadlineMs: number): Promise<void>;
}

export interface LongConnectionCollaborators {
  readonly answers: BotAnswers;
  /** For staff; names nobody. */
  readonly warn: (message: string) => void;
}

/** Waits as people do, and no longer than an answer stays of interest. */
export const CONNECTION_TIMES: LongConnectionTimes = {
  connectMs: 15_000,
  announceMs: 1000,
  reconnectMs: 1000,
  resendMs: 60_000,
};

/** The SDK logs whole messages; none of it is kept. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const LONGEST_PAUSE_MS = 30_000;

/**
 * A smart bot over the platform's WebSocket: it needs no public address and no encryption of its own. A lost
 * connection is opened again here, each time with a new client: the SDK's own reconnecting may end the process with
 * an error that nobody listens to ("closed before the connection was established").
 * https://developer.work.weixin.qq.com/document/path/101463
 */
export function createLongConnection(
  settings: LongConnectionSettings,
  { answers, warn }: LongConnectionCollaborators,
  times: LongConnectionTimes = CONNECTION_TIMES,
): LongConnection {
  const underWay = new Set<Promise<void>>();
  let ending = new AbortController();
  /** The client that is let in, or the next one that will be. */
  let current = openSlot<WSClient>();
  return { start, stop };

  async function start(onCrash: (fault: unknown) => void): Promise<void> {
    ending = new AbortController();
    current = openSlot();
    await open(onCrash, ending.signal);
  }

  async function stop(deadlineMs: number): Promise<void> {
    await within(deadlineMs, settled());
    ending.abort();
  }

  /** Resolves once the platform has let the bot in. */
  async function open(onCrash: (fault: unknown) => void, ended: AbortSignal): Promise<void> {
    const { botId, secret, wsUrl } = settings;
    const once = { maxReconnectAttempts: 0, maxAuthFailureAttempts: 0 };
    const client = new WSClient({ botId, secret, wsUrl, logger: SILENT, ...once });
    const hangUp = () => client.disconnect();
    client.on('message', (frame) => track(receive(client, frame)));
    client.on('event', (frame) => {
      if (frame.body?.event?.eventtype !== 'disconnected_event') return track(receive(client, frame));
      // Before the SDK tells that it is disconnected: this is not a connection to open again.
      ending.abort();
      onCrash(replaced());
    });
    ended.addEventListener('abort', hangUp);
    try {
      await letIn(client, times.connectMs);
    } catch (fault) {
      ended.removeEventListener('abort', hangUp);
      hangUp();
      throw fault;
    }
    client.on('disconnected', () => {
      ended.removeEventListener('abort', hangUp);
      if (!ended.aborted) void reopen(onCrash, ended);
    });
    current.fill(client);
  }

  async function reopen(onCrash: (fault: unknown) => void, ended: AbortSignal): Promise<void> {
    current = openSlot();
    warn('WeCom: the connection was lost and is opened again');
    for (let pause = times.reconnectMs; !ended.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { signal: ended }).catch(() => undefined);
      if (ended.aborted) return;
      try {
        return await open(onCrash, ended);
      } catch (fault) {
        // What only staff can mend is not tried again.
        if (fault instanceof WenbaoError && fault.code === 'config') return onCrash(fault);
      }
    }
  }

  async function receive(from: WSClient, frame: WsFrame): Promise<void> {
    const message = readBotMessage(frame.body);
    if (message === null) return warn('WeCom: a message was not understood, and was left out');
    if (message.kind !== 'said' && message.kind !== 'entered') return;
    const pending = answers.answer(message.incoming);
    const streamId = streamIdOf(message.incoming.messageId);
    const isSlow = message.kind === 'said' && !(await isReady(pending, times.announceMs));
    if (isSlow) await from.replyStream(frame, streamId, WORKING, false).catch(() => {});
    const answer = await pending;
    // A repeated one was, or is being, sent by the delivery that it repeats.
    if (answer.repeated || (answer.content === '' && !isSlow)) return;
    try {
      await reply(from, frame, message, streamId, answer.content || NOTHING_MORE);
      await answer.sent();
    } catch (fault) {
      await sendAgain(message, answer, fault);
    }
  }

  function reply(
    from: WSClient,
    frame: WsFrame,
    message: BotMessage,
    streamId: string,
    content: string,
  ): Promise<unknown> {
    if (message.kind === 'entered') {
      return from.replyWelcome({ headers: frame.headers }, { msgtype: 'text', text: { content } });
    }
    return from.replyStream(frame, streamId, content, true);
  }

  /** A reply belongs to a connection; once that is lost, the answer goes out as a message of its own. */
  async function sendAgain(
    message: Extract<BotMessage, { kind: 'said' | 'entered' }>,
    answer: BotAnswer,
    fault: unknown,
  ): Promise<void> {
    // A welcome that comes late is of no use, nor is what says nothing.
    if (message.kind === 'entered' || answer.content === '') return;
    try {
      const client = await within(times.resendMs, current.filled);
      await client?.sendMessage(message.incoming.conversationId, {
        msgtype: 'markdown',
        markdown: { content: answer.content },
      });
      if (client !== null) return await answer.sent();
    } catch {
      // Told below, with the fault that came first.
    }
    await answers.keep(message.incoming, answer);
    warn(`WeCom: an answer was not taken and is left for the person to ask for: ${describe(fault)}`);
  }

  function track(work: Promise<void>): void {
    const done = work
      .catch((fault: unknown) => warn(`WeCom: ${messageOf(fault)}`))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }
}

interface Slot<Content> {
  readonly filled: Promise<Content>;
  fill(content: Content): void;
}

function openSlot<Content>(): Slot<Content> {
  let fill: (content: Content) => void = () => {};
  const filled = new Promise<Content>((resolve) => {
    fill = resolve;
  });
  return { filled, fill };
}

/** The platform keeps one connection a bot: two processes would throw each other out for ever. */
function replaced(): WenbaoError {
  const message = 'WeCom: another process has connected as the same bot; stop one of them';
  return new WenbaoError('config', message);
}

/** The same for every delivery of a message. */
export function streamIdOf(messageId: string): string {
  return createHash('sha256').update(messageId).digest('hex').slice(0, 32);
}

async function isReady(promise: Promise<unknown>, withinMs: number): Promise<boolean> {
  return (
    (await within(
      withinMs,
      promise.then(() => true),
    )) ?? false
  );
}

/** The platform's own code where it refused; a frame is no Error. */
function describe(fault: unknown): string {
  if (fault instanceof Error) return fault.message;
  return typeof fault === 'object' && fault !== null && 'errcode' in fault
    ? `error ${fault.errcode}`
    : 'no answer';
}
