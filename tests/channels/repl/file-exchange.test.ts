import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCases } from '../../../src/evaluation/parse-cases.ts';
import { overlapBot } from '../../evaluation/fixture-answers.ts';
import { fixtureReport } from '../../evaluation/fixture-report.ts';
import { temporaryFolder } from '../../evaluation/temporary-seeds.ts';
import { collaborators, talk } from './talk.ts';

const report = fixtureReport();
const question = '一般公共预算收入完成多少亿元';
const SEEN = /已存为用例 (\S+)（(dev|test)(?:，现在不通过)?）：(\S+)\n$/u;

describe(':keep', () => {
  it('writes the exchange as a valid case with what the answer shows, and says its id', async () => {
    const { folders, handed } = desk();
    const output = await talk(`:keep\n${question}\n:keep\nfigure\n\n`, handed);
    expect(output[1]).toBe('还没有问过问题。\n');
    expect(output.join('')).toContain('  回车用：6.2亿元；10.5%\n');
    const [, id, split, path] = SEEN.exec(output.at(-1) ?? '') ?? [];
    expect(path).toBe(join(folders.seeds, report.id, 'figure.jsonl'));
    expect(casesIn('figure', folders)).toEqual([
      expect.objectContaining({
        id,
        split,
        question,
        kinds: ['answer'],
        must: [['6.2亿元'], ['10.5%']],
        history: [],
      }),
    ]);
    expect(readFileSync(path ?? '', 'utf8')).toContain(
      '"evidence":["一般公共预算收入完成6.2亿元，同比增长10.5%。"]',
    );
  });

  it('leaves out the turns that the answer does not need', async () => {
    const { folders, handed } = desk();
    await talk(`新建小学几所\n${question}\n:keep\nfigure\n\n`, handed);
    expect(casesIn('figure', folders)[0]).toMatchObject({ question, history: [] });
  });

  it('says why a case cannot be kept and asks again, with nothing lost', async () => {
    const { folders, handed } = desk();
    const output = await talk(`${question}\n:keep\n数字\n\nfigure\n99亿元\n\n6.2亿元/6.2亿\n`, handed);
    const said = output.join('');
    expect(said).toMatch(/没有存：id: is not a slug.*class: is not a slug/u);
    expect(said).toContain('没有存：lacks “99亿元”');
    expect(output.at(-1)).toMatch(SEEN);
    expect(casesIn('figure', folders)[0]?.must).toEqual([['6.2亿元', '6.2亿']]);
  });

  it('adds to the lines that are there, and takes no question twice', async () => {
    const { folders, handed } = desk();
    await talk(`${question}\n:keep\nfigure\n\n`, handed);
    const before = readFileSync(join(folders.seeds, report.id, 'figure.jsonl'), 'utf8');
    const output = await talk(`${question}\n:keep\n\n\n:cancel\n新建小学多少所\n:keep\nfigure\n\n`, handed);
    expect(output.join('')).toMatch(/没有存：case figure-\w{8} \(figure\.jsonl\) asks this already/u);
    expect(output.join('')).toContain('没有存。\n');
    expect(readFileSync(join(folders.seeds, report.id, 'figure.jsonl'), 'utf8').startsWith(before)).toBe(
      true,
    );
    expect(casesIn('figure', folders)).toHaveLength(2);
  });

  it('keeps a refusal with its reason, and asks for nothing that it must hold', async () => {
    const { folders, handed } = desk();
    const output = await talk('地铁票价几块\n:keep\n\n', handed);
    expect(output.at(-1)).toMatch(SEEN);
    expect(casesIn('near-topic', folders)[0]).toMatchObject({
      kinds: ['refusal'],
      reasons: ['not-in-report'],
      must: [],
    });
  });

  it('says that the seeds folder cannot be written, and the conversation goes on', async () => {
    const seeds = join(temporaryFolder(), 'seeds');
    mkdirSync(seeds);
    const { handed } = desk({ seeds: join(seeds, 'file') });
    writeFileSync(join(seeds, 'file'), '');
    const output = await talk(`${question}\n:keep\n\n\n:history\n`, handed);
    expect(output.join('')).toMatch(/Cannot (?:read the cases in|write) .*seeds/u);
    expect(output.at(-1)).toBe(`1. 回执 1：${question}\n`);
  });
});

describe(':bad', () => {
  it('files a case that fails now, with evidence found in the report', async () => {
    const { folders, handed } = desk();
    const output = await talk(`${question}\n:bad\n问的是今年\n增长9%\n\n6.2亿元\nfigure\n`, handed);
    expect(output.join('')).toContain('  回车用：一般公共预算收入增长9%\n');
    expect(output.at(-1)).toMatch(/^已存为用例 figure-\w{8}（(?:dev|test)，现在不通过）/u);
    expect(casesIn('figure', folders)[0]).toMatchObject({
      kinds: ['answer'],
      must: [['增长9%']],
      mustNot: ['6.2亿元'],
      note: '问的是今年',
    });
  });

  it('files a refusal where there should have been no answer', async () => {
    const { folders, handed } = desk();
    await talk(`${question}\n:bad\n不该答\n无\n\n\n`, handed);
    expect(casesIn('near-topic', folders)[0]).toMatchObject({ kinds: ['refusal'], must: [], note: '不该答' });
  });

  it('takes no evidence that is not in the report, nor a case that passes now', async () => {
    const { folders, handed } = desk();
    const typed = `${question}\n:bad\n错\n增长9%\n增长了九个点\n\nfigure\n6.2亿元\n\n\n\n:cancel\n`;
    const said = (await talk(typed, handed)).join('');
    expect(said).toContain('没有存：evidence “增长了九个点” is not in the report');
    expect(said).toContain('没有存：the answer of today passes it');
    expect(said).toMatch(/已记为备注：.*notes\.jsonl\n$/u);
    expect(notesIn(folders)).toHaveLength(1);
  });

  it('files a note where nobody can say what is right', async () => {
    const { folders, handed } = desk();
    await talk(`${question}\n:bad\n读着别扭\n\n`, handed);
    expect(notesIn(folders)).toEqual([
      expect.objectContaining({ receipt: 1, question, wrong: '读着别扭', history: [] }),
    ]);
  });
});

/** Folders of one test and a bot over them. */
function desk(given: { readonly seeds?: string } = {}) {
  const folders = { data: temporaryFolder(), seeds: given.seeds ?? join(temporaryFolder(), 'seeds') };
  return { folders, handed: collaborators(overlapBot(report), folders) };
}

function casesIn(name: string, { seeds }: { readonly seeds: string }) {
  const text = readFileSync(join(seeds, report.id, `${name}.jsonl`), 'utf8');
  const { cases, problems } = parseCases([{ name, class: name, text }], report);
  expect(problems).toEqual([]);
  return cases;
}

function notesIn({ data }: { readonly data: string }): unknown[] {
  const lines = readFileSync(join(data, 'notes.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}
