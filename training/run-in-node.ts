/**
 * `npx tsx training/run-in-node.ts MODEL.onnx INPUTS.json OUT.json`: runs token ids through the runtime of the product.
 * INPUTS is [[ids, segments], …]; OUT is one flat row of numbers each.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

interface Tensor {
  readonly data: Float32Array;
}
interface Session {
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, Tensor>>>;
}
interface Runtime {
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> };
  readonly Tensor: new (type: string, data: BigInt64Array, dims: readonly number[]) => unknown;
}

const [model, inputs, target] = process.argv.slice(2);
if (model === undefined || inputs === undefined || target === undefined) {
  console.error('Usage: npx tsx training/run-in-node.ts <model.onnx> <inputs.json> <outputs.json>');
  process.exit(2);
}

// The one that @xenova/transformers brings; it has no types of its own.
const runtime: Runtime = createRequire(import.meta.url)('onnxruntime-node');
const session = await runtime.InferenceSession.create(model, { intraOpNumThreads: 1 });
const pairs: readonly (readonly [number[], number[]])[] = JSON.parse(await readFile(inputs, 'utf8'));
const rows: number[][] = [];
for (const [ids, segments] of pairs) {
  const feeds = {
    input_ids: toTensor(ids),
    attention_mask: toTensor(ids.map(() => 1)),
    token_type_ids: toTensor(segments),
  };
  const [name = ''] = session.outputNames;
  rows.push(Array.from((await session.run(feeds))[name]?.data ?? []));
}
await writeFile(target, JSON.stringify(rows));

function toTensor(numbers: readonly number[]): unknown {
  return new runtime.Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]);
}
