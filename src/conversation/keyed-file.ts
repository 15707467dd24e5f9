import { type FileHandle, open } from 'node:fs/promises';
import { messageOf, WenbaoError } from '../errors.ts';
import { createInOrder } from './in-order.ts';
import { readLines } from './read-lines.ts';
import type { KeyedStore } from './store.ts';
import { OWNER_ONLY, writePrivate } from './write-private.ts';

/** Lines that no state needs any more, before the file is written anew. */
const MOST_WASTE = 5000;

/**
 * States by key in a file: each change is one line at the end, in the file before `put` resolves, so that a process
 * that is killed has lost nothing. At the start, and when too many lines are out of date, the file is written anew
 * with the last line of each key. A line that was cut short, or whose state `readState` does not know (null), is
 * passed over. Throws WenbaoError `data` that names the file where it cannot be used.
 */
export async function createKeyedFile<State extends { readonly lastAt: number }>(
  path: string,
  readState: (value: unknown) => State | null,
): Promise<KeyedStore<State>> {
  const states = new Map<string, State>();
  for (const line of await readLines(path)) {
    const { key, state } = readLine(line);
    const known = readState(state);
    if (typeof key === 'string' && known !== null) states.set(key, known);
  }
  // One after another: two lines at once would mix.
  const inOrder = createInOrder();
  let waste = 0;
  let file = await rewrite();

  return {
    async get(key) {
      return states.get(key) ?? null;
    },
    put: (key, state) =>
      inOrder('file', async () => {
        if (waste >= Math.max(MOST_WASTE, states.size)) await compact();
        if (states.has(key)) waste += 1;
        await orName(() => file.appendFile(`${JSON.stringify({ key, state })}\n`, 'utf8'));
        states.set(key, state);
      }),
    delete: (keys) =>
      inOrder('file', async () => {
        const known = keys.filter((key) => states.delete(key));
        // What is deleted is gone from the disk too, at once.
        if (known.length > 0) await compact();
      }),
    async list() {
      return [...states].map(([key, { lastAt }]) => ({ key, lastAt }));
    },
    close: () => inOrder('file', () => file.close()),
  };

  async function compact(): Promise<void> {
    const old = file;
    file = await rewrite();
    waste = 0;
    await old.close();
  }

  async function rewrite(): Promise<FileHandle> {
    const lines = [...states].map(([key, state]) => `${JSON.stringify({ key, state })}\n`);
    await writePrivate(path, lines.join(''));
    return orName(() => open(path, 'a', OWNER_ONLY.file));
  }

  async function orName<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      const remedy = 'Make it writable and its disk not full, or set DATA_DIR to another folder.';
      throw new WenbaoError('data', `Cannot write ${path}: ${messageOf(cause)}. ${remedy}`, cause);
    }
  }
}

function readLine(line: string): { readonly key?: unknown; readonly state?: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
