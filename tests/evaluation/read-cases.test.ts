import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WenbaoError } from '../../src/errors.ts';
import { listCaseFolders, readCases } from '../../src/evaluation/read-cases.ts';
import { splitOf } from '../../src/evaluation/split-of.ts';
import { fixtureReport } from './fixture-report.ts';
import { fixtureSeeds, seedsWith, temporaryFolder } from './temporary-seeds.ts';

const report = fixtureReport();

/** A good line of figure.jsonl, with what the test changes. */
function line(changes: Readonly<Record<string, unknown>> = {}): string {
  const id = typeof changes.id === 'string' ? changes.id : 'figure-growth';
  return JSON.stringify({
    id,
    split: splitOf(id),
    class: 'figure',
    question: '增长多少',
    kind: 'answer',
    must: [['8%']],
    evidence: ['同比增长8%'],
    ...changes,
  });
}

async function problemsOf(...lines: readonly string[]): Promise<string> {
  const seeds = seedsWith({ 'figure.jsonl': lines.map((own) => `${own}\n`).join('') });
  const error = await readCases(seeds, report).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(WenbaoError);
  return error instanceof WenbaoError ? `${error.code}: ${error.message.replaceAll(seeds, 'seeds')}` : '';
}

describe('readCases', () => {
  it('reads every class file in order, with the offsets of the evidence', async () => {
    const cases = await readCases(fixtureSeeds(), report);
    expect(cases.map(({ id }) => id)).toEqual([
      'figure-growth-2017',
      'figure-revenue-2017',
      'figure-jobs-2017',
      'figure-growth-2018',
      'list-parks',
      'near-topic-rank',
      'near-topic-school-fee',
      'off-topic-weather',
    ]);
    const [span] = cases[0]?.evidence[0]?.[0].spans ?? [];
    expect(report.text.slice(span?.start, span?.end)).toBe('同比增长8%');
  });

  it('finds every place where the evidence stands', async () => {
    const seeds = seedsWith({ 'figure.jsonl': line({ evidence: [['产业园', '同比增长8%']] }) });
    const [asked] = await readCases(seeds, report);
    expect(asked?.evidence[0]?.map(({ spans }) => spans.length)).toEqual([5, 1]);
  });

  it('names file, line and reason of a broken line', async () => {
    expect(await problemsOf(line(), '{"id": "figure-two"')).toMatch(
      /^cases: 1 problem in the cases of qingxi-2018:\n {2}seeds\/qingxi-2018\/figure\.jsonl:2: not JSON \(/,
    );
  });

  it.each([
    ['an unknown key', line({ musst: [] }), 'Unrecognized key: "musst"'],
    ['a kind that there is not', line({ kind: 'maybe' }), 'kind: Invalid'],
    ['a reason that there is not', line({ reason: ['dunno'] }), 'reason.0: Invalid'],
    [
      'evidence that is not in the report',
      line({ evidence: ['同比增长9.9%'] }),
      'evidence “同比增长9.9%” is not in the report',
    ],
    [
      'an alternative that is not in the report',
      line({ evidence: [['同比增长8%', '增八']] }),
      'evidence “增八” is not in the report',
    ],
    ['an answerable case without must', line({ must: [] }), 'must is empty'],
    ['an answerable case without evidence', line({ evidence: [] }), 'evidence is empty'],
    [
      'an open split',
      line({ split: '?' }),
      'split is not filled in; run `npm run evaluate -- --assign-splits`',
    ],
    ['a class of another file', line({ class: 'list' }), 'class is “list” but the file is for “figure”'],
  ])('refuses %s', async (_name, written, reason) => {
    expect(await problemsOf(written)).toContain(`figure.jsonl:1: ${reason}`);
  });

  it('refuses a split that the id does not give', async () => {
    const wrong = splitOf('figure-growth') === 'dev' ? 'test' : 'dev';
    expect(await problemsOf(line({ split: wrong }))).toContain(
      `split is “${wrong}” but the id “figure-growth” belongs to`,
    );
  });

  it('refuses an id that another file uses already', async () => {
    const seeds = seedsWith({ 'figure.jsonl': line(), 'list.jsonl': line({ class: 'list' }) });
    await expect(readCases(seeds, report)).rejects.toThrow(
      `list.jsonl:1: id “figure-growth” is already used at ${join(seeds, 'qingxi-2018', 'figure.jsonl')}:1`,
    );
  });

  it('shows ten problems and counts the rest', async () => {
    const message = await problemsOf(...Array.from({ length: 13 }, () => 'broken'));
    expect(message).toContain('13 problems');
    expect(message.split('\n')).toHaveLength(12);
    expect(message).toContain('… and 3 more');
  });

  it('refuses an empty set', async () => {
    await expect(readCases(seedsWith({ 'figure.jsonl': '\n' }), report)).rejects.toThrow('holds no case');
  });

  it('refuses a folder that is not there', async () => {
    await expect(readCases(temporaryFolder(), report)).rejects.toThrow('Cannot read the cases in');
  });
});

describe('listCaseFolders', () => {
  it('refuses a folder for an unknown report and names the known ones', async () => {
    await expect(listCaseFolders(seedsWith({}, 'elsewhere'), [report])).rejects.toThrow(
      /elsewhere: no report has this id \(known: qingxi-2018\)/,
    );
  });

  it('refuses a seeds folder without folders', async () => {
    await expect(listCaseFolders(temporaryFolder(), [report])).rejects.toThrow('has no folder of cases');
  });
});

describe('splitOf', () => {
  it('gives at least 40% of many ids to the test half', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `case-${index}`);
    const share = ids.filter((id) => splitOf(id) === 'test').length / ids.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.5);
  });
});
