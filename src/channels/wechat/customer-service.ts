import type { SendLateCollaborators } from '../tencent/send-late.ts';
import type { TokenApi } from '../tencent/token-api.ts';

/**
 * How an account sends by itself, within 48 hours of what the person wrote.
 * https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage
 */
export function customerService(api: TokenApi): Pick<SendLateCollaborators, 'showTyping' | 'send'> {
  return {
    // Shown for fifteen seconds or until the answer comes.
    showTyping: (person) => void api('/cgi-bin/message/custom/typing', { touser: person, command: 'Typing' }),
    send: (person, content) =>
      api('/cgi-bin/message/custom/send', { touser: person, msgtype: 'text', text: { content } }),
  };
}
