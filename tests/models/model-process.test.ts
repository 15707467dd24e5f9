import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelResult } from '../../src/models/model-messages.ts';
import { createModelProcess, type ModelProcess } from '../../src/models/model-process.ts';

describe('createModelProcess', () => {
  const restarts: string[] = [];
  const opened: ModelProcess[] = [];
  let started = 0;
  afterEach(() => Promise.all(opened.splice(0).map((worker) => worker.close())));

  function create(execPath = process.execPath): ModelProcess {
    restarts.length = 0;
    started = 0;
    const worker = createModelProcess({
      worker: { role: 'encoder', modelsDirectory: '', name: 'fake', threads: 1 },
      onRestart: (reason) => restarts.push(reason),
      startWorker() {
        started += 1;
        return fork(fileURLToPath(new URL('./fake-worker.js', import.meta.url)), {
          execPath,
          serialization: 'advanced',
        });
      },
    });
    opened.push(worker);
    return worker;
  }

  it('rejects a request that kills the worker twice, and no other', async () => {
    const worker = create();
    const poison = worker.run(encode('死'));
    const innocent = worker.run(encode('修路'));
    await expect(poison).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining('stopped twice on one request (exit code 7)'),
    });
    expect(await innocent).toEqual(vectorOf(2));
    expect(started).toBe(3);
    expect(restarts).toHaveLength(2);
  });

  it('rejects a request the model cannot encode without starting the worker again', async () => {
    const worker = create();
    await expect(worker.run(encode('坏'))).rejects.toMatchObject({
      code: 'model',
      message: 'Model fake: no vector',
    });
    expect(await worker.run(encode('修路'))).toEqual(vectorOf(2));
    expect(started).toBe(1);
  });

  it('says why when the worker cannot be started', async () => {
    const message = 'Model fake: the encoder stopped twice on one request (spawn /nowhere/node ENOENT)';
    await expect(create('/nowhere/node').run(encode('修路'))).rejects.toMatchObject({
      code: 'model',
      message: expect.stringContaining(message),
    });
  });
});

function encode(text: string) {
  return { kind: 'encode', texts: [text] } as const;
}

function vectorOf(length: number): ModelResult {
  const encoding = { cls: Float32Array.of(length), tokens: new Float32Array(), tokenCount: 0 };
  return { kind: 'encoded', encodings: [{ ...encoding, spans: new Uint16Array() }] };
}
