import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, WenbaoError } from '../errors.ts';
import { MODEL_FILES, type ModelFile, type ModelManifest, modelManifestSchema } from './model-manifest.ts';

/** A model whose files were read and, where a manifest says what they must be, found whole. */
export interface VerifiedModel {
  /** sha256 over the sha256 of the files a worker loads: 64 hex digits. */
  readonly sha256: string;
  /** Null for a folder of the operator's own without `manifest.json`. */
  readonly manifest: ModelManifest | null;
}

/**
 * Reads every file of a model (20 MB take about 20 ms) before anything loads it.
 * Throws WenbaoError `model`, one line: which file is missing or damaged, and what to do.
 */
export async function verifyModel(name: string, directory: string): Promise<VerifiedModel> {
  const manifest = await readManifest(name, directory);
  const whole = createHash('sha256');
  for (const file of MODEL_FILES) {
    const found = await sha256OfFile(name, directory, file);
    const expected = manifest?.sha256[file];
    if (expected !== undefined && expected !== found) {
      const detail = `sha256 ${found.slice(0, 12)}… instead of ${expected.slice(0, 12)}…`;
      throw new WenbaoError('model', `Model ${name}: ${file} is damaged (${detail}): ${remedy(directory)}`);
    }
    whole.update(`${found}  ${file}\n`);
  }
  return { sha256: whole.digest('hex'), manifest };
}

async function sha256OfFile(name: string, directory: string, file: ModelFile): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(join(directory, file)))
      .digest('hex');
  } catch (cause) {
    const wrong = isMissing(cause) ? 'is missing' : `cannot be read (${codeOf(cause) || 'unknown error'})`;
    throw new WenbaoError('model', `Model ${name}: ${file} ${wrong}: ${remedy(directory)}`, cause);
  }
}

async function readManifest(name: string, directory: string): Promise<ModelManifest | null> {
  try {
    return modelManifestSchema.parse(JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8')));
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw new WenbaoError('model', `Model ${name}: manifest.json is damaged: ${remedy(directory)}`, cause);
  }
}

function remedy(directory: string): string {
  return `put ${directory} back as it was published (in a checkout: git restore models), or set MODELS_DIR to a folder that has it`;
}

function isMissing(cause: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(cause));
}
