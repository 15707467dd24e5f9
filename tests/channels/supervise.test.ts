import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import { createSupervisor } from '../../src/channels/supervise.ts';
import type { ChannelName } from '../../src/domain/incoming.ts';
import { WenbaoError } from '../../src/errors.ts';

interface TestChannel extends Channel {
  readonly starts: { readonly crash: (fault: unknown) => void }[];
  stops: number;
}

/** `outcomes`: what each start comes to; after the last one every start goes well. */
function testChannel(name: ChannelName, outcomes: readonly unknown[] = []): TestChannel {
  const channel: TestChannel = {
    name,
    routes: [],
    starts: [],
    stops: 0,
    async start(crash) {
      const outcome = outcomes[channel.starts.length];
      channel.starts.push({ crash });
      if (outcome !== undefined) throw outcome;
    },
    async stop() {
      channel.stops += 1;
    },
  };
  return channel;
}

/** A supervisor whose pauses last until the test ends them. */
function supervise(...channels: Channel[]) {
  const said: string[] = [];
  const pauses: { readonly milliseconds: number; readonly end: () => void }[] = [];
  const clock = { now: 0 };
  const supervisor = createSupervisor({
    channels,
    say: (line) => said.push(line),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
        pauses.push({ milliseconds, end: resolve });
      }),
    now: () => clock.now,
  });
  return { supervisor, said, pauses, clock };
}

/** Lets everything that can go on without time passing go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
}

describe('createSupervisor', () => {
  it('starts every channel, and says that they run', async () => {
    const { supervisor, said } = supervise(testChannel('telegram'), testChannel('web'));
    await supervisor.start();
    expect(supervisor.states()).toEqual({ telegram: 'running', web: 'running' });
    expect(said).toEqual([]);
  });

  it('starts a crashed channel again after a pause, and leaves the others alone', async () => {
    const telegram = testChannel('telegram');
    const web = testChannel('web');
    const { supervisor, said, pauses } = supervise(telegram, web);
    await supervisor.start();
    telegram.starts[0]?.crash(new Error('connection lost'));
    await settle();
    expect(supervisor.states()).toEqual({ telegram: 'waiting', web: 'running' });
    expect(said).toEqual(['telegram has stopped: connection lost. It is started again in 1 s.']);
    expect(telegram.stops).toBe(1);
    pauses.at(-1)?.end();
    await settle();
    expect(supervisor.states()).toEqual({ telegram: 'running', web: 'running' });
    expect([telegram.starts.length, web.starts.length, web.stops]).toEqual([2, 1, 0]);
  });

  it('waits twice as long after each failure, a minute at most, and starts over once it has recovered', async () => {
    const faults = Array.from({ length: 8 }, () => new Error('refused'));
    const wechat = testChannel('wechat', faults);
    const { supervisor, said, pauses, clock } = supervise(wechat);
    await supervisor.start();
    for (let turn = 0; turn < 8; turn += 1) {
      pauses.at(-1)?.end();
      await settle();
    }
    const seconds = () => said.map((line) => Number(/in (\d+) s\.$/u.exec(line)?.[1]));
    expect(seconds()).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(supervisor.states()).toEqual({ wechat: 'running' });
    clock.now += 5 * 60_000;
    wechat.starts.at(-1)?.crash(new Error('again'));
    await settle();
    expect(seconds().at(-1)).toBe(1);
  });

  it('leaves a channel off whose configuration is wrong, and says which', async () => {
    const fault = new WenbaoError('config', 'TELEGRAM_BOT_TOKEN is refused by Telegram');
    const telegram = testChannel('telegram', [fault, fault]);
    const { supervisor, said } = supervise(telegram, testChannel('web'));
    await supervisor.start();
    expect(supervisor.states()).toEqual({ telegram: 'failed', web: 'running' });
    expect(said).toEqual(['telegram stays off: TELEGRAM_BOT_TOKEN is refused by Telegram']);
    expect(telegram.starts).toHaveLength(1);
  });

  it('stops all, also one that waits for its next start, and starts none again', async () => {
    const telegram = testChannel('telegram', [new Error('refused')]);
    const web = testChannel('web');
    const { supervisor } = supervise(telegram, web);
    await supervisor.start();
    await supervisor.stop(5000);
    await settle();
    expect(supervisor.states()).toEqual({ telegram: 'stopped', web: 'stopped' });
    expect([telegram.starts.length, web.stops]).toEqual([1, 1]);
  });

  it('leaves a channel behind that does not stop in time, or throws', async () => {
    const stuck: Channel = { ...testChannel('telegram'), stop: () => new Promise(() => {}) };
    const rude: Channel = { ...testChannel('wechat'), stop: () => Promise.reject(new Error('no')) };
    const { supervisor, said, pauses } = supervise(stuck, rude);
    await supervisor.start();
    const stopped = supervisor.stop(5000);
    await settle();
    for (const { end } of pauses) end();
    await stopped;
    expect(supervisor.states()).toEqual({ telegram: 'stopped', wechat: 'stopped' });
    expect(said).toEqual(['wechat did not stop cleanly: no']);
  });
});
