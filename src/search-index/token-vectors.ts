import type { Encoding, TokenVectors } from '../models/encoder.ts';

/**
 * `tokens.bin` is kept up to this size (131,000 tokens of 512 dimensions, seven or eight reports); above it
 * the candidates of a question are encoded when they are needed, some 5 ms a sentence.
 */
export const TOKENS_CEILING_BYTES = 64 * 1024 * 1024;

/** Two uint16 a token. */
const SPAN_BYTES = 4;

/** Collects the token vectors of sentence after sentence, one byte a dimension. */
export interface TokenWriter {
  add(encoding: Encoding): void;
  readonly tokenCount: number;
  /** The file's bytes; null when they would be above the ceiling. */
  finish(): Buffer | null;
}

/**
 * Layout, little-endian: `sentences + 1` uint32 token offsets, two uint16 a token (where it stands in its text),
 * then a row of int8 a token. A row is the vector scaled so that its largest value is ±127; the scale is not
 * kept, since every vector has length 1.
 */
export function createTokenWriter(dimensions: number, ceiling = TOKENS_CEILING_BYTES): TokenWriter {
  const offsets = [0];
  let rows: Int8Array[] = [];
  let spans: Buffer[] = [];
  let tokenCount = 0;

  return {
    add(encoding) {
      tokenCount += encoding.tokenCount;
      offsets.push(tokenCount);
      if (isAboveCeiling()) {
        rows = [];
        spans = [];
        return;
      }
      rows.push(quantise(encoding.tokens, dimensions));
      spans.push(spanBytes(encoding.spans));
    },
    get tokenCount() {
      return tokenCount;
    },
    finish() {
      if (isAboveCeiling()) return null;
      const head = Buffer.alloc(offsets.length * 4);
      for (const [index, offset] of offsets.entries()) head.writeUInt32LE(offset, index * 4);
      return Buffer.concat([head, ...spans, ...rows.map((row) => Buffer.from(row.buffer))]);
    },
  };

  function isAboveCeiling(): boolean {
    return tokenCount * dimensions > ceiling;
  }
}

/** Gives the token vectors of a sentence by its id. Throws when the bytes are not of this many sentences. */
export function readTokens(
  bytes: Buffer,
  dimensions: number,
  sentences: number,
): (id: number) => TokenVectors {
  const headBytes = (sentences + 1) * 4;
  const tokenCount = bytes.length < headBytes ? -1 : bytes.readUInt32LE(sentences * 4);
  const rowsStart = headBytes + tokenCount * SPAN_BYTES;
  if (bytes.length !== rowsStart + tokenCount * dimensions) {
    throw new Error(`is not made for ${sentences} sentences of ${dimensions} dimensions`);
  }
  return (id) => {
    const from = bytes.readUInt32LE(id * 4);
    const to = bytes.readUInt32LE((id + 1) * 4);
    const start = bytes.byteOffset + rowsStart + from * dimensions;
    const rows = new Int8Array(bytes.buffer, start, (to - from) * dimensions);
    const spans = new Uint16Array((to - from) * 2);
    for (let index = 0; index < spans.length; index += 1) {
      spans[index] = bytes.readUInt16LE(headBytes + from * SPAN_BYTES + index * 2);
    }
    return { tokens: restore(rows, dimensions), tokenCount: to - from, spans };
  };
}

function spanBytes(spans: Uint16Array): Buffer {
  const bytes = Buffer.alloc(spans.length * 2);
  for (const [index, position] of spans.entries()) bytes.writeUInt16LE(position, index * 2);
  return bytes;
}

function quantise(tokens: Float32Array, dimensions: number): Int8Array {
  const quantised = new Int8Array(tokens.length);
  for (let start = 0; start < tokens.length; start += dimensions) {
    let largest = 0;
    for (let index = start; index < start + dimensions; index += 1) {
      largest = Math.max(largest, Math.abs(tokens[index] as number));
    }
    const scale = 127 / largest;
    for (let index = start; index < start + dimensions; index += 1) {
      quantised[index] = Math.round((tokens[index] as number) * scale);
    }
  }
  return quantised;
}

function restore(rows: Int8Array, dimensions: number): Float32Array {
  const tokens = new Float32Array(rows.length);
  for (let start = 0; start < rows.length; start += dimensions) {
    let squares = 0;
    for (let index = start; index < start + dimensions; index += 1) squares += (rows[index] as number) ** 2;
    const scale = 1 / Math.sqrt(squares);
    for (let index = start; index < start + dimensions; index += 1) {
      tokens[index] = (rows[index] as number) * scale;
    }
  }
  return tokens;
}
