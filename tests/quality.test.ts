import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../src/app.ts';
import { renderPlain } from '../src/channels/render-plain.ts';
import { readConfig } from '../src/config.ts';
import { readAccepted, reportFingerprint } from '../src/evaluation/accepted-run.ts';
import { readFloors } from '../src/evaluation/check-floors.ts';
import { parseEvaluateArguments } from '../src/evaluation/evaluate-arguments.ts';
import { ACCEPTED_FILE, readCases } from '../src/evaluation/read-cases.ts';
import { runEvaluate } from '../src/evaluation/run-evaluate.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

let folder: string;
let app: App;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-quality-'));
  app = await startApp(readConfig({ INDEX_DIR: join(folder, 'index') }), { say: () => {} });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

it('answers the test half of the cases no worse than the floors', async () => {
  const options = parseEvaluateArguments([
    ...['--seeds', join(ROOT, 'seeds'), '--out', join(folder, 'reports')],
    ...['--split', 'test', '--floors'],
  ]);
  const lines: string[] = [];
  await runEvaluate(options, {
    ...app,
    renderText: renderPlain,
    output: { write: (text) => void lines.push(text), progress: new PassThrough() },
    signal: new AbortController().signal,
  });
  // Not the exit code: a reply that flipped against the accepted run is for people to judge, not for every machine.
  expect(lines.filter((line) => line.startsWith('below the floor'))).toEqual([]);
  expect(lines.join('')).toContain('answerable answered right');
}, 180_000);

it('holds floors that rose with the accepted replies', async () => {
  const [report] = app.reports;
  if (report === undefined) throw new Error('no report');
  const folder = join(ROOT, 'seeds', report.id);
  const accepted = await readAccepted(join(folder, ACCEPTED_FILE), reportFingerprint(report.text));
  const { total, classes } = await readFloors(join(folder, 'floors.json'));
  const tested = (await readCases(join(ROOT, 'seeds'), report)).filter(({ split }) => split === 'test');
  const spare = (group: typeof tested, floor: number): number =>
    group.filter(({ id }) => accepted.get(id)?.passed).length - floor * group.length;
  // One case of a class may fail before its floor does; where more could, what was accepted has outgrown it.
  for (const name of new Set(tested.map((one) => one.class))) {
    const group = tested.filter((one) => one.class === name);
    expect(spare(group, classes[name] ?? 0), `raise the floor of ${name}`).toBeLessThan(2);
  }
  expect(spare(tested, total) / tested.length, 'raise the floor of all').toBeLessThan(0.03);
});
