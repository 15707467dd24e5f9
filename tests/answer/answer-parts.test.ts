import { describe, expect, it } from 'vitest';
import { answerParts } from '../../src/answer/answer-parts.ts';
import type { Outcome } from '../../src/answer/join-outcomes.ts';
import type { Citation, Citations } from '../../src/domain/answer.ts';
import { INTENTS, type Intent } from '../../src/domain/intent.ts';
import type { Question } from '../../src/domain/question.ts';
import { type Understood, understand } from '../../src/question/understand.ts';
import { countyReport } from './invented-report.ts';
import { judge, READER, TOKENIZER } from './make-reading.ts';

const NO_INTENT = Object.fromEntries(INTENTS.map((intent) => [intent, 0])) as Record<Intent, number>;

function outcome(question: Question, quote: string | undefined): Outcome {
  if (quote === undefined)
    return {
      question,
      answer: { kind: 'refusal', reason: 'not-in-report', statement: '', related: [], confidence: 1 },
      rule: '',
      picks: null,
    };
  const citation: Citation = {
    reportId: 'r',
    headingPath: [],
    quote,
    passage: 0,
    start: 0,
    end: quote.length,
  };
  return {
    question,
    answer: {
      kind: 'answer',
      statement: quote,
      citations: [citation] as unknown as Citations,
      confidence: 1,
    },
    rule: '',
    picks: null,
  };
}

/** The questions that gave the outcomes, where what they quote is known by a part of their text. */
async function asked(message: string, quotes: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const understood = understand(message, [], READER) as Understood;
  const outcomes = await answerParts(understood, null, {
    answerOne: (question) => Promise.resolve(outcome(question, quotes[question.text])),
    judgeOne: () => Promise.resolve([]),
    readIntent: () => Promise.resolve({ ...NO_INTENT, report: 1 }),
    segment: TOKENIZER.words,
  });
  return outcomes.map(({ question, answer }) => `${question.text} ${answer.kind}`);
}

describe('answerParts', () => {
  it('asks for each of two things where one sentence tells only of one', async () => {
    const whole = '茶叶产量和油料产量各是多少';
    const apart = { 茶叶产量是多少: '茶叶产量3吨', 油料产量是多少: '油料产量5吨' };
    const both = ['茶叶产量是多少 answer', '油料产量是多少 answer'];
    expect(await asked(whole, { [whole]: '茶叶产量3吨', ...apart })).toEqual(both);
    expect(await asked(whole, apart)).toEqual(both);
    expect(await asked(whole, { [whole]: '茶叶、油料产量分别为3吨、5吨', ...apart })).toEqual([
      `${whole} answer`,
    ]);
    expect(await asked(whole, { [whole]: '两种作物产量8吨', ...apart })).toEqual([`${whole} answer`]);
  });

  it('says of which of the two nothing is told', async () => {
    expect(await asked('茶叶产量和油料产量各是多少', { 茶叶产量是多少: '茶叶产量3吨' })).toEqual([
      '茶叶产量是多少 answer',
      '油料产量是多少 refusal',
    ]);
    expect(await asked('茶叶产量和油料产量各是多少', {})).toEqual(['茶叶产量和油料产量各是多少 refusal']);
  });

  it('takes a part without an answer for one about what was asked before', async () => {
    const message = '林地流转多少亩？成交多少钱？';
    const meant = '林地流转成交多少钱';
    expect(await asked(message, { 林地流转多少亩: '林地3亩', [meant]: '林地流转成交5元' })).toEqual([
      '林地流转多少亩 answer',
      `${meant} answer`,
    ]);
    expect(await asked(message, { 林地流转多少亩: '林地3亩' })).toEqual([
      '林地流转多少亩 answer',
      '成交多少钱 refusal',
    ]);
  });

  it('finds another kind of figure where the one asked for before was told', async () => {
    const report = countyReport({ review: '铺设管网26公里，惠及9300人。' });
    const understood = understand('管网铺了多少公里？一共惠及多少人？', [], READER) as Understood;
    const withins: boolean[] = [];
    await answerParts(understood, null, {
      answerOne: (question, { within }) => {
        withins.push(within !== undefined);
        const told = outcome(question, question.text.includes('公里') ? '铺设管网26公里' : undefined);
        return Promise.resolve(
          told.answer.kind === 'answer' ? { ...told, picks: [judge(report, '管网', question)] } : told,
        );
      },
      judgeOne: (question) => Promise.resolve([judge(report, '管网', question)]),
      readIntent: () => Promise.resolve({ ...NO_INTENT, report: 1 }),
      segment: TOKENIZER.words,
    });
    expect(withins).toEqual([false, false, true]);
  });

  it('takes both things compared from the row that tells of both in the words of the question', async () => {
    const report = countyReport({
      review: '小麦、玉米产量分别增长14%、13%。深加工小麦、优质玉米产量分别增长4%、3%。小麦产量再创新高。',
    });
    const understood = understand('去年小麦和玉米产量哪个增得快，快几个点', [], READER) as Understood;
    const { joint } = understood;
    if (joint === null) throw new Error('nothing is compared');
    const withins: (string | undefined)[] = [];
    await answerParts(understood, null, {
      answerOne: (question, { within }) => {
        withins.push(within === undefined ? undefined : report.text.slice(within.start, within.end));
        return Promise.resolve(outcome(question, undefined));
      },
      judgeOne: (question) =>
        Promise.resolve([judge(report, '新高', question), judge(report, '14%', question)]),
      readIntent: () => Promise.resolve({ ...NO_INTENT, report: 1 }),
      segment: TOKENIZER.words,
    });
    expect(withins).toEqual(['小麦、玉米产量分别增长14%、13%。', '小麦、玉米产量分别增长14%、13%。']);
  });
});
