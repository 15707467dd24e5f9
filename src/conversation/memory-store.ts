import type { ConversationState, KeyedStore } from './store.ts';

/** Forgets everything with the process. */
export function createMemoryStore<
  State extends { readonly lastAt: number } = ConversationState,
>(): KeyedStore<State> {
  const states = new Map<string, State>();
  return {
    async get(key) {
      return states.get(key) ?? null;
    },
    async put(key, state) {
      states.set(key, state);
    },
    async delete(keys) {
      for (const key of keys) states.delete(key);
    },
    async list() {
      return [...states].map(([key, { lastAt }]) => ({ key, lastAt }));
    },
    async close() {},
  };
}
