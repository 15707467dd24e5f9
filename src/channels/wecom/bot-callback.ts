import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { HttpRequest, HttpResponse } from '../channel.ts';
import type { Envelope } from '../tencent/envelope.ts';
import { within } from '../tencent/within.ts';
import type { BotAnswer, BotAnswers } from './bot-answers.ts';
import { streamIdOf } from './long-connection.ts';
import { LOST, NOTHING_MORE, WORKING } from './messages.ts';
import { type BotMessage, readBotMessage } from './read-bot-message.ts';

export interface BotCallbackCollaborators {
  readonly envelope: Envelope;
  readonly answers: BotAnswers;
  /** A request is answered so long after it came; the platform then asks again. */
  readonly answerWithinMs: number;
}

/** A response, or why there is none; `why` is for staff. */
export type CallbackResult =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'refused'; readonly status: 400 | 403; readonly why: string };

const bodySchema = z.object({ encrypt: z.string().min(1) });
/** The platform asks for ten minutes at most. */
const KEPT_MS = 10 * 60_000;
const MOST_STREAMS = 5000;

/**
 * A smart bot that the platform calls: JSON in an envelope whose receiver is empty. An answer is a stream; while it
 * is not finished, the platform asks for its next state.
 * https://developer.work.weixin.qq.com/document/path/101033
 */
export function createBotCallback({ envelope, answers, answerWithinMs }: BotCallbackCollaborators) {
  const streams = new LRUCache<string, Promise<BotAnswer>>({ max: MOST_STREAMS, ttl: KEPT_MS });
  return async ({ query, body }: HttpRequest): Promise<CallbackResult> => {
    const parsed = bodySchema.safeParse(parseJson(body.toString('utf8')));
    if (!parsed.success) return { kind: 'refused', status: 400, why: 'it is no JSON with "encrypt"' };
    const { msg_signature: signature = '', timestamp = '', nonce = '' } = query;
    const opened = envelope.open({ encrypt: parsed.data.encrypt, signature, timestamp, nonce });
    if (opened.kind === 'refused') return { ...opened, status: 403 };
    const message = readBotMessage(parseJson(opened.text));
    if (message === null) return { kind: 'refused', status: 400, why: 'what it encrypts is no message' };
    const reply = await replyTo(message);
    return { kind: 'response', response: reply === null ? empty() : seal(reply, nonce) };
  };

  async function replyTo(message: BotMessage): Promise<unknown> {
    switch (message.kind) {
      case 'noticed':
        return null;
      case 'entered': {
        const { content, sent } = await answers.answer(message.incoming);
        await sent();
        return content === '' ? null : { msgtype: 'text', text: { content } };
      }
      case 'poll': {
        const answer = streams.get(message.streamId);
        if (answer === undefined) return stream(message.streamId, LOST, true);
        return (await progress(message.streamId, answer)) ?? stream(message.streamId, NOTHING_MORE, true);
      }
      case 'said': {
        const { personId, messageId } = message.incoming;
        const streamId = streamIdOf(`${personId}/${messageId}`);
        const answer = streams.get(streamId) ?? answers.answer(message.incoming);
        streams.set(streamId, answer);
        return progress(streamId, answer);
      }
    }
  }

  async function progress(streamId: string, pending: Promise<BotAnswer>): Promise<unknown> {
    const answer = await within(answerWithinMs, pending);
    if (answer === null) return stream(streamId, WORKING, false);
    await answer.sent();
    return answer.content === '' ? null : stream(streamId, answer.content, true);
  }

  function seal(reply: unknown, nonce: string): HttpResponse {
    const { encrypt, signature, timestamp } = envelope.seal(JSON.stringify(reply), nonce);
    return {
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ encrypt, msgsignature: signature, timestamp: Number(timestamp), nonce }),
    };
  }
}

function stream(id: string, content: string, finish: boolean): unknown {
  return { msgtype: 'stream', stream: { id, finish, content } };
}

function empty(): HttpResponse {
  return { status: 200, body: '' };
}

/** Undefined where it is none, which no schema takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
