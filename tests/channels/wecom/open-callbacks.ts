import {
  createWecomChannel,
  WECOM_TIMES,
  type WecomSettings,
  type WecomTimes,
} from '../../../src/channels/wecom/create-wecom-channel.ts';
import type { Converse } from '../../../src/domain/reply.ts';
import type { UnseenAnswers } from '../../../src/domain/unseen.ts';
import { makeUnseen } from '../../conversation/make-unseen.ts';
import { serveRoutes } from '../serve-routes.ts';
import { type CallbackPlatform, createCallbackPlatform } from './callback-platform.ts';

export const CALLBACKS = {
  botCallback: { token: 'BotToken', encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' },
  app: {
    token: 'AppToken',
    encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    corpId: 'wx5823bf96d3bd56c7',
    sender: null,
  },
} as const;

export interface OpenCallbacks {
  readonly bot: CallbackPlatform;
  readonly app: CallbackPlatform;
  /** A platform that seals for another receiver, or signs with another token. */
  stranger(changes: { readonly token?: string; readonly receiverId?: string }): CallbackPlatform;
  readonly warnings: readonly string[];
  /** Resolves once all that was begun is dealt with. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The callbacks of the channel on a server of their own; nothing is late unless a test holds it back. */
export async function openCallbacks(
  converse: Converse,
  times: Partial<WecomTimes> = {},
  sender: NonNullable<WecomSettings['app']>['sender'] = null,
  kept?: UnseenAnswers,
): Promise<OpenCallbacks> {
  const warnings: string[] = [];
  const unseen = kept ?? (await makeUnseen());
  const channel = createWecomChannel(
    { ...CALLBACKS, connection: null, publicUrl: null, app: { ...CALLBACKS.app, sender } },
    { converse, unseen, warn: (message) => void warnings.push(message), now: Date.now },
    { ...WECOM_TIMES, deadlineMs: 30_000, holdMs: 40_000, typingMs: 30_000, busyPauseMs: 1, ...times },
  );
  const served = await serveRoutes(channel.routes);
  await channel.start(() => {});
  const bot = {
    ...CALLBACKS.botCallback,
    address: `${served.address}/wecom/bot`,
    receiverId: '',
    form: 'json',
  } as const;
  const { corpId, token, encodingAesKey } = CALLBACKS.app;
  return {
    bot: createCallbackPlatform(bot),
    app: createCallbackPlatform({
      token,
      encodingAesKey,
      address: `${served.address}/wecom/app`,
      receiverId: corpId,
      form: 'xml',
    }),
    stranger: (changes) => createCallbackPlatform({ ...bot, ...changes }),
    warnings,
    settle: () => channel.stop(20_000),
    async close() {
      await channel.stop(5000);
      await served.close();
    },
  };
}
