import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { splitLines } from '../../../src/channels/repl/split-lines.ts';

it.each([
  [['a\nb\n'], ['a', 'b', '']],
  [
    ['a', 'b\n', '\nc'],
    ['ab', '', 'c'],
  ],
  [['a\r\nb\rc'], ['a\r', 'b\rc']],
  // U+2028 stands inside a line.
  [['路\u2028桥\n'], ['路\u2028桥', '']],
  [[], ['']],
])('splits %j at its line feeds alone: %j', async (chunks, lines) => {
  const split: string[] = [];
  for await (const line of splitLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) {
    split.push(Buffer.from(line).toString());
  }
  expect(split).toEqual(lines);
});
