import type { Converse } from '../../../src/domain/reply.ts';

/** A conversation that answers a question with “held” in it only when it is let. */
export function holdBack(converse: Converse): {
  readonly converse: Converse;
  readonly release: () => void;
  /** Resolves when a question is held. */
  readonly taken: Promise<void>;
} {
  let take = (): void => {};
  const taken = new Promise<void>((resolve) => {
    take = resolve;
  });
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    async converse(incoming) {
      if (incoming.text.includes('held')) {
        take();
        await released;
      }
      return converse(incoming);
    },
    release: () => release(),
    taken,
  };
}
