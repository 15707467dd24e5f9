import type { Channel, HttpRequest, HttpResponse, HttpRoute } from '../channel.ts';
import { DELIVERY_TIMES, type DeliveryTimes, type TencentCollaborators } from '../tencent/collaborators.ts';
import { createResponder } from '../tencent/create-responder.ts';
import { createEnvelope, type Envelope } from '../tencent/envelope.ts';
import { createMessageCipher } from '../tencent/message-cipher.ts';
import { createPassiveReplies } from '../tencent/passive-replies.ts';
import { createReplayGuard } from '../tencent/replay-guard.ts';
import { createLateSender, type LateSender } from '../tencent/send-late.ts';
import { createWarnSeldom } from '../tencent/warn-seldom.ts';
import { createXmlChannel, plainText } from '../tencent/xml-channel.ts';
import { renderWechat } from '../wechat/render-wechat.ts';
import { createAppCallback } from './app-callback.ts';
import { type AppSender, appMessages } from './app-messages.ts';
import { createBotAnswers } from './bot-answers.ts';
import { type CallbackResult, createBotCallback } from './bot-callback.ts';
import {
  CONNECTION_TIMES,
  createLongConnection,
  type LongConnectionSettings,
  type LongConnectionTimes,
} from './long-connection.ts';

/** What the platform signs and encrypts callbacks with. */
interface CallbackKeys {
  readonly token: string;
  readonly encodingAesKey: string;
}

interface AppSettings extends CallbackKeys {
  readonly corpId: string;
  /** Null for an app that only replies. */
  readonly sender: Pick<AppSender, 'apiBase' | 'secret' | 'agentId'> | null;
}

/** The ways in which people reach the bot; null for one that is not set up. */
export interface WecomSettings {
  readonly connection: LongConnectionSettings | null;
  readonly botCallback: CallbackKeys | null;
  readonly app: AppSettings | null;
  /** Where people find the report's page, without a slash at the end; null where they cannot. */
  readonly publicUrl: string | null;
}

export type WecomTimes = LongConnectionTimes & DeliveryTimes;

export const WECOM_TIMES: WecomTimes = { ...CONNECTION_TIMES, ...DELIVERY_TIMES };

const MOST_BYTES = 64 * 1024;

/** A smart bot (智能机器人), over the long connection or called at /wecom/bot, and an app, called at /wecom/app. */
export function createWecomChannel(
  settings: WecomSettings,
  { converse, unseen, warn, now }: TencentCollaborators,
  times: WecomTimes = WECOM_TIMES,
): Channel {
  const { publicUrl } = settings;
  const warnSeldom = createWarnSeldom(warn, now);
  const answers = createBotAnswers({ converse, unseen, publicUrl, warn });
  const connection =
    settings.connection === null
      ? null
      : createLongConnection(settings.connection, { answers, warn: warnSeldom }, times);
  const replies = createPassiveReplies({
    channel: 'wecom',
    way: 'app',
    unseen,
    ...times,
    later: laterOf(settings.app),
    now,
  });
  return {
    name: 'wecom',
    routes: [...botRoutes(), ...appRoutes()],
    start: async (onCrash) => connection?.start(onCrash),
    stop: async (deadlineMs) =>
      void (await Promise.all([connection?.stop(deadlineMs), replies.settle(deadlineMs)])),
  };

  function laterOf(app: WecomSettings['app']): LateSender | null {
    if (app?.sender == null) return null;
    const messages = appMessages({ corpId: app.corpId, ...app.sender }, now);
    return createLateSender({ ...messages, warn: warnSeldom, ...times });
  }

  function botRoutes(): readonly HttpRoute[] {
    if (settings.botCallback === null) return [];
    const envelope = openEnvelope(settings.botCallback, '');
    const receive = createBotCallback({ envelope, answers, answerWithinMs: times.deadlineMs });
    return routes('/wecom/bot', envelope, receive);
  }

  function appRoutes(): readonly HttpRoute[] {
    if (settings.app === null) return [];
    const envelope = openEnvelope(settings.app, settings.app.corpId);
    const responder = createResponder({
      converse,
      unseen: replies.unseen,
      render: (reply, opening) => renderWechat(reply, publicUrl, opening),
      warn,
    });
    const answerXml = createXmlChannel({ channel: 'wecom', replies, responder, now });
    return routes('/wecom/app', envelope, createAppCallback(envelope, answerXml));
  }

  function openEnvelope({ token, encodingAesKey }: CallbackKeys, receiverId: string): Envelope {
    const cipher = createMessageCipher(encodingAesKey, receiverId);
    return createEnvelope({ token, cipher, judge: createReplayGuard(now), now });
  }

  function routes(
    path: string,
    envelope: Envelope,
    receive: (request: HttpRequest) => Promise<CallbackResult>,
  ): readonly HttpRoute[] {
    const check = async ({ query }: HttpRequest) => checkAddress(envelope, query);
    const handle =
      (work: (request: HttpRequest) => Promise<CallbackResult>) =>
      async (request: HttpRequest): Promise<HttpResponse> => {
        const result = await work(request);
        if (result.kind === 'response') return result.response;
        warnSeldom(`WeCom: a request to ${path} was refused with ${result.status}: ${result.why}`);
        return { status: result.status, body: '' };
      };
    return [
      { method: 'GET', path, maxBodyBytes: 0, handle: handle(check) },
      { method: 'POST', path, maxBodyBytes: MOST_BYTES, handle: handle(receive) },
    ];
  }
}

/** Here the echostr is encrypted; what it holds is the answer, and nothing else. */
function checkAddress(envelope: Envelope, query: HttpRequest['query']): CallbackResult {
  const { msg_signature: signature = '', timestamp = '', nonce = '', echostr = '' } = query;
  const opened = envelope.open({ encrypt: echostr, signature, timestamp, nonce });
  if (opened.kind === 'refused') return { ...opened, status: 403 };
  return { kind: 'response', response: plainText(opened.text) };
}
