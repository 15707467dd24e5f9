import type { Channel, HttpRequest, HttpResponse } from '../channel.ts';
import { DELIVERY_TIMES, type DeliveryTimes, type TencentCollaborators } from '../tencent/collaborators.ts';
import { createResponder } from '../tencent/create-responder.ts';
import { createMessageCipher } from '../tencent/message-cipher.ts';
import { createPassiveReplies } from '../tencent/passive-replies.ts';
import { createReplayGuard } from '../tencent/replay-guard.ts';
import { createLateSender } from '../tencent/send-late.ts';
import { createWarnSeldom } from '../tencent/warn-seldom.ts';
import { createXmlChannel, plainText } from '../tencent/xml-channel.ts';
import { customerService } from './customer-service.ts';
import { renderWechat } from './render-wechat.ts';
import { createWechatApi } from './wechat-api.ts';
import { createWechatGate, type WechatMode } from './wechat-gate.ts';

/** An account, as set up at the platform. */
export interface WechatSettings {
  readonly token: string;
  readonly appId: string;
  readonly mode: WechatMode;
  /** Null in plain mode. */
  readonly encodingAesKey: string | null;
  /** Null for an account that may not send messages by itself: an uncertified one. */
  readonly customerService: { readonly appSecret: string; readonly apiBase: string } | null;
  /** Where citizens find the report's page, without a slash at the end; null where they cannot. */
  readonly publicUrl: string | null;
}

const PATH = '/wechat';
const MOST_BYTES = 64 * 1024;

/** An official account (公众号, 服务号): the platform posts messages to /wechat and shows what is answered. */
export function createWechatChannel(
  settings: WechatSettings,
  { converse, unseen, warn, now }: TencentCollaborators,
  times: DeliveryTimes = DELIVERY_TIMES,
): Channel {
  const { token, appId, mode, encodingAesKey } = settings;
  const warnSeldom = createWarnSeldom(warn, now);
  const cipher = encodingAesKey === null ? null : createMessageCipher(encodingAesKey, appId);
  const gate = createWechatGate({ token, mode, cipher, judge: createReplayGuard(now), now });
  const api =
    settings.customerService === null ? null : createWechatApi({ appId, ...settings.customerService }, now);
  const replies = createPassiveReplies({
    channel: 'wechat',
    way: 'account',
    unseen,
    ...times,
    later: api === null ? null : createLateSender({ ...customerService(api), warn: warnSeldom, ...times }),
    now,
  });
  const responder = createResponder({
    converse,
    unseen: replies.unseen,
    render: (reply, opening) => renderWechat(reply, settings.publicUrl, opening),
    warn,
  });
  const answerXml = createXmlChannel({ channel: 'wechat', replies, responder, now });
  return {
    name: 'wechat',
    routes: [
      { method: 'GET', path: PATH, maxBodyBytes: 0, handle: async (request) => checkAddress(request) },
      { method: 'POST', path: PATH, maxBodyBytes: MOST_BYTES, handle: receive },
    ],
    async start() {},
    stop: (deadlineMs) => replies.settle(deadlineMs),
  };

  function checkAddress(request: HttpRequest): HttpResponse {
    const checked = gate.check(request);
    return checked.kind === 'echo' ? plainText(checked.text) : refuse(checked);
  }

  async function receive(request: HttpRequest): Promise<HttpResponse> {
    const entered = gate.enter(request);
    if (entered.kind === 'refused') return refuse(entered);
    const answered = await answerXml(entered.fields, entered.seal);
    return answered ?? refuse({ status: 400, why: 'it lacks what every message has' });
  }

  function refuse({ status, why }: { readonly status: number; readonly why: string }): HttpResponse {
    warnSeldom(`WeChat: a request was refused with ${status}: ${why}`);
    return { status, body: '' };
  }
}
