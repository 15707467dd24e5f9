import { join } from 'node:path';
import { appendLine } from './append-line.ts';
import { readLines } from './read-lines.ts';

/** What staff typed and noted, kept between sessions; all reject with WenbaoError `data`. */
export interface StaffFiles {
  /** Lines typed before, newest first, each once. */
  readTyped(): Promise<readonly string[]>;
  addTyped(line: string): Promise<void>;
  /** Keeps a remark about an answer that is no case (yet); returns the file's path. */
  addNote(note: Readonly<Record<string, unknown>>): Promise<string>;
}

/** `repl-history` and `notes.jsonl` of a folder. */
export function createStaffFiles(directory: string, typedKept: number): StaffFiles {
  const typed = join(directory, 'repl-history');
  const notes = join(directory, 'notes.jsonl');
  return {
    async readTyped() {
      return [...new Set([...(await readLines(typed))].reverse())].slice(0, typedKept);
    },
    async addTyped(line) {
      await appendLine(typed, line);
    },
    async addNote(note) {
      await appendLine(notes, JSON.stringify(note));
      return notes;
    },
  };
}
