import type { Config } from '../src/config.ts';

/** What a wenbao that does nothing else is measured with. */
export interface ServiceRequest {
  readonly config: Config;
  /** Asked one after the other, then again `concurrency` at a time. */
  readonly questions: readonly string[];
  readonly concurrency: number;
}

/** Resident bytes. */
export interface Resident {
  readonly process: number;
  /** Of the models' processes together; null where there is no /proc. */
  readonly models: number | null;
}

export interface ServiceFigures {
  /** The memory of a process that has answered nothing yet. */
  readonly afterStart: Resident;
  readonly afterAnswers: Resident;
  /** Answers a second. */
  readonly sequential: number;
  readonly concurrent: number;
}
