import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { AnswerQuestion } from '../../src/domain/trace.ts';
import { parseEvaluateArguments } from '../../src/evaluation/evaluate-arguments.ts';
import type { EvaluateCollaborators } from '../../src/evaluation/evaluate-collaborators.ts';
import { runEvaluate } from '../../src/evaluation/run-evaluate.ts';
import { overlapBot, renderText } from './fixture-answers.ts';
import { fixtureReport } from './fixture-report.ts';
import { fixtureSeeds, temporaryFolder } from './temporary-seeds.ts';

const report = fixtureReport();
const bot = overlapBot(report);

interface Run {
  readonly code: number;
  readonly printed: string;
  /** Results folder of the report. */
  readonly results: string;
}

async function evaluate(
  seeds: string,
  options: readonly string[] = [],
  changes: Partial<EvaluateCollaborators> = {},
): Promise<Run> {
  const out = temporaryFolder();
  let printed = '';
  const write = (text: string): void => {
    printed += text;
  };
  const code = await runEvaluate(parseEvaluateArguments(['--seeds', seeds, '--out', out, ...options]), {
    answerQuestion: bot,
    reports: [report],
    renderText,
    output: { write, progress: new PassThrough() },
    signal: new AbortController().signal,
    ...changes,
  });
  return { code, printed, results: join(out, report.id) };
}

/** The bot, but for the questions that hold `words`. */
function refusing(words: string): AnswerQuestion {
  return async (raw, history) => {
    const answered = await bot(raw, history);
    if (!raw.includes(words)) return answered;
    return {
      ...answered,
      answer: { kind: 'refusal', reason: 'opinion', statement: '不评论。', related: [], confidence: 0 },
    };
  };
}

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

const acceptedPath = (seeds: string): string => join(seeds, report.id, 'accepted.jsonl');

describe('a run', () => {
  it('prints a table by class and writes answers, scores, JUnit and a page', async () => {
    const { code, printed, results } = await evaluate(fixtureSeeds());
    expect(code).toBe(0);
    expect(printed).toContain('qingxi-2018: 8 cases');
    expect(printed).toMatch(/^figure +\d\/4 +\d+\.\d% +\[/m);
    expect(printed).toContain('Nothing was accepted yet');
    expect(Object.keys(contents(results)).sort()).toEqual([
      'answers.jsonl',
      'junit.xml',
      'report.html',
      'scores.json',
    ]);
  });

  it.each([
    ['draws', true],
    ['does not draw', false],
  ])('%s progress where standard error being a terminal is %s', async (_name, isTTY) => {
    const progress = Object.assign(new PassThrough(), {
      isTTY,
      columns: 80,
      cursorTo: () => true,
      clearLine: () => true,
    });
    await evaluate(fixtureSeeds(), [], { output: { write: () => undefined, progress } });
    expect(String(progress.read() ?? '').includes('8 cases')).toBe(isTTY);
  });

  it('gives the same bytes twice when times are left out', async () => {
    const seeds = fixtureSeeds();
    const one = await evaluate(seeds, ['--no-times']);
    const other = await evaluate(seeds, ['--no-times']);
    expect(contents(one.results)).toEqual(contents(other.results));
    expect(one.printed.replaceAll(one.results, '')).toBe(other.printed.replaceAll(other.results, ''));
  });

  it('differs between two runs in times alone', async () => {
    const seeds = fixtureSeeds();
    const runs = await Promise.all([evaluate(seeds), evaluate(seeds)]);
    const [one, other] = runs.map(({ results }) =>
      readFileSync(join(results, 'answers.jsonl'), 'utf8').replace(/,"times":\{[^\n]*\}\}$/gm, '}'),
    );
    expect(one).toBe(other);
    expect(one).not.toContain('times');
  });

  it('scores a kept run as it scored the run itself', async () => {
    const seeds = fixtureSeeds();
    const asked = await evaluate(seeds, ['--no-times']);
    const again = await evaluate(seeds, ['--no-times', '--answers', join(asked.results, 'answers.jsonl')], {
      answerQuestion: () => Promise.reject(new Error('must not be asked')),
    });
    const { 'answers.jsonl': _, ...scores } = contents(asked.results);
    expect(contents(again.results)).toEqual(scores);
  });

  it('only keeps the replies with --generate-only', async () => {
    const { printed, results } = await evaluate(fixtureSeeds(), ['--generate-only']);
    expect(printed).toContain('8 replies kept');
    expect(Object.keys(contents(results))).toEqual(['answers.jsonl']);
  });

  it('takes one split and one class', async () => {
    const { printed } = await evaluate(fixtureSeeds(), ['--split', 'dev', '--class', 'figure']);
    expect(printed).toContain('qingxi-2018: 2 cases');
  });

  it('turns a thrown fault of the bot into the run’s own fault', async () => {
    const answerQuestion = (): Promise<never> => Promise.reject(new Error('encoder is gone'));
    await expect(evaluate(fixtureSeeds(), [], { answerQuestion })).rejects.toThrow('encoder is gone');
  });
});

