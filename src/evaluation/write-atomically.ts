import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf, WenbaoError } from '../errors.ts';

/**
 * Writes a whole file or leaves what was there: first beside it, then renamed into place.
 * @throws WenbaoError `cases` naming the path where the folder cannot be written.
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text, 'utf8');
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const reason = messageOf(cause);
    throw new WenbaoError(
      'cases',
      `Cannot write ${path}: ${reason}. Make its folder writable, or choose another.`,
      cause,
    );
  }
}
