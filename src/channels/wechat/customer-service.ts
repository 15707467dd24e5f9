import type { Messages } from '../tencent/send-late.ts';
import type { TokenApi } from '../tencent/token-api.ts';

/**
 * How an account sends by itself, within 48 hours of what the person wrote.
 * https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage
 */
export function customerService(api: TokenApi): Messages {
  return {
    // Shown for fifteen seconds or until the answer comes.
    async showTyping(person) {
      const answer = await api('/cgi-bin/message/custom/typing', { touser: person, command: 'Typing' });
      return answer.kind === 'done';
    },
    send: (person, content) =>
      api('/cgi-bin/message/custom/send', { touser: person, msgtype: 'text', text: { content } }),
  };
}
