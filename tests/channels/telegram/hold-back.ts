import type { Converse } from '../../../src/domain/reply.ts';

/** A conversation that answers a question with “held” in it only when it is let. */
export function holdBack(converse: Converse): { readonly converse: Converse; readonly release: () => void } {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    async converse(incoming) {
      if (incoming.text.includes('held')) await released;
      return converse(incoming);
    },
    release: () => release(),
  };
}
