import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAllKnownQuestions, readKnownQuestions } from '../../src/evaluation/known-questions.ts';
import { parseReport } from '../../src/ingest/parse-report.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

describe('readKnownQuestions', () => {
  it('gives plain questions that stand alone, with the place of their answer', async () => {
    for (const file of await readCorpus(path('corpus'))) {
      const report = parseReport(file);
      const known = await readKnownQuestions(path('seeds'), report);
      expect(known.length).toBeGreaterThan(30);
      for (const { question, headingPath, spans } of known) {
        expect(question.length).toBeLessThanOrEqual(22);
        expect(question).not.toMatch(/吗|么|我|咱|呢$/u);
        expect(headingPath.length).toBeGreaterThan(0);
        expect(spans.length).toBeGreaterThan(0);
      }
    }
  });

  it('refuses replies that were accepted for another text', async () => {
    const [file] = await readCorpus(path('corpus'));
    if (file === undefined) throw new Error('the corpus is empty');
    const report = parseReport({ ...file, text: `${file.text}\n。` });
    await expect(readKnownQuestions(path('seeds'), report)).rejects.toMatchObject({ code: 'cases' });
    const said: string[] = [];
    expect(await readAllKnownQuestions(path('seeds'), [report], (line) => said.push(line))).toEqual([]);
    expect(said).toEqual([expect.stringContaining(`No questions are suggested for ${report.id}`)]);
  });

  it('has none for a report without cases, without a word', async () => {
    const [file] = await readCorpus(path('corpus'));
    if (file === undefined) throw new Error('the corpus is empty');
    const said: string[] = [];
    const report = parseReport({ ...file, id: 'another' });
    expect(await readAllKnownQuestions(path('seeds'), [report], (line) => said.push(line))).toEqual([]);
    expect(said).toEqual([]);
  });
});
