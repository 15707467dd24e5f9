import { FormattedString } from '@grammyjs/parse-mode';
import { type Api, GrammyError } from 'grammy';
import { splitText } from '../split-text.ts';
import { type Rows, withoutLinks } from './keyboard.ts';
import type { Place } from './read-update.ts';

/** Something to be sent to a chat; a long text goes out as several messages, the buttons below the last. */
export interface Outgoing {
  readonly place: Place;
  /** The message it answers; shown in groups only. */
  readonly answers: number;
  readonly formatted: FormattedString;
  readonly rows: Rows;
}

/** `blocked`: the person has stopped the bot; `failed`: it was tried as often as it makes sense. */
export type SendOutcome = 'sent' | 'blocked' | 'failed';

/** https://core.telegram.org/bots/api#sendmessage: 1–4096 characters, in UTF-16 units. */
const LONGEST_TEXT = 4096;

interface SenderCollaborators {
  readonly api: Pick<Api, 'sendMessage'>;
  /** Chats that refuse the bot; a message from there takes one out again. */
  readonly blocked: Set<number>;
  /** One line for staff, without anything that a person or the bot wrote. */
  readonly log: (line: string) => void;
}

/** Sends within Telegram's limits; never rejects. */
export function createSender({ api, blocked, log }: SenderCollaborators) {
  return async ({ place, answers, formatted, rows }: Outgoing): Promise<SendOutcome> => {
    const segments = splitFormatted(formatted);
    for (const [index, segment] of segments.entries()) {
      if (blocked.has(place.chatId)) return 'blocked';
      const below = index === segments.length - 1 ? rows : [];
      const outcome = await sendSegment(place, answers, segment, below);
      if (outcome !== 'sent') return outcome;
    }
    return 'sent';
  };

  async function sendSegment(
    place: Place,
    answers: number,
    segment: FormattedString,
    rows: Rows,
  ): Promise<SendOutcome> {
    const tries = [
      { entities: segment.entities, rows },
      // Whatever Telegram did not like of the looks: the words come through.
      { entities: [], rows: withoutLinks(rows) },
    ];
    for (const { entities, rows } of tries) {
      try {
        await api.sendMessage(place.chatId, segment.text, {
          link_preview_options: { is_disabled: true },
          ...(entities.length === 0 ? {} : { entities }),
          ...(rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows.map((row) => [...row]) } }),
          ...(place.topic === null ? {} : { message_thread_id: place.topic }),
          ...(place.group
            ? { reply_parameters: { message_id: answers, allow_sending_without_reply: true } }
            : {}),
        });
        return 'sent';
      } catch (fault) {
        log(describeFault('sendMessage', fault));
        if (!(fault instanceof GrammyError)) return 'failed';
        if (fault.error_code === 403) {
          blocked.add(place.chatId);
          return 'blocked';
        }
        if (fault.error_code !== 400) return 'failed';
      }
    }
    return 'failed';
  }
}

/**
 * Cuts a text with its entities where plain text would be cut; an entity across a cut goes on behind it. Half a
 * character, which an answer may repeat from a question, is no UTF-8 and would have the whole message refused.
 */
export function splitFormatted({ text, entities }: FormattedString): readonly FormattedString[] {
  const formatted = new FormattedString(text.replace(/\p{Cs}/gu, '\ufffd'), entities);
  let from = 0;
  return splitText(formatted.text, LONGEST_TEXT, 'utf-16-units').map((segment) => {
    const start = formatted.text.indexOf(segment, from);
    from = start + segment.length;
    return formatted.slice(start, from);
  });
}

/**
 * What went wrong with a call, fit for the log: Telegram's own words, or that it could not be reached. The
 * error of the network layer is left out: it names the address, and the token stands in it.
 */
export function describeFault(method: string, fault: unknown): string {
  if (fault instanceof GrammyError)
    return `Telegram refused ${method} with ${fault.error_code}: ${fault.description.slice(0, 120)}`;
  return `Telegram could not be reached for ${method}`;
}
