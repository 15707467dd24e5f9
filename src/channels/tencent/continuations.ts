import type { ChannelName, Incoming } from '../../domain/incoming.ts';
import type { Reader, UnseenAnswers } from '../../domain/unseen.ts';

/** What is to be sent for one message. */
export interface Outcome {
  /** Each within the platform's limit; none where nothing is to be said. */
  readonly segments: readonly string[];
  /** To be called once the platform has taken the first of them. */
  readonly sent: () => Promise<void>;
}

export interface LateOutcome extends Outcome {
  /** The person has seen what comes before these segments. */
  readonly begun: boolean;
}

/** One person in one chat. */
export type Person = Pick<Incoming, 'personId' | 'conversationId'>;

/** What each person has yet to see. */
export interface Continuations {
  /** What is left of the newest answer, in place of what was left of one before. */
  keepRest(person: Person, segments: readonly string[]): Promise<void>;
  /** An answer that was not ready in time; resolves when it is there and kept, or taken. Never rejects. */
  keepLate(person: Person, outcome: Promise<LateOutcome>): Promise<void>;
  /** The oldest late answer, else the rest of the newest; taken once. Null where nothing is left to see. */
  take(person: Person): Promise<Outcome> | null;
  forget(person: Person): void;
}

export interface ContinuationsCollaborators {
  readonly channel: ChannelName;
  readonly way: Reader['way'];
  readonly unseen: UnseenAnswers;
}

const MOST_LATE = 3;

/** An answer is kept over a restart from when it is there; until then only this process knows that it is owed. */
export function createContinuations({ channel, way, unseen }: ContinuationsCollaborators): Continuations {
  /** Oldest first. */
  const pending = new Map<string, readonly Promise<LateOutcome>[]>();
  return {
    keepRest: (person, rest) => unseen.put(readerOf(person), { ...unseen.get(readerOf(person)), rest }),
    async keepLate(person, outcome) {
      pending.set(keyOf(person), [...pendingOf(person), outcome].slice(-MOST_LATE));
      const { segments, begun, sent } = await outcome;
      if (!drop(person, outcome) || segments.length === 0) return;
      const reader = readerOf(person);
      const { late, rest } = unseen.get(reader);
      await unseen.put(
        reader,
        begun ? { late, rest: segments } : { late: [...late, segments].slice(-MOST_LATE), rest },
      );
      // From here on it is the person who asks for it.
      await sent();
    },
    take(person) {
      const reader = readerOf(person);
      const { late, rest } = unseen.get(reader);
      const [first, ...others] = late;
      if (first !== undefined) return takeKept(reader, first, { late: others, rest });
      const [next] = pendingOf(person);
      if (next !== undefined) {
        drop(person, next);
        return next;
      }
      return rest.length === 0 ? null : takeKept(reader, rest, { late, rest: [] });
    },
    forget(person) {
      pending.delete(keyOf(person));
      void unseen.put(readerOf(person), { late: [], rest: [] });
    },
  };

  async function takeKept(
    reader: Reader,
    segments: readonly string[],
    left: ReturnType<UnseenAnswers['get']>,
  ): Promise<Outcome> {
    await unseen.put(reader, left);
    return { segments, sent: async () => {} };
  }

  function readerOf({ personId, conversationId }: Person): Reader {
    return { channel, personId, conversationId, way };
  }

  function pendingOf(person: Person): readonly Promise<LateOutcome>[] {
    return pending.get(keyOf(person)) ?? [];
  }

  /** False where it was taken or forgotten meanwhile. */
  function drop(person: Person, outcome: Promise<LateOutcome>): boolean {
    const before = pendingOf(person);
    const after = before.filter((each) => each !== outcome);
    if (after.length === 0) pending.delete(keyOf(person));
    else pending.set(keyOf(person), after);
    return after.length < before.length;
  }
}

function keyOf({ personId, conversationId }: Person): string {
  return JSON.stringify([personId, conversationId]);
}
