import { timeWords, withoutTime } from './time-words.ts';

const PHASE = /第?[一二三四五]期(?![间末待望货])/u;
const OPENS = new RegExp(`^(?<phase>${PHASE.source})(?:工程|项目)?的?(?<asked>.*)$`, 'u');
const NAMED = new RegExp(`^(?<name>.{2,}?)${PHASE.source}(?<rest>.*)$`, 'u');

/** 二期有多大 after 科创港一期建成没有 → 科创港二期有多大; null where either names no phase or the message names the work. */
export function ofOtherPhase(bare: string, previous: string): string | null {
  const { phase, asked = '' } = OPENS.exec(withoutTime(bare))?.groups ?? {};
  const { name, rest = '' } = NAMED.exec(withoutTime(previous))?.groups ?? {};
  if (phase === undefined || name === undefined) return null;
  return `${timeWords(bare).join('和')}${name}${phase}${asked === '' ? rest : asked}`;
}
