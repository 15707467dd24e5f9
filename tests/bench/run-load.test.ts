import { describe, expect, it } from 'vitest';
import { type LoadChannel, runLoad } from '../../bench/run-load.ts';
import { tagAnswers, tagOf } from '../../bench/tag-answers.ts';
import { inventAnswer } from '../conversation/make-converse.ts';

function load(channel: LoadChannel['ask']) {
  const channels = [{ name: 'fake', ask: channel }];
  return runLoad({ people: 5, turns: 4, rate: 100_000, questions: ['几座公园', '几所学校'], channels });
}

function tagged() {
  return tagAnswers(async (question) => ({
    answer: inventAnswer(question),
    trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
  }));
}

describe('runLoad', () => {
  it('finds nothing wrong where everybody gets their own answers', async () => {
    const { sent, crossed, lost, times } = await load(async (_person, text) => `回答：${text}`);
    expect([sent, crossed, lost, times.get('fake')?.length]).toEqual([20, 0, 0, 20]);
  });

  it('counts answers that reach another, and those that reach nobody', async () => {
    const crossed = await load(async (person, text) => (person === 1 ? `${text}${tagOf(2, 1)}` : text));
    expect([crossed.crossed, crossed.lost]).toEqual([4, 0]);
    const late = await load(async (person, text) => (person === 1 ? `${text}${tagOf(1, 0)}` : text));
    expect([late.crossed, late.late, late.lost]).toEqual([0, 4, 0]);
    const silent = await load(async (person, text) => (person === 1 ? '' : text));
    expect([silent.crossed, silent.lost]).toEqual([0, 4]);
    const broken = await load(async (person, text) =>
      person === 1 ? Promise.reject(new Error('no')) : text,
    );
    expect([broken.crossed, broken.lost]).toEqual([0, 4]);
  });
});

describe('tagAnswers', () => {
  it('asks without the tag, and answers with it', async () => {
    const { answerQuestion, counts } = tagged();
    const { answer } = await answerQuestion(`几座公园${tagOf(1, 1)}`, []);
    expect(answer.statement).toBe(`“几座公园”的回答：3座。${tagOf(1, 1)}`);
    expect(counts()).toMatchObject({ strangeTurns: 0, missingTurns: 0 });
  });

  it('counts messages that run twice, and histories that are another’s or lack a turn', async () => {
    const { answerQuestion, counts } = tagged();
    await answerQuestion(`一问${tagOf(1, 1)}`, []);
    await answerQuestion(`一问${tagOf(1, 1)}`, []);
    await answerQuestion(`二问${tagOf(1, 2)}`, [{ question: `别人的${tagOf(2, 1)}` }]);
    await answerQuestion(`三问${tagOf(1, 3)}`, [{ question: `一问${tagOf(1, 1)}` }]);
    expect(counts().runs.get(tagOf(1, 1))).toBe(2);
    expect(counts()).toMatchObject({ strangeTurns: 1, missingTurns: 1 });
  });
});
