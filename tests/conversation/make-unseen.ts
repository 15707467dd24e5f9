import { createHashId } from '../../src/conversation/hash-id.ts';
import { createMemoryStore } from '../../src/conversation/memory-store.ts';
import {
  createUnseenAnswers,
  type KeptAnswers,
  type UnseenCollaborators,
} from '../../src/conversation/unseen-answers.ts';

/** What people have yet to see, in memory; `overrides` replaces single collaborators. */
export function makeUnseen(overrides: Partial<UnseenCollaborators> = {}): Promise<KeptAnswers> {
  return createUnseenAnswers({
    store: createMemoryStore(),
    hashId: createHashId(Buffer.alloc(32, 1)),
    now: Date.now,
    onFault(fault) {
      throw fault;
    },
    ...overrides,
  });
}
