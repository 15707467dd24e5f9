import { describe, expect, it } from 'vitest';
import { completeCommand, HELP } from '../../../src/channels/repl/complete-command.ts';

describe('completeCommand', () => {
  it.each([
    [':w', [':why']],
    ['：w', ['：why']],
    ['  :ke', [':keep']],
    [':re', [':report ', ':replay ', ':reset']],
    [':set', [':set ']],
    [':set t', [':set threshold ', ':set threshold default']],
    [':why', []],
    [':wyh', []],
    ['去年修路多少公里', []],
    ['', []],
  ])('makes of “%s” %j', (line, hits) => {
    expect(completeCommand(line)).toEqual([hits, line.trimStart()]);
  });

  it('knows every command at a colon', () => {
    expect(completeCommand(':')[0]).toHaveLength(HELP.split('\n').length);
  });
});
