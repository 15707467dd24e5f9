import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, type Notices, rebuildIndex, startApp } from '../src/app.ts';
import { answerLine } from '../src/channels/repl/answer-line.ts';
import { type Config, readConfig } from '../src/config.ts';
import { readAnswerLine } from './contracts/answer-line.ts';

const models = fileURLToPath(new URL('../models', import.meta.url));
const fixtures = fileURLToPath(new URL('./fixtures/reports', import.meta.url));
const QUESTION = '去年新建公厕多少座？';

let folder: string;
let config: Config;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-app-'));
  // 石湾县 of 2018 → 2019, 青禾县 of 2020 → 2021.
  await cp(join(fixtures, 'gbk'), join(folder, 'corpus', 'shiwan'), { recursive: true });
  await cp(join(fixtures, 'crlf-bom-chrome'), join(folder, 'corpus', 'qinghe'), { recursive: true });
  config = readConfig({ CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'index') });
});
afterAll(() => rm(folder, { recursive: true }));

describe('startApp', () => {
  const first = recordNotices();
  let app: App;
  beforeAll(async () => {
    app = await startApp(config, first);
  });
  afterAll(() => app.close());

  it('builds the index that is missing, says why, and tells how far it is', () => {
    expect(first.said).toEqual(['Building the index: there is no index yet.']);
    const total = app.index.sentences.length;
    expect(first.progress.at(-1)).toEqual({ done: total, total });
    expect(first.progress.length).toBeGreaterThan(1);
  });

  it('counts 去年 from the newest report', async () => {
    const { answer } = await app.answerQuestion('去年生产总值增长多少？', []);
    expect(answer).toMatchObject({ kind: 'answer', citations: [{ reportId: 'qinghe' }] });
    expect(answer.statement).toContain('2020年');
  });

  it('quotes the other report where it is asked for', async () => {
    const { answer } = await app.answerQuestion('2018年粮食总产量是多少？', []);
    expect(answer).toMatchObject({ kind: 'answer', citations: [{ reportId: 'shiwan' }] });
    expect(answer.statement).toContain('21.6万吨');
  });

  it('answers from another probability on where it is asked to, and stamps that', async () => {
    const strict = app.withThreshold(1);
    expect((await strict.answerQuestion(QUESTION, [])).answer.kind).toBe('refusal');
    expect((await app.answerQuestion(QUESTION, [])).answer.kind).toBe('answer');
    expect(strict.stamps).toEqual({ ...app.stamps, configuration: 'threshold 1' });
    expect(app.stamps.model).toBe(`${app.fittedTo.encoderId} ${app.fittedTo.rerankerId}`);
    expect(app.fittedTo.encoderId).toBe(app.encoder.id);
  });

  it('finds the sentences that hold words', () => {
    const [first] = app.searchReport('公厕');
    expect(first?.report.text.slice(first.sentence.start, first.sentence.end)).toContain('公厕');
  });

  it('uses the index that is there without a word', async () => {
    const again = recordNotices();
    const second = await startApp(config, again);
    const [one, other] = await Promise.all([app, second].map((each) => each.answerQuestion(QUESTION, [])));
    expect(other?.answer).toEqual(one?.answer);
    await second.close();
    expect(again).toMatchObject({ said: [], progress: [] });
  });

  it.each([
    ['is missing', null, /^Calibration file .+calibration\.json cannot be read: .+npm run calibrate$/u],
    ['is no JSON', '{', /^Calibration file .+calibration\.json: .+npm run calibrate$/u],
    [
      'is another model’s',
      'another@0123456789ab',
      /was fitted for the model another@0123456789ab, not wenbao-embed@/u,
    ],
  ])('does not start with a calibration that %s', async (name, content, reason) => {
    const MODELS_DIR = join(folder, `models-${name}`);
    await mkdir(MODELS_DIR);
    for (const name of ['wenbao-embed', 'wenbao-reader'])
      await symlink(join(models, name), join(MODELS_DIR, name));
    const whole = await readFile(join(models, 'calibration.json'), 'utf8');
    const encoderId = /"encoderId": "([^"]+)"/u.exec(whole)?.[1] ?? '';
    const calibration = content?.includes('@') ? whole.replace(encoderId, content) : content;
    if (calibration !== null) await writeFile(join(MODELS_DIR, 'calibration.json'), calibration);
    const failing = startApp({ ...config, MODELS_DIR }, recordNotices());
    await expect(failing).rejects.toMatchObject({
      code: 'calibration',
      message: expect.stringMatching(reason),
    });
  });

  it('does not start without the reader, and says what to do', async () => {
    const MODELS_DIR = join(folder, 'models-without-reader');
    await mkdir(MODELS_DIR);
    for (const part of ['wenbao-embed', 'intents.json', 'calibration.json'])
      await symlink(join(models, part), join(MODELS_DIR, part));
    await expect(startApp({ ...config, MODELS_DIR }, recordNotices())).rejects.toMatchObject({
      code: 'model',
      message: expect.stringMatching(/^Model wenbao-reader: config\.json is missing: put .+ back/u),
    });
  });

  it('starts without a calibration where features are wanted and no verdicts', async () => {
    const MODELS_DIR = join(folder, 'models-alone');
    await mkdir(MODELS_DIR);
    for (const part of ['wenbao-embed', 'wenbao-reader', 'intents.json'])
      await symlink(join(models, part), join(MODELS_DIR, part));
    const uncalibrated = await startApp(
      { ...config, MODELS_DIR },
      recordNotices(),
      undefined,
      'uncalibrated',
    );
    const { trace } = await uncalibrated.answerQuestion(QUESTION, []);
    await uncalibrated.close();
    expect(trace.candidates.map(({ probability }) => probability)).toContain(0.5);
  });

  it('answers with a failure when the encoder is gone, and tells the fault', async () => {
    const notices = recordNotices();
    const orphaned = await startApp(config, notices);
    await orphaned.encoder.close();
    const { answer } = await orphaned.answerQuestion(QUESTION, []);
    await orphaned.close();
    const line = readAnswerLine(JSON.stringify(answerLine(answer, 1.26, '1')), {});
    expect(line).toMatchObject({ id: '1', kind: 'failure', reason: 'model', confidence: 0, latencyMs: 1.3 });
    expect(line.text).toBe('抱歉，系统出了点问题，这次没能回答。请稍后再试。');
    expect(notices.faults).toEqual([expect.objectContaining({ code: 'model' })]);
  });

  it('does not tell of a fault where closing cut a question off', async () => {
    const notices = recordNotices();
    const app = await startApp(config, notices);
    const asked = app.answerQuestion(QUESTION, []);
    await app.close();
    expect((await asked).answer.kind).toBe('failure');
    expect(notices.faults).toEqual([]);
  });
});

