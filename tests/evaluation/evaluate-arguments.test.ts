import { describe, expect, it } from 'vitest';
import { EVALUATE_HELP, parseEvaluateArguments } from '../../src/evaluation/evaluate-arguments.ts';

describe('parseEvaluateArguments', () => {
  it('needs nothing', () => {
    expect(parseEvaluateArguments([])).toEqual({
      seeds: 'seeds',
      out: 'reports',
      report: null,
      split: 'all',
      classes: [],
      answers: null,
      generateOnly: false,
      floors: false,
      accept: false,
      assignSplits: false,
      times: true,
      help: false,
    });
  });

  it('reads every option', () => {
    const options =
      '--seeds s --out o --report r --split test --class a --class b --answers f --floors --accept --no-times';
    expect(parseEvaluateArguments(options.split(' '))).toMatchObject({
      seeds: 's',
      out: 'o',
      report: 'r',
      split: 'test',
      classes: ['a', 'b'],
      answers: 'f',
      floors: true,
      accept: true,
      times: false,
    });
  });

  it.each([
    [['--splitt', 'dev'], /--splitt/],
    [['--split', 'half'], /--split is “half”; it can be dev, test or all/],
    [['--generate-only', '--accept'], /--generate-only scores nothing/],
    [['extra'], /extra/],
  ])('refuses %j and says how to see the options', (argumentList, message) => {
    expect(() => parseEvaluateArguments(argumentList)).toThrow(message);
    expect(() => parseEvaluateArguments(argumentList)).toThrow('--help');
  });

  it('tells of every option in the help', () => {
    for (const option of [
      'split',
      'class',
      'report',
      'seeds',
      'out',
      'generate-only',
      'answers',
      'floors',
      'accept',
      'assign-splits',
      'no-times',
    ]) {
      expect(EVALUATE_HELP).toContain(`--${option}`);
    }
  });
});
