import { readFileSync } from 'node:fs';

/** `rows` vectors one after the other. */
export interface Matrix {
  readonly values: Float32Array;
  readonly rows: number;
}

interface Kernel {
  readonly memory: WebAssembly.Memory;
  rowProducts(
    left: number,
    leftRows: number,
    right: number,
    rightRows: number,
    strideBytes: number,
    out: number,
  ): void;
}

/** The kernel takes sixteen floats at a time. */
const BLOCK = 16;
const FLOAT_BYTES = 4;
const PAGE_BYTES = 64 * 1024;

/** `row-products.wat`, compiled by `npm run wasm`: plain JavaScript takes about ten times as long. */
const kernel = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(new URL('./row-products.wasm', import.meta.url))),
).exports as unknown as Kernel;

/** Dot product of every left row with every right row, `left.rows × right.rows`, row after row. */
export function rowProducts(left: Matrix, right: Matrix, dimensions: number): Float32Array {
  const stride = Math.ceil(dimensions / BLOCK) * BLOCK;
  const rightStart = left.rows * stride;
  const outStart = rightStart + right.rows * stride;
  const count = left.rows * right.rows;
  const memory = memoryOf(outStart + count);
  write(memory, 0, left, dimensions, stride);
  write(memory, rightStart, right, dimensions, stride);
  kernel.rowProducts(
    0,
    left.rows,
    rightStart * FLOAT_BYTES,
    right.rows,
    stride * FLOAT_BYTES,
    outStart * FLOAT_BYTES,
  );
  return memory.slice(outStart, outStart + count);
}

/** The kernel's memory, with room for this many floats. */
function memoryOf(floats: number): Float32Array {
  const missing = floats * FLOAT_BYTES - kernel.memory.buffer.byteLength;
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE_BYTES));
  return new Float32Array(kernel.memory.buffer);
}

/** Copies rows, each filled up with zeros to the stride. */
function write(
  memory: Float32Array,
  start: number,
  { values, rows }: Matrix,
  dimensions: number,
  stride: number,
): void {
  if (stride === dimensions) {
    memory.set(values, start);
    return;
  }
  memory.fill(0, start, start + rows * stride);
  for (let row = 0; row < rows; row += 1)
    memory.set(values.subarray(row * dimensions, (row + 1) * dimensions), start + row * stride);
}
