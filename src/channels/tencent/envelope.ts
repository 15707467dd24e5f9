import type { MessageCipher } from './message-cipher.ts';
import type { ReplayGuard } from './replay-guard.ts';
import { isSameSignature, signatureOf } from './signature.ts';

/** An encrypted text with what goes with it, as it stands in an address and a body. */
interface Sealed {
  readonly encrypt: string;
  readonly signature: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  readonly nonce: string;
}

/** `why` is for staff: nothing of it is told to whoever sent the request. */
type Opened =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string };

export interface Envelope {
  /** The signature is checked before anything is decrypted. */
  open(sealed: Sealed): Opened;
  /** The reply carries the nonce of the request. */
  seal(text: string, nonce: string): Sealed;
}

export interface EnvelopeCollaborators {
  readonly token: string;
  readonly cipher: MessageCipher;
  readonly judge: ReplayGuard;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Opens and seals messages in the way that WeChat's safe mode and all of WeCom share. */
export function createEnvelope({ token, cipher, judge, now }: EnvelopeCollaborators): Envelope {
  return { open, seal };

  function open({ encrypt, signature, timestamp, nonce }: Sealed): Opened {
    if (!isSameSignature(signatureOf(token, timestamp, nonce, encrypt), signature))
      return { kind: 'refused', why: 'its signature is wrong: is the token the one set at the platform?' };
    const freshness = judge({ timestamp, signature, body: encrypt });
    if (freshness !== 'fresh')
      return { kind: 'refused', why: `it is ${freshness}: is the clock of this machine right?` };
    const opened = cipher.decrypt(encrypt);
    if (opened.kind === 'message') return opened;
    return {
      kind: 'refused',
      why: `it does not decrypt (${opened.reason}): are the key and the app id those of the platform?`,
    };
  }

  function seal(text: string, nonce: string): Sealed {
    const encrypt = cipher.encrypt(text);
    const timestamp = String(Math.floor(now() / 1000));
    return { encrypt, signature: signatureOf(token, timestamp, nonce, encrypt), timestamp, nonce };
  }
}
