import { describe, expect, it } from 'vitest';
import { parseAskArguments } from '../../../src/channels/repl/ask-arguments.ts';

describe('parseAskArguments', () => {
  it.each([
    [['今年的目标'], { question: '今年的目标', json: false, why: false }],
    [['今年', '的', '目标'], { question: '今年 的 目标', json: false, why: false }],
    [['--json', '今年的目标'], { question: '今年的目标', json: true, why: false }],
    [['今年的目标', '--why', '--json'], { question: '今年的目标', json: true, why: true }],
    [['--', '-5度算不算冷'], { question: '-5度算不算冷', json: false, why: false }],
    // An empty message is answered, and what to type is said there.
    [[''], { question: '', json: false, why: false }],
  ])('reads %j as a question', (argumentList, options) => {
    expect(parseAskArguments(argumentList)).toEqual({ kind: 'question', ...options });
  });

  it.each([
    [['--batch', 'questions.jsonl'], 'questions.jsonl'],
    [['--batch=questions.jsonl'], 'questions.jsonl'],
    [['--batch', '-'], '-'],
  ])('reads %j as a batch', (argumentList, file) => {
    expect(parseAskArguments(argumentList)).toEqual({ kind: 'batch', file });
  });

  it.each([
    [[], 'No question given'],
    [['--json'], 'No question given'],
    [['--batch'], '--batch'],
    [['--xml', '今年的目标'], '--xml'],
    [['--json=yes', '今年的目标'], '--json'],
    [['--batch', 'questions.jsonl', '今年的目标'], '--batch goes alone'],
    [['--batch', 'questions.jsonl', '--json'], '--batch goes alone'],
    [['--why', '--batch', 'questions.jsonl'], '--batch goes alone'],
  ])('refuses %j, says why, and shows the usage', (argumentList, reason) => {
    const refused = expect(() => parseAskArguments(argumentList));
    refused.toThrow(expect.objectContaining({ code: 'usage', message: expect.stringContaining(reason) }));
    refused.toThrow('Usage: npm run --silent ask -- "问题" [--json] [--why], or --batch FILE');
  });
});
