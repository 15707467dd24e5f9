import { LRUCache } from 'lru-cache';
import type { DeliveryTimes } from './collaborators.ts';
import {
  type Continuations,
  type ContinuationsCollaborators,
  createContinuations,
  type Outcome,
  type Person,
} from './continuations.ts';
import { FOLLOWS, LATE_NOTICE, MORE_HINT } from './messages.ts';
import type { LateSender } from './send-late.ts';
import { within } from './within.ts';

/** How a delivery of a message is answered over HTTP. */
export type PassiveReply =
  | { readonly kind: 'text'; readonly text: string }
  /** Taken; there is nothing to show, or it comes another way. */
  | { readonly kind: 'nothing' }
  /** The platform has hung up by now, and will deliver the message once more. */
  | { readonly kind: 'too-late' };

export interface PassiveReplies {
  /** `run` is called for the first delivery of a message; later ones get what it came to. */
  reply(person: string, messageId: string, run: () => Promise<Outcome>): Promise<PassiveReply>;
  /** What people have yet to see, for `run` to return. */
  readonly unseen: Pick<Continuations, 'take' | 'forget'>;
  /** Resolves when all that was begun has been answered, or so many milliseconds have passed. */
  settle(deadlineMs: number): Promise<void>;
}

export interface PassiveReplyOptions
  extends ContinuationsCollaborators,
    Pick<DeliveryTimes, 'deadlineMs' | 'holdMs' | 'typingMs'> {
  /** Null where nothing can be sent but as a reply. */
  readonly later: LateSender | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Delivery {
  attempts: number;
  readonly outcome: Promise<Outcome>;
  /** What the message came to: every later delivery gets the same. Null until then. */
  decided: Promise<PassiveReply> | null;
}

/** Whether the platform's "three retries" are three or four requests is not documented: the third counts as last. */
const LAST_ATTEMPT = 3;
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 20_000;

/**
 * Answers each delivery of a message within the platform's five seconds. The first to be ready in time carries the
 * answer. Where the platform lets us send later, a late answer is sent; where not, the deliveries are let expire one
 * after another, and the last is told how to see the answer.
 * http://mp.weixin.qq.com/wiki/1/6239b44c206cab9145b1d52c67e6c551.html
 */
export function createPassiveReplies(options: PassiveReplyOptions): PassiveReplies {
  const { now, later } = options;
  const deliveries = new LRUCache<string, Delivery>({
    max: MOST_KEPT,
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now },
  });
  const unseen = createContinuations(options);
  const underWay = new Set<Promise<unknown>>();
  return {
    reply,
    unseen,
    settle: async (deadlineMs) => void (await within(deadlineMs, settled())),
  };

  async function reply(
    person: string,
    messageId: string,
    run: () => Promise<Outcome>,
  ): Promise<PassiveReply> {
    const delivery = attach(`${person}/${messageId}`, run);
    const isLast = later !== null || delivery.attempts >= LAST_ATTEMPT;
    const outcome =
      delivery.decided === null
        ? await within(isLast ? options.deadlineMs : options.holdMs, delivery.outcome)
        : null;
    if (delivery.decided !== null) return delivery.decided;
    if (outcome !== null) delivery.decided = show(person, outcome);
    else if (later !== null) delivery.decided = sendAfterwards(person, delivery.outcome, later);
    else if (isLast) delivery.decided = announce(person, delivery.outcome);
    return delivery.decided ?? { kind: 'too-late' };
  }

  function attach(id: string, run: () => Promise<Outcome>): Delivery {
    const known = deliveries.get(id);
    const delivery = known ?? { attempts: 0, outcome: track(run()), decided: null };
    if (known === undefined) deliveries.set(id, delivery);
    delivery.attempts += 1;
    return delivery;
  }

  async function show(person: string, { segments, sent }: Outcome): Promise<PassiveReply> {
    const [first, ...rest] = segments;
    track(sent());
    if (first === undefined) return { kind: 'nothing' };
    // Kept before the person is told that there is more.
    await track(unseen.keepRest(address(person), rest));
    return { kind: 'text', text: rest.length === 0 ? first : first + MORE_HINT };
  }

  /** Whoever asks to go on meanwhile waits for it, and gets what could not be sent. */
  async function sendAfterwards(
    person: string,
    outcome: Promise<Outcome>,
    { showTyping, sendLate }: LateSender,
  ): Promise<PassiveReply> {
    track(unseen.keepLate(address(person), sendLate(person, outcome)));
    // Where the platform does not even show that we type, it may not send the answer either: nobody waits in silence.
    const isShown = await within(options.typingMs, showTyping(person));
    return isShown === true ? { kind: 'nothing' } : { kind: 'text', text: FOLLOWS };
  }

  async function announce(person: string, outcome: Promise<Outcome>): Promise<PassiveReply> {
    const whole = outcome.then((each) => ({ ...each, begun: false }));
    track(unseen.keepLate(address(person), whole));
    return { kind: 'text', text: LATE_NOTICE };
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  function track<Result>(work: Promise<Result>): Promise<Result> {
    underWay.add(work);
    work.then(
      () => underWay.delete(work),
      () => underWay.delete(work),
    );
    return work;
  }
}

/** A chat of one person with the account. */
function address(person: string): Person {
  return { personId: person, conversationId: person };
}
