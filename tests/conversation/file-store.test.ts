import { appendFile, chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileStore } from '../../src/conversation/file-store.ts';
import type { ConversationStore } from '../../src/conversation/store.ts';
import { conversationOf, describeConversationStore } from '../contracts/conversation-store.ts';

let folder: string;
let path: string;
const open: ConversationStore[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-store-'));
  path = join(folder, 'conversations.jsonl');
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true });
});

async function openStore(): Promise<ConversationStore> {
  const store = await createFileStore(folder);
  open.push(store);
  return store;
}

describeConversationStore('file', () => createFileStore(folder));

describe('createFileStore', () => {
  it('finds everything again, also where the one before was never closed', async () => {
    const before = await openStore();
    await before.put('zhang/a', conversationOf('几座公园'));
    await before.put('zhang/a', conversationOf('那学校呢'));
    await before.put('li/b', conversationOf('几所学校'));
    const after = await openStore();
    expect(await after.get('zhang/a')).toEqual(conversationOf('那学校呢'));
    expect(await after.list()).toHaveLength(2);
  });

  it.each([
    ['cut short', '{"key":"wang/c","state":{"lastAt":1,"tur'],
    ['of another kind', '{"key":"wang/c","state":{"lastAt":"yesterday"}}'],
    ['no JSON', 'nonsense'],
  ])('passes over a last line that is %s, and goes on behind it', async (_how, line) => {
    const before = await openStore();
    await before.put('zhang/a', conversationOf('几座公园'));
    await appendFile(path, line);
    const after = await openStore();
    await after.put('li/b', conversationOf('几所学校'));
    const last = await openStore();
    expect((await last.list()).map(({ key }) => key)).toEqual(['zhang/a', 'li/b']);
  });

  it('writes the file anew at the start, with one line for each key', async () => {
    const before = await openStore();
    for (let turn = 0; turn < 20; turn += 1) await before.put('zhang/a', conversationOf(`第${turn}问`));
    await openStore();
    expect((await readFile(path, 'utf8')).trimEnd().split('\n')).toHaveLength(1);
  });

  it('writes it anew while it runs, before it grows without end, and loses nothing', async () => {
    const store = await openStore();
    const state = { ...conversationOf('几座公园'), turns: [], answered: [], lastReply: null };
    for (let turn = 0; turn < 5100; turn += 1) await store.put('zhang/a', { ...state, lastAt: turn });
    expect((await readFile(path, 'utf8')).split('\n').length).toBeLessThan(200);
    expect(await (await openStore()).get('zhang/a')).toEqual({ ...state, lastAt: 5099 });
  });

  it('leaves no word of what is deleted in the file', async () => {
    const store = await openStore();
    await store.put('zhang/a', conversationOf('几座公园'));
    await store.put('li/b', conversationOf('几所学校'));
    await store.delete(['zhang/a']);
    const content = await readFile(path, 'utf8');
    expect(content).not.toContain('几座公园');
    expect(content).toContain('几所学校');
  });

  it('lets nobody but its owner read it', async () => {
    await writeFile(path, '');
    await chmod(path, 0o644);
    const store = await openStore();
    await store.put('zhang/a', conversationOf('几座公园'));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('says which file it cannot write, and what to do', async () => {
    await expect(createFileStore('/dev/null/data')).rejects.toMatchObject({
      code: 'data',
      message: expect.stringMatching(/\/dev\/null\/data\/conversations\.jsonl.+DATA_DIR/u),
    });
  });
});
