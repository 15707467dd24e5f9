import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEncoder } from '../../src/models/create-encoder.ts';
import type { Encoder } from '../../src/models/encoder.ts';
import { describeEncoder } from '../contracts/encoder.ts';
import { recordWorkers } from './record-workers.ts';

const modelsDirectory = fileURLToPath(new URL('../../models', import.meta.url));
const reportPath = new URL('../../corpus/hongqi-2018/report.txt', import.meta.url);

describeEncoder('wenbao-embed', () => createEncoder({ modelsDirectory }));

describe('createEncoder', () => {
  const { workers, startWorker } = recordWorkers();
  const restarts: string[] = [];
  let encoder: Encoder;
  let sentences: string[];

  beforeAll(async () => {
    const text = await readFile(reportPath, 'utf8');
    sentences = text.split(/(?<=[。；])|\n/u).filter((sentence) => sentence.trim().length > 5);
    encoder = await createEncoder({
      modelsDirectory,
      onRestart: (reason) => restarts.push(reason),
      startWorker,
    });
  });
  afterAll(() => encoder.close());

  it('gives a text the same vectors whatever it is encoded with, and on any number of threads', async () => {
    const texts = sentences.slice(0, 12);
    const together = await encoder.encode(texts);
    const threaded = await createEncoder({ modelsDirectory, threads: 2 });
    for (const [index, text] of texts.entries()) {
      const [alone] = await threaded.encode([text]);
      expect(alone).toEqual(together[index]);
    }
    await threaded.close();
  });

  it('reads full-width and half-width forms, and all quotation marks, alike', async () => {
    const [wide, narrow] = await encoder.encode([
      'ＧＤＰ增长８％，实施“强区”工程',
      'GDP增长8%,实施"强区"工程',
    ]);
    expect(wide).toEqual(narrow);
  });

  it('gives arrays that share no memory with those of another text', async () => {
    const [first] = await encoder.encode(['修路', '医保']);
    expect(first?.cls.buffer.byteLength).toBe(4 * encoder.dimensions);
  });

  it('reads a text of any length up to 512 tokens', async () => {
    const [long, longer] = await encoder.encode(['修'.repeat(600), '修'.repeat(6000)]);
    expect(long?.tokenCount).toBe(510);
    expect(longer).toEqual(long);
  });

  it('leaves the event loop free while it encodes 200 sentences', async () => {
    const before = performance.eventLoopUtilization();
    await encoder.encode(
      Array.from({ length: 200 }, (_, index) => sentences[index % sentences.length] ?? ''),
    );
    // Inference on this thread would keep it busy all the time, on a fast machine as on a slow one.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.6);
  });

  it('answers a short request between the parts of a long one', async () => {
    const finished: string[] = [];
    const long = encoder.encode(sentences.slice(0, 60)).then(() => finished.push('long'));
    const short = encoder.encode(['医保']).then(() => finished.push('short'));
    await Promise.all([long, short]);
    expect(finished).toEqual(['short', 'long']);
  });

  it('starts the worker again when it is killed between two requests', async () => {
    const [before] = await encoder.encode(['医保']);
    workers.at(-1)?.kill('SIGKILL');
    const [after] = await encoder.encode(['医保']);
    expect(after).toEqual(before);
    expect(restarts.at(-1)).toMatch(/^the encoder stopped .*started again$/u);
  });

  it('finishes the request in which the worker was killed', async () => {
    const texts = sentences.slice(0, 30);
    const expected = await encoder.encode(texts);
    const started = workers.length;
    const running = encoder.encode(texts);
    workers.at(-1)?.kill('SIGKILL');
    expect(await running).toEqual(expected);
    expect(workers.length).toBe(started + 1);
  });

  it('rejects what is open when it is closed', async () => {
    const closing = await createEncoder({ modelsDirectory });
    const open = expect(closing.encode(sentences.slice(0, 50))).rejects.toMatchObject({ code: 'model' });
    await closing.close();
    await open;
  });

  it('works from any working folder and does not keep the process alive', async () => {
    expect(await runProgram(new URL('./encode-once.ts', import.meta.url))).toEqual({
      code: 0,
      stdout: '512\n',
    });
  });

  it('lets the process exit in the middle of a request', async () => {
    expect(await runProgram(new URL('./exit-while-encoding.ts', import.meta.url))).toEqual({
      code: 5,
      stdout: '',
    });
  });
});

async function runProgram(program: URL): Promise<{ code: number | null; stdout: string }> {
  const running = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), fileURLToPath(program), modelsDirectory],
    {
      cwd: tmpdir(),
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let stdout = '';
  running.stdout.on('data', (part) => {
    stdout += part;
  });
  const [code] = await once(running, 'close');
  return { code, stdout };
}
