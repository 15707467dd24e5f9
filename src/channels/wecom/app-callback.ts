import type { HttpRequest } from '../channel.ts';
import type { Envelope } from '../tencent/envelope.ts';
import { sealXml } from '../tencent/seal-xml.ts';
import { readXml } from '../tencent/xml.ts';
import type { AnswerXml } from '../tencent/xml-channel.ts';
import type { CallbackResult } from './bot-callback.ts';

/**
 * An app of one's own (自建应用): XML in an envelope whose receiver is the corpid, answered by a reply or not at all.
 * https://developer.work.weixin.qq.com/document/path/90930
 */
export function createAppCallback(envelope: Envelope, answerXml: AnswerXml) {
  return async ({ query, body }: HttpRequest): Promise<CallbackResult> => {
    const encrypt = readXml(body.toString('utf8'))?.get('Encrypt')?.trim();
    if (encrypt === undefined) return refuse('it is no XML with <Encrypt>');
    const { msg_signature: signature = '', timestamp = '', nonce = '' } = query;
    const opened = envelope.open({ encrypt, signature, timestamp, nonce });
    if (opened.kind === 'refused') return { ...opened, status: 403 };
    const fields = readXml(opened.text);
    if (fields === null) return refuse('what it encrypts is no XML of the platform');
    const response = await answerXml(fields, (xml) => sealXml(envelope, xml, nonce));
    return response === null ? refuse('it lacks what every message has') : { kind: 'response', response };
  };
}

function refuse(why: string): CallbackResult {
  return { kind: 'refused', status: 400, why };
}
