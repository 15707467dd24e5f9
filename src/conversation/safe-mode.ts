import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChannelName } from '../domain/incoming.ts';
import { codeOf, messageOf, WenbaoError } from '../errors.ts';
import { writePrivate } from './write-private.ts';

const safeMode = z.strictObject({
  mode: z.enum(['on', 'quote-only', 'off']),
  comment: z.string().min(1, 'must say why'),
});
const schema = z.strictObject({
  all: safeMode.optional(),
  telegram: safeMode.optional(),
  wechat: safeMode.optional(),
  wecom: safeMode.optional(),
  web: safeMode.optional(),
});

/**
 * What staff let through in a channel, and why: `on` answers, `quote-only` shows the report's own words alone, `off`
 * says that the service is paused.
 */
export type SafeMode = z.infer<typeof safeMode>;

/** By channel; `all` is for those that have none of their own. */
type SafeModes = z.infer<typeof schema>;

const NORMAL: SafeMode = { mode: 'on', comment: 'nothing is set' };
const FILE = 'safe-mode.json';

/**
 * Reads `safe-mode.json` of a folder whenever it has changed, so that a switch needs no restart. Throws WenbaoError
 * `data` where it is wrong at the start; where it becomes wrong later, `say` is told and what was set before stays.
 */
export async function createSafeMode(
  directory: string,
  say: (line: string) => void,
): Promise<(channel: ChannelName) => Promise<SafeMode>> {
  const path = join(directory, FILE);
  let version = await versionOf(path);
  let modes = await readSafeModes(path);
  return async (channel) => {
    const now = await versionOf(path);
    if (now !== version) {
      version = now;
      try {
        modes = await readSafeModes(path);
      } catch (fault) {
        say(`${messageOf(fault)} Until then the safe mode stays as it was.`);
      }
    }
    return modes[channel] ?? modes.all ?? NORMAL;
  };
}

/** Sets the mode of one channel, or of all that have none of their own. Throws WenbaoError `data`. */
export async function writeSafeMode(
  directory: string,
  channel: keyof SafeModes,
  { mode, comment }: SafeMode,
): Promise<void> {
  const path = join(directory, FILE);
  const modes: SafeModes = { ...(await readSafeModes(path)), [channel]: { mode, comment } };
  await writePrivate(path, `${JSON.stringify(modes, null, 2)}\n`);
}

async function readSafeModes(path: string): Promise<SafeModes> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return {};
    const reason =
      cause instanceof z.ZodError
        ? cause.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')
        : messageOf(cause);
    throw new WenbaoError('data', `${path}: ${reason}. Mend or remove it.`, cause);
  }
}

/** Changes whenever the file is written or replaced. */
async function versionOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path);
    return [ino, size, mtimeMs, ctimeMs].join(' ');
  } catch (fault) {
    return codeOf(fault);
  }
}
