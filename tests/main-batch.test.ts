import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReadLine, readAnswerLine } from './contracts/answer-line.ts';
import { type Ended, runMain } from './run-main.ts';

const report = fileURLToPath(new URL('./fixtures/reports/crlf-bom-chrome/report.txt', import.meta.url));
const LAST_YEAR = '去年全县生产总值增长多少？';

/** As a file comes from Windows: a byte order mark, CRLF, and no line end after the last line. */
const BATCH = [
  `\ufeff${question('last-year', LAST_YEAR)}`,
  question('this-year', '今年全县生产总值增长多少？'),
  '',
  JSON.stringify({ id: 'follow-up', question: '那今年呢？', history: [{ question: LAST_YEAR }] }),
  '{"id": "broken", "question": ',
  question('controls', '去年全县\u0000生产\u0007总值\u200b增长\u202e多少？'),
  // JSON.stringify leaves it as it is, and node:readline would cut the line there.
  question('line-separator', '去年全县生产总值\u2028增长多少？'),
  JSON.stringify({ question: '你好' }),
  JSON.stringify({ id: 7, question: ['你好'] }),
  JSON.stringify({ id: 'bad-history', question: '你好', history: '你好' }),
  '[]',
  '\t',
  Buffer.from('c4e3bac3', 'hex'),
  question('empty', ''),
  question('blank', ' 　\n'),
  question('only-controls', '\u0000\u0001\u007f'),
  question('half-a-character', '\ud83d'),
  question('emoji', '😀🎉👨‍👩‍👧'),
  question('long', `今年的目标是什么？${'很'.repeat(9991)}`),
  question('near-topic', '新建公厕花了多少钱？'),
  question('two', '去年新建了几座公厕？明天天气怎么样？'),
  question('same', LAST_YEAR),
  question('same', LAST_YEAR),
  question('thanks', '谢谢'),
];

describe('ask --batch', () => {
  let folder: string;
  let ended: Ended;
  let lines: ReadLine[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wenbao-batch-'));
    await cp(report, join(folder, 'corpus', 'qinghe', 'report.txt'));
    const file = join(folder, 'questions.jsonl');
    await writeFile(
      file,
      Buffer.concat(BATCH.flatMap((line, at) => [Buffer.from(at === 0 ? '' : '\r\n'), Buffer.from(line)])),
    );
    const environment = { CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'index') };
    ended = await runMain(['ask', '--batch', file], environment);
    const texts = { qinghe: await readFile(report, 'utf8') };
    lines = ended.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => readAnswerLine(line, texts));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('goes through the whole file whatever stands in it', () => {
    expect(ended).toMatchObject({ code: 0, stderr: 'Building the index: there is no index yet.\n' });
    expect(ended.stdout.endsWith('\n')).toBe(true);
  });

  it('writes a line for each line, in their order; only empty ones have none', () => {
    expect(lines.map(({ id }) => id)).toEqual([
      'last-year',
      'this-year',
      'follow-up',
      'line-5',
      'controls',
      'line-separator',
      'line-8',
      '7',
      'bad-history',
      'line-11',
      'line-13',
      'empty',
      'blank',
      'only-controls',
      'half-a-character',
      'emoji',
      'long',
      'near-topic',
      'two',
      'same',
      'same',
      'thanks',
    ]);
  });

  it('answers with the quote, its heading path, and the year it counts from the report', () => {
    expect(line('last-year')).toMatchObject({
      kind: 'answer',
      text: expect.stringContaining('2020年'),
      citations: [
        {
          reportId: 'qinghe',
          headingPath: ['一、2020年工作回顾'],
          quote: expect.stringContaining('增长6.2%'),
        },
      ],
    });
    expect(line('this-year')).toMatchObject({
      kind: 'answer',
      text: expect.stringContaining('2021年'),
      citations: [{ quote: expect.stringContaining('增长7%') }],
    });
  });

  it('gives the same answer to the same question', () => {
    const [one, other] = lines.filter(({ id }) => id === 'same');
    expect({ ...one, latencyMs: 0 }).toEqual({ ...other, latencyMs: 0 });
  });

  it('reads a follow-up with the history of its line', () => {
    expect(line('follow-up').citations).toEqual(line('this-year').citations);
  });

  it.each([
    ['line-5', '第5行', 'JSON'],
    ['line-8', '第8行', 'id: must be a string or a number'],
    ['7', '第9行', 'question: Invalid input: expected string, received array'],
    ['bad-history', '第10行', 'history: Invalid input: expected array, received string'],
    ['line-11', '第11行', 'expected object, received array'],
    ['line-13', '第13行', 'not UTF-8'],
  ])('says why %s could not be read', (id, place, reason) => {
    expect(line(id)).toMatchObject({ kind: 'failure', reason: 'bad-line', latencyMs: 0 });
    expect(line(id).text).toContain(place);
    expect(line(id).text).toContain(reason);
  });

  it.each(['controls', 'line-separator'])('reads past characters that nobody sees: %s', (id) => {
    expect(line(id).citations).toEqual(line('last-year').citations);
  });

  it.each([
    ['empty', 'empty'],
    ['blank', 'empty'],
    ['only-controls', 'not-understood'],
    ['half-a-character', 'not-understood'],
    ['emoji', 'not-understood'],
    ['long', 'too-long'],
  ])('refuses a message that holds no question (%s): %s', (id, reason) => {
    expect(line(id)).toMatchObject({ kind: 'refusal', reason, citations: [], confidence: 1 });
    expect(line(id)).not.toHaveProperty('related');
  });

  it('marks the nearest quote of a refusal as related, not as an answer', () => {
    expect(line('near-topic')).toMatchObject({
      kind: 'refusal',
      reason: 'mentioned-but-not-this',
      citations: [],
      related: [{ quote: '新建公厕36座', headingPath: ['一、2020年工作回顾', '（二）人居环境持续改善'] }],
    });
  });

  it('answers the part of a message that the report answers', () => {
    expect(line('two')).toMatchObject({ kind: 'partial', citations: [{ quote: '新建公厕36座' }] });
    expect(line('two')).not.toHaveProperty('reason');
  });

  it('answers thanks', () => {
    expect(line('thanks')).toMatchObject({ kind: 'smalltalk', reason: 'thanks', citations: [] });
  });

  function line(id: string): ReadLine {
    const found = lines.find((one) => one.id === id);
    if (found === undefined) throw new Error(`there is no line ${id}`);
    return found;
  }
});

function question(id: string, text: string): string {
  return JSON.stringify({ id, question: text });
}
