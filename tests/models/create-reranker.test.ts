import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createReranker } from '../../src/models/create-reranker.ts';
import { describeReranker } from '../contracts/reranker.ts';
import { recordWorkers } from './record-workers.ts';

const modelsDirectory = fileURLToPath(new URL('../../models', import.meta.url));
const PAIR = { question: '去年GDP多少', sentence: '去年2017年完成|预计全年实现地区生产总值170.1亿元' };

describeReranker('wenbao-reader', () => createReranker({ modelsDirectory }));

describe('createReranker', () => {
  const folders: string[] = [];
  afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

  async function copyModel(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'wenbao-reader-'));
    folders.push(folder);
    await cp(join(modelsDirectory, 'wenbao-reader'), join(folder, 'wenbao-reader'), { recursive: true });
    return folder;
  }

  it('tells the year asked for from another one by the frame that stands before the sentence', async () => {
    const reranker = await createReranker({ modelsDirectory });
    const sentence = '改造棚户区800户';
    const [own = 0, other = 0] = await reranker.rerank([
      { question: '今年计划改造多少户棚户区', sentence: `今年2018年计划|城市建设|${sentence}` },
      { question: '今年计划改造多少户棚户区', sentence: `去年2017年完成|城市建设|${sentence}` },
    ]);
    expect(own).toBeGreaterThan(other);
    await reranker.close();
  });

  it('reads texts of any length', async () => {
    const reranker = await createReranker({ modelsDirectory });
    const long = '修'.repeat(3000);
    const [logit] = await reranker.rerank([{ question: long, sentence: long }]);
    expect(logit).toBeTypeOf('number');
    await reranker.close();
  });

  it('starts the worker again when it is killed, and gives the same', async () => {
    const { workers, startWorker } = recordWorkers();
    const restarts: string[] = [];
    const reranker = await createReranker({
      modelsDirectory,
      onRestart: (reason) => restarts.push(reason),
      startWorker,
    });
    const before = await reranker.rerank([PAIR]);
    workers.at(-1)?.kill('SIGKILL');
    expect(await reranker.rerank([PAIR])).toEqual(before);
    expect(restarts.at(-1)).toMatch(/^the reader stopped .*started again$/u);
    await reranker.close();
  });

  it('names a file that is missing or damaged', async () => {
    const folder = await copyModel();
    await writeFile(join(folder, 'wenbao-reader', 'config.json'), '{}');
    await expect(createReranker({ modelsDirectory: folder })).rejects.toMatchObject({
      code: 'model',
      message: expect.stringMatching(/^Model wenbao-reader: config\.json is damaged .*git restore models/u),
    });
    await expect(createReranker({ modelsDirectory: join(folder, 'nowhere') })).rejects.toMatchObject({
      code: 'model',
      message: expect.stringMatching(/^Model wenbao-reader: \S+ is missing: put .+ back/u),
    });
  });

  it('says why a model does not load', async () => {
    const folder = await copyModel();
    await rm(join(folder, 'wenbao-reader', 'manifest.json'));
    await writeFile(join(folder, 'wenbao-reader', 'onnx', 'model_quantized.onnx'), 'no model');
    await expect(createReranker({ modelsDirectory: folder })).rejects.toMatchObject({ code: 'model' });
  });
});
