import type { Converse } from '../../../src/domain/reply.ts';
import { type MadeConverse, makeConverse } from '../../conversation/make-converse.ts';

export interface HeldConverse extends MadeConverse {
  /** Lets every answer through that was asked for, and all that come after. */
  release(): void;
  /** How many messages have come, answered or not. */
  readonly begun: () => number;
  /** How often a reply was marked as taken by the platform. */
  readonly sentCount: () => number;
}

/** A conversation that stalls until it is released, as a pipeline would that sleeps for twenty seconds. */
export function holdConverse(overrides: Parameters<typeof makeConverse>[0] = {}): HeldConverse {
  const made = makeConverse(overrides);
  let open = () => {};
  let begun = 0;
  let sent = 0;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const converse: Converse = async (incoming) => {
    begun += 1;
    await opened;
    const conversed = await made.converse(incoming);
    return {
      ...conversed,
      sent() {
        sent += 1;
        return conversed.sent();
      },
    };
  };
  return { ...made, converse, release: () => open(), begun: () => begun, sentCount: () => sent };
}
