import type { Channel } from './channels/channel.ts';
import { createTelegramChannel } from './channels/telegram/telegram-channel.ts';
import { createWechatChannel } from './channels/wechat/create-wechat-channel.ts';
import { createWecomChannel } from './channels/wecom/create-wecom-channel.ts';
import type { Config } from './config.ts';
import type { Converse } from './domain/reply.ts';
import type { UnseenAnswers } from './domain/unseen.ts';

interface Serving {
  readonly converse: Converse;
  readonly unseen: UnseenAnswers;
  /** One line for staff. */
  readonly say: (line: string) => void;
}

/** The channels whose keys are set. */
export function configuredChannels(config: Config, serving: Serving): readonly Channel[] {
  return [telegram, wechat, wecom].flatMap((create) => create(config, serving) ?? []);
}

function telegram(config: Config, { converse, say: log }: Serving): Channel | null {
  if (config.TELEGRAM_BOT_TOKEN === undefined) return null;
  return createTelegramChannel({
    token: config.TELEGRAM_BOT_TOKEN,
    apiRoot: config.TELEGRAM_API_ROOT,
    publicUrl: config.PUBLIC_URL ?? null,
    webhookSecret: config.TELEGRAM_WEBHOOK_SECRET ?? null,
    converse,
    log,
  });
}

function wechat(config: Config, { converse, unseen, say: warn }: Serving): Channel | null {
  const { WECHAT_APP_ID: appId, WECHAT_TOKEN: token, WECHAT_APP_SECRET: appSecret } = config;
  if (appId === undefined || token === undefined) return null;
  const encodingAesKey = config.WECHAT_ENCODING_AES_KEY ?? null;
  const customerService =
    config.WECHAT_CERTIFIED && appSecret !== undefined
      ? { appSecret, apiBase: config.WECHAT_API_BASE }
      : null;
  return createWechatChannel(
    {
      appId,
      token,
      encodingAesKey,
      mode: config.WECHAT_MODE ?? (encodingAesKey === null ? 'plain' : 'safe'),
      customerService,
      publicUrl: config.PUBLIC_URL ?? null,
    },
    { converse, unseen, warn, now: Date.now },
  );
}

function wecom(config: Config, { converse, unseen, say: warn }: Serving): Channel | null {
  const { WECOM_BOT_ID: botId, WECOM_BOT_SECRET: secret, WECOM_WS_URL: wsUrl } = config;
  const { WECOM_BOT_TOKEN: botToken, WECOM_BOT_AES_KEY: botKey } = config;
  const { WECOM_CORP_ID: corpId, WECOM_APP_TOKEN: appToken, WECOM_APP_AES_KEY: appKey } = config;
  const { WECOM_APP_SECRET: appSecret, WECOM_APP_AGENT_ID: agentId, WECOM_API_BASE: apiBase } = config;
  const sender =
    appSecret === undefined || agentId === undefined ? null : { apiBase, secret: appSecret, agentId };
  const settings = {
    connection: botId === undefined || secret === undefined ? null : { botId, secret, wsUrl },
    botCallback:
      botToken === undefined || botKey === undefined ? null : { token: botToken, encodingAesKey: botKey },
    app:
      corpId === undefined || appToken === undefined || appKey === undefined
        ? null
        : { corpId, token: appToken, encodingAesKey: appKey, sender },
    publicUrl: config.PUBLIC_URL ?? null,
  };
  if (settings.connection === null && settings.botCallback === null && settings.app === null) return null;
  return createWecomChannel(settings, { converse, unseen, warn, now: Date.now });
}
