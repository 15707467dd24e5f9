import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryTimes } from '../../../src/channels/tencent/collaborators.ts';
import { createFileStore } from '../../../src/conversation/file-store.ts';
import { createUnseenFile } from '../../../src/conversation/unseen-answers.ts';
import type { Converse } from '../../../src/domain/reply.ts';
import type { UnseenAnswers } from '../../../src/domain/unseen.ts';
import { longList } from '../../conversation/make-converse.ts';
import { makeUnseen } from '../../conversation/make-unseen.ts';
import { type HeldConverse, holdConverse } from '../wechat/held-converse.ts';
import { openWechat } from '../wechat/open-wechat.ts';
import { openCallbacks } from '../wecom/open-callbacks.ts';
import { event, text } from './xml-messages.ts';

/** A process with the channel in it. */
interface Process {
  readonly held: HeldConverse;
  say(words: string, person?: string): Promise<string>;
  /** The person follows the account no more. */
  leave(): Promise<void>;
  /** Waits for what was begun. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

const LATE = { deadlineMs: 20, holdMs: 20 };
const FIRST = '“第一个问题”的回答：3座。';
const SECOND = '“第二个问题”的回答：3座。';

let folder: string;
let running: Process;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-restart-'));
});
afterEach(async () => {
  running.held.release();
  await running.end();
  await rm(folder, { recursive: true });
});

describe.each([
  ['an account of WeChat', startWechat],
  ['an app of WeCom', startApp],
])('%s that is started again', (_name, start) => {
  it('goes on in a long answer where the person had come to', async () => {
    running = await start();
    running.held.release();
    const seen = [await running.say('产业园清单'), await running.say('继续')];
    await restart(start);
    const isWhole = () => seen.join('').includes(longList().split('\n').at(-1) ?? '');
    for (let asked = 0; asked < 8 && !isWhole(); asked += 1) seen.push(await running.say('继续'));
    for (const item of longList().split('\n'))
      expect(
        seen.filter((part) => part.includes(item)),
        item,
      ).toHaveLength(1);
  });

  it('still has the late answers that nobody asked for, in the order of the questions', async () => {
    running = await start(LATE);
    expect(await running.say('第一个问题')).toContain('回复“继续”查看');
    await running.say('第二个问题');
    running.held.release();
    await running.settle();
    await restart(start);
    expect(await running.say('继续')).toContain(FIRST);
    expect(await running.say('继续')).toContain(SECOND);
  });

  it('gives nobody what another has yet to see', async () => {
    running = await start(LATE);
    await running.say('第一个问题');
    running.held.release();
    await running.settle();
    await restart(start);
    expect(await running.say('继续', 'li')).not.toContain('第一个问题');
    expect(await running.say('继续')).toContain(FIRST);
  });

  it.each([
    ['is forgotten', (process: Process) => process.say('忘记我')],
    ['leaves', (process: Process) => process.leave()],
  ])('has nothing of a person who %s, in no file either', async (_how, go) => {
    running = await start(LATE);
    await running.say('第一个问题');
    running.held.release();
    await running.settle();
    await go(running);
    await running.settle();
    expect(await readFile(join(folder, 'unseen.jsonl'), 'utf8')).not.toContain('第一个问题');
    await restart(start);
    expect(await running.say('继续')).not.toContain('第一个问题');
  });
});

async function restart(start: () => Promise<Process>): Promise<void> {
  await running.end();
  running = await start();
  running.held.release();
}

/** The channel, as the platform sees it. */
interface Opened {
  /** '' where nothing is shown. */
  deliver(person: string, fields: Readonly<Record<string, string>>): Promise<string>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

async function startWechat(times: Partial<DeliveryTimes> = {}): Promise<Process> {
  return startProcess(async (converse, unseen) => {
    const { platform, channel, close } = await openWechat(converse, {}, times, {}, unseen);
    return {
      deliver: async (person, fields) => (await platform.deliver({ person, fields })).seen ?? '',
      settle: () => channel.stop(20_000),
      close,
    };
  });
}

async function startApp(times: Partial<DeliveryTimes> = {}): Promise<Process> {
  return startProcess(async (converse, unseen) => {
    const { app, settle, close } = await openCallbacks(converse, times, null, unseen);
    return { deliver: async (person, fields) => (await app.tellApp(person, fields)) ?? '', settle, close };
  });
}

async function startProcess(
  open: (converse: Converse, unseen: UnseenAnswers) => Promise<Opened>,
): Promise<Process> {
  const unseenStore = await createUnseenFile(folder);
  const unseen = await makeUnseen({ store: unseenStore });
  const store = await createFileStore(folder);
  const held = holdConverse({ store, forgetUnseen: unseen.forget });
  const { deliver, settle, close } = await open(held.converse, unseen);
  return {
    held,
    say: (words, person = 'zhang') => deliver(person, text(words)),
    leave: async () => void (await deliver('zhang', event('unsubscribe'))),
    settle,
    async end() {
      await close();
      await Promise.all([store.close(), unseenStore.close()]);
    },
  };
}
