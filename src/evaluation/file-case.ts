import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CaseDraft, Filing } from '../domain/case.ts';
import type { Report } from '../domain/report.ts';
import { WenbaoError } from '../errors.ts';
import { type CaseFile, parseCases } from './parse-cases.ts';
import { ACCEPTED_FILE, readCaseFiles } from './read-cases.ts';
import { type Reply, scoreCase } from './score-case.ts';
import { splitOf } from './split-of.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * Adds a draft to `<seeds>/<report-id>/<class>.jsonl` with an id of its own. It is read back as every case is and
 * scored before anything is written: `should` says whether the reply of today must pass it or fail it.
 * @throws WenbaoError `cases` where the folder cannot be read or written; the file is then as it was.
 */
export async function fileCase(
  seeds: string,
  report: Report,
  draft: CaseDraft,
  reply: Reply,
  should: 'pass' | 'fail',
): Promise<Filing> {
  const path = join(seeds, report.id, `${draft.class}.jsonl`);
  if (`${draft.class}.jsonl` === ACCEPTED_FILE) {
    return rejected(`class cannot be “${draft.class}”: that file holds the accepted replies`);
  }
  const files = await readFilesSoFar(join(seeds, report.id));
  const twin = parseCases(files, report).cases.find(
    ({ question, history }) => asked(question, history) === asked(draft.question, draft.history),
  );
  if (twin !== undefined) return rejected(`case ${twin.id} (${twin.class}.jsonl) asks this already`);

  const id = freshId(draft, files);
  const before = files.find(({ name }) => name === path)?.text ?? '';
  const text = `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${writeLine(id, draft)}\n`;
  const place = `${path}:${text.split('\n').length - 1}: `;
  const others = files.filter(({ name }) => name !== path);
  const { cases, problems } = parseCases([...others, { name: path, class: draft.class, text }], report);
  const own = problems.filter((problem) => problem.startsWith(place));
  if (own.length > 0) return rejected(...own.map((problem) => problem.slice(place.length)));

  const written = cases.find((each) => each.id === id);
  if (written === undefined) return rejected('it cannot be read back');
  const verdict = scoreCase(written, reply, report);
  if (should === 'pass' && !verdict.passed) return rejected(...verdict.problems);
  if (should === 'fail' && verdict.passed) return rejected('the answer of today passes it');
  await writeAtomically(path, text);
  return { kind: 'filed', id, split: written.split, path };
}

/** The classes that a report has cases of. */
export async function listClasses(seeds: string, reportId: string): Promise<readonly string[]> {
  return (await readFilesSoFar(join(seeds, reportId))).map((file) => file.class);
}

function rejected(...problems: readonly string[]): Filing {
  return { kind: 'rejected', problems };
}

/** None for a report that has no cases yet. */
async function readFilesSoFar(folder: string): Promise<readonly CaseFile[]> {
  try {
    return await readCaseFiles(folder);
  } catch (fault) {
    if (fault instanceof WenbaoError && (fault.cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}

function asked(question: string, history: CaseDraft['history']): string {
  return JSON.stringify([...history.map((turn) => turn.question), question].map((words) => words.trim()));
}

/** The class and eight hex digits: two people who file cases at the same time do not meet in one id. */
function freshId(draft: CaseDraft, files: readonly CaseFile[]): string {
  for (let attempt = 0; ; attempt += 1) {
    const hash = createHash('sha256').update(`${attempt}\n${asked(draft.question, draft.history)}`, 'utf8');
    const id = `${draft.class}-${hash.digest('hex').slice(0, 8)}`;
    if (!files.some(({ text }) => text.includes(`"${id}"`))) return id;
  }
}

/** Keys in the order of the other lines, empty ones left out. */
function writeLine(id: string, draft: CaseDraft): string {
  const unlessEmpty = <Value>(values: readonly Value[]) => (values.length === 0 ? undefined : values);
  return JSON.stringify({
    id,
    split: splitOf(id),
    class: draft.class,
    question: draft.question,
    history: unlessEmpty(draft.history),
    kind: draft.kinds.length === 1 ? draft.kinds[0] : draft.kinds,
    reason: unlessEmpty(draft.reasons),
    must: unlessEmpty(draft.must),
    mustNot: unlessEmpty(draft.mustNot),
    evidence: unlessEmpty(draft.evidence),
    note: draft.note === '' ? undefined : draft.note,
  });
}
