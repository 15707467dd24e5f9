import type { ChannelName } from '../../domain/incoming.ts';
import type { HttpResponse } from '../channel.ts';
import { NOTHING_TO_SAY, type Responder } from './create-responder.ts';
import type { PassiveReplies, PassiveReply } from './passive-replies.ts';
import { readMessage, type XmlMessage } from './read-message.ts';
import { writeXml, type XmlFields } from './xml.ts';

export interface XmlChannelCollaborators {
  readonly channel: ChannelName;
  readonly replies: PassiveReplies;
  readonly responder: Responder;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Answers a message whose signature was checked; null for one that lacks what every message has. */
export type AnswerXml = (
  fields: XmlFields,
  /** Puts a reply into the form that the message had. */
  seal: (xml: string) => string,
) => Promise<HttpResponse | null>;

/** From the fields of a message to the response that its delivery gets. */
export function createXmlChannel({ channel, replies, responder, now }: XmlChannelCollaborators): AnswerXml {
  return async (fields, seal) => {
    const message = readMessage(fields);
    if (message === null) return null;
    const reply = await replies.reply(message.person, message.messageId, () => outcomeOf(message));
    return answer(reply, message, seal);
  };

  async function outcomeOf({ person, messageId, content }: XmlMessage) {
    const address = { channel, personId: person, conversationId: person, messageId };
    switch (content.kind) {
      case 'said':
        return responder.respond({ ...address, ...content.said });
      case 'left':
        return responder.leave(address);
      case 'noticed':
        return NOTHING_TO_SAY;
    }
  }

  function answer(
    reply: PassiveReply,
    { person, account }: XmlMessage,
    seal: (xml: string) => string,
  ): HttpResponse {
    // Whoever is still there may try again.
    if (reply.kind === 'too-late') return { status: 503, body: '' };
    // Not encrypted in any mode.
    if (reply.kind === 'nothing') return plainText('success');
    const xml = writeXml({
      ToUserName: person,
      FromUserName: account,
      CreateTime: Math.floor(now() / 1000),
      MsgType: 'text',
      Content: reply.text,
    });
    return { status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' }, body: seal(xml) };
  }
}

/** Never taken for a page, whatever it holds. */
export function plainText(body: string): HttpResponse {
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
    body,
  };
}
