import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FEATURE_NAMES, type Features } from '../../src/answer/candidate-features.ts';
import {
  answerProbability,
  type DecisionModel,
  readDecisionModel,
  uncalibratedModel,
} from '../../src/answer/decision-model.ts';

const FITTED_TO = {
  encoderId: 'characters@000000000000',
  rerankerId: 'shared-characters@000000000000',
  indexSchemaVersion: 1,
};
const MODEL: DecisionModel = { ...uncalibratedModel(FITTED_TO), intercept: -1, threshold: 0.3 };
const { year: _year, ...WITHOUT_YEAR } = MODEL.features;

describe('readDecisionModel', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'wenbao-calibration-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  async function read(content: string | null) {
    const path = join(directory, content === null ? 'missing.json' : 'calibration.json');
    if (content !== null) await writeFile(path, content);
    return { path, reading: readDecisionModel(path, FITTED_TO) };
  }

  it('reads what was written for this encoder', async () => {
    const { reading } = await read(JSON.stringify(MODEL));
    expect(await reading).toEqual(MODEL);
  });

  it.each([
    ['that is missing', null, 'cannot be read'],
    ['that is no JSON', '{"threshold":', 'expected object'],
    ['without a feature', JSON.stringify({ ...MODEL, features: WITHOUT_YEAR }), 'features.year'],
    ['with a threshold that is no probability', JSON.stringify({ ...MODEL, threshold: 3 }), 'threshold'],
    ['with a key that nobody knows', JSON.stringify({ ...MODEL, note: '' }), 'note'],
    ['of another version', JSON.stringify({ ...MODEL, schemaVersion: 2 }), 'schemaVersion'],
    [
      'of another make of index',
      JSON.stringify({ ...MODEL, indexSchemaVersion: 9 }),
      'for an index of version 9, not 1',
    ],
    [
      'of another encoder',
      JSON.stringify({ ...MODEL, encoderId: 'other@1' }),
      `for the model other@1, not ${FITTED_TO.encoderId}`,
    ],
    [
      'of another reader',
      JSON.stringify({ ...MODEL, rerankerId: 'other@2' }),
      `for the reader other@2, not ${FITTED_TO.rerankerId}`,
    ],
  ])('names a file %s and the remedy', async (_, content, problem) => {
    const { path, reading } = await read(content);
    const fault = await reading.catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'WenbaoError', code: 'calibration' });
    const { message } = fault as Error;
    for (const part of [path, problem, 'npm run calibrate']) expect(message).toContain(part);
  });
});

describe('answerProbability', () => {
  const NONE = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Features;

  it('is even odds without a calibration', () => {
    expect(answerProbability(uncalibratedModel(FITTED_TO), { ...NONE, met: 1 })).toBe(0.5);
  });

  it('grows with a feature that speaks for the sentence, and lies between 0 and 1', () => {
    const met = { mean: 0.5, scale: 0.2, weight: 3 };
    const model = { ...MODEL, features: { ...MODEL.features, met } };
    const probabilities = [0, 0.5, 1].map((value) => answerProbability(model, { ...NONE, met: value }));
    expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
    expect(probabilities[1]).toBeCloseTo(1 / (1 + Math.E));
    for (const probability of probabilities) expect(Math.abs(probability - 0.5)).toBeLessThan(0.5);
  });
});
