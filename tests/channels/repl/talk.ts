import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { PassThrough } from 'node:stream';
import type { ReplCollaborators } from '../../../src/channels/repl/repl-collaborators.ts';
import { runRepl } from '../../../src/channels/repl/run-repl.ts';
import { createReceipts } from '../../../src/conversation/receipts.ts';
import { createStaffFiles } from '../../../src/conversation/staff-files.ts';
import type { AnswerQuestion } from '../../../src/domain/trace.ts';
import { fileCase, listClasses } from '../../../src/evaluation/file-case.ts';
import { findEvidence, proposeCase } from '../../../src/evaluation/propose-case.ts';
import { fixtureReport } from '../../evaluation/fixture-report.ts';
import { temporaryFolder } from '../../evaluation/temporary-seeds.ts';

/** What the REPL is handed, over folders that are gone after the test. */
export function collaborators(
  answerQuestion: AnswerQuestion,
  { data = temporaryFolder(), seeds = join(temporaryFolder(), 'seeds') } = {},
): Omit<ReplCollaborators, 'write'> {
  const report = fixtureReport();
  const files = createStaffFiles(data, 10);
  const stamps = {
    report: 'r1',
    model: 'm1',
    index: 'i1',
    calibration: 'c1',
    configuration: 'as calibrated',
  };
  return {
    answerQuestion,
    stamps,
    withThreshold: (threshold) => ({
      stamps: { ...stamps, configuration: `threshold ${threshold}` },
      answerQuestion: async (raw, history) => {
        const { answer, trace } = await answerQuestion(raw, history);
        return { answer, trace: { ...trace, rule: `threshold ${threshold}` } };
      },
    }),
    reports: [report],
    searchReport: (words) =>
      report.sentences
        .filter(({ start, end }) => report.text.slice(start, end).includes(words))
        .map((sentence) => ({ report, sentence })),
    receipts: createReceipts(data),
    cases: {
      classes: (reportId) => listClasses(seeds, reportId),
      propose: proposeCase,
      findEvidence,
      file: (...draft) => fileCase(seeds, ...draft),
      note: files.addNote,
    },
    remember: files.addTyped,
    paint: (_colour, text) => text,
    clip: (text) => text,
  };
}

/** What it writes, piece by piece, when all of `typed` comes at once and then the input ends. */
export async function talk(typed: string, handed: Omit<ReplCollaborators, 'write'>): Promise<string[]> {
  const keyboard = new PassThrough();
  keyboard.end(typed);
  const output: string[] = [];
  const input = createInterface({ input: keyboard, output: new PassThrough() });
  await runRepl(input, { ...handed, write: (text) => output.push(text) });
  return output;
}
