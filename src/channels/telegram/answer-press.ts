import type { Action, Incoming } from '../../domain/incoming.ts';
import type { Conversed } from '../../domain/reply.ts';
import { type AnsweringCollaborators, conversationOf, converseAndSend } from './answer-message.ts';
import { type Pressed, readCallbackData } from './callback-data.ts';
import { formatReply } from './format-reply.ts';
import { askReason, type Rows, replyRows, withoutVerdict } from './keyboard.ts';
import { askedLine, REASONS } from './messages.ts';
import type { ButtonPress } from './read-update.ts';

/** https://core.telegram.org/bots/api#answercallbackquery: 0–200 characters. */
const LONGEST_TOAST = 200;

/** Does what a button says; a short word of thanks or regret is shown to who pressed it, not to the chat. */
export async function answerPress(press: ButtonPress, collaborators: AnsweringCollaborators): Promise<void> {
  const pressed = readCallbackData(press.data);
  if (pressed?.kind !== 'ask' && pressed !== null) {
    await answerQuietly(press, pressed, collaborators);
    return;
  }
  // The button stops turning at once; the answer is a message of its own.
  await endPress(press, null, collaborators);
  if (pressed === null) return;
  const { label, place, messageId } = press;
  const asked: Incoming = { ...incomingOf(press), kind: 'text', text: label ?? '' };
  const { number, receipt } = pressed;
  await converseAndSend(
    label === null
      ? { ...asked, action: { kind: 'suggestion', number, ...(receipt === null ? {} : { receipt }) } }
      : asked,
    { place, answers: messageId, ...(label === null ? {} : { heading: askedLine(label) }) },
    collaborators,
  );
}

type QuietPress = Exclude<Pressed, { kind: 'ask' }>;

async function answerQuietly(
  press: ButtonPress,
  pressed: QuietPress,
  collaborators: AnsweringCollaborators,
): Promise<void> {
  const conversed = await collaborators.converse({ ...incomingOf(press), action: actionOf(pressed, press) });
  const { reply, repeated } = conversed;
  await endPress(press, !repeated && reply.kind === 'notice' ? reply.text : null, collaborators);
  if (repeated || reply.kind === 'silence') return;
  if (reply.kind === 'notice') {
    if (reply.notice === 'thanks-for-feedback') await showGiven(press, pressed, collaborators);
    await conversed.sent();
    return;
  }
  await sendBelow(press, conversed, collaborators);
}

async function sendBelow(
  { place, messageId, language }: ButtonPress,
  { reply, sent }: Conversed,
  { send, publicUrl }: AnsweringCollaborators,
): Promise<void> {
  const rows = replyRows(reply, language, publicUrl);
  const outcome = await send({ place, answers: messageId, formatted: formatReply(reply, language), rows });
  if (outcome !== 'failed') await sent();
}

/** 👎 asks why; with 👍 or a reason given there is nothing left to press. */
async function showGiven(
  press: ButtonPress,
  pressed: QuietPress,
  { api }: AnsweringCollaborators,
): Promise<void> {
  const { place, messageId, rows, language } = press;
  const asksWhy = pressed.kind === 'verdict' && pressed.verdict === 'down';
  const after: Rows = asksWhy ? askReason(rows, pressed.receipt, language) : withoutVerdict(rows);
  try {
    const inline_keyboard = after.map((row) => [...row]);
    await api.editMessageReplyMarkup(place.chatId, messageId, { reply_markup: { inline_keyboard } });
  } catch {
    // Pressed twice, or the message is gone: the verdict is kept all the same.
  }
}

/** A press that is not ended turns for a minute on the person's screen; one too old cannot be ended. */
async function endPress(
  { pressId }: ButtonPress,
  toast: string | null,
  { api }: AnsweringCollaborators,
): Promise<void> {
  try {
    await api.answerCallbackQuery(pressId, toast === null ? {} : { text: toast.slice(0, LONGEST_TOAST) });
  } catch {
    // Nobody waits for it any more.
  }
}

function incomingOf({ updateId, personId, place, language }: ButtonPress): Incoming {
  return {
    channel: 'telegram',
    personId: String(personId ?? place.chatId),
    conversationId: conversationOf(place),
    messageId: String(updateId),
    kind: 'other',
    text: '',
    language,
  };
}

function actionOf(pressed: QuietPress, { language }: ButtonPress): Action {
  const receipt = pressed.receipt === null ? {} : { receipt: pressed.receipt };
  switch (pressed.kind) {
    case 'source':
      return { kind: 'source', ...receipt };
    case 'verdict':
      return { kind: 'feedback', verdict: pressed.verdict, ...receipt };
    case 'reason':
      return {
        kind: 'feedback',
        verdict: 'down',
        reason: REASONS[pressed.number - 1]?.[language] ?? '',
        ...receipt,
      };
  }
}
