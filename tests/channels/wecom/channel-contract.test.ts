import type { Converse } from '../../../src/domain/reply.ts';
import { describeChannel } from '../../contracts/channel.ts';
import { startBotPlatform } from './bot-platform.ts';
import { openCallbacks } from './open-callbacks.ts';
import { openConnection } from './open-connection.ts';

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
    return collect(opened.close, (message) => opened.bot.tellBot(botMessage(message)));
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

describeChannel({
  name: 'wecom',
  kinds: ['photo', 'voice', 'video', 'file', 'empty'],
  limit: 20_480,
  lengthOf: (text) => Buffer.byteLength(text),
  answersEachDelivery: false,
  more: null,
  async open(converse) {
    const platform = await startBotPlatform();
    const { counted, idle, begin } = countUnderWay(converse);
    const { connection, start } = await openConnection(platform.wsUrl, counted);
    await start();
    return {
      async deliver(message) {
        begin();
        platform.push(botMessage(message));
      },
      idle,
      seen: platform.texts,
      async close() {
        await connection.stop(5000);
        await platform.close();
      },
    };
  },
});

/** Nothing is under way once every message that was pushed has its reply with the platform, or gets none. */
function countUnderWay(converse: Converse) {
  let underWay = 0;
  let tell = () => {};
  const end = () => {
    underWay -= 1;
    if (underWay === 0) tell();
  };
  const counted: Converse = async (incoming) => {
    const conversed = await converse(incoming);
    const saysNothing = conversed.repeated || conversed.reply.kind === 'silence';
    if (saysNothing) end();
    const sent = async () => {
      await conversed.sent();
      if (!saysNothing) end();
    };
    return { ...conversed, sent };
  };
  const idle = () =>
    new Promise<void>((resolve) => {
      tell = resolve;
      if (underWay === 0) resolve();
    });
  const begin = () => {
    underWay += 1;
  };
  return { counted, idle, begin };
}

interface Message {
  readonly person: string;
  readonly id: number;
  readonly kind: string;
  readonly text: string;
}

function botMessage({ person, id, kind, text }: Message) {
  const message = { msgid: `m${id}`, chattype: 'single', from: { userid: person }, text: { content: text } };
  return { ...message, ...BOT_TYPES[kind] };
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
