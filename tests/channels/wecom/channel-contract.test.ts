import { describeChannel } from '../../contracts/channel.ts';
import { openCallbacks } from './open-callbacks.ts';

const BOT_TYPES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  text: { msgtype: 'text' },
  empty: { msgtype: 'text' },
  photo: { msgtype: 'image', image: { url: 'http://127.0.0.1/a' } },
  voice: { msgtype: 'voice', voice: { content: '' } },
  video: { msgtype: 'video', video: { url: 'http://127.0.0.1/a' } },
  file: { msgtype: 'file', file: { url: 'http://127.0.0.1/a' } },
};
const APP_TYPES: Readonly<Record<string, string>> = {
  photo: 'image',
  voice: 'voice',
  video: 'video',
  location: 'location',
  link: 'link',
};

describeChannel({
  name: 'wecom',
  kinds: ['photo', 'voice', 'video', 'file', 'empty'],
  limit: 20_480,
  lengthOf: (text) => Buffer.byteLength(text),
  answersEachDelivery: true,
  more: '继续',
  async open(converse) {
    const opened = await openCallbacks(converse);
    return collect(opened.close, ({ person, id, kind, text }) =>
      opened.bot.tellBot({
        msgid: `m${id}`,
        chattype: 'single',
        from: { userid: person },
        text: { content: text },
        ...BOT_TYPES[kind],
      }),
    );
  },
});

describeChannel({
  name: 'wecom',
  kinds: ['photo', 'voice', 'video', 'link', 'location', 'empty'],
  limit: 2000,
  lengthOf: (text) => Buffer.byteLength(text),
  answersEachDelivery: true,
  more: '继续',
  async open(converse) {
    const opened = await openCallbacks(converse);
    return collect(opened.close, ({ person, id, kind, text }) =>
      opened.app.tellApp(person, { MsgType: APP_TYPES[kind] ?? 'text', Content: text, MsgId: String(id) }),
    );
  },
});

interface Message {
  readonly person: string;
  readonly id: number;
  readonly kind: string;
  readonly text: string;
}

function collect(close: () => Promise<void>, tell: (message: Message) => Promise<string | null>) {
  const seen = new Map<string, string[]>();
  return {
    async deliver(message: Message) {
      const shown = await tell(message);
      if (shown !== null) seen.set(message.person, [...(seen.get(message.person) ?? []), shown]);
    },
    idle: async () => {},
    seen: (person: string) => seen.get(person) ?? [],
    close,
  };
}
