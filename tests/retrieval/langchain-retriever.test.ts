import { expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/parse-report.ts';
import type { Found, Retrieve } from '../../src/retrieval/create-retriever.ts';
import { createLangchainRetriever } from '../../src/retrieval/langchain-retriever.ts';

const text = '一、2031年工作回顾\n（一）道路建设加快推进。新建农村公路42公里。新增公交线路3条。\n';
const report = parseReport({ id: 'qinghe', text, sha256: '', facts: {} });
const index = { sentences: report.sentences.map((sentence, id) => ({ id, report, sentence })) };
const ids = index.sentences.filter(({ sentence }) => sentence.kind === 'body').map(({ id }) => id);

/** Finds every body sentence, the last one best. */
const retrieve: Retrieve = async ([question]) =>
  ids.toReversed().map((id, place): Found => {
    const scores = { dense: 0.5, lexical: 0, lateInteraction: 0.5, reader: 0, fused: 0.9 - place / 10 };
    const nothing = {
      questionSpans: new Uint16Array(),
      sentenceSpans: new Uint16Array(),
      cosines: new Float32Array(),
    };
    return { candidate: { id, scores }, text: question ?? '', ...nothing };
  });

it('gives LangChain the best sentences, verbatim and with their place', async () => {
  const documents = await createLangchainRetriever(retrieve, index, 2).invoke('新增了几条公交线路');
  expect(documents.map(({ pageContent }) => pageContent)).toEqual([
    '新增公交线路3条。',
    '新建农村公路42公里。',
  ]);
  const [first] = documents;
  expect(text.slice(first?.metadata.start, first?.metadata.end)).toBe('新增公交线路3条。');
  expect(first?.metadata).toMatchObject({ reportId: 'qinghe', score: 0.9 });
});
