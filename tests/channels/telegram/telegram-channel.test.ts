import type { IncomingKind } from '../../../src/domain/incoming.ts';
import { describeChannel } from '../../contracts/channel.ts';
import { makeMessage, messageUpdate } from './make-update.ts';
import { openTelegram } from './open-telegram.ts';
import type { UpdateBody } from './update-queue.ts';

const FIELDS: Readonly<Partial<Record<IncomingKind, UpdateBody>>> = {
  photo: { photo: [{ file_id: 'x', width: 1, height: 1 }] },
  voice: { voice: { file_id: 'x', duration: 3 } },
  video: { video: { file_id: 'x', duration: 3 } },
  sticker: { sticker: { file_id: 'x' } },
  location: { location: { latitude: 1, longitude: 2 } },
  contact: { contact: { phone_number: '1', first_name: '李' } },
  file: { document: { file_id: 'x' } },
  other: { poll: { id: 'x' } },
};

describeChannel({
  name: 'telegram',
  kinds: [
    'photo',
    'voice',
    'video',
    'sticker',
    'link',
    'location',
    'contact',
    'file',
    'edited',
    'empty',
    'other',
  ],
  limit: 4096,
  lengthOf: (text) => text.length,
  answersEachDelivery: false,
  more: null,
  async open(converse) {
    const telegram = await openTelegram(converse);
    const chats = new Map<string, number>();
    const chatOf = (person: string): number => {
      const chat = chats.get(person) ?? 1000 + chats.size;
      chats.set(person, chat);
      return chat;
    };
    let last = 0;
    return {
      async deliver({ person, id, kind, text }) {
        const chat = chatOf(person);
        const update = updateOf(chat, kind, text);
        last = Math.max(last, telegram.api.receive(update, 5_000 + id));
      },
      idle: () => telegram.api.until(() => telegram.api.confirmed() > last),
      seen: (person) => telegram.texts(chatOf(person)),
      close: telegram.close,
    };
  },
});

function updateOf(chat: number, kind: IncomingKind, text: string): UpdateBody {
  if (kind === 'edited') return { edited_message: makeMessage(chat, '改过的问题') };
  if (kind === 'link') return messageUpdate(chat, 'https://example.org/report');
  if (kind === 'empty') return messageUpdate(chat, ' ');
  if (kind === 'text') return messageUpdate(chat, text);
  return messageUpdate(chat, null, { fields: FIELDS[kind] ?? {} });
}
