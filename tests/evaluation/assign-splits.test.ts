import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assignSplits } from '../../src/evaluation/assign-splits.ts';
import { splitOf } from '../../src/evaluation/split-of.ts';
import { writeAtomically } from '../../src/evaluation/write-atomically.ts';
import { seedsWith, temporaryFolder } from './temporary-seeds.ts';

const OPEN = '{"id":"figure-one", "split": "?", "question":"\\"split\\":\\"?\\" 是什么"}';

describe('assignSplits', () => {
  it('fills in open splits and leaves every other byte', async () => {
    const kept = '{"id":"figure-two","split":"dev"}\r\n\nbroken';
    const folder = join(seedsWith({ 'figure.jsonl': `${OPEN}\n${kept}` }), 'qingxi-2018');
    expect(await assignSplits(folder)).toBe(1);
    const filled = OPEN.replace('"split": "?"', `"split": "${splitOf('figure-one')}"`);
    expect(readFileSync(join(folder, 'figure.jsonl'), 'utf8')).toBe(`${filled}\n${kept}`);
    expect(await assignSplits(folder)).toBe(0);
  });

  it('says so where the folder cannot be written, and leaves the file', async () => {
    const folder = join(seedsWith({ 'figure.jsonl': OPEN }), 'qingxi-2018');
    // A folder in the place of the temporary file keeps even root from writing it.
    mkdirSync(join(folder, `.figure.jsonl.${process.pid}.tmp`));
    await expect(assignSplits(folder)).rejects.toThrow(
      /Cannot write .*figure\.jsonl: .*Make its folder writable/,
    );
    expect(readFileSync(join(folder, 'figure.jsonl'), 'utf8')).toBe(OPEN);
  });
});

describe('writeAtomically', () => {
  it('refuses a path below a regular file', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'text');
    await expect(writeAtomically(join(file, 'accepted.jsonl'), '')).rejects.toMatchObject({ code: 'cases' });
  });
});
