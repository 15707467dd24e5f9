import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashAnswer } from '../src/channels/repl/replay-receipt.ts';
import { createReceipts } from '../src/conversation/receipts.ts';
import { createStaffFiles } from '../src/conversation/staff-files.ts';
import type { Answer } from '../src/domain/answer.ts';
import type { AnswerQuestion } from '../src/domain/trace.ts';
import { WenbaoError } from '../src/errors.ts';
import { createStaffCases } from '../src/staff-cases.ts';
import { fixtureReport } from './evaluation/fixture-report.ts';

const REPORT = fixtureReport();
const QUOTE = '新建小学3所';
const START = REPORT.text.indexOf(QUOTE);
const QUESTION = '去年新建了几所小学';
const STAMPS = { report: 'r', model: 'm', index: 'i', calibration: 'c', configuration: 'k' };

function answerWith(statement: string): Answer {
  const place = { passage: 2, start: START, end: START + QUOTE.length, headingPath: ['一、2017年工作回顾'] };
  return {
    kind: 'answer',
    statement,
    citations: [{ reportId: REPORT.id, quote: QUOTE, ...place }],
    confidence: 1,
  };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-staff-cases-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Receipt 1 is for what people saw; `today` is what is answered now. */
async function staffCases(today = '3所。') {
  const receipts = createReceipts(folder);
  await receipts.append({
    question: QUESTION,
    history: [],
    sha256: hashAnswer(answerWith('3所。')),
    stamps: STAMPS,
  });
  const answerQuestion: AnswerQuestion = async () => ({
    answer: answerWith(today),
    trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
  });
  const seeds = join(folder, 'seeds');
  return createStaffCases({
    seeds,
    receipts,
    answerQuestion,
    reports: [REPORT],
    files: createStaffFiles(folder, 0),
  });
}

describe('one click of staff', () => {
  it('makes a case of the answer that people saw', async () => {
    const filing = await (await staffCases()).makeCase(1);
    if (filing?.kind !== 'filed') throw new Error(JSON.stringify(filing));
    const written = JSON.parse(await readFile(filing.path, 'utf8'));
    expect(written).toMatchObject({ question: QUESTION, kind: 'answer', evidence: [QUOTE] });
  });

  it('makes none twice', async () => {
    const cases = await staffCases();
    await cases.makeCase(1);
    expect(await cases.makeCase(1)).toMatchObject({ kind: 'rejected' });
  });

  it('makes none of a receipt that is not known, or that gives another answer now', async () => {
    expect(await (await staffCases()).makeCase(2)).toBeNull();
    expect(await (await staffCases('4所。')).makeCase(1)).toBeNull();
  });

  it('rejects with a fault that names the folder of the cases where it cannot be used', async () => {
    await writeFile(join(folder, 'seeds'), 'no folder');
    const making = (await staffCases()).makeCase(1);
    await expect(making).rejects.toThrow(WenbaoError);
    await expect(making).rejects.toThrow(join(folder, 'seeds'));
  });

  it('keeps a remark that an answer is wrong, with its question', async () => {
    await (await staffCases()).noteWrong(1);
    const note = JSON.parse(await readFile(join(folder, 'notes.jsonl'), 'utf8'));
    expect(note).toMatchObject({ receipt: 1, question: QUESTION });
  });
});
