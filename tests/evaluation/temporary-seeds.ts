import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-evaluation-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the fixture cases that a test may change. */
export function fixtureSeeds(): string {
  const folder = join(temporaryFolder(), 'seeds');
  cpSync(join(import.meta.dirname, '../fixtures/cases'), folder, { recursive: true });
  return folder;
}

/** A seeds folder with these files of one report. */
export function seedsWith(files: Readonly<Record<string, string>>, reportId = 'qingxi-2018'): string {
  const folder = join(temporaryFolder(), 'seeds');
  mkdirSync(join(folder, reportId), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, reportId, name), text);
  return folder;
}
