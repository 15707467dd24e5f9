import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Reader, Unseen, UnseenAnswers } from '../domain/unseen.ts';
import { type HashId, keysOf } from './hash-id.ts';
import { createKeyedFile } from './keyed-file.ts';
import type { KeyedStore } from './store.ts';

interface KeptUnseen extends Unseen {
  /** When it was kept, milliseconds since 1970. */
  readonly lastAt: number;
}

export type UnseenStore = KeyedStore<KeptUnseen>;

export interface UnseenCollaborators {
  readonly store: UnseenStore;
  readonly hashId: HashId;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For staff: what is kept in memory only. */
  readonly onFault: (fault: unknown) => void;
}

export interface KeptAnswers extends UnseenAnswers {
  /** `person` is hashed. */
  forget(person: string): Promise<void>;
  /** Deletes what nobody asks for any more. */
  dropOld(): Promise<void>;
}

const NOTHING: Unseen = { late: [], rest: [] };
/** Whoever waits longer asks again. */
const KEPT_MS = 2 * 60 * 60_000;
const MOST_KEPT = 20_000;

const schema = z.object({
  lastAt: z.number(),
  late: z.array(z.array(z.string())),
  rest: z.array(z.string()),
});

/** What people have yet to see, in `unseen.jsonl` of a folder. */
export function createUnseenFile(directory: string): Promise<UnseenStore> {
  return createKeyedFile(join(directory, 'unseen.jsonl'), (value) => schema.safeParse(value).data ?? null);
}

/** In memory, and in the store for the next process; what the store holds from the one before is read first. */
export async function createUnseenAnswers(collaborators: UnseenCollaborators): Promise<KeptAnswers> {
  const { store, hashId, now, onFault } = collaborators;
  const kept = new LRUCache<string, Unseen>({
    max: MOST_KEPT,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now },
  });
  for (const { key } of await store.list()) {
    const known = await store.get(key);
    if (known === null || isEmpty(known) || isOld(known)) continue;
    const { late, rest, lastAt } = known;
    kept.set(key, { late, rest }, { start: lastAt });
  }

  return {
    get: (reader) => kept.get(keyOf(reader)) ?? NOTHING,
    async put(reader, unseen) {
      const key = keyOf(reader);
      if (isEmpty(unseen) && !kept.delete(key)) return;
      if (!isEmpty(unseen)) kept.set(key, unseen);
      try {
        await store.put(key, { ...unseen, lastAt: now() });
      } catch (fault) {
        onFault(fault);
      }
    },
    async forget(person) {
      const theirs = (key: string) => key.startsWith(`${person}/`);
      for (const key of [...kept.keys()].filter(theirs)) kept.delete(key);
      await store.delete((await store.list()).map(({ key }) => key).filter(theirs));
    },
    async dropOld() {
      await store.delete((await store.list()).filter(isOld).map(({ key }) => key));
    },
  };

  function keyOf({ way, ...address }: Reader): string {
    return `${keysOf(hashId, address).conversation}/${way}`;
  }

  function isOld({ lastAt }: { readonly lastAt: number }): boolean {
    return now() - lastAt > KEPT_MS;
  }
}

function isEmpty({ late, rest }: Unseen): boolean {
  return late.length === 0 && rest.length === 0;
}
