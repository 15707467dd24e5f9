import { describe, expect, it } from 'vitest';
import { chooseList, wantedCount } from '../../src/answer/choose-list.ts';
import type { Report } from '../../src/domain/report.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

function chosen(report: Report, part: string, text: string): readonly string[] {
  const question = ask(text);
  const list = chooseList(question, [judge(report, part, question)]);
  return list?.items.map((item) => textOf(report, item)) ?? [];
}

describe('chooseList', () => {
  it('takes of two rows of one make the one that is told in the words of the question', () => {
    const report = countyReport({ review: '东湖医院、西湖医院建成投用，南山医院、北山医院即将建成。' });
    expect(chosen(report, '东湖医院', '建成投用的医院是哪两家').join()).toContain('东湖医院');
    expect(chosen(report, '东湖医院', '即将建成的医院是哪两家').join()).toContain('南山医院');
  });

  it('takes the clauses with a word of the question before a row of the same length beside them', () => {
    const report = countyReport({
      plan: '全县要大兴学习之风，提升执行力，大兴调研之风，提升决策力，大兴务实之风，提升战斗力。',
    });
    expect(chosen(report, '大兴', '要大兴的三种风气是哪些')).toEqual([
      '大兴学习之风',
      '大兴调研之风',
      '大兴务实之风',
    ]);
  });

  it('takes of two rows that alternate the one whose members are of the kind asked for', () => {
    const report = countyReport({
      plan: '要担当作为，大兴学习之风，提升执行力，大兴调研之风，提升决策力，大兴务实之风，提升战斗力。',
    });
    expect(chosen(report, '大兴', '全县今年要兴起哪几种风气').join()).toContain('调研之风');
    expect(chosen(report, '大兴', '全县今年要提升哪几种能力').join()).toContain('战斗力');
  });

  it('takes the parts under the heading that names the counted thing, however unlikely that is beside a mention', () => {
    const report = countyReport({
      plan: '优化支出结构，加大对三大攻坚战的支持。\n\n（一）坚决打好三大攻坚战。\n\n1.防范风险。看住钱。\n\n2.精准脱贫。帮到户。\n\n3.防治污染。管住烟。',
    });
    const question = ask('三大攻坚战是哪三个');
    const mention = { ...judge(report, '优化支出结构', question), probability: 0.9 };
    const heading = { ...judge(report, '坚决打好三大攻坚战', question), probability: 0.1 };
    const list = chooseList(question, [mention, heading]);
    expect(list?.items.map((item) => textOf(report, item))).toEqual([
      '1.防范风险',
      '2.精准脱贫',
      '3.防治污染',
    ]);
  });

  it('takes no row of which the counted thing is itself a member', () => {
    const report = countyReport({
      plan: '今年要注意以下几点。一是推动高质量发展。二是加大开放力度。三是打好三大攻坚战。',
    });
    expect(chosen(report, '打好三大攻坚战', '三大攻坚战是哪三个')).toEqual([]);
    expect(chosen(report, '打好三大攻坚战', '今年要注意的三点是哪三点')).toHaveLength(3);
  });
});

describe('names', () => {
  it('takes numbers of things for no names', () => {
    const report = countyReport({ review: '入选领航工厂2家、新增卓越工厂7家。' });
    expect(chosen(report, '领航', '入选的2家领航工厂是哪两家企业')).toEqual([]);
  });
});

describe('wantedCount', () => {
  it.each([
    ['另外四家叫什么名字', 4],
    ['“三个一百”行动有哪些', null],
    ['得了“五个一”奖的作品都有哪些', null],
    ['四个“专”是哪四个', 4],
    ['共同的追求是哪八个字', null],
  ])('of “%s”', (text, count) => {
    expect(wantedCount(ask(text))).toBe(count);
  });
});
