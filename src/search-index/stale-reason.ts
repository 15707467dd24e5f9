import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Encoder } from '../models/encoder.ts';
import {
  INDEX_FILES,
  INDEX_SCHEMA_VERSION,
  type IndexFile,
  type IndexManifest,
  indexManifestSchema,
  readManifestJson,
} from './index-manifest.ts';
import type { ReportToIndex } from './search-index.ts';
import { searchableSentences, sentencesSha256 } from './searchable-sentences.ts';

const anyVersionSchema = z.looseObject({ schemaVersion: z.number() });

/** What an index is compared with. */
export interface IndexInputs {
  readonly directory: string;
  readonly reports: readonly ReportToIndex[];
  readonly encoder: Pick<Encoder, 'id' | 'dimensions'>;
}

/** An index that may be opened, or the one line that says why it must be built again. */
export type IndexState =
  | {
      readonly kind: 'current';
      readonly manifest: IndexManifest;
      readonly files: ReadonlyMap<IndexFile, Buffer>;
    }
  | { readonly kind: 'stale'; readonly reason: string };

/** Null when the index in `directory` was built from these reports by this encoder and its files are whole; else why not, in one line. */
export async function staleReason(inputs: IndexInputs): Promise<string | null> {
  const state = await readIndexState(inputs);
  return state.kind === 'stale' ? state.reason : null;
}

/** Reads and checks every file of the index, so that what was checked is what is opened. */
export async function readIndexState(inputs: IndexInputs): Promise<IndexState> {
  const manifest = await readManifest(inputs.directory);
  if (typeof manifest === 'string') return { kind: 'stale', reason: manifest };
  const reason = mismatch(manifest, inputs);
  if (reason !== null) return { kind: 'stale', reason };

  const files = new Map<IndexFile, Buffer>();
  for (const name of INDEX_FILES) {
    const expected = manifest.files[name];
    if (expected === undefined) continue;
    const bytes = await readFile(join(inputs.directory, manifest.build, name)).catch(() => null);
    if (bytes === null) return { kind: 'stale', reason: `index file ${name} is missing` };
    if (bytes.length !== expected.bytes) {
      return {
        kind: 'stale',
        reason: `index file ${name} has ${bytes.length} bytes instead of ${expected.bytes}`,
      };
    }
    if (createHash('sha256').update(bytes).digest('hex') !== expected.sha256) {
      return { kind: 'stale', reason: `index file ${name} is damaged (another sha256)` };
    }
    files.set(name, bytes);
  }
  return { kind: 'current', manifest, files };
}

async function readManifest(directory: string): Promise<IndexManifest | string> {
  try {
    const json = await readManifestJson(directory);
    if (json === null) return 'there is no index yet';
    const content: unknown = JSON.parse(json);
    const { schemaVersion } = anyVersionSchema.parse(content);
    if (schemaVersion !== INDEX_SCHEMA_VERSION) {
      return `the index has schema version ${schemaVersion}, this program writes ${INDEX_SCHEMA_VERSION}`;
    }
    return indexManifestSchema.parse(content);
  } catch {
    return 'manifest.json of the index is damaged';
  }
}

function mismatch(manifest: IndexManifest, { reports, encoder }: IndexInputs): string | null {
  if (manifest.encoderId !== encoder.id || manifest.dimensions !== encoder.dimensions) {
    return `the model changed from ${manifest.encoderId} to ${encoder.id}`;
  }
  const indexed = new Map(manifest.reports.map(({ id, sha256 }) => [id, sha256]));
  for (const { report, sha256 } of reports) {
    if (!indexed.has(report.id)) return `report ${report.id} was added`;
    if (indexed.get(report.id) !== sha256) return `report ${report.id} changed`;
  }
  const given = new Set(reports.map(({ report }) => report.id));
  const removed = manifest.reports.find(({ id }) => !given.has(id));
  if (removed !== undefined) return `report ${removed.id} was removed`;

  const sentences = searchableSentences(reports);
  if (sentences.length !== manifest.counts.sentences) {
    return `the reports are now cut into ${sentences.length} sentences instead of ${manifest.counts.sentences}`;
  }
  if (sentencesSha256(sentences) !== manifest.sentencesSha256) {
    return 'the reports are now cut into other sentences, or stand in another order';
  }
  return null;
}
