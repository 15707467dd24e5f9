import type { Case, EvidenceItem, EvidenceText, ExpectedKind } from '../domain/case.ts';
import type { Turn } from '../domain/question.ts';
import type { Report, Span } from '../domain/report.ts';
import { messageOf } from '../errors.ts';
import { caseSchema, schemaProblem, type WrittenCase } from './case-schema.ts';
import { splitOf } from './split-of.ts';

/** A file of cases as read; `name` is what a person would call it in a message. */
export interface CaseFile {
  readonly name: string;
  /** The class its cases must have: the file's name without `.jsonl`. */
  readonly class: string;
  readonly text: string;
}

export interface ParsedCases {
  readonly cases: readonly Case[];
  /** `file:line: what is wrong`, in file order. */
  readonly problems: readonly string[];
}

/** Reads and checks the cases of one report; a line with a problem gives no case. */
export function parseCases(files: readonly CaseFile[], report: Pick<Report, 'id' | 'text'>): ParsedCases {
  const cases: Case[] = [];
  const problems: string[] = [];
  const places = new Map<string, string>();
  for (const file of files) {
    file.text.split(/\r?\n/).forEach((line, index) => {
      if (line.trim() === '') return;
      const place = `${file.name}:${index + 1}`;
      const written = parseLine(line);
      if (typeof written === 'string') {
        problems.push(`${place}: ${written}`);
        return;
      }
      const earlier = places.get(written.id);
      const found = [
        ...(earlier === undefined ? [] : [`id “${written.id}” is already used at ${earlier}`]),
        ...checkCase(written, file.class, report.text),
      ];
      if (earlier === undefined) places.set(written.id, place);
      if (found.length === 0) cases.push(toCase(written, report));
      else problems.push(...found.map((problem) => `${place}: ${problem}`));
    });
  }
  return { cases, problems };
}

/** The case, or what is wrong with the line. */
function parseLine(line: string): WrittenCase | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON (${messageOf(error)})`;
  }
  const parsed = caseSchema.safeParse(value);
  return parsed.success ? parsed.data : schemaProblem(parsed.error);
}

function checkCase(written: WrittenCase, fileClass: string, text: string): readonly string[] {
  const problems: string[] = [];
  const split = splitOf(written.id);
  if (written.class !== fileClass) {
    problems.push(`class is “${written.class}” but the file is for “${fileClass}”`);
  }
  if (written.split === '?') {
    problems.push('split is not filled in; run `npm run evaluate -- --assign-splits`');
  } else if (written.split !== split) {
    problems.push(`split is “${written.split}” but the id “${written.id}” belongs to “${split}”`);
  }
  const answerable = kindsOf(written).every((kind) => kind === 'answer' || kind === 'partial');
  if (answerable && (written.must ?? []).length === 0) {
    problems.push('must is empty: say what a right answer holds');
  }
  if (answerable && (written.evidence ?? []).length === 0) {
    problems.push('evidence is empty: quote the words of the report that answer it');
  }
  for (const evidence of (written.evidence ?? []).flat()) {
    if (!text.includes(evidence)) problems.push(`evidence “${shorten(evidence)}” is not in the report`);
  }
  return problems;
}

function toCase(written: WrittenCase, report: Pick<Report, 'id' | 'text'>): Case {
  return {
    id: written.id,
    reportId: report.id,
    split: splitOf(written.id),
    class: written.class,
    question: written.question,
    history: (written.history ?? []).map(
      ({ question, answer }): Turn => (answer === undefined ? { question } : { question, answer }),
    ),
    kinds: kindsOf(written),
    reasons: written.reason ?? [],
    must: written.must ?? [],
    mustNot: written.mustNot ?? [],
    evidence: (written.evidence ?? []).flatMap((item) => evidenceItem([item].flat(), report.text)),
    note: written.note ?? '',
  };
}

function kindsOf(written: WrittenCase): readonly ExpectedKind[] {
  return [written.kind].flat();
}

function evidenceItem(alternatives: readonly string[], report: string): readonly EvidenceItem[] {
  const [first, ...others] = alternatives.flatMap((text): readonly EvidenceText[] => {
    const [span, ...spans] = occurrences(text, report);
    return span === undefined ? [] : [{ text, spans: [span, ...spans] }];
  });
  return first === undefined ? [] : [[first, ...others]];
}

function occurrences(words: string, report: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = report.indexOf(words); start >= 0; start = report.indexOf(words, start + 1)) {
    spans.push({ start, end: start + words.length });
  }
  return spans;
}

function shorten(words: string): string {
  return words.length <= 40 ? words : `${words.slice(0, 39)}…`;
}
