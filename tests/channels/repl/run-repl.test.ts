import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runRepl } from '../../../src/channels/repl/run-repl.ts';
import { overlapBot } from '../../evaluation/fixture-answers.ts';
import { fixtureReport } from '../../evaluation/fixture-report.ts';
import { temporaryFolder } from '../../evaluation/temporary-seeds.ts';
import { answerWithThanks } from './answer-with-thanks.ts';
import { collaborators, talk as talkWith } from './talk.ts';

describe('runRepl', () => {
  it('greets, answers each line, and hands on the turns before it', async () => {
    const { output, asked } = await talk('去年修路多少公里\n那今年呢\n:quit\n');
    expect(output[0]).toBe('问报：直接输入问题；:help 看命令，:quit 退出。\n');
    expect(output.slice(1)).toEqual(['谢谢第1句\n回执 1\n\n', '谢谢第2句\n回执 2\n\n']);
    expect(asked).toEqual([
      { raw: '去年修路多少公里', history: [] },
      { raw: '那今年呢', history: [{ question: '去年修路多少公里', answer: '谢谢第1句' }] },
    ]);
  });

  it('tells with :why how the last answer came about', async () => {
    const { output } = await talk(':why\n路\n桥\n:why\n:quit\n');
    expect(output[1]).toBe('还没有问过问题。\n');
    expect(output.at(-1)).toBe('rule        rule 2\ntime (ms)   understand 2.0\n');
  });

  it('lists with :history the questions so far', async () => {
    const { output } = await talk(':history\n路\n桥\n:history\n:quit\n');
    expect(output[1]).toBe('还没有问过问题。\n');
    expect(output.at(-1)).toBe('1. 回执 1：路\n2. 回执 2：桥\n');
  });

  it('forgets with :reset', async () => {
    const { output, asked } = await talk('路\n:reset\n:history\n桥\n:quit\n');
    expect(output.slice(2, 4)).toEqual(['对话已清空。\n', '还没有问过问题。\n']);
    expect(asked[1]).toEqual({ raw: '桥', history: [] });
  });

  it('names every command with :help, and for one that it does not know', async () => {
    const { output, asked } = await talk(':help\n:wyh\n:quit\n');
    for (const command of ':why :passage :report :keep :bad :replay :set :history :reset :help :quit'.split(
      ' ',
    ))
      expect(output[1]).toContain(`${command} `);
    expect(output[2]).toBe(`没有 :wyh 这个命令。\n${output[1]}`);
    expect(asked).toEqual([]);
  });

  it('knows a command by the colon of a Chinese keyboard, and between spaces', async () => {
    const { output } = await talk('：history\n  :history \n：quit\n路\n');
    expect(output.slice(1)).toEqual(['还没有问过问题。\n', '还没有问过问题。\n']);
  });

  it('passes over lines with nothing on them', async () => {
    expect((await talk('\n   \n　\r\n:quit\n')).asked).toEqual([]);
  });

  it.each([':quit', ':q'])('asks nothing after %s', async (command) => {
    expect((await talk(`路\n${command}\n桥\n`)).asked.map(({ raw }) => raw)).toEqual(['路']);
  });

  it('answers what was typed before the end of input, also a line without an end', async () => {
    const { asked, output } = await talk('路\n桥\n灯');
    expect(asked.map(({ raw }) => raw)).toEqual(['路', '桥', '灯']);
    expect(output.at(-1)).toBe('谢谢第3句\n回执 3\n\n');
  });

  it('shows a prompt for each line that may be typed', async () => {
    const keyboard = new PassThrough();
    const screen = new PassThrough();
    const { answerQuestion } = answerWithThanks();
    let shown = '';
    const ended = runRepl(createInterface({ input: keyboard, output: screen }), {
      ...collaborators(answerQuestion),
      write: (text) => screen.write(text),
    });
    screen.on('data', (part) => {
      shown += part;
      if (shown.endsWith('问> ')) keyboard.write(shown.includes('谢谢第1句') ? ':quit\n' : '路\n');
    });
    await ended;
    expect(shown).toBe('问报：直接输入问题；:help 看命令，:quit 退出。\n问> 谢谢第1句\n回执 1\n\n问> ');
  });
});

