import { createInterface } from 'node:readline/promises';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runRepl } from '../../../src/channels/repl/run-repl.ts';
import { answerWithThanks } from './answer-with-thanks.ts';

describe('runRepl', () => {
  it('greets, answers each line, and hands on the turns before it', async () => {
    const { output, asked } = await talk('去年修路多少公里\n那今年呢\n:quit\n');
    expect(output[0]).toBe('问报：直接输入问题；:help 看命令，:quit 退出。\n');
    expect(output.slice(1)).toEqual(['谢谢第1句\n\n', '谢谢第2句\n\n']);
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
    expect(output.at(-1)).toBe('1. 路\n2. 桥\n');
  });

  it('forgets with :reset', async () => {
    const { output, asked } = await talk('路\n:reset\n:history\n桥\n:quit\n');
    expect(output.slice(2, 4)).toEqual(['对话已清空。\n', '还没有问过问题。\n']);
    expect(asked[1]).toEqual({ raw: '桥', history: [] });
  });

  it('names every command with :help, and for one that it does not know', async () => {
    const { output, asked } = await talk(':help\n:wyh\n:quit\n');
    for (const command of [':why', ':history', ':reset', ':help', ':quit'])
      expect(output[1]).toContain(command);
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
    expect(output.at(-1)).toBe('谢谢第3句\n\n');
  });

  it('shows a prompt for each line that may be typed', async () => {
    const keyboard = new PassThrough();
    const screen = new PassThrough();
    const { answerQuestion } = answerWithThanks();
    let shown = '';
    const ended = runRepl(createInterface({ input: keyboard, output: screen }), {
      answerQuestion,
      reports: [],
      write: (text) => screen.write(text),
    });
    screen.on('data', (part) => {
      shown += part;
      if (shown.endsWith('问> ')) keyboard.write(shown.includes('谢谢第1句') ? ':quit\n' : '路\n');
    });
    await ended;
    expect(shown).toBe('问报：直接输入问题；:help 看命令，:quit 退出。\n问> 谢谢第1句\n\n问> ');
  });
});

/** What it writes, piece by piece, and what it asks, when all of `typed` comes at once and then the input ends. */
async function talk(typed: string) {
  const keyboard = new PassThrough();
  keyboard.end(typed);
  const { answerQuestion, asked } = answerWithThanks();
  const output: string[] = [];
  const input = createInterface({ input: keyboard, output: new PassThrough() });
  await runRepl(input, { answerQuestion, reports: [], write: (text) => output.push(text) });
  return { output, asked };
}
