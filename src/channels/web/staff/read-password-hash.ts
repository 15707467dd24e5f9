import { WenbaoError } from '../../../errors.ts';
import { hashPassword } from './password.ts';

const SHORTEST = 12;

/**
 * The hash for STAFF_PASSWORD_HASH of a password that is the first line of a stream: as an argument it would stand in
 * the list of processes. Throws WenbaoError `usage` where it is too short.
 */
export async function readPasswordHash(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  let typed = '';
  for await (const chunk of input) {
    typed += chunk.toString();
    if (typed.includes('\n')) break;
  }
  const [password = ''] = typed.split(/\r?\n/u);
  if ([...password].length >= SHORTEST) return hashPassword(password);
  throw new WenbaoError('usage', `A password has ${SHORTEST} characters or more; give it on standard input.`);
}
