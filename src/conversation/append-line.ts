import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messageOf, WenbaoError } from '../errors.ts';
import { OWNER_ONLY } from './write-private.ts';

/**
 * Appends one line to a file, which is made where it is missing; a last line that was cut short (a crash, a full
 * disk) is ended first. Returns the file's new size in bytes. Throws WenbaoError `data` that names the file.
 */
export async function appendLine(path: string, line: string): Promise<number> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
    const file = await open(path, 'a+', OWNER_ONLY.file);
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      const cutShort = size > 0 && last.toString('latin1') !== '\n';
      await file.appendFile(`${cutShort ? '\n' : ''}${line}\n`, 'utf8');
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  } catch (cause) {
    const reason = messageOf(cause);
    const remedy = 'Make its folder writable, or set DATA_DIR to another one.';
    throw new WenbaoError('data', `Cannot write ${path}: ${reason}. ${remedy}`, cause);
  }
}
