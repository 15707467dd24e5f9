import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApprovedAnswers } from '../src/conversation/approved-answers.ts';
import { createExchanges } from '../src/conversation/exchanges.ts';
import { createFileStore } from '../src/conversation/file-store.ts';
import { readLocalSecret } from '../src/conversation/local-secret.ts';
import { createReceipts } from '../src/conversation/receipts.ts';
import { createSafeMode, writeSafeMode } from '../src/conversation/safe-mode.ts';

const run = promisify(execFile);
const STAMPS = { report: 'r', model: 'm', index: 'i', calibration: 'c', configuration: 'k' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-backup-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Everything that is remembered, as it is read back. */
async function remembered(directory: string) {
  const store = await createFileStore(directory);
  const conversations = await store.list();
  await store.close();
  return {
    secret: Buffer.from(await readLocalSecret(directory)).toString('hex'),
    conversations,
    exchanges: await createExchanges(directory).recent(10),
    receipt: await createReceipts(directory).find(1),
    approved: await createApprovedAnswers(directory, (question) => question).list(),
    safeMode: await (await createSafeMode(directory, () => {}))('web'),
  };
}

describe('the commands of docs/operations.md', () => {
  it('bring back all that was remembered, and keep it private', async () => {
    const data = join(folder, 'data');
    await readLocalSecret(data);
    const store = await createFileStore(data);
    await store.put('p/c', { lastAt: 5, turns: [], answered: [], lastReply: null });
    await store.close();
    await createReceipts(data).append({ question: '问', history: [], sha256: 'ab', stamps: STAMPS });
    const exchange = {
      time: '2024-05-20T07:00:00.000Z',
      channel: 'web',
      person: 'p',
      question: '问',
    } as const;
    await createExchanges(data).append({
      ...exchange,
      kind: 'answer',
      reason: '',
      receipt: 1,
      latencyMs: 4,
      feedback: null,
    });
    const approved = {
      question: '问',
      statement: '答',
      reportId: 'r',
      quote: '答',
      author: '王',
      expires: '2030-01-01',
    };
    await createApprovedAnswers(data, (question) => question).add(approved);
    await writeSafeMode(data, 'web', { mode: 'quote-only', comment: '核对' });
    const before = await remembered(data);

    await run('tar', ['--create', '--gzip', '--file', 'wenbao-data.tar.gz', '--directory', folder, 'data'], {
      cwd: folder,
    });
    await rm(data, { recursive: true });
    await run('tar', ['--extract', '--gzip', '--file', 'wenbao-data.tar.gz', '--directory', folder], {
      cwd: folder,
    });

    expect(await remembered(data)).toEqual(before);
    expect(before.receipt?.question).toBe('问');
    expect(before.conversations).toHaveLength(1);
    expect((await stat(join(data, 'exchanges.jsonl'))).mode & 0o077).toBe(0);
  });
});
