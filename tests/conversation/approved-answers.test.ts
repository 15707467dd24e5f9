import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApprovedAnswers } from '../../src/conversation/approved-answers.ts';
import { giveApproved } from '../../src/conversation/give-approved.ts';
import type { ApprovedAnswer } from '../../src/domain/approved-answer.ts';
import type { AnswerQuestion } from '../../src/domain/trace.ts';
import { fixtureReport } from '../evaluation/fixture-report.ts';
import { inventAnswer } from './make-converse.ts';

const fold = (question: string) => question.replace(/[？?\s]/gu, '');
const APPROVED: ApprovedAnswer = {
  question: '去年新建了几所小学',
  statement: '新建小学3所。',
  reportId: 'qingxi-2018',
  quote: '新建小学3所',
  author: '王一',
  expires: '2024-05-20',
};
const LAST_DAY = '2024-05-20';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-approved-'));
});
afterEach(() => rm(folder, { recursive: true }));

function asking(today = LAST_DAY): { readonly ask: AnswerQuestion; readonly faults: unknown[] } {
  const faults: unknown[] = [];
  const answerQuestion: AnswerQuestion = async (question) => ({
    answer: inventAnswer(question),
    trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
  });
  const approved = createApprovedAnswers(folder, fold);
  const reports = [fixtureReport()];
  const onFault = (fault: unknown) => faults.push(fault);
  return {
    ask: giveApproved({ answerQuestion, approved, reports, fold, today: () => today, onFault }),
    faults,
  };
}

describe('approved answers', () => {
  it('are kept with their author, the newest first and once for a question', async () => {
    const approved = createApprovedAnswers(folder, fold);
    await approved.add(APPROVED);
    await approved.add({ ...APPROVED, question: '另一个问题' });
    await approved.add({ ...APPROVED, question: '去年新建了几所小学？', author: '李二' });
    expect((await approved.list()).map(({ question, author }) => `${question} ${author}`)).toEqual([
      '去年新建了几所小学？ 李二',
      '另一个问题 王一',
    ]);
    await approved.remove('另一个问题');
    expect(await createApprovedAnswers(folder, fold).list()).toHaveLength(1);
    expect(
      (await readFile(join(folder, 'approved-answers.jsonl'), 'utf8')).trimEnd().split('\n'),
    ).toHaveLength(4);
  });

  it('are given to this very question, with the quote where it stands', async () => {
    await createApprovedAnswers(folder, fold).add(APPROVED);
    const { answer, trace } = await asking().ask('去年新建了几所小学？', []);
    expect(answer).toMatchObject({ kind: 'answer', statement: '新建小学3所。', confidence: 1 });
    const report = fixtureReport();
    const [citation] = answer.kind === 'answer' ? answer.citations : [];
    expect(report.text.slice(citation?.start, citation?.end)).toBe('新建小学3所');
    expect(trace.rule).toBe('approved by 王一');
  });

  it.each([
    ['another question', APPROVED, '去年新建了几所中学', LAST_DAY],
    ['the day after the last', APPROVED, APPROVED.question, '2024-05-21'],
    [
      'a quote that the report does not hold',
      { ...APPROVED, quote: '新建小学30所' },
      APPROVED.question,
      LAST_DAY,
    ],
    ['a report that is not there', { ...APPROVED, reportId: 'gone' }, APPROVED.question, LAST_DAY],
  ])('are not given for %s', async (_name, kept, question, now) => {
    await createApprovedAnswers(folder, fold).add(kept);
    expect((await asking(now).ask(question, [])).trace.rule).toBe('invented');
  });

  it('that cannot be read are told, and the question is answered all the same', async () => {
    const { ask, faults } = asking();
    await mkdir(join(folder, 'approved-answers.jsonl'));
    expect((await ask(APPROVED.question, [])).trace.rule).toBe('invented');
    expect(faults).toHaveLength(1);
  });
});
