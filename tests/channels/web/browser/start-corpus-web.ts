import { once } from 'node:events';
import type { Answer, Citation } from '../../../../src/domain/answer.ts';
import type { Report } from '../../../../src/domain/report.ts';
import { makeConverse } from '../../../conversation/make-converse.ts';
import { corpusReport } from '../reader/corpus-report.ts';
import { type StartedWeb, startWeb } from '../start-web.ts';

/** The question that is never answered: whoever asks it has to leave. */
export const NEVER = '等到什么时候';

/** The question that is answered with a list. */
export const LIST = '有哪些项目';

/** The web over the report of the corpus; every answer quotes its first and its last figure. */
export async function startCorpusWeb(): Promise<
  StartedWeb & { readonly report: Report; readonly quotes: readonly [Citation, Citation] }
> {
  const report = await corpusReport();
  const quotes = [citationAt(report, 0), citationAt(report, -1)] as const;
  const answer: Answer = { kind: 'answer', statement: '报告里有两处。', citations: quotes, confidence: 0.9 };
  const made = makeConverse({
    admit: () => ({ kind: 'admitted' }),
    answerQuestion: async (question, _history, signal) => {
      if (question === NEVER) await once(signal as AbortSignal, 'abort');
      const said = question === LIST ? { ...answer, statement: '报告列出了2项：\n1. 甲；\n2. 乙' } : answer;
      return {
        answer: said,
        trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
      };
    },
  });
  const web = await startWeb({ reports: [report] }, made);
  return { ...web, report, quotes };
}

/** The nth body sentence with a figure in it, without its last character. */
function citationAt(report: Report, index: number): Citation {
  const sentence = report.sentences
    .filter(({ kind, start, end }) => kind === 'body' && /\d/u.test(report.text.slice(start, end)))
    .at(index);
  if (sentence === undefined) throw new Error('the report holds no figure');
  const { start, passage, headingPath } = sentence;
  const end = sentence.end - 1;
  return { reportId: report.id, headingPath, quote: report.text.slice(start, end), passage, start, end };
}
