import { FormattedString } from '@grammyjs/parse-mode';
import type { Api } from 'grammy';
import type { Action, Incoming } from '../../domain/incoming.ts';
import type { Converse } from '../../domain/reply.ts';
import { formatReply } from './format-reply.ts';
import { keepTyping } from './keep-typing.ts';
import { replyRows, verdictRow } from './keyboard.ts';
import { FEEDBACK_PROMPT } from './messages.ts';
import type { Place, TelegramMessage } from './read-update.ts';
import type { Outgoing, SendOutcome } from './send-formatted.ts';

/** What answering takes; the same for messages and for buttons. */
export interface AnsweringCollaborators {
  readonly api: Pick<Api, 'sendChatAction' | 'answerCallbackQuery' | 'editMessageReplyMarkup'>;
  readonly converse: Converse;
  readonly send: (outgoing: Outgoing) => Promise<SendOutcome>;
  /** Where the report page is reached from outside, without a slash at the end; null where it is not. */
  readonly publicUrl: string | null;
  /** “typing” is shown again after so long. */
  readonly typingAgainMs: number;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  start: { kind: 'start' },
  help: { kind: 'help' },
  about: { kind: 'about' },
  new: { kind: 'new-topic' },
  forget: { kind: 'forget-me' },
};

/** Answers a message where it was written. */
export async function answerMessage(
  message: TelegramMessage,
  collaborators: AnsweringCollaborators,
): Promise<void> {
  const { place, messageId, language, command, text } = message;
  if (command === 'feedback' && text === '') {
    const formatted = new FormattedString(FEEDBACK_PROMPT[language]);
    await collaborators.send({ place, answers: messageId, formatted, rows: [verdictRow(null, language)] });
    return;
  }
  const { updateId, personId, content, album } = message;
  await converseAndSend(
    {
      channel: 'telegram',
      personId: String(personId ?? place.chatId),
      conversationId: conversationOf(place),
      // An album is one message, however many pictures it holds.
      messageId: album === null ? String(updateId) : `album ${album}`,
      kind: content,
      text,
      language,
      ...(command === null ? {} : { action: actionOf(command, text) }),
    },
    { place, answers: messageId },
    collaborators,
  );
}

/** Asks the conversation and sends what it replies, below `heading` where there is one. */
export async function converseAndSend(
  incoming: Incoming,
  { place, answers, heading }: Pick<Outgoing, 'place' | 'answers'> & { readonly heading?: string },
  { api, converse, send, publicUrl, typingAgainMs }: AnsweringCollaborators,
): Promise<void> {
  const { reply, repeated, sent } = await keepTyping(api, place, typingAgainMs, () => converse(incoming));
  if (repeated || reply.kind === 'silence') return;
  const language = incoming.language ?? 'zh';
  const body = formatReply(reply, language);
  const formatted =
    heading === undefined ? body : FormattedString.join([FormattedString.i(heading), body], '\n');
  const outcome = await send({ place, answers, formatted, rows: replyRows(reply, language, publicUrl) });
  // Who has stopped the bot is not to be sent it later either.
  if (outcome !== 'failed') await sent();
}

/** A topic of a forum is a conversation of its own. */
export function conversationOf({ chatId, topic }: Place): string {
  return topic === null ? String(chatId) : `${chatId}/${topic}`;
}

/** A command that we do not have is a call for help. */
function actionOf(command: string, text: string): Action {
  if (command === 'feedback') return { kind: 'feedback', verdict: 'down', reason: text };
  return (Object.hasOwn(ACTIONS, command) ? ACTIONS[command] : undefined) ?? { kind: 'help' };
}
