import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseDraft } from '../../src/domain/case.ts';
import { fileCase, listClasses } from '../../src/evaluation/file-case.ts';
import { findEvidence, proposeCase } from '../../src/evaluation/propose-case.ts';
import { readCases } from '../../src/evaluation/read-cases.ts';
import { cite, grounded, renderText } from './fixture-answers.ts';
import { fixtureReport } from './fixture-report.ts';
import { fixtureSeeds, seedsWith } from './temporary-seeds.ts';

const report = fixtureReport();
const answer = grounded('增长8.5%。', cite(report, '地区生产总值增长8.5%'));
const reply = { answer, text: renderText(answer) };
const trace = { question: null, candidates: [], further: [], rule: '', stages: {} };
const draft: CaseDraft = {
  reportId: report.id,
  class: 'figure',
  question: '今年这个县的经济打算涨几个点呀',
  history: [],
  kinds: ['answer'],
  reasons: [],
  must: [['8.5%']],
  mustNot: [],
  evidence: ['地区生产总值增长8.5%'],
  note: '',
};

describe('fileCase', () => {
  it('adds a case that the evaluation reads beside those that are there', async () => {
    const seeds = fixtureSeeds();
    const before = await readCases(seeds, report);
    const filing = await fileCase(seeds, report, draft, reply, 'pass');
    const after = await readCases(seeds, report);
    expect(after).toHaveLength(before.length + 1);
    expect(after).toContainEqual(
      expect.objectContaining({
        ...(filing.kind === 'filed' ? { id: filing.id } : {}),
        question: draft.question,
      }),
    );
  });

  it('makes the first file of a class, and ends a last line that has no end', async () => {
    const seeds = seedsWith({ 'figure.jsonl': '{"id":"figure-x","split":"dev"' });
    expect(await fileCase(seeds, report, { ...draft, class: 'target' }, reply, 'pass')).toMatchObject({
      kind: 'filed',
    });
    expect(await fileCase(seeds, report, { ...draft, question: '涨几个点' }, reply, 'pass')).toMatchObject({
      kind: 'filed',
    });
    const lines = readFileSync(join(seeds, report.id, 'figure.jsonl'), 'utf8').split('\n');
    expect(lines).toHaveLength(3);
    expect(await listClasses(seeds, report.id)).toEqual(['figure', 'target']);
    expect(await listClasses(seeds, 'nowhere-2018')).toEqual([]);
  });

  it.each<[string, Partial<CaseDraft>, RegExp]>([
    ['a class that is no slug', { class: '../elsewhere' }, /is not a slug/],
    ['the class of the accepted replies', { class: 'accepted' }, /accepted replies/],
    ['evidence that is not in the report', { evidence: ['增长八点五'] }, /is not in the report/],
    ['nothing that it must hold', { must: [] }, /must is empty/],
    ['what the answer does not hold', { must: [['9.9%']] }, /lacks “9.9%”/],
  ])('rejects %s and writes nothing', async (_, wrong, problem) => {
    const seeds = seedsWith({});
    const filing = await fileCase(seeds, report, { ...draft, ...wrong }, reply, 'pass');
    expect(filing).toEqual({
      kind: 'rejected',
      problems: expect.arrayContaining([expect.stringMatching(problem)]),
    });
    expect(readdirSync(seeds, { recursive: true })).toEqual([report.id]);
  });

  it('rejects a case that should fail and passes', async () => {
    expect(await fileCase(seedsWith({}), report, draft, reply, 'fail')).toMatchObject({ kind: 'rejected' });
  });

  it('says which file cannot be written, and leaves it as it was', async () => {
    const seeds = seedsWith({});
    mkdirSync(join(seeds, report.id, `.figure.jsonl.${process.pid}.tmp`));
    await expect(fileCase(seeds, report, draft, reply, 'pass')).rejects.toThrow(
      /Cannot write .*figure\.jsonl: /u,
    );
  });
});

describe('proposeCase', () => {
  it.each([
    [
      'figures with their units, without years',
      '2018年增长8.5%，新建3D打印园1个，共120.5亿元（预计）。',
      ['8.5%', '3D', '1个', '120.5亿元'],
    ],
    ['the members of a list', '共2个：\n1. 食品产业园（依托一厂）\n2. 3D产业园', ['食品产业园', '3D产业园']],
    ['the quote where there is neither', '有的。', ['地区生产总值增长8.5%']],
  ])('proposes %s', (_, statement, must) => {
    const answered = { answer: { ...answer, statement }, trace };
    expect(proposeCase('问', [], answered, report.id)?.must).toEqual(must.map((words) => [words]));
  });

  it('takes a refusal for near-topic unless it is of a kind of its own, and a failure for no case', () => {
    const refusal = {
      kind: 'refusal',
      reason: 'other-year',
      statement: '没有',
      related: [],
      confidence: 1,
    } as const;
    expect(proposeCase('问', [], { answer: refusal, trace }, report.id)?.class).toBe('near-topic');
    expect(
      proposeCase('问', [], { answer: { ...refusal, reason: 'opinion' }, trace }, report.id),
    ).toMatchObject({ class: 'opinion', reasons: ['opinion'] });
    const failure = { kind: 'failure', reason: 'internal', statement: '' } as const;
    expect(proposeCase('问', [], { answer: failure, trace }, report.id)).toBeNull();
  });
});

describe('findEvidence', () => {
  it.each([
    ['one clause', [['9%']], ['一般公共预算收入增长9%']],
    ['neighbouring clauses', [['8.5%'], ['9%']], ['地区生产总值增长8.5%，一般公共预算收入增长9%']],
    [
      'places far apart',
      [['8800人'], ['四大']],
      ['新增就业8800人以上', '建设四大产业园：食品产业园、光学产业园、物流产业园、智能产业园'],
    ],
    ['nothing where one item stands nowhere', [['9%'], ['地铁']], []],
  ])('finds %s', (_, must, evidence) => {
    expect(findEvidence(must, report)).toEqual(evidence);
  });
});
