import type { Envelope } from './envelope.ts';
import { writeXml } from './xml.ts';

/** A reply in XML, sealed in XML; the nonce is that of the request. */
export function sealXml(envelope: Envelope, xml: string, nonce: string): string {
  const sealed = envelope.seal(xml, nonce);
  return writeXml({
    Encrypt: sealed.encrypt,
    MsgSignature: sealed.signature,
    TimeStamp: Number(sealed.timestamp),
    Nonce: sealed.nonce,
  });
}
