import type { ChannelName } from '../domain/incoming.ts';
import { messageOf, WenbaoError } from '../errors.ts';
import type { Channel } from './channel.ts';

/** `waiting`: it crashed and is started again soon; `failed`: its configuration is wrong, and it stays off. */
export type ChannelState = 'stopped' | 'starting' | 'running' | 'waiting' | 'failed';

export interface Supervisor {
  /** Starts every channel; one that cannot start does not keep the others from it. */
  start(): Promise<void>;
  states(): Readonly<Partial<Record<ChannelName, ChannelState>>>;
  /** Stops them all at once; resolves when all have stopped or the deadline has passed. */
  stop(deadlineMs: number): Promise<void>;
}

export interface SupervisorOptions {
  readonly channels: readonly Channel[];
  /** One line for staff. */
  readonly say: (line: string) => void;
  /** Resolves after so many milliseconds, or at once when the signal fires. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** A channel that ran so long has recovered: the next crash is a new one. */
const RECOVERED_MS = 5 * 60_000;
/** What a crashed channel gets to let go of what it holds. */
const CLEARING_MS = 2000;

/** Keeps the channels running, each by itself: what crashes is started again after a pause that doubles. */
export function createSupervisor({ channels, say, wait, now }: SupervisorOptions): Supervisor {
  const states = new Map<ChannelName, ChannelState>(channels.map(({ name }) => [name, 'stopped']));
  const ending = new AbortController();

  return {
    async start() {
      await Promise.all(
        channels.map((channel) => new Promise<void>((resolve) => void keepRunning(channel, resolve))),
      );
    },
    states: () => Object.fromEntries(states),
    async stop(deadlineMs) {
      ending.abort();
      await Promise.all(channels.map((channel) => stopChannel(channel, deadlineMs)));
    },
  };

  /** `onSettled` is called once the first start has gone well or has failed. */
  async function keepRunning(channel: Channel, onSettled: () => void): Promise<void> {
    const { name } = channel;
    for (let pause = FIRST_PAUSE_MS; !ending.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const startedAt = now();
      const fault = await runUntilCrash(channel, onSettled);
      if (ending.signal.aborted) break;
      await stopChannel(channel, CLEARING_MS);
      if (fault instanceof WenbaoError && fault.code === 'config') {
        states.set(name, 'failed');
        say(`${name} stays off: ${fault.message}`);
        onSettled();
        return;
      }
      if (now() - startedAt >= RECOVERED_MS) pause = FIRST_PAUSE_MS;
      states.set(name, 'waiting');
      say(`${name} has stopped: ${messageOf(fault)}. It is started again in ${pause / 1000} s.`);
      onSettled();
      await wait(pause, ending.signal);
    }
    onSettled();
  }

  /** What ended the channel: a start that failed, a crash, or the end of everything. */
  function runUntilCrash({ name, start }: Channel, onRunning: () => void): Promise<unknown> {
    states.set(name, 'starting');
    return new Promise((resolve) => {
      let over = false;
      const end = (fault: unknown) => {
        over = true;
        ending.signal.removeEventListener('abort', end);
        resolve(fault);
      };
      ending.signal.addEventListener('abort', end);
      start(end).then(() => {
        if (over) return;
        states.set(name, 'running');
        onRunning();
      }, end);
    });
  }

  /** A channel that does not stop by itself is left behind at the deadline. */
  async function stopChannel({ name, stop }: Channel, deadlineMs: number): Promise<void> {
    if (states.get(name) === 'failed') return;
    const givenUp = new AbortController();
    try {
      await Promise.race([stop(deadlineMs), wait(deadlineMs, givenUp.signal)]);
    } catch (fault) {
      say(`${name} did not stop cleanly: ${messageOf(fault)}`);
    } finally {
      givenUp.abort();
      states.set(name, 'stopped');
    }
  }
}
