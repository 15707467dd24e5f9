import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { WenbaoError } from '../errors.ts';
import { FEATURE_NAMES, type Features } from './candidate-features.ts';

const weight = z.strictObject({ mean: z.number(), scale: z.number().positive(), weight: z.number() });
const schema = z.strictObject({
  schemaVersion: z.literal(1),
  /** The models whose scores were fitted: those of others do not mean the same. */
  encoderId: z.string().min(1),
  rerankerId: z.string().min(1),
  /** The make of the index: what is indexed of a sentence decides its scores too. */
  indexSchemaVersion: z.number().int(),
  intercept: z.number(),
  features: z.record(z.enum(FEATURE_NAMES), weight),
  /** Below this probability a question is refused. */
  threshold: z.number().min(0).max(1),
  /** What the best candidate's probability is worth as the confidence of an answer. */
  confidence: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('platt'), slope: z.number(), offset: z.number() }),
    z.strictObject({
      kind: z.literal('isotonic'),
      points: z.array(z.strictObject({ score: z.number(), probability: z.number().min(0).max(1) })),
    }),
  ]),
  /** What it was fitted on; other reports may be served with it. */
  fittedOn: z.strictObject({
    reports: z.array(z.strictObject({ id: z.string(), sha256: z.string() })),
    cases: z.number().int().nonnegative(),
  }),
});

/** A logistic regression over the candidate features, fitted on cases, and the refusal threshold chosen on them. */
export type DecisionModel = z.infer<typeof schema>;

/** What a calibration was fitted to, and is worth nothing without. */
export type FittedTo = Pick<DecisionModel, 'encoderId' | 'rerankerId' | 'indexSchemaVersion'>;
const FITTED: Readonly<Record<keyof FittedTo, string>> = {
  encoderId: 'the model',
  rerankerId: 'the reader',
  indexSchemaVersion: 'an index of version',
};

/** Reads the calibration file; throws WenbaoError `calibration` when it is missing, malformed or other models'. */
export async function readDecisionModel(path: string, fittedTo: FittedTo): Promise<DecisionModel> {
  const remedy = 'restore it, or make it anew with: npm run calibrate';
  const json = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new WenbaoError('calibration', `Calibration file ${path} cannot be read: ${remedy}`, cause);
  });
  const parsed = schema.safeParse(parseJson(json));
  if (!parsed.success) {
    const where = parsed.error.issues[0];
    throw new WenbaoError(
      'calibration',
      `Calibration file ${path}: ${where?.path.join('.')} ${where?.message}: ${remedy}`,
    );
  }
  for (const [key, what] of Object.entries(FITTED) as [keyof FittedTo, string][]) {
    const [had, has] = [parsed.data[key], fittedTo[key]];
    if (had === has) continue;
    const message = `Calibration file ${path} was fitted for ${what} ${had}, not ${has}: run npm run calibrate`;
    throw new WenbaoError('calibration', message);
  }
  return parsed.data;
}

/** Every sentence counts as even odds: for calibrating, which needs the features and not the verdicts. */
export function uncalibratedModel(fittedTo: FittedTo): DecisionModel {
  const even = { mean: 0, scale: 1, weight: 0 };
  const features = Object.fromEntries(FEATURE_NAMES.map((name) => [name, even])) as DecisionModel['features'];
  return {
    schemaVersion: 1,
    ...fittedTo,
    intercept: 0,
    features,
    threshold: 0,
    confidence: { kind: 'platt', slope: 1, offset: 0 },
    fittedOn: { reports: [], cases: 0 },
  };
}

/** Probability that the sentence with these features answers the question, 0…1. */
export function answerProbability(model: DecisionModel, features: Features): number {
  let sum = model.intercept;
  for (const name of FEATURE_NAMES) {
    const { mean, scale, weight } = model.features[name];
    sum += (weight * (features[name] - mean)) / scale;
  }
  return 1 / (1 + Math.exp(-sum));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
