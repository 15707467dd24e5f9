import type { Channel } from '../../../src/channels/channel.ts';
import type { DeliveryTimes } from '../../../src/channels/tencent/collaborators.ts';
import {
  createWechatChannel,
  type WechatSettings,
} from '../../../src/channels/wechat/create-wechat-channel.ts';
import type { Converse } from '../../../src/domain/reply.ts';
import type { UnseenAnswers } from '../../../src/domain/unseen.ts';
import { makeUnseen } from '../../conversation/make-unseen.ts';
import { serveRoutes } from '../serve-routes.ts';
import { createWechatPlatform, type PlatformOptions, type WechatPlatform } from './wechat-platform.ts';

export const SETTINGS: WechatSettings = {
  token: 'TheToken1',
  appId: 'wxba5fad812f8e6fb9',
  mode: 'safe',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  customerService: null,
  publicUrl: null,
};

/** So long that a busy machine is never late; what is to be late is held back by the test. */
const PATIENT: DeliveryTimes = { deadlineMs: 30_000, holdMs: 40_000, typingMs: 30_000, busyPauseMs: 1 };

export interface OpenWechat {
  readonly address: string;
  readonly channel: Channel;
  readonly platform: WechatPlatform;
  readonly warnings: readonly string[];
  /** Another side of the same platform: signed wrongly, in another mode, … */
  platformWith(changes: Partial<PlatformOptions>): WechatPlatform;
  close(): Promise<void>;
}

/** The channel on a server of its own, with a platform that posts to it. */
export async function openWechat(
  converse: Converse,
  changes: Partial<WechatSettings> = {},
  times: Partial<DeliveryTimes> = {},
  platformChanges: Partial<PlatformOptions> = {},
  kept?: UnseenAnswers,
): Promise<OpenWechat> {
  const settings = { ...SETTINGS, ...changes };
  const warnings: string[] = [];
  const unseen = kept ?? (await makeUnseen());
  const warn = (message: string) => void warnings.push(message);
  const collaborators = { converse, unseen, warn, now: Date.now };
  const channel = createWechatChannel(settings, collaborators, { ...PATIENT, ...times });
  const served = await serveRoutes(channel.routes);
  const address = `${served.address}/wechat`;
  const platformWith = (other: Partial<PlatformOptions>) =>
    createWechatPlatform({
      address,
      token: settings.token,
      appId: settings.appId,
      encodingAesKey: SETTINGS.encodingAesKey ?? '',
      mode: settings.mode,
      timeoutMs: 60_000,
      ...platformChanges,
      ...other,
    });
  await channel.start(() => {});
  return {
    address,
    channel,
    platform: platformWith({}),
    warnings,
    platformWith,
    async close() {
      await channel.stop(5000);
      await served.close();
    },
  };
}
