import type { Api } from 'grammy';
import type { Place } from './read-update.ts';

/** “typing” lasts five seconds. https://core.telegram.org/bots/api#sendchataction */
const AGAIN_AFTER_MS = 4_000;

/**
 * Shows “typing” in a chat while `work` lasts, at once and again every four seconds. Whether it can be shown
 * changes nothing: an answer is never held up or lost by it.
 */
export async function keepTyping<Result>(
  api: Pick<Api, 'sendChatAction'>,
  { chatId, topic }: Place,
  work: () => Promise<Result>,
  againAfterMs = AGAIN_AFTER_MS,
): Promise<Result> {
  const show = (): void => {
    const options = topic === null ? {} : { message_thread_id: topic };
    api.sendChatAction(chatId, 'typing', options).catch(() => {});
  };
  show();
  const timer = setInterval(show, againAfterMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
