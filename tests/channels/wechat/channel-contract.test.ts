import { describeChannel } from '../../contracts/channel.ts';
import { openWechat } from './open-wechat.ts';
import { OUT_OF_SERVICE } from './wechat-platform.ts';

const TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  text: { MsgType: 'text' },
  empty: { MsgType: 'text' },
  photo: { MsgType: 'image', PicUrl: 'http://127.0.0.1/a.jpg', MediaId: 'm' },
  voice: { MsgType: 'voice', MediaId: 'm', Format: 'amr', Recognition: '' },
  video: { MsgType: 'shortvideo', MediaId: 'm', ThumbMediaId: 't' },
  sticker: { MsgType: 'text', Content: '【收到不支持的消息类型，暂无法显示】' },
  link: { MsgType: 'link', Title: 't', Description: 'd', Url: 'http://127.0.0.1/' },
  location: { MsgType: 'location', Location_X: '23.1', Location_Y: '113.3', Scale: '20', Label: '某地' },
};

for (const mode of ['plain', 'compatible', 'safe'] as const)
  describeChannel({
    name: 'wechat',
    kinds: ['photo', 'voice', 'video', 'sticker', 'link', 'location', 'empty'],
    limit: 2000,
    lengthOf: (text) => Buffer.byteLength(text),
    answersEachDelivery: true,
    more: '继续',
    async open(converse) {
      const opened = await openWechat(converse, { mode });
      const seen = new Map<string, string[]>();
      return {
        async deliver({ person, id, kind, text }) {
          const fields = { Content: text, ...TYPES[kind], MsgId: String(id) };
          const shown = await opened.platform.deliver({ person, fields });
          if (shown.seen === OUT_OF_SERVICE) throw new Error(`out of service: ${opened.warnings.join('; ')}`);
          if (shown.seen !== null) seen.set(person, [...(seen.get(person) ?? []), shown.seen]);
        },
        idle: async () => {},
        seen: (person) => seen.get(person) ?? [],
        close: opened.close,
      };
    },
  });
