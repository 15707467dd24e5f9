import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerQuestion, TracedCandidate } from '../../src/domain/trace.ts';
import { chooseCurve } from '../../src/evaluation/choose-curve.ts';
import { parseCalibrateArguments, runCalibrate } from '../../src/evaluation/run-calibrate.ts';
import { splitOf } from '../../src/evaluation/split-of.ts';
import { parseReport } from '../../src/ingest/parse-report.ts';

const TEXT = '一、2031年工作回顾\n（一）道路建设加快推进。新建农村公路42公里。新增公交线路3条。\n';
const REPORT = parseReport({ id: 'qinghe', text: TEXT, sha256: '', facts: {} });
const [ROADS, BUSES] = REPORT.sentences.filter(({ kind }) => kind === 'body');

let folder: string;
let written: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-calibrate-'));
  written = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** Twenty dev questions for roads, which the report answers, and twenty for bridges, which it does not. */
async function writeCases(): Promise<void> {
  const ids = (name: string) =>
    Array.from({ length: 200 }, (_, place) => `${name}-${place}`)
      .filter((id) => splitOf(id) === 'dev')
      .slice(0, 20);
  const roads = ids('figure').map((id) => ({
    id,
    split: 'dev',
    class: 'figure',
    question: `公路 ${id}`,
    kind: 'answer',
    must: [['42公里']],
    evidence: ['新建农村公路42公里'],
  }));
  const bridges = ids('near-topic').map((id) => ({
    id,
    split: 'dev',
    class: 'near-topic',
    question: `大桥 ${id}`,
    kind: 'refusal',
    reason: ['not-in-report'],
  }));
  await mkdir(join(folder, 'qinghe'));
  await writeFile(join(folder, 'qinghe', 'figure.jsonl'), roads.map((one) => JSON.stringify(one)).join('\n'));
  await writeFile(
    join(folder, 'qinghe', 'near-topic.jsonl'),
    bridges.map((one) => JSON.stringify(one)).join('\n'),
  );
}

const FITTED_TO = { encoderId: 'fake@1', rerankerId: 'fake@2', indexSchemaVersion: 1 };

/** Roads are met well and bridges badly, each question a little otherwise. */
const answerQuestion: AnswerQuestion = async (raw) => {
  const noise = (raw.length + (Number(/\d+/.exec(raw)?.[0]) % 7)) / 100;
  const met = raw.startsWith('公路') ? 0.8 - noise : 0.3 + noise;
  const candidate = (sentence: typeof ROADS, share: number): TracedCandidate => ({
    reportId: 'qinghe',
    passage: sentence?.passage ?? 0,
    start: sentence?.start ?? 0,
    end: sentence?.end ?? 0,
    scores: { dense: 0, lexical: 0, lateInteraction: 0, reader: 0, fused: 0 },
    features: { met: met * share },
    probability: 0.5,
    able: true,
    lists: [],
  });
  const candidates = [candidate(ROADS, 1), candidate(BUSES, 0.3)];
  return {
    answer: { kind: 'refusal', reason: 'not-in-report', statement: '', related: [], confidence: 0 },
    trace: { question: null, candidates, further: [], rule: '', stages: {} },
  };
};

function calibrate(maxFalseAnswer: number): Promise<void> {
  return runCalibrate(
    { seeds: folder, maxFalseAnswer },
    {
      answerQuestion,
      reports: [REPORT],
      fittedTo: FITTED_TO,
      path: join(folder, 'calibration.json'),
      write: (text) => void written.push(text),
    },
  );
}

describe('runCalibrate', () => {
  it('writes a threshold that tells the answerable questions apart, stamped with what it was fitted on', async () => {
    await writeCases();
    await calibrate(0.03);
    const file = JSON.parse(await readFile(join(folder, 'calibration.json'), 'utf8'));
    expect(file).toMatchObject({ ...FITTED_TO, fittedOn: { cases: 40 } });
    expect(file.fittedOn.reports.map(({ id }: { id: string }) => id)).toEqual(['qinghe']);
    expect(file.features.met.weight).toBeGreaterThan(0);
    expect(written.join('')).toContain('← chosen');
    expect(written.join('')).toMatch(/confidence: (?:platt|isotonic) \(log loss on unseen cases/);
  });

  it('gives the same file twice', async () => {
    await writeCases();
    await calibrate(0.03);
    const first = await readFile(join(folder, 'calibration.json'), 'utf8');
    await calibrate(0.03);
    expect(await readFile(join(folder, 'calibration.json'), 'utf8')).toBe(first);
  });

  it('says so where there are no cases, and writes nothing', async () => {
    await expect(calibrate(0.03)).rejects.toMatchObject({ code: 'cases' });
    await expect(readFile(join(folder, 'calibration.json'))).rejects.toThrow('ENOENT');
  });
});

describe('parseCalibrateArguments', () => {
  it('allows three false answers in a hundred unless told otherwise', () => {
    expect(parseCalibrateArguments([])).toEqual({ seeds: 'seeds', maxFalseAnswer: 0.03 });
  });

  it.each([['--max-false-answer=much'], ['--max-false-answer=1.5'], ['--foo'], ['extra']])(
    'refuses %s in a line',
    (argument) => {
      expect(() => parseCalibrateArguments([argument])).toThrow(
        expect.objectContaining({ name: 'WenbaoError', code: 'usage' }),
      );
    },
  );
});

describe('chooseCurve', () => {
  it('takes the curve that foretells unseen cases better', () => {
    // A step in the middle: no logistic curve follows it, a rising line does.
    const observations = Array.from({ length: 400 }, (_, place) => {
      const score = place / 100 - 2;
      const likely = Math.abs(score) < 1 ? 0.5 : score < 0 ? 0.45 : 0.55;
      return { id: `case-${place}`, score, label: (place * 7919) % 100 < likely * 100 };
    });
    const { curve, losses } = chooseCurve(observations);
    expect(curve.kind).toBe(losses.isotonic < losses.platt ? 'isotonic' : 'platt');
    expect(Math.min(losses.platt, losses.isotonic)).toBeLessThan(0.7);
  });
});
