import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { INTENTS, type Intent, type IntentProbabilities, type ReadIntent } from '../domain/intent.ts';
import { WenbaoError } from '../errors.ts';
import type { Encoder } from './encoder.ts';

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();
const schema = z.strictObject({
  schemaVersion: z.literal(1),
  /** The encoder whose vectors were fitted: another one's do not mean the same. */
  encoderId: z.string().min(1),
  /** One weight a dimension of the [CLS] vector. */
  classes: z.record(z.enum(INTENTS), z.strictObject({ intercept: z.number(), weights: z.array(z.number()) })),
  fittedOn: z.record(z.enum(INTENTS), count),
  /** Figures over the messages of intents.tsv that neither the encoder nor a fit has seen. */
  unseen: z.strictObject({
    messages: count,
    right: share,
    reportTakenForOther: share,
    otherTakenForReport: share,
  }),
});

/** Multinomial logistic regression over a message's [CLS] vector, with what it was fitted on. */
export type IntentHead = z.infer<typeof schema>;

/**
 * Reads the head that tells what a message wants; throws WenbaoError `calibration` when the file is missing,
 * malformed or another encoder's.
 */
export async function readIntentHead(
  path: string,
  encoder: { readonly id: string; readonly dimensions: number },
): Promise<IntentHead> {
  const remedy = 'restore it, or make it anew with: npx tsx training/fit-intents.ts';
  const json = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new WenbaoError('calibration', `Intent file ${path} cannot be read: ${remedy}`, cause);
  });
  const parsed = schema.safeParse(parseJson(json));
  if (!parsed.success) {
    const where = parsed.error.issues[0];
    throw new WenbaoError(
      'calibration',
      `Intent file ${path}: ${where?.path.join('.')} ${where?.message}: ${remedy}`,
    );
  }
  if (parsed.data.encoderId !== encoder.id) {
    const message = `Intent file ${path} was fitted for the model ${parsed.data.encoderId}, not ${encoder.id}: run npx tsx training/fit-intents.ts`;
    throw new WenbaoError('calibration', message);
  }
  const odd = INTENTS.find((intent) => parsed.data.classes[intent].weights.length !== encoder.dimensions);
  if (odd !== undefined) {
    const message = `Intent file ${path}: ${odd} has ${parsed.data.classes[odd].weights.length} weights, not ${encoder.dimensions}: ${remedy}`;
    throw new WenbaoError('calibration', message);
  }
  return parsed.data;
}

/** Tells by the encoder what a message wants. */
export function createIntentReader(head: IntentHead, encoder: Encoder): ReadIntent {
  return async (message) => {
    const [encoding] = await encoder.encode([message]);
    return readIntents(head, encoding?.cls ?? new Float32Array(encoder.dimensions));
  };
}

/** How likely a message with this [CLS] vector wants each. */
export function readIntents(
  { classes }: Pick<IntentHead, 'classes'>,
  cls: Float32Array,
): IntentProbabilities {
  const scores = INTENTS.map((intent) => score(classes[intent], cls));
  const highest = Math.max(...scores);
  const powers = scores.map((value) => Math.exp(value - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  const pairs = INTENTS.map((intent, index) => [intent, (powers[index] ?? 0) / sum] as const);
  return Object.fromEntries(pairs) as Record<Intent, number>;
}

function score({ intercept, weights }: IntentHead['classes'][Intent], cls: Float32Array): number {
  let sum = intercept;
  for (let index = 0; index < cls.length; index += 1) sum += (weights[index] ?? 0) * (cls[index] ?? 0);
  return sum;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
