import type { CaseFile } from './parse-cases.ts';
import { readCaseFiles } from './read-cases.ts';
import { splitOf } from './split-of.ts';
import { writeAtomically } from './write-atomically.ts';

/** A quote inside a JSON string is written \", so the key can stand nowhere else in the line. */
const OPEN_SPLIT = /("split"\s*:\s*)"\?"/;
const ID = /"id"\s*:\s*"([a-z0-9-]+)"/;

/**
 * Fills in every `"split":"?"` of a folder from the case's id and returns how many it filled; all other
 * bytes stay. A line without a readable id is left for the reader of cases to name.
 */
export async function assignSplits(folder: string): Promise<number> {
  let filled = 0;
  for (const file of await readCaseFiles(folder)) {
    const assigned = assignFile(file);
    if (assigned.filled > 0) await writeAtomically(file.name, assigned.text);
    filled += assigned.filled;
  }
  return filled;
}

function assignFile(file: CaseFile): { readonly text: string; readonly filled: number } {
  let filled = 0;
  const lines = file.text.split('\n').map((line) => {
    const id = ID.exec(line)?.[1];
    if (id === undefined || !OPEN_SPLIT.test(line)) return line;
    filled += 1;
    return line.replace(OPEN_SPLIT, `$1"${splitOf(id)}"`);
  });
  return { text: lines.join('\n'), filled };
}
