import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTENTS } from '../../src/domain/intent.ts';
import { type IntentHead, readIntentHead, readIntents } from '../../src/models/intent-head.ts';

const ENCODER = { id: 'characters@000000000000', dimensions: 2 };

/** Errands lie to the right, everything else in the middle. */
const HEAD: IntentHead = {
  schemaVersion: 1,
  encoderId: ENCODER.id,
  classes: byIntent((intent) => ({ intercept: 0, weights: [intent === 'errand' ? 4 : 0, 0] })),
  fittedOn: byIntent(() => 3),
  unseen: { messages: 10, right: 0.8, reportTakenForOther: 0.1, otherTakenForReport: 0.1 },
};

function byIntent<Value>(value: (intent: (typeof INTENTS)[number]) => Value) {
  return Object.fromEntries(INTENTS.map((intent) => [intent, value(intent)])) as Record<
    (typeof INTENTS)[number],
    Value
  >;
}

describe('readIntents', () => {
  it('gives shares that add up to 1, the likeliest where the vector points', () => {
    const chances = readIntents(HEAD, Float32Array.of(1, 0));
    const [errand, ...others] = [chances.errand, chances.report, chances.opinion];
    expect(errand).toBeCloseTo(Math.exp(4) / (Math.exp(4) + 8), 6);
    for (const other of others) expect(other).toBeCloseTo((1 - errand) / 8, 6);
    expect(Object.values(chances).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
  });

  it('gives numbers however far the scores lie apart', () => {
    const classes = byIntent((intent) => ({
      intercept: intent === 'report' ? 2000 : -2000,
      weights: [0, 0],
    }));
    expect(readIntents({ classes }, Float32Array.of(1, 0)).report).toBe(1);
  });
});

describe('readIntentHead', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'wenbao-intents-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  async function read(content: string | null) {
    const path = join(directory, content === null ? 'missing.json' : 'intents.json');
    if (content !== null) await writeFile(path, content);
    return { path, reading: readIntentHead(path, ENCODER) };
  }

  it('reads what was written for this encoder', async () => {
    const { reading } = await read(JSON.stringify(HEAD));
    expect(await reading).toEqual(HEAD);
  });

  const { errand: _errand, ...withoutErrand } = HEAD.classes;
  it.each([
    ['that is missing', null, 'cannot be read'],
    ['that is no JSON', '{"classes":', 'expected object'],
    ['without a class', JSON.stringify({ ...HEAD, classes: withoutErrand }), 'classes.errand'],
    ['with a key that nobody knows', JSON.stringify({ ...HEAD, note: '' }), 'note'],
    ['of another version', JSON.stringify({ ...HEAD, schemaVersion: 2 }), 'schemaVersion'],
    [
      'with too few weights',
      JSON.stringify({ ...HEAD, classes: { ...HEAD.classes, errand: { intercept: 0, weights: [1] } } }),
      'errand has 1 weights, not 2',
    ],
    ['of another encoder', JSON.stringify({ ...HEAD, encoderId: 'other@1' }), `other@1, not ${ENCODER.id}`],
  ])('names a file %s and the remedy', async (_, content, problem) => {
    const { path, reading } = await read(content);
    const fault = await reading.catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'WenbaoError', code: 'calibration' });
    const { message } = fault as Error;
    for (const part of [path, problem, 'npx tsx training/fit-intents.ts']) expect(message).toContain(part);
  });
});
