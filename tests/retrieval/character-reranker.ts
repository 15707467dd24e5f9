import type { Reranker } from '../../src/models/reranker.ts';

/** A sentence answers as far as it has the question's characters: all of them are a logit of 5, none of them −5. */
export const CHARACTER_RERANKER: Reranker = {
  id: 'shared-characters@000000000000',
  rerank: async (pairs) =>
    pairs.map(({ question, sentence }) => {
      const asked = [...new Set(question.replace(/\s/gu, ''))];
      const told = asked.filter((character) => sentence.includes(character));
      return asked.length === 0 ? -5 : (10 * told.length) / asked.length - 5;
    }),
  close: async () => {},
};
