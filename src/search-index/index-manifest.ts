import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../errors.ts';

/** Raised when the files, the tokenizer or the text that is indexed change their meaning. */
export const INDEX_SCHEMA_VERSION = 3;

/** Tells the folders of builds from whatever else lies in INDEX_DIR. */
export const BUILD_PREFIX = 'build-';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** Below the folder of a build; `tokens.bin` is absent above the ceiling of `token-vectors.ts`. */
export const INDEX_FILES = ['vectors.hnsw', 'lexical.json', 'tokens.bin'] as const;
export type IndexFile = (typeof INDEX_FILES)[number];

const file = z.strictObject({ bytes: z.int().nonnegative(), sha256 });

/** What an index was built from and what its files must be; `manifest.json` of INDEX_DIR. */
export const indexManifestSchema = z.strictObject({
  schemaVersion: z.literal(INDEX_SCHEMA_VERSION),
  /** The folder of the files, below INDEX_DIR. */
  build: z.string().regex(new RegExp(`^${BUILD_PREFIX}[\\w-]+$`, 'u')),
  encoderId: z.string().min(1),
  dimensions: z.int().positive(),
  reports: z.array(z.strictObject({ id: z.string(), sha256 })),
  counts: z.strictObject({ sentences: z.int().nonnegative(), tokens: z.int().nonnegative() }),
  sentencesSha256: sha256,
  files: z.strictObject({
    'vectors.hnsw': file,
    'lexical.json': file,
    'tokens.bin': file.optional(),
  }),
});

export type IndexManifest = z.infer<typeof indexManifestSchema>;

/** The manifest as it lies on disk, unparsed; null when there is none. Throws what reading throws. */
export async function readManifestJson(directory: string): Promise<string | null> {
  try {
    return await readFile(join(directory, 'manifest.json'), 'utf8');
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw cause;
  }
}

/** The manifest, or null when there is none that this version can read. */
export async function readIndexManifest(directory: string): Promise<IndexManifest | null> {
  const json = await readManifestJson(directory);
  if (json === null) return null;
  try {
    return indexManifestSchema.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

/** The moment a build becomes the index: one rename, before which the old build is the index. */
export async function writeIndexManifest(directory: string, manifest: IndexManifest): Promise<void> {
  const partial = join(directory, `manifest.${manifest.build}.partial`);
  await writeFile(partial, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(partial, join(directory, 'manifest.json'));
}
