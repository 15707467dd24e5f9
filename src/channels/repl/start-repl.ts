import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import { WenbaoError } from '../../errors.ts';
import { completeCommand } from './complete-command.ts';
import type { ReplCollaborators } from './repl-collaborators.ts';
import { runRepl } from './run-repl.ts';

/** The lines of earlier sessions that the arrow keys bring back. */
export const TYPED_KEPT = 500;
/** Where a terminal does not say how wide it is (or says 0). */
const COLUMNS = 80;

/** A stream that may be a terminal, as process.stdout is. */
type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly hasColors?: () => boolean;
};

/** The REPL on a terminal with line editing, colours, completion and history, or on a pipe without them. */
export async function startRepl(
  { input, output }: { readonly input: Readable; readonly output: Output },
  {
    truncate,
    readTyped,
    ...collaborators
  }: Omit<ReplCollaborators, 'write' | 'paint' | 'clip'> & {
    /** Cuts a text to a number of columns. */
    readonly truncate: (text: string, columns: number) => string;
    /** Lines of earlier sessions, newest first; may reject with WenbaoError `data`. */
    readonly readTyped: () => Promise<readonly string[]>;
  },
): Promise<void> {
  const write = (text: string) => void output.write(text);
  const isTerminal = output.isTTY === true;
  // hasColors knows NO_COLOR and what the terminal can do.
  const coloured = isTerminal && output.hasColors?.() === true;
  const lines = createInterface({
    input,
    output,
    completer: completeCommand,
    historySize: TYPED_KEPT,
    removeHistoryDuplicates: true,
    ...(isTerminal ? { history: [...(await typedBefore())] } : {}),
  });
  await runRepl(lines, {
    ...collaborators,
    write,
    paint: (colour, text) => (coloured ? styleText(colour, text, { validateStream: false }) : text),
    clip: (text) => (isTerminal ? truncate(text, output.columns || COLUMNS) : text),
    // What comes through a pipe was not typed.
    remember: async (line) => {
      if (isTerminal) await collaborators.remember(line);
    },
  });

  async function typedBefore(): Promise<readonly string[]> {
    try {
      return await readTyped();
    } catch (fault) {
      if (!(fault instanceof WenbaoError)) throw fault;
      write(`${fault.message}\n`);
      return [];
    }
  }
}
