import { randomBytes } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, messageOf, WenbaoError } from '../errors.ts';
import { OWNER_ONLY, writePrivate } from './write-private.ts';

const BYTES = 32;

/**
 * The secret that ids are hashed with, `secret` in a folder: made at the first start and the same ever after, or
 * nobody would be known again. Throws WenbaoError `data` where the file is damaged or cannot be used.
 */
export async function readLocalSecret(directory: string): Promise<Uint8Array> {
  const path = join(directory, 'secret');
  try {
    const secret = await readFile(path);
    if (secret.length !== BYTES) throw new Error(`it has ${secret.length} bytes instead of ${BYTES}`);
    await chmod(path, OWNER_ONLY.file);
    return secret;
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') {
      const remedy = 'Restore it; or remove it with conversations.jsonl, and nobody is known again.';
      throw new WenbaoError('data', `Cannot use ${path}: ${messageOf(cause)}. ${remedy}`, cause);
    }
  }
  const secret = randomBytes(BYTES);
  await writePrivate(path, secret);
  return secret;
}
