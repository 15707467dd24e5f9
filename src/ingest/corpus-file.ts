import type { ReportFacts } from '../domain/report.ts';

/** One report of the corpus as it lies on disk, decoded. */
export interface CorpusFile {
  /** The name of its folder. */
  readonly id: string;
  /** The whole of report.txt; a byte order mark stays as character 0, so offsets are those of the file. */
  readonly text: string;
  /** Hex SHA-256 of the bytes of report.txt, followed by those of report.json if there is one. */
  readonly sha256: string;
  /** What report.json says; it goes before what is read from the text. */
  readonly facts: Partial<ReportFacts>;
}
