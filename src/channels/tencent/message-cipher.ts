import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { WenbaoError } from '../../errors.ts';

/** What a ciphertext held, or why it is not one of ours. */
type Deciphered =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: 'length' | 'padding' | 'size' | 'receiver' };

/** AES-256-CBC as WeChat and WeCom speak it; ciphertexts are base64. */
export interface MessageCipher {
  /** `random` are the 16 bytes in front of the message; given only to repeat a known ciphertext. */
  encrypt(text: string, random?: Buffer): string;
  decrypt(ciphertext: string): Deciphered;
}

/** PKCS#7 counts in blocks of 32 here, not of 16 as AES has them, so Node's own padding cannot be used. */
const PADDING_BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What the platforms hand out: 43 characters that are 32 bytes in base64 without its last sign. */
const ENCODING_AES_KEY = /^[A-Za-z0-9]{43}$/;

/**
 * `receiverId` stands behind each message: the appid (WeChat), the corpid (an app of WeCom), or nothing (a smart
 * bot of WeCom). Throws WenbaoError `config` for a key that is none.
 * https://developer.work.weixin.qq.com/document/path/90968
 */
export function createMessageCipher(encodingAesKey: string, receiverId: string): MessageCipher {
  if (!ENCODING_AES_KEY.test(encodingAesKey))
    throw new WenbaoError(
      'config',
      'EncodingAESKey: must be the 43 letters and digits that the platform shows',
    );
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const iv = key.subarray(0, 16);
  const receiver = Buffer.from(receiverId);
  return { encrypt, decrypt };

  function encrypt(text: string, random = randomBytes(RANDOM_BYTES)): string {
    const message = Buffer.from(text);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(message.length);
    const body = Buffer.concat([random, length, message, receiver]);
    const pad = PADDING_BLOCK - (body.length % PADDING_BLOCK);
    const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return Buffer.concat([
      cipher.update(body),
      cipher.update(Buffer.alloc(pad, pad)),
      cipher.final(),
    ]).toString('base64');
  }

  function decrypt(ciphertext: string): Deciphered {
    const sealed = BASE64.test(ciphertext) ? Buffer.from(ciphertext, 'base64') : Buffer.alloc(0);
    if (sealed.length === 0 || sealed.length % PADDING_BLOCK !== 0)
      return { kind: 'refused', reason: 'length' };
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
    const pad = padded.at(-1) ?? 0;
    const end = padded.length - pad;
    const start = RANDOM_BYTES + LENGTH_BYTES;
    const isPadded = pad >= 1 && pad <= PADDING_BLOCK && padded.subarray(end).every((byte) => byte === pad);
    if (!isPadded || end < start) return { kind: 'refused', reason: 'padding' };
    const size = padded.readUInt32BE(RANDOM_BYTES);
    if (start + size > end) return { kind: 'refused', reason: 'size' };
    const body = padded.subarray(start, start + size);
    if (!padded.subarray(start + size, end).equals(receiver)) return { kind: 'refused', reason: 'receiver' };
    return { kind: 'message', text: body.toString('utf8') };
  }
}
