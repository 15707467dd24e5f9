import { createHmac } from 'node:crypto';

/** Hex digits kept: enough that no two people meet in one. */
const LENGTH = 24;

/** A platform's id as it is stored: without the secret nobody can tell whose it is, nor try ids out. */
export function createHashId(secret: Uint8Array): (...parts: readonly string[]) => string {
  return (...parts) =>
    createHmac('sha256', secret).update(JSON.stringify(parts), 'utf8').digest('hex').slice(0, LENGTH);
}
