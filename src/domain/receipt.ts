import type { Turn } from './question.ts';

/** What an answer depends on; the same in all five, the same answer. */
export type StampName = 'report' | 'model' | 'index' | 'calibration' | 'configuration';

/** One short line for each: an id, the beginning of a hash, or a setting in words. */
export type Stamps = Readonly<Record<StampName, string>>;

/** Enough to ask the same again and to see whether the same comes out. */
export interface Receipt {
  /** 1, 2, 3 … in the order of the answers. */
  readonly number: number;
  readonly question: string;
  /** Earlier turns, oldest first. */
  readonly history: readonly Turn[];
  /** Of the answer's bytes, hex. */
  readonly sha256: string;
  readonly stamps: Stamps;
}

/** The receipts of every answer; all reject with WenbaoError `data` where the files cannot be used. */
export interface Receipts {
  /** Keeps a receipt and returns its number. */
  append(receipt: Omit<Receipt, 'number'>): Promise<number>;
  /** Null where there is no receipt of this number. */
  find(number: number): Promise<Receipt | null>;
  /** Deletes receipts; their numbers are never given again. */
  drop(numbers: readonly number[]): Promise<void>;
}
