import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHashId } from '../../src/conversation/hash-id.ts';
import { readLocalSecret } from '../../src/conversation/local-secret.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('is made once, for its owner alone, and is another in another folder', async () => {
  const secret = await readLocalSecret(folder);
  expect(secret).toHaveLength(32);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readLocalSecret(folder))).toEqual(Buffer.from(secret));
  expect(Buffer.from(await readLocalSecret(join(folder, 'other')))).not.toEqual(Buffer.from(secret));
});

it('is not replaced where it is damaged', async () => {
  await writeFile(join(folder, 'secret'), 'short');
  await expect(readLocalSecret(folder)).rejects.toMatchObject({
    code: 'data',
    message: expect.stringContaining('5 bytes instead of 32'),
  });
});

it('hides an id, tells people and channels apart, and always says the same', async () => {
  const hashId = createHashId(await readLocalSecret(folder));
  expect(hashId('wechat', 'oABC')).toMatch(/^[0-9a-f]{24}$/u);
  expect(hashId('wechat', 'oABC')).toBe(hashId('wechat', 'oABC'));
  const all = [
    hashId('wechat', 'oABC'),
    hashId('telegram', 'oABC'),
    hashId('wechat', 'oABD'),
    hashId('wechato', 'ABC'),
  ];
  expect(new Set(all).size).toBe(4);
});
