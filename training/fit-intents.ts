/**
 * `npx tsx training/fit-intents.ts`: fits the head that tells what a message wants over the product's own encoder,
 * from training/intents and the questions of training/questions, and writes models/intents.json. The same messages
 * and encoder give the same bytes.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { INTENTS, type Intent } from '../src/domain/intent.ts';
import { createEncoder } from '../src/models/create-encoder.ts';
import { normalise } from '../src/text/normalise.ts';
import { fitSoftmax, predictSoftmax, type SoftmaxModel, type SoftmaxRow } from './fit-softmax.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MODELS = fileURLToPath(new URL('../models', import.meta.url));
/** Of intents.tsv a tenth, by its sha256, is kept from the encoder's training too: the figures are counted there. */
const ASIDE = 10;
/** Of 256 first bytes: a twelfth of the questions, by their sha256, so that reports do not drown the rest. */
const QUESTION_BYTES = 20;
/** The vectors have length 1; stretched, the penalty lets the weights grow as far as they should. */
const STRETCH = 6;
const PENALTY = 3e-4;

interface Message {
  readonly intent: Intent;
  readonly text: string;
  readonly aside: boolean;
}

const messages = [...(await readIntentMessages()), ...(await readQuestions())];
const encoder = await createEncoder({ modelsDirectory: MODELS });
const rows: SoftmaxRow[] = [];
const counts = Object.fromEntries(
  INTENTS.map((intent) => [intent, messages.filter((message) => message.intent === intent).length]),
);
for (let start = 0; start < messages.length; start += 64) {
  const part = messages.slice(start, start + 64);
  const encodings = await encoder.encode(part.map(({ text }) => normalise(text)));
  for (const [index, { intent }] of part.entries())
    rows.push({
      features: (encodings[index]?.cls ?? new Float32Array()).map((value) => STRETCH * value),
      label: INTENTS.indexOf(intent),
      // Between counting every message alike and every class alike.
      weight: 1 / Math.sqrt(counts[intent] ?? 1),
    });
  console.error(`encoded ${rows.length} of ${messages.length}`);
}
const { id: encoderId } = encoder;
await encoder.close();

const unseen = figuresAside();
console.error(unseen);
const model = fitSoftmax(rows, INTENTS.length, PENALTY);
const file = { schemaVersion: 1, encoderId, classes: classesOf(model), fittedOn: counts, unseen };
await writeFile(`${MODELS}/intents.json`, `${JSON.stringify(file)}\n`);
console.error(`models/intents.json: fitted on ${messages.length} messages for ${encoderId}`);

/** What comes of messages that neither the encoder nor this fit has seen. */
function figuresAside() {
  const fitted = fitSoftmax(
    rows.filter((_, index) => messages[index]?.aside === false),
    INTENTS.length,
    PENALTY,
  );
  let right = 0;
  let count = 0;
  const taken = { report: 0, other: 0, reports: 0, others: 0 };
  for (const [index, message] of messages.entries()) {
    const row = rows[index];
    if (!message.aside || row === undefined) continue;
    const chances = predictSoftmax(fitted, row.features);
    const said = INTENTS[chances.indexOf(Math.max(...chances))];
    count += 1;
    if (said === message.intent) right += 1;
    if (message.intent === 'report') taken.reports += 1;
    else taken.others += 1;
    if (message.intent === 'report' && said !== 'report') taken.report += 1;
    if (message.intent !== 'report' && said === 'report') taken.other += 1;
  }
  return {
    messages: count,
    right: rounded(right / count, 4),
    reportTakenForOther: rounded(taken.report / taken.reports, 4),
    otherTakenForReport: rounded(taken.other / taken.others, 4),
  };
}

function classesOf(fitted: SoftmaxModel) {
  return Object.fromEntries(
    INTENTS.map((intent, index) => {
      const line = [...(fitted[index] ?? [])];
      const intercept = rounded(line.pop() ?? 0, 3);
      return [intent, { intercept, weights: line.map((weight) => rounded(weight * STRETCH, 2)) }];
    }),
  );
}

async function readIntentMessages(): Promise<Message[]> {
  const lines = await readLines(`${HERE}intents/intents.tsv`);
  return lines.map((line, index) => {
    const [name, text] = line.split('\t');
    const intent = INTENTS.find((one) => one === name);
    if (intent === undefined || text === undefined)
      throw new Error(`training/intents/intents.tsv:${index + 1} is no “intent<TAB>message”: mend the line`);
    return { intent, text, aside: bytesOf(text) % ASIDE === 0 };
  });
}

/** Near misses too: they are about what reports speak of. */
async function readQuestions(): Promise<Message[]> {
  const names = (await readdir(`${HERE}questions`)).filter((name) => name.endsWith('.tsv')).sort();
  const texts: string[] = [];
  for (const name of names)
    for (const line of await readLines(`${HERE}questions/${name}`)) texts.push(line.split('\t')[4] ?? '');
  return [...new Set(texts)]
    .filter((text) => text !== '' && bytesOf(text) >>> 24 < QUESTION_BYTES)
    .map((text) => ({ intent: 'report', text, aside: false }));
}

async function readLines(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
}

/** The first four bytes of the text's sha256, as an unsigned number below 2³². */
function bytesOf(text: string): number {
  return createHash('sha256').update(text, 'utf8').digest().readUInt32BE(0);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
