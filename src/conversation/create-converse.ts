import type { Answer, Citation } from '../domain/answer.ts';
import type { Exchanges } from '../domain/exchange.ts';
import type { Action, ChannelName, Incoming } from '../domain/incoming.ts';
import type { Receipts, Stamps } from '../domain/receipt.ts';
import type { Converse, Conversed, Reply, ShownPassage } from '../domain/reply.ts';
import type { AnswerQuestion } from '../domain/trace.ts';
import { answerTurn } from './answer-turn.ts';
import { type HashId, keysOf } from './hash-id.ts';
import { createInOrder } from './in-order.ts';
import type { Admission } from './limit-burst.ts';
import { faultNotice, notice, notTextNotice, tooFastNotice } from './messages.ts';
import { readAction } from './read-action.ts';
import { createRunOnce } from './run-once.ts';
import type { SafeMode } from './safe-mode.ts';
import type { ConversationState, ConversationStore, RememberedTurn } from './store.ts';

/** Silence after which a conversation is over. */
const SILENCE_MS = 30 * 60_000;
/** As many as a platform could still deliver again after a restart. */
const ANSWERED_KEPT = 50;
const TURNS_KEPT = 4;

export interface ConverseCollaborators {
  readonly answerQuestion: AnswerQuestion;
  readonly stamps: Stamps;
  readonly hashAnswer: (answer: Answer) => string;
  readonly receipts: Receipts;
  readonly exchanges: Exchanges;
  readonly store: ConversationStore;
  /** What is asked next, at most three; never one of `asked`. */
  readonly suggest: (question: string, answer: Answer, asked: readonly string[]) => readonly string[];
  /** Null where the corpus holds the passage no more. */
  readonly showPassage: (citation: Citation) => ShownPassage | null;
  /** Takes out personal data. */
  readonly mask: (text: string) => string;
  readonly hashId: HashId;
  /** Deletes what a person, hashed, has yet to see. */
  readonly forgetUnseen: (person: string) => Promise<void>;
  readonly safeMode: (channel: ChannelName) => Promise<SafeMode>;
  readonly admit: (person: string) => Admission;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Makes the id that an apology names. */
  readonly newFaultId: () => string;
  /** For staff: what a citizen was only told the id of. */
  readonly onFault: (faultId: string, channel: ChannelName, fault: unknown) => void;
}

/** One message on its way: who sent it and what is known of them. */
interface Passing {
  readonly incoming: Incoming;
  readonly person: string;
  readonly key: string;
  readonly state: ConversationState;
  /** Fires when nobody waits for the reply any more. */
  readonly signal: AbortSignal;
}

const NOTHING_KNOWN = { turns: [], answered: [], lastReply: null } as const;