describe('runRepl, about the report', () => {
  const question = '一般公共预算收入完成多少亿元';
  const bot = () => collaborators(overlapBot(fixtureReport()));

  it('shows with :passage the passage around the last quote, the sentence marked', async () => {
    const output = await talkWith(`:passage\n${question}\n:passage\n:passage 2\n`, bot());
    expect(output[1]).toBe('还没有问过问题。\n');
    expect(output.at(-2)).toMatch(
      /^预计全年.*8%；【一般公共预算收入完成6\.2亿元，同比增长10\.5%。】新增就业.*\n—— 一、2017年工作回顾（第3段）\n$/u,
    );
    expect(output.at(-1)).toBe('上一个回答有1条引文。用法：:passage [第几条]\n');
  });

  it('finds with :report the sentences that hold the words, and where they stand', async () => {
    const output = await talkWith(':report 产业园\n：report 地铁\n:report\n', bot());
    expect(output[1]).toBe(
      '1. 建设四大产业园：食品产业园、光学产业园、物流产业园、智能产业园。\n   —— 二、2018年工作安排（第5段）\n',
    );
    expect(output[2]).toBe('报告里没有找到“地铁”。\n');
    expect(output[3]).toBe('用法：:report 词语\n');
  });

  it('replays with :replay what was asked, with its history, and finds the same bytes', async () => {
    const output = await talkWith(`你好\n${question}\n:replay 2\n`, bot());
    expect(output.at(-1)).toContain(`问：${question}\n`);
    expect(output.at(-1)).toContain('【原文】“一般公共预算收入完成6.2亿元');
    expect(output.at(-1)).toMatch(/回执 2：与当时逐字节相同。\n$/u);
  });

  it('says with :replay what changed since another session, or that it was the program', async () => {
    const data = temporaryFolder();
    await talkWith(`${question}\n`, collaborators(overlapBot(fixtureReport()), { data }));
    const { answerQuestion } = answerWithThanks();
    const now = collaborators(answerQuestion, { data });
    expect((await talkWith(':replay 1\n', now)).at(-1)).toMatch(
      /回执 1：与当时不同。报告、模型、索引、校准、配置都没变，变的是程序。\n$/u,
    );
    const stamps = { ...now.stamps, model: 'm2' };
    expect(
      (await talkWith(':set threshold 0.6\n:replay 1\n:replay 2\n:replay x\n', { ...now, stamps })).slice(-3),
    ).toEqual([
      expect.stringMatching(/变了：配置（as calibrated → threshold 0\.6）。\n$/u),
      '没有回执 2。\n',
      '用法：:replay 回执号\n',
    ]);
    expect((await talkWith(':replay 1\n', { ...now, stamps })).at(-1)).toContain('变了：模型（m1 → m2）。');
  });

  it('answers with :set threshold from another probability on, and goes back', async () => {
    const output = await talkWith(
      ':set threshold 0.6\n路\n:why\n:set threshold default\n路\n:why\n:set threshold 1.5\n:set colour red\n',
      collaborators(answerWithThanks().answerQuestion),
    );
    expect(output[1]).toBe('这次对话里拒答阈值为 0.6。\n');
    expect(output[3]).toContain('rule        threshold 0.6');
    expect(output[6]).toContain('rule        rule 2');
    expect(output[7]).toMatch(/^1\.5 不是 0 到 1 之间的数。用法：/u);
    expect(output[8]).toMatch(/^用法：.*现在：as calibrated\n$/u);
  });

  it('answers without a receipt where the data folder cannot be written, and says so once', async () => {
    // A path below a file cannot be written even by root, whom a read-only folder does not stop.
    const data = join(temporaryFolder(), 'file');
    writeFileSync(data, '');
    const { answerQuestion } = answerWithThanks();
    const handed = { ...collaborators(answerQuestion, { data }), remember: async () => {} };
    const output = await talkWith('路\n桥\n:history\n', handed);
    expect(output[1]).toMatch(/^Cannot read .*receipts\.jsonl: .*set DATA_DIR to another folder\.\n$/u);
    expect(output.slice(2)).toEqual(['谢谢第1句\n\n', '谢谢第2句\n\n', '1. 路\n2. 桥\n']);
  });
});

/** As `talkWith`, to a bot that thanks; also what it was asked. */
async function talk(typed: string) {
  const { answerQuestion, asked } = answerWithThanks();
  return { output: await talkWith(typed, collaborators(answerQuestion)), asked };
}
