import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { REPORT_TEXT } from './invented-report.ts';

const TOPICS = [
  '地区生产总值',
  '财政收入',
  '外资',
  '粮食产量',
  '老旧小区改造',
  '新增就业',
  '失业率',
  '公交车',
  '低保',
  '空气质量',
  '幼儿园',
  '体育馆',
];
const FORMS = [
  (topic: string) => `去年${topic}是多少？`,
  (topic: string) => `今年${topic}的目标是多少？`,
  (topic: string) => `${topic}增长10%，对吧？`,
  (topic: string) => `${topic}今年比去年多多少？`,
];
const OTHERS = [
  '四大集群是哪四个？',
  '三大机遇是什么？',
  '三件实事是哪三件？',
  '特产有哪些？',
  '第二件实事是什么？',
  '县长是谁？',
  '群众安全感排第几？',
  '民生支出占多少？',
  '今年要建什么基地？',
  '体育馆几月建成的？',
  '去年建了几所学校？今年建几所村卫生室？',
  '2019年的生产总值是多少？',
  'What was the GDP last year?',
  'How many jobs are planned?',
  '目前有多少口袋公园？',
  '航天发射多少次？',
];
const QUESTIONS = [...TOPICS.flatMap((topic) => FORMS.map((form) => form(topic))), ...OTHERS];
/** What is no claim of its own: a row's number, how many there are, the years of the parts, a shown difference. */
const LABELS =
  /^\d+\. |^报告列出了(?:其中)?\d+项|202[34]年(?:1月)?|(?:done in|planned for) 202[34]|^[高低][\d.]+[^（]*/gmu;

describe('every answer over a report that nobody has seen', () => {
  let folder: string;
  let app: App;
  const answers: { readonly question: string; readonly answer: Answer }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wenbao-answers-'));
    await mkdir(join(folder, 'corpus', 'yunxi'), { recursive: true });
    await writeFile(join(folder, 'corpus', 'yunxi', 'report.txt'), REPORT_TEXT);
    const config = readConfig({ CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'index') });
    app = await startApp(config, { say: () => {} });
    for (const question of QUESTIONS)
      answers.push({ question, answer: (await app.answerQuestion(question, [])).answer });
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('quotes verbatim at its offsets', () => {
    for (const { question, answer } of answers) {
      const citations = 'citations' in answer ? answer.citations : 'related' in answer ? answer.related : [];
      for (const { quote, start, end } of citations) {
        expect(quote, question).not.toBe('');
        expect(REPORT_TEXT.slice(start, end), question).toBe(quote);
      }
    }
  });

  it('says no figure that does not stand in a quote', () => {
    for (const { question, answer } of answers) {
      if (!('citations' in answer)) continue;
      const quotes = answer.citations.map(({ quote }) => quote).join('\n');
      const figures = answer.statement.replace(LABELS, '').match(/\d+(?:\.\d+)?/gu) ?? [];
      for (const figure of figures) expect(quotes, `${question} → ${answer.statement}`).toContain(figure);
    }
  });

  it('answers most of what the report says, and fails at nothing', () => {
    const kinds = answers.map(({ answer }) => answer.kind);
    expect(kinds).not.toContain('failure');
    expect(kinds.filter((kind) => kind === 'answer').length).toBeGreaterThan(QUESTIONS.length / 2);
    expect(kinds).toContain('refusal');
  });
});
