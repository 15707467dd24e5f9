import type { ChannelName, Incoming } from '../../domain/incoming.ts';
import type { Converse, Reply } from '../../domain/reply.ts';
import { messageOf } from '../../errors.ts';
import type { Continuations, Outcome } from './continuations.ts';
import { asksForMore, BROKEN, ONCE_MORE } from './messages.ts';

export interface ResponderCollaborators {
  readonly converse: Converse;
  readonly unseen: Pick<Continuations, 'take' | 'forget'>;
  /** Behind the opening, as segments within the platform's limit; none for silence. */
  readonly render: (reply: Reply, opening: string) => readonly string[];
  /** For staff; names nobody. */
  readonly warn: (message: string) => void;
}

/** What `send` is to send for a message; `repeated` where another delivery of it has it already. */
export interface Response extends Outcome {
  readonly repeated: boolean;
}

export interface Responder {
  /** What is to be said to a message; 继续 is answered from what is left. Never rejects. */
  respond(incoming: Incoming): Promise<Response>;
  /** The person left: everything of theirs is deleted, and nothing is said. Never rejects. */
  leave(incoming: Omit<Incoming, 'kind' | 'text' | 'action'>): Promise<Response>;
}

export const NOTHING_TO_SAY: Response = { segments: [], sent: async () => {}, repeated: false };

/** Between the conversation and a channel that shows a long answer piece by piece. */
export function createResponder({ converse, unseen, render, warn }: ResponderCollaborators): Responder {
  return {
    respond: (incoming) => orApologise(incoming.channel, () => respond(incoming)),
    leave: (incoming) => orApologise(incoming.channel, () => leave(incoming)),
  };

  async function respond(incoming: Incoming): Promise<Response> {
    const isMore = asksForMore(incoming.text);
    const left = isMore ? unseen.take(incoming) : null;
    if (left !== null) return { ...(await left), repeated: false };
    const { reply, repeated, sent } = await converse(incoming);
    if (reply.kind === 'notice' && reply.notice === 'forgotten') unseen.forget(incoming);
    const opening = isMore && reply.kind !== 'notice' ? ONCE_MORE : '';
    return { segments: render(reply, opening), sent, repeated };
  }

  async function leave(address: Omit<Incoming, 'kind' | 'text' | 'action'>): Promise<Response> {
    unseen.forget(address);
    const { sent } = await converse({ ...address, kind: 'text', text: '', action: { kind: 'forget-me' } });
    return { ...NOTHING_TO_SAY, sent };
  }

  async function orApologise(channel: ChannelName, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (fault) {
      warn(`A message in ${channel} could not be answered: ${messageOf(fault)}`);
      return { ...NOTHING_TO_SAY, segments: [BROKEN] };
    }
  }
}
