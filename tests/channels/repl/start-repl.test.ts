import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { startRepl } from '../../../src/channels/repl/start-repl.ts';
import { createStaffFiles } from '../../../src/conversation/staff-files.ts';
import { truncateDisplay } from '../../../src/evaluation/display-width.ts';
import { overlapBot } from '../../evaluation/fixture-answers.ts';
import { fixtureReport } from '../../evaluation/fixture-report.ts';
import { temporaryFolder } from '../../evaluation/temporary-seeds.ts';
import { collaborators } from './talk.ts';

const question = '一般公共预算收入完成多少亿元';
const ESCAPE = '\u001b[';

describe('startRepl', () => {
  it('writes no colour into a pipe, and keeps nothing that was not typed', async () => {
    const data = temporaryFolder();
    const shown = await session(`${question}\n:quit\n`, data, {});
    expect(shown).toContain('【原文】');
    expect(shown).not.toContain(ESCAPE);
    expect(() => readFileSync(join(data, 'repl-history'))).toThrow('ENOENT');
  });

  it('colours quotes and places on a terminal that has colours', async () => {
    const shown = await session(`${question}\r:quit\r`, temporaryFolder(), { hasColors: () => true });
    expect(shown).toContain(`${ESCAPE}36m【原文】“一般公共预算收入完成6.2亿元，同比增长10.5%。”${ESCAPE}39m`);
  });

  it('leaves colours out on a terminal that is told to have none', async () => {
    const shown = await session(`${question}\r:quit\r`, temporaryFolder(), { hasColors: () => false });
    expect(shown).not.toContain(`${ESCAPE}36m`);
  });

  it('keeps what was typed for the next session, whose arrow up brings it back', async () => {
    const data = temporaryFolder();
    await session(`${question}\r:quit\r`, data, { hasColors: () => false });
    expect(readFileSync(join(data, 'repl-history'), 'utf8')).toBe(`${question}\n:quit\n`);
    const arrowUp = `${ESCAPE}A`;
    const shown = await session(`${arrowUp}${arrowUp}\r:quit\r`, data, { hasColors: () => false });
    expect(shown).toContain('回执 2');
  });

  it('completes a command at the tab', async () => {
    const shown = await session(`:hist\t\r:quit\r`, temporaryFolder(), { hasColors: () => false });
    expect(shown).toContain('还没有问过问题。');
  });

  it('cuts a line of :history by the columns that Chinese takes', async () => {
    const typed = `${question}\r:history\r:quit\r`;
    const shown = await session(typed, temporaryFolder(), { hasColors: () => false, columns: 20 });
    expect(shown).toContain('1. 回执 1：一般公共…\n');
  });
});

/** What a terminal shows (or a pipe, where it can have no colours) of a session that types all of `typed`. */
async function session(
  typed: string,
  data: string,
  terminal: { readonly hasColors?: () => boolean; readonly columns?: number },
): Promise<string> {
  const input = new PassThrough();
  const isTTY = terminal.hasColors !== undefined;
  const output = Object.assign(new PassThrough(), { columns: 200, ...terminal, isTTY });
  let shown = '';
  output.setEncoding('utf8').on('data', (part: string) => {
    shown += part;
  });
  const files = createStaffFiles(data, 10);
  const started = startRepl(
    { input, output },
    {
      ...collaborators(overlapBot(fixtureReport()), { data }),
      readTyped: files.readTyped,
      truncate: truncateDisplay,
    },
  );
  // readline takes a tab for a key only where it comes alone: in pasted text it is white space.
  for (const keys of typed.split(/(\t)/u)) {
    input.write(keys);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await started;
  await new Promise((resolve) => setImmediate(resolve));
  return shown;
}
