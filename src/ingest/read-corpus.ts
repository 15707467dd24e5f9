import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReportFacts } from '../domain/report.ts';
import { codeOf, WenbaoError } from '../errors.ts';
import type { CorpusFile } from './corpus-file.ts';
import { decodeReport } from './decode-report.ts';

const year = z.int().min(1949).max(2100);

const factsSchema = z.strictObject({
  title: z.string().optional(),
  issuer: z.string().optional(),
  speaker: z.string().optional(),
  date: z.union([z.iso.date({ error: 'expected a date as YYYY-MM-DD' }), z.literal('')]).optional(),
  yearReviewed: year.nullable().optional(),
  yearPlanned: year.nullable().optional(),
});

/**
 * Reads every report of a corpus folder, `<directory>/<id>/report.txt` with an optional `report.json`,
 * ordered by id. Hidden files, README files and other loose files are passed over. Throws WenbaoError
 * `corpus` where a report is missing, empty or wrongly described, `encoding` where it cannot be decoded.
 */
export async function readCorpus(directory: string): Promise<readonly CorpusFile[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    throw new WenbaoError(
      'corpus',
      `The corpus folder ${directory} cannot be read. Create it, or set CORPUS_DIR to the folder that holds <report-id>/report.txt.`,
      cause,
    );
  });
  const ids = entries
    .filter((entry) => !entry.isFile() && !entry.name.startsWith('.') && !/^readme/iu.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  if (ids.length === 0) {
    throw new WenbaoError(
      'corpus',
      `The corpus folder ${directory} holds no report. Put each report into a folder of its own: ${join(directory, '<report-id>', 'report.txt')}.`,
    );
  }
  return Promise.all(ids.map((id) => readOne(directory, id)));
}

async function readOne(directory: string, id: string): Promise<CorpusFile> {
  const path = join(directory, id, 'report.txt');
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new WenbaoError(
      'corpus',
      `${path} cannot be read. Put the report's text there, or remove the folder ${join(directory, id)}.`,
      cause,
    );
  });
  const text = decodeReport(bytes, path);
  if (text.replace(/[\s\ufeff]/gu, '') === '') {
    throw new WenbaoError('corpus', `${path} is empty. Put the report's text there, or remove its folder.`);
  }
  const description = await readDescription(join(directory, id, 'report.json'));
  const sha256 = createHash('sha256')
    .update(bytes)
    .update(description?.bytes ?? '')
    .digest('hex');
  return { id, text, sha256, facts: description?.facts ?? {} };
}

async function readDescription(
  path: string,
): Promise<{ bytes: Uint8Array; facts: Partial<ReportFacts> } | null> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return null;
    throw new WenbaoError('corpus', `${path} cannot be read. Make it readable, or remove it.`, cause);
  });
  return bytes === null ? null : { bytes, facts: parseDescription(bytes, path) };
}

function parseDescription(bytes: Uint8Array, path: string): Partial<ReportFacts> {
  const remedy = `Correct it or remove it (then the facts are read from the text). Its keys, all optional: ${Object.keys(factsSchema.shape).join(', ')}.`;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new WenbaoError('corpus', `${path} is not JSON in UTF-8. ${remedy}`, cause);
  }
  const parsed = factsSchema.safeParse(value);
  if (!parsed.success) {
    throw new WenbaoError(
      'corpus',
      `${path} is not valid. ${z.prettifyError(parsed.error)}\n${remedy}`,
      parsed.error,
    );
  }
  return withoutUndefined(parsed.data);
}

/** Keys that are absent stay absent, so that they do not override what the text says. */
function withoutUndefined(data: z.infer<typeof factsSchema>): Partial<ReportFacts> {
  const { title, issuer, speaker, date, yearReviewed, yearPlanned } = data;
  return {
    ...(title === undefined ? {} : { title }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(date === undefined ? {} : { date }),
    ...(yearReviewed === undefined ? {} : { yearReviewed }),
    ...(yearPlanned === undefined ? {} : { yearPlanned }),
  };
}
