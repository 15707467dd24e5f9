import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHashId, keysOf } from '../../src/conversation/hash-id.ts';
import { createUnseenFile, type UnseenStore } from '../../src/conversation/unseen-answers.ts';
import type { Reader } from '../../src/domain/unseen.ts';
import { makeUnseen } from './make-unseen.ts';

const TWO_HOURS = 2 * 60 * 60_000;
const zhang: Reader = { channel: 'wecom', personId: 'zhang', conversationId: 'zhang', way: 'app' };
const hashId = createHashId(Buffer.alloc(32, 1));
const LIST = { late: [['迟到的回答', '它的下一段']], rest: ['长回答的下一段'] };
const NOTHING = { late: [], rest: [] };

let folder: string;
let clock: { now: number };
const open: UnseenStore[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-unseen-'));
  clock = { now: Date.UTC(2024, 0, 9) };
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true });
});

describe('what people have yet to see', () => {
  it('is known to the next process, also where the one before was never closed', async () => {
    await (await start()).put(zhang, LIST);
    expect((await start()).get(zhang)).toEqual(LIST);
  });

  it('is gone for the next process once it was seen', async () => {
    const before = await start();
    await before.put(zhang, LIST);
    await before.put(zhang, NOTHING);
    expect((await start()).get(zhang)).toEqual(NOTHING);
  });

  it.each([
    ['another person', { personId: 'li', conversationId: 'li' }],
    ['another chat', { conversationId: 'group' }],
    ['another way', { way: 'bot' }],
    ['another channel', { channel: 'wechat' }],
  ] as const)('is not what %s has', async (_name, changes) => {
    const unseen = await start();
    await unseen.put(zhang, LIST);
    expect(unseen.get({ ...zhang, ...changes })).toEqual(NOTHING);
  });

  it('is forgotten after two hours, in this process and in the next', async () => {
    const unseen = await start();
    await unseen.put(zhang, LIST);
    clock.now += TWO_HOURS;
    expect(unseen.get(zhang)).toEqual(LIST);
    expect((await start()).get(zhang)).toEqual(LIST);
    clock.now += 1;
    expect(unseen.get(zhang)).toEqual(NOTHING);
    expect((await start()).get(zhang)).toEqual(NOTHING);
  });

  it('ends two hours after it was kept, however often the process is started again', async () => {
    await (await start()).put(zhang, LIST);
    clock.now += TWO_HOURS;
    const again = await start();
    clock.now += 1;
    expect(again.get(zhang)).toEqual(NOTHING);
  });

  it('leaves the file when it is old, and what is not old stays', async () => {
    const unseen = await start();
    await unseen.put(zhang, LIST);
    clock.now += TWO_HOURS + 1;
    await unseen.put({ ...zhang, personId: 'li' }, { late: [], rest: ['还没有看'] });
    await unseen.dropOld();
    expect(await content()).not.toContain('迟到的回答');
    expect(await content()).toContain('还没有看');
  });

  it('leaves the file at once when the person is forgotten, in every chat of theirs', async () => {
    const unseen = await start();
    await unseen.put(zhang, LIST);
    await unseen.put({ ...zhang, conversationId: 'group', way: 'bot' }, LIST);
    await unseen.put({ ...zhang, personId: 'li' }, { late: [], rest: ['李的'] });
    await unseen.forget(keysOf(hashId, zhang).person);
    expect(unseen.get(zhang)).toEqual(NOTHING);
    expect(unseen.get({ ...zhang, conversationId: 'group', way: 'bot' })).toEqual(NOTHING);
    expect(await content()).not.toContain('迟到的回答');
    expect(await content()).toContain('李的');
  });

  it('is kept for its owner alone, under no name that anybody knows', async () => {
    await (await start()).put(zhang, LIST);
    expect(await content()).not.toContain('zhang');
    expect((await stat(join(folder, 'unseen.jsonl'))).mode & 0o777).toBe(0o600);
  });

  it.each([
    '{"key":"a/b/app","state":{"lastAt":1,"la',
    '{"key":"a/b/app","state":{"lastAt":1}}',
    '{"key":1}',
    '5',
  ])('is read behind the line %s', async (line) => {
    await (await start()).put(zhang, LIST);
    await appendFile(join(folder, 'unseen.jsonl'), `${line}\n`);
    expect((await start()).get(zhang)).toEqual(LIST);
  });

  it('is there for this process where it cannot be written, and staff are told', async () => {
    const faults: unknown[] = [];
    const store = await createUnseenFile(folder);
    await store.close();
    const unseen = await makeUnseen({ store, hashId, onFault: (fault) => faults.push(fault) });
    await unseen.put(zhang, LIST);
    expect(unseen.get(zhang)).toEqual(LIST);
    expect(faults).toEqual([expect.objectContaining({ code: 'data' })]);
  });
});

/** A process that starts over the same folder. */
async function start() {
  const store = await createUnseenFile(folder);
  open.push(store);
  return makeUnseen({ store, hashId, now: () => clock.now });
}

function content(): Promise<string> {
  return readFile(join(folder, 'unseen.jsonl'), 'utf8');
}
