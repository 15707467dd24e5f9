import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyModel } from '../src/models/verify-model.ts';
import { readAnswerLine } from './contracts/answer-line.ts';
import { type Ended, endOf, runMain, startMain } from './run-main.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const fixtures = join(project, 'tests/fixtures/reports');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-main-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the report that comes with the project', () => {
  const question = '去年全区生产总值多少，增长了多少？';
  let environment: Record<string, string>;
  let first: Ended;
  beforeAll(async () => {
    environment = { INDEX_DIR: join(folder, 'index-of-the-project') };
    first = await runMain(['ask', question], environment);
  });

  it.each(['README.md', 'README.zh-CN.md'])('is answered from any folder as %s shows', async (name) => {
    const readme = await readFile(join(project, name), 'utf8');
    const shown = /<!-- answer:start -->\n```\n\$ .+ -- "(.+)"\n(?<output>[^`]+)```/u.exec(readme);
    expect(shown?.[1]).toBe(question);
    expect(first).toMatchObject({ code: 0, stdout: shown?.groups?.output });
  });

  it('is indexed by the first question, which says so on standard error', () => {
    expect(first.stderr).toBe('Building the index: there is no index yet.\n');
  });

  it('keeps its old index when Ctrl-C stops ingest', async () => {
    const before = await readdir(environment.INDEX_DIR ?? '');
    const running = startMain(['ingest'], environment);
    const ended = endOf(running);
    while ((await readdir(environment.INDEX_DIR ?? '')).length === before.length) await sleep(10);
    // A terminal's Ctrl-C reaches the process twice: of itself, and passed on by tsx.
    running.kill('SIGINT');
    await sleep(50);
    running.kill('SIGINT');
    const stopped = 'The index was not built: interrupted; an older index stays as it was\n';
    expect(await ended).toEqual({ code: 130, signal: null, stdout: '', stderr: stopped });
    expect(await readdir(environment.INDEX_DIR ?? '')).toEqual(before);

    const { stdout, stderr } = await runMain(['ask', question], environment);
    expect({ stdout, stderr }).toEqual({ stdout: first.stdout, stderr: '' });
  });
});

/** A page as it was saved: no report.json, a byte order mark, CRLF, menus and print buttons. */
describe('a bare report.txt of another place', () => {
  const question = '去年全县生产总值增长多少？';
  let environment: Record<string, string>;
  let texts: Record<string, string>;
  let ingested: Ended;
  beforeAll(async () => {
    environment = {
      CORPUS_DIR: join(folder, 'corpus'),
      INDEX_DIR: join(folder, 'index'),
      DATA_DIR: join(folder, 'data'),
    };
    const report = join(folder, 'corpus', 'qinghe', 'report.txt');
    await cp(join(fixtures, 'crlf-bom-chrome', 'report.txt'), report);
    texts = { qinghe: await readFile(report, 'utf8') };
    ingested = await runMain(['ingest'], environment);
  });

  it('is described by ingest: title, years, counts and time', () => {
    expect(ingested).toMatchObject({ code: 0, stderr: '' });
    const [report, total] = ingested.stdout.split('\n');
    expect(report).toMatch(
      /^qinghe: 2021年青禾县人民政府工作报告, 2020 → 2021: \d+ headings, \d+ passages, \d+ sentences$/u,
    );
    expect(total).toMatch(/^1 report indexed in \d+\.\d s$/u);
  });

  it('is answered for programs in one line, 去年 in its own years', async () => {
    const { code, stdout, stderr } = await runMain(['ask', '--json', question], environment);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([expect.anything(), '']);
    const line = readAnswerLine(stdout, texts);
    expect(line).toMatchObject({
      kind: 'answer',
      citations: [{ reportId: 'qinghe', headingPath: ['一、2020年工作回顾'] }],
    });
    expect(line).not.toHaveProperty('id');
    expect(line.text).toContain('6.2%');
    expect(line.text).toContain('2020年');
  });

  it('is talked about in the repl, which remembers, and ends with its input', async () => {
    const input = `${question}\n那今年呢？\n:history\n`;
    const { code, stdout } = await runMain(['repl'], environment, input);
    expect(code).toBe(0);
    expect(stdout.split('\n\n')).toEqual([
      expect.stringMatching(/6\.2%.*\n回执 1$/su),
      expect.stringMatching(/增长7%.*\n回执 2$/su),
      `1. 回执 1：${question}\n2. 回执 2：那今年呢？\n`,
    ]);
  });

  it('is indexed anew when an index file was cut short, which it says', async () => {
    const index = join(folder, 'index-cut');
    await cp(join(folder, 'index'), index, { recursive: true });
    const build = (await readdir(index)).find((name) => name.startsWith('build-')) ?? '';
    await truncate(join(index, build, 'vectors.hnsw'), 1000);
    const ended = await runMain(['ask', '--json', question], { ...environment, INDEX_DIR: index });
    expect(ended.stderr).toMatch(
      /^Building the index: index file vectors\.hnsw has 1000 bytes instead of \d+\.\n$/u,
    );
    expect(readAnswerLine(ended.stdout, texts).text).toContain('6.2%');
  });

  it('is indexed anew when another model made the index, which it says', async () => {
    const index = join(folder, 'index-of-another-model');
    await cp(join(folder, 'index'), index, { recursive: true });
    const models = await copyModels('other-models', 'config.json', (bytes) => `${bytes} `);
    await rm(join(models, 'wenbao-embed', 'manifest.json'));
    const { sha256 } = await verifyModel('wenbao-embed', join(models, 'wenbao-embed'));
    const encoderId = `wenbao-embed@${sha256.slice(0, 12)}`;
    const calibration = JSON.parse(await readFile(join(project, 'models', 'calibration.json'), 'utf8'));
    const intents = JSON.parse(await readFile(join(project, 'models', 'intents.json'), 'utf8'));
    await writeFile(join(models, 'calibration.json'), JSON.stringify({ ...calibration, encoderId }));
    await writeFile(join(models, 'intents.json'), JSON.stringify({ ...intents, encoderId }));
    const other = { ...environment, INDEX_DIR: index, MODELS_DIR: models };
    const ended = await runMain(['ask', '--json', question], other);
    expect(ended.stderr).toBe(
      `Building the index: the model changed from ${calibration.encoderId} to ${encoderId}.\n`,
    );
    expect(readAnswerLine(ended.stdout, texts).text).toContain('6.2%');
  });

  it('is not answered with a model of which a byte is flipped', async () => {
    const MODELS_DIR = await copyModels('flipped-models', 'onnx/model_quantized.onnx', (bytes) => {
      bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
      return bytes;
    });
    const ended = await runMain(['ask', question], { ...environment, MODELS_DIR });
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^Model wenbao-embed: onnx\/model_quantized\.onnx is damaged .+\n$/u);
  });

  it('is not indexed where nothing can be written, and the folder is named', async () => {
    // Where not even root may write.
    const INDEX_DIR = join(folder, 'corpus', 'qinghe', 'report.txt', 'index');
    const ended = await runMain(['ask', question], { ...environment, INDEX_DIR });
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    const [notice, fault, ...rest] = ended.stderr.split('\n');
    expect(notice).toBe('Building the index: there is no index yet.');
    expect(fault).toMatch(
      /^The index cannot be written in .+report\.txt\/index \(ENOTDIR\): set INDEX_DIR /u,
    );
    expect(rest).toEqual(['']);
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('is answered from an index in a folder that is read-only', async () => {
    await chmod(join(folder, 'index'), 0o555);
    const { code, stdout } = await runMain(['ask', question], environment);
    await chmod(join(folder, 'index'), 0o755);
    expect(code).toBe(0);
    expect(stdout).toContain('6.2%');
  });

  it('goes on with a batch until Ctrl-C, which ends it at once, and nothing is written by halves', async () => {
    const running = startMain(['ask', '--batch', '-'], environment);
    const ended = endOf(running);
    running.stdin?.write(`${JSON.stringify({ id: '1', question })}\n`);
    running.stdout?.once('data', () => running.kill('SIGINT'));
    const { signal, stdout, stderr } = await ended;
    expect({ signal, stderr }).toEqual({ signal: 'SIGINT', stderr: '' });
    expect(readAnswerLine(stdout, texts).id).toBe('1');
  });

  it('ends in silence when the reader of its answers has seen enough', async () => {
    const running = startMain(['ask', '--batch', '-'], environment);
    const ended = endOf(running);
    running.stdin?.on('error', () => {});
    running.stdin?.end(`${JSON.stringify({ id: '1', question: '你好' })}\n`.repeat(2000));
    running.stdout?.once('data', () => running.stdout?.destroy());
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  /** The models of the project in a folder of their own, one file of the encoder's changed. */
  async function copyModels(
    name: string,
    file: string,
    change: (bytes: Buffer) => Uint8Array | string,
  ): Promise<string> {
    const models = join(folder, name);
    await mkdir(models);
    for (const fitted of ['calibration.json', 'intents.json'])
      await cp(join(project, 'models', fitted), join(models, fitted));
    for (const model of ['wenbao-embed', 'wenbao-reader'])
      await cp(join(project, 'models', model), join(models, model), { recursive: true });
    const path = join(models, 'wenbao-embed', file);
    await writeFile(path, change(await readFile(path)));
    return models;
  }
});

describe('a corpus that is not as it should be', () => {
  it('is answered in its own characters when the report is in GBK', async () => {
    const bytes = await readFile(join(fixtures, 'gbk', 'report.txt'));
    const environment = await writeCorpus('gbk', { 'shiwan/report.txt': bytes });
    const { stdout } = await runMain(['ask', '--json', '去年粮食总产量多少？'], environment);
    const line = readAnswerLine(stdout, { shiwan: new TextDecoder('gbk', { fatal: true }).decode(bytes) });
    expect(line).toMatchObject({
      kind: 'answer',
      citations: [{ quote: expect.stringContaining('21.6万吨') }],
    });
    expect(stdout).not.toContain('\ufffd');
  });

  it('stops with the reason when a report cannot be decoded', async () => {
    const bytes = Buffer.from('各位代表：现在，我代表县人民政府报告工作。', 'utf16le');
    const environment = await writeCorpus('undecodable', { 'shiwan/report.txt': bytes });
    const ended = await runMain(['ask', '今年的目标是什么？'], environment);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^.+shiwan\/report\.txt is neither UTF-8 nor GB18030 \(GBK\) text\. .+\n$/u);
  });

  it('stops with what to do when it holds no report', async () => {
    const environment = await writeCorpus('no-report', { 'README.md': '# Reports\n' });
    const { code, stderr } = await runMain(['ingest'], environment);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^The corpus folder .+no-report holds no report\. .+<report-id>\/report\.txt\.\n$/u,
    );
  });

  it('stops with what to do when it is missing', async () => {
    const { code, stderr } = await runMain(['ask', '你好'], { CORPUS_DIR: join(folder, 'nowhere') });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The corpus folder .+nowhere cannot be read\. .+CORPUS_DIR.+\n$/u);
  });

  async function writeCorpus(
    name: string,
    files: Record<string, string | Uint8Array>,
  ): Promise<Record<string, string>> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(join(folder, name, path, '..'), { recursive: true });
      await writeFile(join(folder, name, path), content);
    }
    return { CORPUS_DIR: join(folder, name), INDEX_DIR: join(folder, `${name}-index`) };
  }
});

describe('a command line that is not as it should be', () => {
  it.each([
    ['an unknown command', ['chat'], /^There is no command chat\. Usage: npm run ask \|/u],
    ['an unknown option', ['ask', '你好', '--xml'], /--xml.+Usage: /u],
    [
      'a batch file that is not there',
      ['ask', '--batch', 'none.jsonl'],
      /^--batch none\.jsonl: .+cannot be read/u,
    ],
  ])('is told in one line: %s', async (_name, argumentList, reason) => {
    const { code, stdout, stderr } = await runMain(argumentList);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it('is told which key of the configuration is bad, here in a file .env', async () => {
    const place = join(folder, 'with-env');
    await mkdir(place);
    await writeFile(join(place, '.env'), 'MODEL_NAME=../models\n');
    const { code, stderr } = await runMain(['ask', '你好'], {}, '', place);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Configuration: MODEL_NAME must be a folder name under MODELS_DIR, such as wenbao-embed\n',
    });
  });
});
