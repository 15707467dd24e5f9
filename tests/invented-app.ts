import type { ServeCollaborators } from '../src/serve.ts';
import { inventAnswer } from './conversation/make-converse.ts';

/** An app without a model: it answers as `inventAnswer` does, and says how many turns it was told of. */
export const INVENTED_APP: ServeCollaborators['app'] = {
  async answerQuestion(question, history) {
    const answer = inventAnswer(question);
    const last = history.at(-1)?.question ?? '';
    const statement = last === '' ? answer.statement : `（接“${last}”）${answer.statement}`;
    return {
      answer: { ...answer, statement },
      trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
    };
  },
  stamps: { report: 'r', model: 'm', index: 'i', calibration: 'c', configuration: 'k' },
  reports: [],
};
