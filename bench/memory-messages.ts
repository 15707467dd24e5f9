import type { Config } from '../src/config.ts';

/** What the memory is measured with: the app is started, then answers every question. */
export interface MemoryRequest {
  readonly config: Config;
  readonly questions: readonly string[];
}

/** Resident bytes. */
export interface Resident {
  readonly process: number;
  /** Of the encoder's process; null where there is no /proc. */
  readonly encoder: number | null;
}

export interface Memory {
  readonly afterStart: Resident;
  readonly afterAnswers: Resident;
}