describe('the accepted replies', () => {
  it('make a run fail that broke one case, even where it mended two', async () => {
    const seeds = fixtureSeeds();
    await evaluate(seeds, ['--accept'], { answerQuestion: refusing('多少') });
    const before = readFileSync(acceptedPath(seeds), 'utf8');
    const { code, printed } = await evaluate(seeds, [], { answerQuestion: refusing('产业园') });
    expect(code).toBe(1);
    expect(printed).toContain('1 broken, 3 mended, 0 reworded, 0 new');
    expect(printed).toContain('✗ broken  list-parks  (decision changed)');
    expect(readFileSync(acceptedPath(seeds), 'utf8')).toBe(before);
  });

  it('let a run pass that only mends', async () => {
    const seeds = fixtureSeeds();
    await evaluate(seeds, ['--accept'], { answerQuestion: refusing('多少') });
    const { code, printed } = await evaluate(seeds);
    expect(code).toBe(0);
    expect(printed).toContain('0 broken, 3 mended, 0 reworded, 0 new');
  });

  it('let a run pass that repeats them, and hold no times', async () => {
    const seeds = fixtureSeeds();
    await evaluate(seeds, ['--accept']);
    const recorded = readFileSync(acceptedPath(seeds), 'utf8');
    const { code, printed } = await evaluate(seeds, ['--accept']);
    expect(code).toBe(0);
    expect(printed).toContain('0 broken, 0 mended, 0 reworded, 0 new');
    expect(readFileSync(acceptedPath(seeds), 'utf8')).toBe(recorded);
  });

  it('say that wording changed where only the text did', async () => {
    const seeds = fixtureSeeds();
    await evaluate(seeds, ['--accept']);
    const { printed } = await evaluate(seeds, [], { renderText: (answer) => `${renderText(answer)}！` });
    expect(printed).toContain('0 broken, 0 mended, 8 reworded, 0 new');
  });

  it('are kept for cases that were not asked when others are accepted', async () => {
    const seeds = fixtureSeeds();
    await evaluate(seeds, ['--accept']);
    const recorded = readFileSync(acceptedPath(seeds), 'utf8');
    await evaluate(seeds, ['--accept', '--class', 'list']);
    expect(readFileSync(acceptedPath(seeds), 'utf8')).toBe(recorded);
  });

  it('of another report text stop the run, also one that would accept', async () => {
    const seeds = fixtureSeeds();
    await evaluate(seeds, ['--accept']);
    const reports = [fixtureReport(`${report.text}\n新增一句。`)];
    await expect(evaluate(seeds, [], { reports })).rejects.toThrow(/was accepted for another report text/);
    await expect(evaluate(seeds, ['--accept'], { reports })).rejects.toThrow(/Remove the file/);
  });

  it('with a broken line stop the run before anything is asked', async () => {
    const seeds = fixtureSeeds();
    writeFileSync(acceptedPath(seeds), '{"id":\n');
    const answerQuestion = (): Promise<never> => Promise.reject(new Error('must not be asked'));
    await expect(evaluate(seeds, [], { answerQuestion })).rejects.toThrow(/accepted\.jsonl:1: not JSON/);
  });

  it('stay untouched when the run is interrupted in the middle', async () => {
    const seeds = fixtureSeeds();
    await evaluate(seeds, ['--accept']);
    const before = contents(join(seeds, report.id));
    const interrupt = new AbortController();
    let asked = 0;
    const answerQuestion: AnswerQuestion = async (raw, history) => {
      asked += 1;
      if (asked === 4) interrupt.abort();
      return refusing('')(raw, history);
    };
    const run = evaluate(seeds, ['--accept'], { answerQuestion, signal: interrupt.signal });
    await expect(run).rejects.toMatchObject({ code: 'interrupted' });
    expect(asked).toBe(4);
    expect(contents(join(seeds, report.id))).toEqual(before);
  });

  it('interrupt a question that never ends', async () => {
    const interrupt = new AbortController();
    const answerQuestion: AnswerQuestion = () => {
      setTimeout(() => interrupt.abort(), 10);
      return new Promise(() => undefined);
    };
    await expect(
      evaluate(fixtureSeeds(), [], { answerQuestion, signal: interrupt.signal }),
    ).rejects.toMatchObject({
      code: 'interrupted',
    });
  });

  it('cannot be recorded in a read-only folder, which is said', async () => {
    const seeds = fixtureSeeds();
    mkdirSync(join(seeds, report.id, `.accepted.jsonl.${process.pid}.tmp`));
    await expect(evaluate(seeds, ['--accept'])).rejects.toThrow(/Cannot write .*accepted\.jsonl: .*writable/);
  });
});

