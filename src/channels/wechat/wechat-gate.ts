import type { HttpRequest } from '../channel.ts';
import { createEnvelope } from '../tencent/envelope.ts';
import type { MessageCipher } from '../tencent/message-cipher.ts';
import type { ReplayGuard } from '../tencent/replay-guard.ts';
import { sealXml } from '../tencent/seal-xml.ts';
import { isSameSignature, signatureOf } from '../tencent/signature.ts';
import { readXml, type XmlFields } from '../tencent/xml.ts';

/** How messages travel, as set at the platform: readable, both ways at once, or encrypted. */
export type WechatMode = 'plain' | 'compatible' | 'safe';

/** `why` is for staff: whoever sent the request is told nothing. */
type Refused = { readonly kind: 'refused'; readonly status: 400 | 403; readonly why: string };

type Entered =
  | Refused
  | {
      readonly kind: 'message';
      readonly fields: XmlFields;
      /** Puts a reply into the form that the message had. */
      readonly seal: (xml: string) => string;
    };

export interface WechatGate {
  /** The address check: what is to be answered. */
  check(request: HttpRequest): Refused | { readonly kind: 'echo'; readonly text: string };
  enter(request: HttpRequest): Entered;
}

export interface WechatGateOptions {
  readonly token: string;
  readonly mode: WechatMode;
  /** Needed but for the plain mode. */
  readonly cipher: MessageCipher | null;
  readonly judge: ReplayGuard;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Lets in what the platform has signed. A readable message is let in only where the mode allows it: its signature
 * does not cover the body, so that safe mode would be worth nothing if both were taken.
 */
export function createWechatGate({ token, mode, cipher, judge, now }: WechatGateOptions): WechatGate {
  const envelope = cipher === null ? null : createEnvelope({ token, cipher, judge, now });
  return { check, enter };

  function check({ query }: HttpRequest) {
    const { echostr = '' } = query;
    return verify(query, echostr) ?? ({ kind: 'echo', text: echostr } as const);
  }

  function enter({ query, body }: HttpRequest): Entered {
    const isEncrypted = query.encrypt_type === 'aes' && mode !== 'plain';
    if (!isEncrypted && mode === 'safe') {
      return refuse(403, 'it is readable, and WECHAT_MODE is safe: is the account set to 安全模式?');
    }
    if (!isEncrypted) {
      const refused = verify(query, body);
      if (refused !== null) return refused;
    }
    const fields = readXml(body.toString('utf8'));
    if (fields === null) return refuse(400, 'it is no XML of the platform');
    if (!isEncrypted) return { kind: 'message', fields, seal: (xml) => xml };
    return decrypt(query, fields);
  }

  function decrypt(query: HttpRequest['query'], outer: XmlFields): Entered {
    const { timestamp = '', nonce = '', msg_signature: signature = '' } = query;
    const encrypt = outer.get('Encrypt');
    if (envelope === null || encrypt === undefined) return refuse(400, 'it has no <Encrypt>');
    const opened = envelope.open({ encrypt: encrypt.trim(), signature, timestamp, nonce });
    if (opened.kind === 'refused') return refuse(403, opened.why);
    const fields = readXml(opened.text);
    if (fields === null) return refuse(400, 'what it encrypts is no XML of the platform');
    return { kind: 'message', fields, seal: (xml) => sealXml(envelope, xml, nonce) };
  }

  function verify(query: HttpRequest['query'], body: string | Buffer): Refused | null {
    const { timestamp = '', nonce = '', signature = '' } = query;
    if (!isSameSignature(signatureOf(token, timestamp, nonce), signature))
      return refuse(403, 'its signature is wrong: is WECHAT_TOKEN the Token set at the platform?');
    const freshness = judge({ timestamp, signature, body });
    return freshness === 'fresh'
      ? null
      : refuse(403, `it is ${freshness}: is the clock of this machine right?`);
  }
}

function refuse(status: Refused['status'], why: string): Refused {
  return { kind: 'refused', status, why };
}
