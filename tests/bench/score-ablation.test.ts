import { describe, expect, it } from 'vitest';
import { NOTHING_OFF } from '../../bench/ablations.ts';
import { scoreAblation } from '../../bench/score-ablation.ts';
import type { Case } from '../../src/domain/case.ts';
import { REPORT } from '../answer/invented-report.ts';
import { fixtureCase } from '../evaluation/fixture-answers.ts';
import { tinyParts } from './tiny-parts.ts';

const FALSE_ANSWERS_ALLOWED = 0.5;

/** The report answers four of them, of which one only by another name; two it does not. */
const CASES: readonly Case[] = [
  answered('dev', '去年地区生产总值多少', '预计全年实现地区生产总值86.4亿元'),
  answered('dev', '去年新建口袋公园几座', '新建口袋公园3座'),
  answered('test', '去年gdp多少', '预计全年实现地区生产总值86.4亿元'),
  answered('test', '去年粮食总产量多少', '粮食总产量31万吨'),
  refused('dev', '去年航天发射多少次'),
  refused('test', '去年上海地区生产总值多少'),
];

function answered(split: Case['split'], question: string, evidence: string): Case {
  return fixtureCase(REPORT, { id: question, split, question, must: [], evidence: [evidence] });
}

function refused(split: Case['split'], question: string): Case {
  return fixtureCase(REPORT, { id: question, split, question, class: 'near-topic', kinds: ['refusal'] });
}

describe('scoreAblation', () => {
  it('counts what is right in either half, and what is answered without an answer', async () => {
    const { kept } = await scoreAblation(tinyParts(REPORT), NOTHING_OFF, CASES, FALSE_ANSWERS_ALLOWED);
    expect(kept).toEqual({ rightDev: 1, rightTest: 1, falseAnswers: 0 });
  });

  it('counts what is lost with one thing off', async () => {
    const aliases = {
      name: 'aliases',
      parts: (parts: ReturnType<typeof tinyParts>) => ({ ...parts, aliases: {} }),
    };
    const { kept } = await scoreAblation(tinyParts(REPORT), aliases, CASES, FALSE_ANSWERS_ALLOWED);
    expect(kept).toEqual({ rightDev: 1, rightTest: expect.closeTo(2 / 3), falseAnswers: 0 });
  });

  it('fits the decision anew to what is left: without what the shipped one goes by it refuses all, the new one does not', async () => {
    const parts = tinyParts(REPORT);
    const strict = { ...parts, model: { ...parts.model, threshold: 0.999999 } };
    const { kept, refitted } = await scoreAblation(
      strict,
      { name: 'words', features: ['covered'] },
      CASES,
      FALSE_ANSWERS_ALLOWED,
    );
    expect(kept.rightDev).toBeCloseTo(1 / 3);
    expect(refitted.rightDev).toBe(1);
  });

  it('says so where no threshold keeps to the ceiling', async () => {
    const unanswerable = CASES.filter(({ kinds }) => kinds.includes('refusal'));
    const run = scoreAblation(tinyParts(REPORT), NOTHING_OFF, unanswerable, 0);
    await expect(run).rejects.toMatchObject({ code: 'calibration' });
  });
});
