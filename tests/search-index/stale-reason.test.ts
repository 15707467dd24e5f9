import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEncoder } from '../../src/models/create-encoder.ts';
import type { Encoder } from '../../src/models/encoder.ts';
import { buildIndex } from '../../src/search-index/build-index.ts';
import { openIndex } from '../../src/search-index/open-index.ts';
import { staleReason } from '../../src/search-index/stale-reason.ts';
import { makeReport, ROADS, SCHOOLS } from './make-report.ts';

const reports = [ROADS, SCHOOLS];

describe('staleReason', () => {
  let encoder: Encoder;
  let directory: string;

  beforeAll(async () => {
    const modelsDirectory = fileURLToPath(new URL('../../models', import.meta.url));
    encoder = await createEncoder({ modelsDirectory });
    directory = await mkdtemp(join(tmpdir(), 'wenbao-index-'));
  });
  afterAll(async () => {
    await encoder.close();
    await rm(directory, { recursive: true });
  });
  beforeEach(() => buildIndex({ directory, reports, encoder }));

  it('is null for the index just built', async () => {
    expect(await staleReason({ directory, reports, encoder })).toBeNull();
  });

  it('says when there is no index', async () => {
    const empty = join(directory, 'nowhere');
    expect(await staleReason({ directory: empty, reports, encoder })).toBe('there is no index yet');
  });

  it('names the report that was added, changed or removed', async () => {
    const water = makeReport('water', '治理河道八十公里。');
    const changed = { ...ROADS, sha256: 'another' };
    expect(await staleReason({ directory, reports: [...reports, water], encoder })).toBe(
      'report water was added',
    );
    expect(await staleReason({ directory, reports: [changed, SCHOOLS], encoder })).toBe(
      'report roads changed',
    );
    expect(await staleReason({ directory, reports: [ROADS], encoder })).toBe('report schools was removed');
  });

  it('sees the same files cut into other sentences, though they are as many', async () => {
    const moved = ROADS.report.sentences.map((sentence) => ({ ...sentence, end: sentence.end - 1 }));
    const recut = { ...ROADS, report: { ...ROADS.report, sentences: moved } };
    expect(await staleReason({ directory, reports: [recut, SCHOOLS], encoder })).toContain('other sentences');
    const fewer = { ...ROADS, report: { ...ROADS.report, sentences: ROADS.report.sentences.slice(1) } };
    expect(await staleReason({ directory, reports: [fewer, SCHOOLS], encoder })).toBe(
      'the reports are now cut into 5 sentences instead of 6',
    );
  });

  it('names the two models when the index is another’s', async () => {
    const other: Encoder = { ...encoder, id: 'another@0123456789ab' };
    const reason = `the model changed from ${encoder.id} to another@0123456789ab`;
    expect(await staleReason({ directory, reports, encoder: other })).toBe(reason);
    await expect(openIndex({ directory, reports, encoder: other })).rejects.toMatchObject({
      code: 'index',
      message: reason,
    });
  });

  it.each(['vectors.hnsw', 'tokens.bin', 'lexical.json'])(
    'sees %s cut short, flipped or gone',
    async (file) => {
      const path = join(directory, await buildName(), file);
      const bytes = await readFile(path);
      await truncate(path, bytes.length - 1);
      expect(await staleReason({ directory, reports, encoder })).toBe(
        `index file ${file} has ${bytes.length - 1} bytes instead of ${bytes.length}`,
      );
      bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
      await writeFile(path, bytes);
      expect(await staleReason({ directory, reports, encoder })).toContain(`index file ${file} is damaged`);
      await rm(path);
      expect(await staleReason({ directory, reports, encoder })).toBe(`index file ${file} is missing`);
      await expect(openIndex({ directory, reports, encoder })).rejects.toMatchObject({ code: 'index' });

      await buildIndex({ directory, reports, encoder });
      expect((await openIndex({ directory, reports, encoder })).sentences).toHaveLength(6);
    },
  );

  it.each([
    ['{"schemaVersion": 1', 'manifest.json of the index is damaged'],
    ['{"schemaVersion": 3, "build": "../elsewhere"}', 'manifest.json of the index is damaged'],
    ['{"schemaVersion": 999}', 'the index has schema version 999, this program writes 3'],
  ])('reads no manifest like %s', async (manifest, reason) => {
    await writeFile(join(directory, 'manifest.json'), manifest);
    expect(await staleReason({ directory, reports, encoder })).toBe(reason);
    await buildIndex({ directory, reports, encoder });
    expect(await staleReason({ directory, reports, encoder })).toBeNull();
  });

  async function buildName(): Promise<string> {
    const { build } = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
    expect(await readdir(directory)).toContain(build);
    return build;
  }
});
