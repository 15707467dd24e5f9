import { setTimeout as pause } from 'node:timers/promises';
import { type FakeBotApi, startFakeBotApi } from '../tests/channels/telegram/fake-bot-api.ts';
import { messageUpdate } from '../tests/channels/telegram/make-update.ts';
import { createWechatPlatform } from '../tests/channels/wechat/wechat-platform.ts';
import { createCallbackPlatform } from '../tests/channels/wecom/callback-platform.ts';
import type { LoadChannel } from './run-load.ts';

/** The stand-ins for the platforms, what configures the channels for them, and their people. */
export interface LoadPlatforms {
  readonly environment: Readonly<Record<string, string>>;
  /** `address` is that of the process's HTTP server. */
  channels(address: string): readonly LoadChannel[];
  close(): Promise<void>;
}

const TELEGRAM_TOKEN = `4200:${'x'.repeat(35)}`;
const WECHAT = {
  token: 'TheToken1',
  appId: 'wxba5fad812f8e6fb9',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  mode: 'safe',
} as const;
const WECOM = { token: 'BotToken', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' } as const;
/** Chats of the bot have ids from here on. */
const FIRST_CHAT = 1_000_000;
/** How often people ask, or wait, for an answer that is late, before it counts as lost. */
const MOST_ASKED = 6;

export async function startPlatforms(): Promise<LoadPlatforms> {
  const telegram = await startFakeBotApi(TELEGRAM_TOKEN);
  return {
    environment: {
      TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
      TELEGRAM_API_ROOT: telegram.root,
      WECHAT_TOKEN: WECHAT.token,
      WECHAT_APP_ID: WECHAT.appId,
      WECHAT_ENCODING_AES_KEY: WECHAT.encodingAesKey,
      WECHAT_MODE: WECHAT.mode,
      WECOM_BOT_TOKEN: WECOM.token,
      WECOM_BOT_AES_KEY: WECOM.encodingAesKey,
    },
    channels: (address) => [
      overWechat(address),
      overTelegram(telegram),
      overWecom(address),
      overWeb(address),
    ],
    close: () => telegram.close(),
  };
}

function overTelegram(api: FakeBotApi): LoadChannel {
  return {
    name: 'telegram',
    async ask(person, text, tag) {
      const chat = FIRST_CHAT + person;
      const before = api.shown(chat).length;
      api.receive(messageUpdate(chat, text));
      const shown = () =>
        api
          .shown(chat)
          .slice(before)
          .map((message) => message.text);
      const isThere = () => shown().some((each) => each.includes(tag));
      // The stand-in waits ten seconds at a time.
      for (let waited = 0; waited < MOST_ASKED && !isThere(); waited += 1) {
        await api.until(isThere).catch(() => undefined);
      }
      return shown().join('\n');
    },
  };
}

function overWechat(address: string): LoadChannel {
  const platform = createWechatPlatform({ ...WECHAT, address: `${address}/wechat` });
  let messageId = 0;
  const say = async (person: number, text: string): Promise<string> => {
    messageId += 1;
    const fields = { MsgType: 'text', Content: text, MsgId: String(messageId) };
    return (await platform.deliver({ person: `openid-${person}`, fields })).seen ?? '';
  };
  return {
    name: 'wechat',
    async ask(person, text, tag) {
      let shown = await say(person, text);
      // Whoever is told that the answer comes later asks for it.
      for (let asked = 0; asked < MOST_ASKED && !shown.includes(tag); asked += 1) {
        shown += `\n${await say(person, '继续')}`;
      }
      return shown;
    },
  };
}

function overWecom(address: string): LoadChannel {
  const platform = createCallbackPlatform({
    ...WECOM,
    address: `${address}/wecom/bot`,
    receiverId: '',
    form: 'json',
  });
  let messageId = 0;
  return {
    name: 'wecom',
    async ask(person, text) {
      messageId += 1;
      const message = { msgid: `load-${messageId}`, aibotid: 'load', chattype: 'single', msgtype: 'text' };
      return (
        (await platform.tellBot({
          ...message,
          from: { userid: `person-${person}` },
          text: { content: text },
        })) ?? ''
      );
    },
  };
}

/** The chat page's requests: each person has a cookie, and an address of their own behind a proxy on this machine. */
function overWeb(address: string): LoadChannel {
  const cookies = new Map<number, string>();
  const say = async (person: number, question: string): Promise<Response> => {
    const response = await fetch(`${address}/api/ask`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `198.51.${Math.floor(person / 250) % 250}.${person % 250}`,
        cookie: cookies.get(person) ?? '',
      },
      body: JSON.stringify({ question }),
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) cookies.set(person, cookie.split(';')[0] ?? '');
    return response;
  };
  return {
    name: 'web',
    async ask(person, text) {
      let response = await say(person, text);
      // Whoever is told that too many ask comes back when told to.
      for (let asked = 0; asked < MOST_ASKED && response.status === 429; asked += 1) {
        await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
        response = await say(person, text);
      }
      const reply: { readonly text?: string } = JSON.parse(await response.text());
      return reply.text ?? '';
    },
  };
}
