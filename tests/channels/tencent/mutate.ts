/** Numbers from 0 up to `below`, the same for the same seed (mulberry32). */
export type Random = (below: number) => number;

export function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const NASTY = [
  '',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE xml [<!ENTITY a "b">]>',
  '&a;',
  '</xml>',
  '<xml>',
  '<__proto__>1</__proto__>',
  '{"__proto__":{"a":1}}',
  'null',
  '[]',
  '"',
  '\u0000',
  '\ud800',
  '🙂',
  '<a>'.repeat(300),
  '['.repeat(3000),
  '-1',
  '9'.repeat(400),
  'constructor',
  '../../etc/passwd',
  '%00',
  '继续',
  '原文',
  '忘记我',
  '1',
];

/** The text with some of it cut out, doubled, changed or replaced by what programs stumble over. */
export function mutate(text: string, random: Random): string {
  let mutated = text;
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const at = random(mutated.length + 1);
    const length = random(12);
    const nasty = NASTY[random(NASTY.length)] ?? '';
    const changes = [
      () => mutated.slice(0, at),
      () => mutated.slice(0, at) + mutated.slice(at + length),
      () => mutated.slice(0, at + length) + mutated.slice(at),
      () => mutated.slice(0, at) + nasty + mutated.slice(at),
      () => mutated.slice(0, at) + nasty + mutated.slice(at + length),
      () => mutated.slice(0, at) + String.fromCharCode(random(65_536)) + mutated.slice(at + 1),
      () => nasty,
    ];
    mutated = changes[random(changes.length)]?.() ?? mutated;
  }
  return mutated;
}

/** What no citizen may read. */
export const STACK = /\bat .+:\d+:\d+|\b\w*Error\b|[a-z]+\.ts\b/u;