/** The conversation behind every channel: once for each message, in order for each person. */
export function createConverse(collaborators: ConverseCollaborators): Converse {
  const { store, hashId, now } = collaborators;
  const runOnce = createRunOnce<Conversed>(now);
  const inOrder = createInOrder();

  return async (incoming, leaving) => {
    const { person, conversation: key } = keysOf(hashId, incoming);
    const run = runOnce(
      `${key}/${incoming.messageId}`,
      (signal) => inOrder(person, () => converse(incoming, person, key, signal)),
      leaving,
    );
    const conversed = await run.result;
    return run.repeated ? { ...conversed, repeated: true } : conversed;
  };

  /** The one catch of the conversation. */
  async function converse(
    incoming: Incoming,
    person: string,
    key: string,
    signal: AbortSignal,
  ): Promise<Conversed> {
    try {
      const state = await recall(key);
      const before = state.answered.find(({ id }) => id === incoming.messageId);
      if (before !== undefined) return again(incoming, person, key, state, before.sent);
      const reply = await replyTo({ incoming, person, key, state, signal });
      return { reply, repeated: false, sent: () => markSent(incoming, person, key) };
    } catch (fault) {
      if (signal.aborted && fault === signal.reason) throw fault;
      return { reply: apologise(incoming, fault), repeated: false, sent: async () => {} };
    }
  }

  async function recall(key: string): Promise<ConversationState> {
    return (await store.get(key)) ?? { lastAt: now(), ...NOTHING_KNOWN };
  }

  /** A message that was answered before a restart: the reply is kept of the last one only. */
  function again(
    incoming: Incoming,
    person: string,
    key: string,
    state: ConversationState,
    sent: boolean,
  ): Conversed {
    const isLast = state.answered.at(-1)?.id === incoming.messageId;
    const reply: Reply = isLast && state.lastReply !== null ? state.lastReply : { kind: 'silence' };
    return { reply, repeated: sent, sent: () => markSent(incoming, person, key) };
  }

  async function replyTo(passing: Passing): Promise<Reply> {
    const { incoming, person, state } = passing;
    const language = incoming.language ?? 'zh';
    const { mode } = await collaborators.safeMode(incoming.channel);
    const said =
      turnOf(state, undefined, ({ suggestions }) => suggestions.length > 0)?.suggestions.length ?? 0;
    const action =
      incoming.action ?? (incoming.kind === 'text' ? readAction(incoming.text, said) : null) ?? undefined;
    // One's own data is deleted whatever else is going on.
    if (action?.kind === 'forget-me') return forget(passing);
    if (mode === 'off') {
      return keep(passing, { kind: 'notice', notice: 'off', text: notice('off', language) });
    }
    const admission = collaborators.admit(person);
    if (admission.kind === 'told') return { kind: 'silence' };
    if (admission.kind === 'limited') {
      const text = tooFastNotice(admission.seconds, language);
      return keep(passing, { kind: 'notice', notice: 'too-fast', text });
    }
    if (action !== undefined) return act(passing, action);
    const kind = incoming.kind === 'text' && incoming.text.trim() === '' ? 'empty' : incoming.kind;
    if (kind !== 'text') {
      return keep(passing, { kind: 'notice', notice: 'not-text', text: notTextNotice(kind, language) });
    }
    return ask(passing, incoming.text);
  }

  async function act(passing: Passing, action: Exclude<Action, { kind: 'forget-me' }>): Promise<Reply> {
    const { incoming, person, state } = passing;
    const language = incoming.language ?? 'zh';
    switch (action.kind) {
      case 'start':
        return ask(passing, language === 'zh' ? '你好' : 'hello');
      case 'help':
        return ask(passing, language === 'zh' ? '你能回答什么' : 'what can you answer');
      case 'about':
        return ask(passing, language === 'zh' ? '你是谁' : 'who are you');
      case 'repeat':
        return state.lastReply === null ? nothingYet(passing) : keep(passing, state.lastReply);
      case 'new-topic': {
        const text = notice('new-topic', language);
        return keep(
          { ...passing, state: { ...state, turns: [] } },
          { kind: 'notice', notice: 'new-topic', text },
        );
      }
      case 'source': {
        const turn = turnOf(state, action.receipt, ({ citations }) => citations.length > 0);
        const [first, ...rest] = (turn?.citations ?? []).flatMap(
          (citation) => collaborators.showPassage(citation) ?? [],
        );
        if (turn === undefined || first === undefined) return nothingYet(passing);
        return keep(passing, { kind: 'passages', passages: [first, ...rest], receipt: turn.receipt });
      }
      case 'suggestion': {
        const turn = turnOf(state, action.receipt, ({ suggestions }) => suggestions.length > 0);
        const question = turn?.suggestions[action.number - 1];
        return question === undefined ? nothingYet(passing) : ask(passing, question);
      }
      case 'feedback': {
        const receipt =
          action.receipt ?? turnOf(state, undefined, (turn) => turn.receipt !== null)?.receipt ?? null;
        const feedback = { verdict: action.verdict, reason: collaborators.mask(action.reason ?? '') };
        const known =
          receipt !== null && (await collaborators.exchanges.setFeedback(person, receipt, feedback));
        if (!known) return nothingYet(passing);
        const text = notice('thanks-for-feedback', language);
        return keep(passing, { kind: 'notice', notice: 'thanks-for-feedback', text });
      }
    }
  }

  /** Masked before anything else sees it, so that what is kept is what was answered. */
  async function ask(passing: Passing, text: string): Promise<Reply> {
    const { incoming, person, state, signal } = passing;
    signal.throwIfAborted();
    const started = now();
    const fresh = started - state.lastAt >= SILENCE_MS ? [] : state.turns;
    const { mode } = await collaborators.safeMode(incoming.channel);
    const question = collaborators.mask(text);
    const language = incoming.language ?? 'zh';
    const turn = await answerTurn(question, fresh, mode, language, signal, collaborators);
    await collaborators.exchanges.append({
      time: new Date(started).toISOString(),
      channel: incoming.channel,
      person,
      question,
      kind: turn.answer.kind,
      reason: 'reason' in turn.answer ? turn.answer.reason : '',
      receipt: turn.receipt,
      latencyMs: now() - started,
      feedback: null,
    });
    if (turn.answer.kind === 'failure') {
      return keep(passing, apologise(incoming, `answering ended in: ${turn.answer.reason}`));
    }
    const { answer, suggestions, receipt } = turn;
    const remembered: RememberedTurn = {
      question,
      answer: answer.statement,
      receipt,
      citations: turn.citations,
      suggestions,
    };
    const turns = [...fresh, remembered].slice(-TURNS_KEPT);
    return keep({ ...passing, state: { ...state, turns } }, { kind: 'answer', answer, suggestions, receipt });
  }

  async function forget({ incoming, person }: Passing): Promise<Reply> {
    const theirs = (await store.list()).map(({ key }) => key).filter((key) => key.startsWith(`${person}/`));
    await store.delete(theirs);
    await collaborators.forgetUnseen(person);
    await collaborators.receipts.drop(await collaborators.exchanges.forget(person));
    return { kind: 'notice', notice: 'forgotten', text: notice('forgotten', incoming.language ?? 'zh') };
  }

  function nothingYet(passing: Passing): Promise<Reply> {
    const text = notice('nothing-yet', passing.incoming.language ?? 'zh');
    return keep(passing, { kind: 'notice', notice: 'nothing-yet', text });
  }

  /** Writes down that the message has its reply, before the channel sends it. */
  async function keep({ incoming, key, state }: Passing, reply: Reply): Promise<Reply> {
    const answered = [...state.answered, { id: incoming.messageId, sent: false }].slice(-ANSWERED_KEPT);
    await store.put(key, { ...state, lastAt: now(), answered, lastReply: reply });
    return reply;
  }

  /** A reply that cannot be marked is sent once more after a crash, at worst. */
  async function markSent(incoming: Incoming, person: string, key: string): Promise<void> {
    try {
      await inOrder(person, async () => {
        const state = await store.get(key);
        if (state === null) return;
        const answered = state.answered.map((each) =>
          each.id === incoming.messageId ? { ...each, sent: true } : each,
        );
        await store.put(key, { ...state, answered });
      });
    } catch (fault) {
      collaborators.onFault(collaborators.newFaultId(), incoming.channel, fault);
    }
  }

  function apologise(incoming: Incoming, fault: unknown): Reply {
    const faultId = collaborators.newFaultId();
    collaborators.onFault(faultId, incoming.channel, fault);
    return { kind: 'notice', notice: 'fault', text: faultNotice(faultId, incoming.language ?? 'zh') };
  }
}

/** The turn that a receipt is of; without one the last that has what is wanted, since thanks may have come between. */
function turnOf(
  { turns }: ConversationState,
  receipt: number | undefined,
  wanted: (turn: RememberedTurn) => boolean,
): RememberedTurn | undefined {
  return receipt === undefined
    ? turns.findLast(wanted)
    : turns.find((turn) => turn.receipt === receipt && wanted(turn));
}