describe('floors', () => {
  it.each([
    [0.5, 0, ''],
    [1, 1, 'below the floor: figure: 50.0% of 2 test cases, the floor is 100.0%'],
  ])('of %d for figures exit with %d', async (floor, code, said) => {
    const seeds = fixtureSeeds();
    writeFileSync(
      join(seeds, report.id, 'floors.json'),
      JSON.stringify({ total: 0, classes: { figure: floor } }),
    );
    const run = await evaluate(seeds, ['--floors', '--split', 'test']);
    expect(run.code).toBe(code);
    expect(run.printed).toContain(said);
  });

  it('are missed by the total too', async () => {
    const seeds = fixtureSeeds();
    writeFileSync(join(seeds, report.id, 'floors.json'), '{"total": 1, "classes": {}}');
    expect((await evaluate(seeds, ['--floors'])).printed).toContain('below the floor: all:');
  });

  it('that are not written down are an error', async () => {
    await expect(evaluate(fixtureSeeds(), ['--floors'])).rejects.toThrow(
      /Cannot read the floors in .*floors\.json/,
    );
  });
});

describe('bad input', () => {
  it.each([
    [['--report', 'nowhere'], 'usage', /no report has this id \(known: qingxi-2018\)/],
    [['--class', 'figures'], 'usage', /no such class \(there are figure, list, near-topic, off-topic\)/],
    [['--class', 'off-topic', '--split', 'test'], 'usage', /No case of off-topic is in the test split/],
    [['--answers', '/nowhere/answers.jsonl'], 'cases', /Cannot read the kept run/],
  ])('%j is refused', async (options, code, message) => {
    const run = evaluate(fixtureSeeds(), options);
    await expect(run).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('is a kept run without some of the cases', async () => {
    const seeds = fixtureSeeds();
    const { results } = await evaluate(seeds, ['--split', 'dev']);
    await expect(evaluate(seeds, ['--answers', join(results, 'answers.jsonl')])).rejects.toThrow(
      /has no reply to 4 of 8 cases \(figure-growth-2017, /,
    );
  });

  it('is a kept run with a broken line', async () => {
    const file = join(temporaryFolder(), 'answers.jsonl');
    writeFileSync(file, '{"id":"figure-growth-2017"}\n');
    await expect(evaluate(fixtureSeeds(), ['--answers', file])).rejects.toThrow(/answers\.jsonl:1: answer: /);
  });
});

describe('--assign-splits', () => {
  it('fills in open splits, says how many, and asks nothing', async () => {
    const seeds = fixtureSeeds();
    const file = join(seeds, report.id, 'list.jsonl');
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, written.replace(/"split":"\w+"/, '"split":"?"'));
    const { code, printed } = await evaluate(seeds, ['--assign-splits']);
    expect([code, printed]).toEqual([0, `${join(seeds, report.id)}: 1 split filled in\n`]);
    expect(readFileSync(file, 'utf8')).toBe(written);
  });
});
