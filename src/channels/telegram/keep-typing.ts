import type { Api } from 'grammy';
import type { Place } from './read-update.ts';

/**
 * Shows “typing” in a chat while `work` lasts, at once and again every `againMs`. Whether it can be shown
 * changes nothing: an answer is never held up or lost by it.
 */
export async function keepTyping<Result>(
  api: Pick<Api, 'sendChatAction'>,
  { chatId, topic }: Place,
  againMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const show = (): void => {
    const options = topic === null ? {} : { message_thread_id: topic };
    api.sendChatAction(chatId, 'typing', options).catch(() => {});
  };
  show();
  const timer = setInterval(show, againMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
