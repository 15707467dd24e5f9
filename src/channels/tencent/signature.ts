import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The signature of WeChat and WeCom, in hex: over token, timestamp and nonce for an address check or a plain
 * message, over these and the ciphertext for an encrypted one.
 * https://developers.weixin.qq.com/doc/subscription/guide/dev/push/encryption.md
 */
export function signatureOf(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Takes as long for a wrong signature as for the right one. */
export function isSameSignature(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
