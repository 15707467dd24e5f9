import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createEncoderThread, type EncoderThread } from '../../src/models/encoder-thread.ts';

/** A worker without a model: gives each text a vector of its length, faults at 坏 and dies at 死. */
const PROGRAM = `
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage({ kind: 'ready', dimensions: 1 });
  parentPort.on('message', ({ texts }) => {
    if (texts.includes('死')) process.exit(7);
    if (texts.includes('坏')) return parentPort.postMessage({ kind: 'fault', message: 'no vector' });
    const encodings = texts.map((text) => (
      { cls: Float32Array.of(text.length), tokens: new Float32Array(), tokenCount: 0 }
    ));
    parentPort.postMessage({ kind: 'encoded', encodings });
  });`;

describe('createEncoderThread', () => {
  const restarts: string[] = [];
  const threads: EncoderThread[] = [];
  let started = 0;
  afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.close())));

  function createThread(program = PROGRAM): EncoderThread {
    restarts.length = 0;
    started = 0;
    const thread = createEncoderThread({
      data: { modelsDirectory: '', name: 'fake', threads: 1 },
      onRestart: (reason) => restarts.push(reason),
      startWorker() {
        started += 1;
        return new Worker(program, { eval: true });
      },
    });
    threads.push(thread);
    return thread;
  }

  it('rejects a request that kills the worker twice, and no other', async () => {
    const thread = createThread();
    const poison = thread.encode(['死']);
    const innocent = thread.encode(['修路']);
    await expect(poison).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining('stopped twice on one request (exit code 7)'),
    });
    expect((await innocent)[0]?.cls).toEqual(Float32Array.of(2));
    expect(started).toBe(3);
    expect(restarts).toHaveLength(2);
  });

  it('rejects a request the model cannot encode without starting the worker again', async () => {
    const thread = createThread();
    await expect(thread.encode(['坏'])).rejects.toMatchObject({
      code: 'model',
      message: 'Model fake: no vector',
    });
    expect((await thread.encode(['修路']))[0]?.cls).toEqual(Float32Array.of(2));
    expect(started).toBe(1);
  });

  it('says why when the worker cannot start', async () => {
    const thread = createThread('throw new Error("no such file")');
    await expect(thread.start()).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining('no such file'),
    });
    expect(started).toBe(2);
  });
});