describe('rebuildIndex', () => {
  it('gives the reports it indexed, in the order of their ids', async () => {
    const reports = await rebuildIndex(
      { ...config, INDEX_DIR: join(folder, 'index-of-both') },
      recordNotices(),
    );
    expect(reports.map(({ id, facts }) => [id, facts.yearPlanned])).toEqual([
      ['qinghe', 2021],
      ['shiwan', 2019],
    ]);
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const INDEX_DIR = join(folder, 'interrupted');
    const controller = new AbortController();
    const notices = { ...recordNotices(), onProgress: () => controller.abort() };
    const failing = rebuildIndex({ ...config, INDEX_DIR }, notices, controller.signal);
    await expect(failing).rejects.toMatchObject({ code: 'interrupted' });
    expect(await readdir(INDEX_DIR)).toEqual([]);
  });
});

interface Recorded extends Notices {
  readonly said: string[];
  readonly progress: { readonly done: number; readonly total: number }[];
  readonly faults: unknown[];
}

/** Keeps what it is told. */
function recordNotices(): Recorded {
  const said: string[] = [];
  const progress: Recorded['progress'] = [];
  const faults: unknown[] = [];
  return {
    said,
    progress,
    faults,
    say: (line) => said.push(line),
    onProgress: (one) => progress.push(one),
    onFault: (fault) => faults.push(fault),
  };
}
