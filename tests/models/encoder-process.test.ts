import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createEncoderProcess, type EncoderProcess } from '../../src/models/encoder-process.ts';

describe('createEncoderProcess', () => {
  const restarts: string[] = [];
  const opened: EncoderProcess[] = [];
  let started = 0;
  afterEach(() => Promise.all(opened.splice(0).map((encoder) => encoder.close())));

  function create(execPath = process.execPath): EncoderProcess {
    restarts.length = 0;
    started = 0;
    const encoder = createEncoderProcess({
      worker: { modelsDirectory: '', name: 'fake', threads: 1 },
      onRestart: (reason) => restarts.push(reason),
      startWorker() {
        started += 1;
        return fork(fileURLToPath(new URL('./fake-worker.js', import.meta.url)), {
          execPath,
          serialization: 'advanced',
        });
      },
    });
    opened.push(encoder);
    return encoder;
  }

  it('rejects a request that kills the worker twice, and no other', async () => {
    const encoder = create();
    const poison = encoder.encode(['死']);
    const innocent = encoder.encode(['修路']);
    await expect(poison).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining('stopped twice on one request (exit code 7)'),
    });
    expect((await innocent)[0]?.cls).toEqual(Float32Array.of(2));
    expect(started).toBe(3);
    expect(restarts).toHaveLength(2);
  });

  it('rejects a request the model cannot encode without starting the worker again', async () => {
    const encoder = create();
    await expect(encoder.encode(['坏'])).rejects.toMatchObject({
      code: 'model',
      message: 'Model fake: no vector',
    });
    expect((await encoder.encode(['修路']))[0]?.cls).toEqual(Float32Array.of(2));
    expect(started).toBe(1);
  });

  it('says why when the worker cannot be started', async () => {
    const message = 'Model fake: the encoder stopped twice on one request (spawn /nowhere/node ENOENT)';
    await expect(create('/nowhere/node').encode(['修路'])).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining(message),
    });
  });

  it('gives arrays that share no memory with those of another text', async () => {
    const [first] = await create().encode(['修路', '医保']);
    expect(first?.cls.buffer.byteLength).toBe(4);
  });
});
