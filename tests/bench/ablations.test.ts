import { describe, expect, it } from 'vitest';
import { ABLATIONS, type Ablation, NOTHING_OFF } from '../../bench/ablations.ts';
import { wireAblation } from '../../bench/wire-ablation.ts';
import { answerProbability } from '../../src/answer/decision-model.ts';
import { type Parts, wireCollaborators } from '../../src/app.ts';
import type { Report } from '../../src/domain/report.ts';
import { countyReport, REPORT } from '../answer/invented-report.ts';
import { MODEL } from '../answer/make-reading.ts';
import { tinyParts } from './tiny-parts.ts';

const GDP = '去年地区生产总值多少';

function named(name: string): Ablation {
  const found = ABLATIONS.find((ablation) => ablation.name.startsWith(name));
  if (found === undefined) throw new Error(`there is no ablation of ${name}`);
  return found;
}

/** A decision that lets nearly everything through: what holds it back then is what is turned off. */
function trusting(report: Report): Parts {
  return { ...tinyParts(report), model: { ...MODEL, threshold: 0.02 } };
}

async function ask(parts: Parts, ablation: Ablation, question: string, ...earlier: string[]) {
  return wireAblation(parts, ablation)(
    question,
    earlier.map((turn) => ({ question: turn })),
  );
}

describe('what is turned off', () => {
  it.each([
    ['follow-up resolving', tinyParts(REPORT), ['那今年呢', `${GDP}`], /^.*增长6\.5%/, /没有提到/],
    ['alias wordings', tinyParts(REPORT), ['去年gdp多少'], /^86\.4亿元/, /没有提到/],
    ['typo repair', tinyParts(REPORT), ['去年地取生产总值多少'], /^86\.4亿元/, /没有提到/],
    ['intent head', tinyParts(REPORT, 'errand'), ['去年气候如何'], /12345/, /没有提到/],
    ['place guard', trusting(REPORT), ['去年上海地区生产总值多少'], /没有/, /^86\.4亿元/],
    ['all guards', trusting(REPORT), ['去年上海地区生产总值多少'], /没有/, /^86\.4亿元/],
    ['list finding', trusting(REPORT), ['三大机遇是哪三大'], /^报告列出了3项：/, /报告这样写：$/],
    ['premise check', tinyParts(REPORT), ['去年地区生产总值增长8%，对吧'], /^不是。/, /报告这样写：$/],
    [
      'target preference',
      trusting(
        countyReport({
          review: '新增就业3600人。',
          plan: '（一）主要目标。财政收入增长4%。新增就业3500人。\n（二）重点工作。新增就业500人。',
        }),
      ),
      ['去年和今年新增就业多少人'],
      /2024年目标：3500人/,
      /2024年目标：500人/,
    ],
  ] as const)('is missed: %s', async (name, parts, [question, ...earlier], on, off) => {
    expect((await ask(parts, NOTHING_OFF, question, ...earlier)).answer.statement).toMatch(on);
    expect((await ask(parts, named(name), question, ...earlier)).answer.statement).toMatch(off);
  });

  it('is dense search: only what lexical search finds is read', async () => {
    const scores = await scoresOf(named('dense search'));
    expect(scores.length).toBeGreaterThan(0);
    expect(scores.every(({ lexical }) => lexical > 0)).toBe(true);
    expect((await scoresOf(NOTHING_OFF)).some(({ lexical }) => lexical === 0)).toBe(true);
  });

  it('is lexical search: nothing has a score of it', async () => {
    expect((await scoresOf(named('lexical search'))).every(({ lexical }) => lexical === 0)).toBe(true);
    expect((await scoresOf(NOTHING_OFF)).some(({ lexical }) => lexical > 0)).toBe(true);
  });

  it('is late interaction altogether: nothing has a score of it, and no word is met by its meaning', async () => {
    const { trace } = await ask(tinyParts(REPORT), named('late interaction: altogether'), GDP);
    expect(trace.candidates.every(({ scores }) => scores.lateInteraction === 0)).toBe(true);
    expect(trace.candidates.every(({ features }) => (features.met ?? 0) <= 0)).toBe(true);
  });

  it('is the order by late interaction: candidates come as the searches have them', async () => {
    const own = wireCollaborators(tinyParts(REPORT), () => {});
    const [first, second] = await own.retrieve([GDP]);
    if (first === undefined || second === undefined) throw new Error('too little is found');
    const scored = (found: typeof first, dense: number, lateInteraction: number) => ({
      ...found,
      candidate: {
        id: found.candidate.id,
        scores: { dense, lexical: 0, lateInteraction, reader: 0, fused: lateInteraction },
      },
    });
    const changed = named('late interaction: order').collaborators?.({
      ...own,
      retrieve: async () => [scored(first, 0.2, 0.9), scored(second, 0.8, 0.1)],
    });
    const found = await changed?.retrieve([GDP]);
    expect(found?.map(({ candidate }) => candidate.id)).toEqual([second.candidate.id, first.candidate.id]);
  });

  it.each(['covered', 'met', 'year'] as const)(
    'is a feature of the decision: %s counts as average',
    async (name) => {
      const { trace } = await ask(tinyParts(REPORT), named(`feature “${name}”`), GDP);
      const without = {
        ...MODEL,
        features: { ...MODEL.features, [name]: { ...MODEL.features[name], weight: 0 } },
      };
      for (const { features, probability } of trace.candidates)
        expect(probability).toBe(
          answerProbability(without, features as Parameters<typeof answerProbability>[1]),
        );
      expect(trace.candidates.length).toBeGreaterThan(0);
    },
  );
});

describe('a fault', () => {
  it('ends the run: an apology would pass for an answer', async () => {
    const parts = tinyParts(REPORT);
    const encoder = { ...parts.encoder, encode: () => Promise.reject(new Error('encoder is gone')) };
    await expect(ask({ ...parts, encoder }, NOTHING_OFF, GDP)).rejects.toThrow('encoder is gone');
  });
});

async function scoresOf(ablation: Ablation) {
  const { trace } = await ask(tinyParts(REPORT), ablation, GDP);
  return trace.candidates.map(({ scores }) => scores);
}
