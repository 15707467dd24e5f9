import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEncoder } from '../../src/models/create-encoder.ts';
import { verifyModel } from '../../src/models/verify-model.ts';

const original = fileURLToPath(new URL('../../models/wenbao-embed', import.meta.url));

describe('verifyModel', () => {
  let modelsDirectory: string;
  let copy: string;

  beforeEach(async () => {
    modelsDirectory = await mkdtemp(join(tmpdir(), 'wenbao-models-'));
    copy = join(modelsDirectory, 'copied');
    await cp(original, copy, { recursive: true });
  });
  afterEach(() => rm(modelsDirectory, { recursive: true }));

  it('passes a model as it was published', async () => {
    const { manifest, sha256 } = await verifyModel('copied', copy);
    expect(manifest).toMatchObject({ name: 'wenbao-embed', dimensions: 512, licence: 'MIT' });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it.each(['onnx/model_quantized.onnx', 'tokenizer.json'])(
    'names %s in one line when a byte of it is flipped, before the model is loaded',
    async (file) => {
      const bytes = await readFile(join(copy, file));
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(join(copy, file), bytes);
      const startWorker = () => {
        throw new Error('the worker was started');
      };
      const message = await messageOf(createEncoder({ modelsDirectory, name: 'copied', startWorker }));
      expect(message).toContain(`Model copied: ${file} is damaged`);
      expect(message).toContain('MODELS_DIR');
      expect(message).not.toContain('\n');
    },
  );

  it('names a file that is missing', async () => {
    await rm(join(copy, 'tokenizer.json'));
    expect(await messageOf(verifyModel('copied', copy))).toContain('Model copied: tokenizer.json is missing');
  });

  it('names a file of a model that is not there at all', async () => {
    const message = await messageOf(createEncoder({ modelsDirectory, name: 'absent' }));
    expect(message).toContain('Model absent: config.json is missing');
  });

  it('says when the manifest itself is damaged', async () => {
    await writeFile(join(copy, 'manifest.json'), '{"schemaVersion": 1,');
    expect(await messageOf(verifyModel('copied', copy))).toContain('manifest.json is damaged');
  });

  it('takes a model without a manifest by the content of its files', async () => {
    const published = await verifyModel('copied', copy);
    await rm(join(copy, 'manifest.json'));
    expect(await verifyModel('copied', copy)).toEqual({ sha256: published.sha256, manifest: null });
    const config = await readFile(join(copy, 'config.json'), 'utf8');
    await writeFile(join(copy, 'config.json'), `${config} `);
    expect((await verifyModel('copied', copy)).sha256).not.toBe(published.sha256);
  });
});

async function messageOf(failing: Promise<unknown>): Promise<string> {
  return failing.then(
    () => 'nothing was thrown',
    (fault: Error & { code?: string }) => {
      expect(fault.code).toBe('model');
      return fault.message;
    },
  );
}
