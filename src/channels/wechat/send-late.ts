import { setTimeout as sleep } from 'node:timers/promises';
import { measureText, splitText } from '../split-text.ts';
import type { Outcome } from '../tencent/continuations.ts';
import { MORE_HINT } from '../tencent/messages.ts';
import { BUSY, TOO_LONG } from './error-codes.ts';
import type { ApiAnswer, WechatApi } from './wechat-api.ts';

/** Waits for the answer and sends it; resolves to the segments that were not sent. */
export type SendLate = (person: string, outcome: Promise<Outcome>) => Promise<readonly string[]>;

export interface SendLateCollaborators {
  readonly api: WechatApi;
  /** For staff; names nobody. */
  readonly warn: (message: string) => void;
  /** Before a busy platform is asked once more. */
  readonly busyPauseMs: number;
}

/** The platform lets a message of the person be followed by five of ours, within 48 hours. */
const MOST_MESSAGES = 5;
const SEND = '/cgi-bin/message/custom/send';
const TYPING = '/cgi-bin/message/custom/typing';

/**
 * Through the customer-service API. What does not fit into its quota, or is refused, is left for the person to ask
 * for. https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage
 */
export function createSendLate({ api, warn, busyPauseMs }: SendLateCollaborators): SendLate {
  return async (person, outcome) => {
    // Shown for fifteen seconds or until the answer comes; where it is refused, nothing is lost.
    void api(TYPING, { touser: person, command: 'Typing' });
    const { segments, sent } = await outcome;
    let left = segments;
    let isFirst = true;
    for (let count = 1; count <= MOST_MESSAGES; count += 1) {
      const [next, ...rest] = left;
      if (next === undefined) break;
      const answer = await sendPatiently(person, next, rest.length > 0 && count === MOST_MESSAGES);
      if (answer.kind === 'refused' && answer.code === TOO_LONG && measureText(next, 'utf-8-bytes') > 400) {
        left = [...splitText(next, Math.ceil(measureText(next, 'utf-8-bytes') / 2), 'utf-8-bytes'), ...rest];
        continue;
      }
      if (answer.kind === 'refused') {
        warn(`A late answer is left for the person to ask for: ${answer.why}`);
        return left;
      }
      if (isFirst) await sent();
      isFirst = false;
      left = rest;
    }
    return left;
  };

  async function sendPatiently(person: string, segment: string, moreFollows: boolean): Promise<ApiAnswer> {
    const content = moreFollows ? segment + MORE_HINT : segment;
    const body = { touser: person, msgtype: 'text', text: { content } };
    const answer = await api(SEND, body);
    if (answer.kind === 'done' || answer.code !== BUSY) return answer;
    await sleep(busyPauseMs);
    return api(SEND, body);
  }
}
