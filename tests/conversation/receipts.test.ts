import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createReceipts } from '../../src/conversation/receipts.ts';
import { createStaffFiles } from '../../src/conversation/staff-files.ts';
import { temporaryFolder } from '../evaluation/temporary-seeds.ts';

const stamps = { report: 'r', model: 'm', index: 'i', calibration: 'c', configuration: 'as calibrated' };
const receipt = {
  question: '那今年呢',
  history: [{ question: '路', answer: '八公里' }],
  sha256: 'ab',
  stamps,
};

describe('receipts', () => {
  it('are numbered from 1 and come back as they were', async () => {
    const receipts = createReceipts(temporaryFolder());
    expect(await receipts.append({ ...receipt, question: '路', history: [] })).toBe(1);
    expect(await receipts.append(receipt)).toBe(2);
    expect(await receipts.find(2)).toEqual({ number: 2, ...receipt });
    expect(await receipts.find(3)).toBeNull();
  });

  it('go on where another session, or another process, ended', async () => {
    const folder = temporaryFolder();
    const [one, other] = [createReceipts(folder), createReceipts(folder)];
    expect(await one.append(receipt)).toBe(1);
    expect(await other.append(receipt)).toBe(2);
    expect(await one.append(receipt)).toBe(3);
  });

  it('of answers at the same time have numbers of their own', async () => {
    const receipts = createReceipts(temporaryFolder());
    const numbers = await Promise.all(Array.from({ length: 20 }, () => receipts.append(receipt)));
    expect(new Set(numbers).size).toBe(20);
  });

  it('are gone when they are dropped, and no number is given twice', async () => {
    const folder = temporaryFolder();
    const receipts = createReceipts(folder);
    for (const question of ['一问', '二问', '三问']) await receipts.append({ ...receipt, question });
    await receipts.drop([1, 3, 99]);
    expect(readFileSync(join(folder, 'receipts.jsonl'), 'utf8')).not.toMatch(/一问|三问/u);
    expect(await receipts.find(2)).toMatchObject({ question: '二问' });
    expect(await receipts.append(receipt)).toBe(4);
    expect(await createReceipts(folder).append(receipt)).toBe(5);
  });

  it('are only ever added, also after a line that was cut short', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'receipts.jsonl');
    await createReceipts(folder).append(receipt);
    appendFileSync(path, '{"number":2,"quest');
    const before = readFileSync(path, 'utf8');
    const receipts = createReceipts(folder);
    const number = await receipts.append(receipt);
    expect(readFileSync(path, 'utf8').startsWith(`${before}\n`)).toBe(true);
    expect(await receipts.find(number)).toMatchObject({ question: '那今年呢' });
  });

  it('can be read by their owner alone', async () => {
    const folder = join(temporaryFolder(), 'data');
    await createReceipts(folder).append(receipt);
    expect(statSync(join(folder, 'receipts.jsonl')).mode & 0o077).toBe(0);
  });

  it('say where they cannot be written or read, and what to do', async () => {
    // A path below a file cannot be written even by root, whom a read-only folder does not stop.
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    const receipts = createReceipts(folder);
    await expect(receipts.append(receipt)).rejects.toMatchObject({
      code: 'data',
      message: expect.stringMatching(/receipts\.jsonl.*DATA_DIR/u),
    });
    await expect(receipts.find(1)).rejects.toMatchObject({ code: 'data' });
  });
});

describe('staff files', () => {
  it('give what was typed, newest first, each once, and no more than is kept', async () => {
    const files = createStaffFiles(temporaryFolder(), 2);
    expect(await files.readTyped()).toEqual([]);
    for (const line of ['路', '桥', '路', ':why']) await files.addTyped(line);
    expect(await files.readTyped()).toEqual([':why', '路']);
  });
});
