import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, WenbaoError } from '../errors.ts';

/** What people asked is nobody else's business on a shared machine. */
export const OWNER_ONLY = { file: 0o600, folder: 0o700 };

/**
 * Writes a whole file in one step: whoever reads it sees the old one or the new one, also after a crash. Only its
 * owner may read it. Throws WenbaoError `data` that names the file.
 */
export async function writePrivate(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
    await writeFile(unfinished, content, { mode: OWNER_ONLY.file });
    await rename(unfinished, path);
  } catch (cause) {
    const remedy = 'Make its folder writable, or set DATA_DIR to another one.';
    throw new WenbaoError('data', `Cannot write ${path}: ${messageOf(cause)}. ${remedy}`, cause);
  }
}
