import { renderReply } from '../../src/channels/render-reply.ts';
import { measureText, splitText } from '../../src/channels/split-text.ts';
import { describeChannel } from '../contracts/channel.ts';

const LIMIT = 600;

// The simplest channel there can be: what is wrong with the contract itself, or with what channels share, shows here.
describeChannel({
  name: 'web',
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
  limit: LIMIT,
  lengthOf: (text) => measureText(text, 'utf-8-bytes'),
  answersEachDelivery: false,
  more: null,
  async open(converse) {
    const seen = new Map<string, string[]>();
    const underWay = new Set<Promise<void>>();
    return {
      async deliver({ person, id, kind, text }) {
        const done = handle(person, String(id), kind, text).finally(() => underWay.delete(done));
        underWay.add(done);
      },
      idle: async () => void (await Promise.all(underWay)),
      seen: (person) => seen.get(person) ?? [],
      close: async () => {},
    };

    async function handle(
      person: string,
      messageId: string,
      kind: Parameters<typeof converse>[0]['kind'],
      text: string,
    ): Promise<void> {
      const incoming = { channel: 'web', personId: person, conversationId: person, messageId } as const;
      const { reply, repeated, sent } = await converse({ ...incoming, kind, text });
      if (repeated) return;
      const segments = splitText(renderReply(reply), LIMIT, 'utf-8-bytes');
      seen.set(person, [...(seen.get(person) ?? []), ...segments]);
      await sent();
    }
  },
});
