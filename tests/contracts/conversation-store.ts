import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationState, ConversationStore } from '../../src/conversation/store.ts';

/** A conversation whose one turn was this question. */
export function conversationOf(question: string, lastAt = 1_700_000_000_000): ConversationState {
  const citation = { reportId: 'yunxi', headingPath: ['一、', '（二）'], quote: '公园3座', passage: 4 };
  const citations = [{ ...citation, start: 10, end: 15 }];
  return {
    lastAt,
    turns: [{ question, answer: '3座。', receipt: 7, citations, suggestions: ['几所学校'] }],
    answered: [
      { id: '100', sent: true },
      { id: '101', sent: false },
    ],
    lastReply: { kind: 'notice', notice: 'nothing-yet', text: '没有。' },
  };
}

/** What every store must do. */
export function describeConversationStore(name: string, open: () => Promise<ConversationStore>): void {
  describe(`conversation store contract: ${name}`, () => {
    let store: ConversationStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('knows nobody at first', async () => {
      expect(await store.get('zhang/a')).toBeNull();
      expect(await store.list()).toEqual([]);
    });

    it('gives back what was put, the last of each key', async () => {
      await store.put('zhang/a', conversationOf('几座公园'));
      await store.put('zhang/b', conversationOf('几所学校'));
      await store.put('zhang/a', conversationOf('那学校呢', 1_700_000_000_001));
      expect(await store.get('zhang/a')).toEqual(conversationOf('那学校呢', 1_700_000_000_001));
      expect(await store.get('zhang/b')).toEqual(conversationOf('几所学校'));
    });

    it('lists the keys with the time of their last message', async () => {
      await store.put('zhang/a', conversationOf('几座公园', 1));
      await store.put('li/b', conversationOf('几所学校', 2));
      expect(await store.list()).toEqual([
        { key: 'zhang/a', lastAt: 1 },
        { key: 'li/b', lastAt: 2 },
      ]);
    });

    it('forgets what is deleted, and takes it again', async () => {
      await store.put('zhang/a', conversationOf('几座公园'));
      await store.put('li/b', conversationOf('几所学校'));
      await store.delete(['zhang/a', 'nobody/c']);
      expect(await store.get('zhang/a')).toBeNull();
      expect(await store.list()).toHaveLength(1);
      await store.put('zhang/a', conversationOf('那学校呢'));
      expect(await store.get('zhang/a')).toEqual(conversationOf('那学校呢'));
    });

    it('takes many writes at once, each whole', async () => {
      const keys = Array.from({ length: 200 }, (_, index) => `person-${index}/a`);
      await Promise.all(keys.map((key) => store.put(key, conversationOf(`${key}的问题`))));
      for (const key of keys) expect(await store.get(key)).toEqual(conversationOf(`${key}的问题`));
    });
  });
}
