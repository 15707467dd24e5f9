/** What one pass of the encoder gives for one text; every vector has length 1. */
export interface Encoding {
  /** [CLS] vector, `dimensions` long: for search by cosine. */
  readonly cls: Float32Array;
  /** One vector a token ([CLS] and [SEP] left out), row after row, `tokenCount × dimensions` long. */
  readonly tokens: Float32Array;
  readonly tokenCount: number;
  /** Where each token stands in the text given: start and end in UTF-16 units, two numbers a token. */
  readonly spans: Uint16Array;
}

/** An encoding without its [CLS] vector: what late interaction reads. */
export type TokenVectors = Omit<Encoding, 'cls'>;

/** Turns texts into vectors; the same for questions and sentences, no prefix. */
export interface Encoder {
  /** Name and first 12 hex digits of the files' sha256: vectors of two ids never meet in one index. */
  readonly id: string;
  readonly dimensions: number;
  /** Order kept. Throws WenbaoError `model` when the worker cannot be brought back. */
  encode(texts: readonly string[]): Promise<Encoding[]>;
  close(): Promise<void>;
}
