import type { Incoming } from '../../domain/incoming.ts';
import type { Converse } from '../../domain/reply.ts';
import type { UnseenAnswers } from '../../domain/unseen.ts';
import { createContinuations } from '../tencent/continuations.ts';
import { createResponder } from '../tencent/create-responder.ts';
import { MORE_HINT } from '../tencent/messages.ts';
import { GROUP_HINT } from './messages.ts';
import { renderBot } from './render-bot.ts';

/** What a smart bot says to a message: one content, the rest is kept for 继续. */
export interface BotAnswer {
  /** '' where nothing is to be said. */
  readonly content: string;
  /** To be called once the platform has taken it. */
  readonly sent: () => Promise<void>;
  /** Another delivery of the message has it. */
  readonly repeated: boolean;
}

export interface BotAnswers {
  /** Never rejects. */
  answer(incoming: Incoming): Promise<BotAnswer>;
  /** Keeps an answer that could not be sent, for the person to ask for. */
  keep(incoming: Incoming, answer: BotAnswer): Promise<void>;
}

export interface BotAnswersCollaborators {
  readonly converse: Converse;
  readonly unseen: UnseenAnswers;
  readonly publicUrl: string | null;
  /** For staff; names nobody. */
  readonly warn: (message: string) => void;
}

/** What asks a person to reply with a word or a number. */
const INVITES_REPLY = /回复(?:“|数字)/u;

/** Shared by the long connection and the callbacks, so that 继续 works whichever way the bot is reached. */
export function createBotAnswers({ converse, unseen, publicUrl, warn }: BotAnswersCollaborators): BotAnswers {
  const continuations = createContinuations({ channel: 'wecom', way: 'bot', unseen });
  const responder = createResponder({
    converse,
    unseen: continuations,
    render: (reply, opening) => renderBot(reply, publicUrl, opening),
    warn,
  });
  return {
    async answer(incoming) {
      const { segments, sent, repeated } = await responder.respond(incoming);
      const [first, ...rest] = segments;
      if (first === undefined) return { content: '', sent, repeated };
      await continuations.keepRest(incoming, rest);
      const content = rest.length === 0 ? first : first + MORE_HINT;
      const isGroup = incoming.conversationId !== incoming.personId;
      return {
        content: isGroup && INVITES_REPLY.test(content) ? content + GROUP_HINT : content,
        sent,
        repeated,
      };
    },
    keep(incoming, { content, sent }) {
      const whole = { segments: [content], begun: false, sent };
      return continuations.keepLate(incoming, Promise.resolve(whole));
    },
  };
}
