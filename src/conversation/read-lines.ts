import { readFile } from 'node:fs/promises';
import { codeOf, messageOf, WenbaoError } from '../errors.ts';

/** The lines of a file that are not empty; none where there is no file. Throws WenbaoError `data` that names it. */
export async function readLines(path: string): Promise<readonly string[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT') return [];
    const reason = messageOf(cause);
    const remedy = 'Make it readable, or set DATA_DIR to another folder.';
    throw new WenbaoError('data', `Cannot read ${path}: ${reason}. ${remedy}`, cause);
  }
}
