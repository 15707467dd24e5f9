import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEncoder } from '../../src/models/create-encoder.ts';
import type { Encoder } from '../../src/models/encoder.ts';
import { buildIndex } from '../../src/search-index/build-index.ts';
import { openIndex } from '../../src/search-index/open-index.ts';
import { staleReason } from '../../src/search-index/stale-reason.ts';
import { makeReport, ROADS, SCHOOLS } from './make-report.ts';

const LONG = makeReport('long', '新修农村公路三百公里。'.repeat(40));

describe('buildIndex', () => {
  let encoder: Encoder;
  let directory: string;

  beforeAll(async () => {
    const modelsDirectory = fileURLToPath(new URL('../../models', import.meta.url));
    encoder = await createEncoder({ modelsDirectory });
  });
  afterAll(() => encoder.close());
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'wenbao-index-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('builds in a folder that is not there yet, and leaves what else lies there', async () => {
    const below = join(directory, 'deep', 'index');
    await mkdir(below, { recursive: true });
    await writeFile(join(below, 'README.md'), '# Index\n');
    await buildIndex({ directory: below, reports: [ROADS], encoder });
    expect(await readdir(below)).toEqual(['README.md', expect.stringMatching(/^build-/u), 'manifest.json']);
    expect(await staleReason({ directory: below, reports: [ROADS], encoder })).toBeNull();
  });

  it('tells how far it is, up to the last sentence', async () => {
    const told: string[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => told.push(`${done}/${total}`);
    await buildIndex({ directory, reports: [LONG], encoder, onProgress });
    expect(told).toEqual(['16/40', '32/40', '40/40']);
  });

  it('leaves the old index as it was when it is interrupted', async () => {
    await buildIndex({ directory, reports: [ROADS], encoder });
    const before = await readdir(directory);
    const controller = new AbortController();
    const building = buildIndex({
      directory,
      reports: [LONG],
      encoder,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(building).rejects.toMatchObject({ code: 'interrupted' });
    expect(await readdir(directory)).toEqual(before);
    const index = await openIndex({ directory, reports: [ROADS], encoder });
    expect(index.lexical('危桥', 1)[0]?.id).toBe(1);
  });

  it('leaves the old index as it was when the encoder fails', async () => {
    await buildIndex({ directory, reports: [ROADS], encoder });
    const failing: Encoder = { ...encoder, encode: () => Promise.reject(new Error('no memory')) };
    await expect(buildIndex({ directory, reports: [LONG], encoder: failing })).rejects.toThrow('no memory');
    expect(await staleReason({ directory, reports: [ROADS], encoder })).toBeNull();
  });

  it('replaces the old build, and clears away what a killed build left, but not what another is building', async () => {
    await buildIndex({ directory, reports: [ROADS], encoder });
    await mkdir(join(directory, 'build-left-by-a-killed-one'));
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(join(directory, 'build-left-by-a-killed-one'), yesterday, yesterday);
    await mkdir(join(directory, 'build-of-another-process'));
    await buildIndex({ directory, reports: [SCHOOLS], encoder });
    const builds = (await readdir(directory)).filter((name) => name.startsWith('build-'));
    expect(builds).toHaveLength(2);
    expect(builds).toContain('build-of-another-process');
    expect(await staleReason({ directory, reports: [SCHOOLS], encoder })).toBeNull();
  });

  it('builds twice at once without harm', async () => {
    await Promise.all([
      buildIndex({ directory, reports: [ROADS], encoder }),
      buildIndex({ directory, reports: [ROADS], encoder }),
    ]);
    expect(await staleReason({ directory, reports: [ROADS], encoder })).toBeNull();
  });

  // A path below a file cannot be written even by root, whom a read-only folder does not stop.
  it('names the folder that cannot be written and says to set INDEX_DIR', async () => {
    await writeFile(join(directory, 'file'), '');
    const unwritable = join(directory, 'file', 'index');
    await expect(buildIndex({ directory: unwritable, reports: [ROADS], encoder })).rejects.toMatchObject({
      code: 'index',
      message: expect.stringMatching(
        new RegExp(`^The index cannot be written in ${unwritable} .*set INDEX_DIR`, 'u'),
      ),
    });
    expect(await staleReason({ directory: unwritable, reports: [ROADS], encoder })).toBe(
      'there is no index yet',
    );
  });

  it('refuses two reports of one name', async () => {
    await expect(buildIndex({ directory, reports: [ROADS, ROADS], encoder })).rejects.toMatchObject({
      code: 'index',
      message: expect.stringContaining('Two reports are called roads'),
    });
  });
});
