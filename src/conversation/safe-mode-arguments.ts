import { WenbaoError } from '../errors.ts';
import type { SafeMode } from './safe-mode.ts';

const PLACES = ['all', 'telegram', 'wechat', 'wecom', 'web'] as const;
const MODES = ['on', 'quote-only', 'off'] as const;
const USAGE = `Usage: npm run safe-mode -- ${PLACES.join(' | ')}  ${MODES.join(' | ')}  "why"`;

/** What staff want to let through, and where. */
export interface SafeModeOrder {
  readonly place: (typeof PLACES)[number];
  readonly setting: SafeMode;
}

/** Throws WenbaoError `usage` that says what is wrong. */
export function parseSafeModeArguments([where, what, ...words]: readonly string[]): SafeModeOrder {
  const place = PLACES.find((each) => each === where);
  const mode = MODES.find((each) => each === what);
  const comment = words.join(' ').trim();
  if (place === undefined) throw new WenbaoError('usage', `There is no channel ${where ?? ''}. ${USAGE}`);
  if (mode === undefined) throw new WenbaoError('usage', `There is no mode ${what ?? ''}. ${USAGE}`);
  if (comment === '') throw new WenbaoError('usage', `Say why, for those who come after. ${USAGE}`);
  return { place, setting: { mode, comment } };
}
