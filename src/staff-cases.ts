import { renderPlain } from './channels/render-plain.ts';
import { hashAnswer } from './channels/repl/replay-receipt.ts';
import type { StaffFiles } from './conversation/staff-files.ts';
import { type Answer, citationsOf } from './domain/answer.ts';
import type { Filing } from './domain/case.ts';
import type { Receipts } from './domain/receipt.ts';
import type { Report } from './domain/report.ts';
import type { AnswerQuestion } from './domain/trace.ts';
import { fileCase } from './evaluation/file-case.ts';
import { proposeCase } from './evaluation/propose-case.ts';

/** What one click on the staff page does with an answer that is known by its receipt. */
export interface StaffCases {
  /** Null where the receipt is not known, or gives another answer now. */
  makeCase(receipt: number): Promise<Filing | null>;
  /** Keeps a remark that the answer is wrong. */
  noteWrong(receipt: number): Promise<void>;
}

interface Collaborators {
  /** The folder of the cases. */
  readonly seeds: string;
  readonly receipts: Receipts;
  readonly answerQuestion: AnswerQuestion;
  readonly reports: readonly Report[];
  readonly files: Pick<StaffFiles, 'addNote'>;
}

/** The question is asked again: a case holds what the answer is today, and only if it still is what people saw. */
export function createStaffCases(collaborators: Collaborators): StaffCases {
  const { seeds, receipts, answerQuestion, reports, files } = collaborators;
  return {
    async makeCase(number) {
      const receipt = await receipts.find(number);
      if (receipt === null) return null;
      const { question, history } = receipt;
      const answered = await answerQuestion(question, history);
      if (hashAnswer(answered.answer) !== receipt.sha256) return null;
      const report = reportOf(answered.answer, reports);
      if (report === undefined) return null;
      const draft = proposeCase(question, history, answered, report.id);
      if (draft === null) return null;
      return fileCase(
        seeds,
        report,
        draft,
        { answer: answered.answer, text: renderPlain(answered.answer) },
        'pass',
      );
    },
    async noteWrong(number) {
      const receipt = await receipts.find(number);
      const { question, history } = receipt ?? { question: '', history: [] };
      await files.addNote({ receipt: number, question, history, wrong: '' });
    },
  };
}

/** The report that is quoted, else the first. */
function reportOf(answer: Answer, reports: readonly Report[]): Report | undefined {
  const [first] = citationsOf(answer);
  return reports.find(({ id }) => id === first?.reportId) ?? reports[0];
}
