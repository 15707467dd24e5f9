import { describe, expect, it } from 'vitest';
import { compose } from '../../src/answer/compose.ts';
import { pickQuotes } from '../../src/answer/pick-quotes.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

const REPORT = countyReport({
  review: '新增城镇就业3600人。帮助下岗职工再就业1500人。城镇就业人员增加3600人。河道保洁全面推开。',
  plan: '加强水库水质监测。改造老旧水管。整治黑臭水体。支持各乡种树。',
});

function picksOf(text: string, parts: Readonly<Record<string, number>>) {
  const question = ask(text);
  const [best, ...others] = Object.entries(parts).map(([part, probability]) =>
    judge(REPORT, part, question, probability),
  );
  if (best === undefined) throw new Error('no candidate');
  return { question, picks: pickQuotes(question, best, others, others) };
}

function quotes(text: string, parts: Readonly<Record<string, number>>): readonly string[] {
  return picksOf(text, parts).picks.map(({ quote }) => textOf(REPORT, quote));
}

function statement(text: string, parts: Readonly<Record<string, number>>): string {
  const { question, picks } = picksOf(text, parts);
  return compose(question, picks, null).statement;
}

describe('pickQuotes', () => {
  it('shows beside the likeliest what may be meant as well, the likeliest first', () => {
    expect(quotes('水不干净，管不管？', { 改造老旧水管: 0.5, 水质监测: 0.3, 黑臭: 0.21, 种树: 0.1 })).toEqual(
      ['改造老旧水管', '加强水库水质监测', '整治黑臭水体'],
    );
  });

  it('shows a phrase that stands in two places once', () => {
    const report = countyReport({ review: '锚定三地目标，修路。', plan: '锚定三地目标，种树。' });
    const question = ask('三地目标说的什么意思');
    const [one, other] = ['修路', '种树'].map((part) => judge(report, part, question));
    if (one === undefined || other === undefined) throw new Error('no candidate');
    const quote = (judged: typeof one) => ({
      ...judged,
      quote: { start: judged.reading.sentence.start, end: judged.reading.sentence.start + 6 },
    });
    expect(pickQuotes(question, quote(one), [quote(other)], [])).toHaveLength(1);
  });

  it('tells the other year’s figure that was likelier in fewer of the question’s words', () => {
    const report = countyReport({
      review: '财政赤字率一直控制在3%以内。',
      plan: '今年财政拟安排的赤字率为2.6%。',
    });
    const question = ask('财政赤字率多少');
    const [best, other] = [judge(report, '3%', question, 0.43), judge(report, '2.6%', question, 0.46)];
    expect(pickQuotes(question, best, [other], [other])).toHaveLength(2);
  });

  it('shows the likeliest alone where nothing comes near it', () => {
    expect(quotes('水管旧了，管不管？', { 改造老旧水管: 0.9, 水质监测: 0.3 })).toEqual(['改造老旧水管']);
  });

  it('says of which years the quotes are', () => {
    expect(statement('河道怎么治理？', { 黑臭: 0.5, 河道保洁: 0.4 })).toBe(
      '2024年的安排和2023年的完成情况，报告这样写：',
    );
  });

  it('tells two figures that may be meant with what they are figures of', () => {
    const asked = '多少人又找到活干了？';
    expect(statement(asked, { 城镇就业3600: 0.5, 再就业1500: 0.4 })).toBe(
      '2023年：新增城镇就业3600人；帮助下岗职工再就业1500人。',
    );
    expect(quotes(asked, { 城镇就业3600: 0.5, 再就业1500: 0.3 })).toEqual(['新增城镇就业3600人']);
  });

  it('tells no figure of another thing for the other year of what a message leans on', () => {
    const report = countyReport({
      review: '县里财政为救灾安排384万元，县里出力。',
      plan: '医改投入850万元，县里出331万元。',
    });
    const picks = (leansOn: string) => {
      const question = { ...ask('医改县里出多少'), raw: '县里出多少', leansOn };
      const best = judge(report, '850', question, 0.4);
      const other = judge(report, '384', { ...question, ...ask('县里出多少') }, 0.3);
      return pickQuotes(question, best, [other], [other]).length;
    };
    expect(picks('医改投多少钱')).toBe(1);
    expect(picks('')).toBe(2);
  });

  it('tells no share beside a number, and no plan without a figure', () => {
    const report = countyReport({
      review: '新增普惠托位897个。',
      plan: '普惠托位占比提高到68%。支持普惠托位建设。新增普惠托位600个。',
    });
    const told = (part: string) => {
      const question = ask('普惠托位新增多少');
      const [best, other] = [judge(report, '897个', question), judge(report, part, question)];
      return pickQuotes(question, best, [other], [other]).map(({ quote }) => textOf(report, quote));
    };
    expect(told('68%')).toHaveLength(1);
    expect(told('支持')).toHaveLength(1);
    expect(told('600个')).toHaveLength(2);
  });

  it('tells the same figure once', () => {
    expect(quotes('多少人又找到活干了？', { 城镇就业3600: 0.5, 就业人员增加: 0.4 })).toEqual([
      '新增城镇就业3600人',
    ]);
  });

  describe('asked what was done or is planned', () => {
    const REVIEW = '建成港区消防站1座。排查火灾隐患43处，关停仓库8家。河道保洁全面推开。';
    const told = (report: ReturnType<typeof countyReport>, text: string, parts: readonly string[]) => {
      const question = ask(text);
      const [best, ...rest] = parts.map((part, at) => judge(report, part, question, at === 0 ? 0.9 : 0.02));
      if (best === undefined) throw new Error('no candidate');
      return pickQuotes(question, best, [], rest).map(({ quote }) => textOf(report, quote));
    };

    it('goes on with the next sentence that is near to the question as well', () => {
      const report = countyReport({ review: REVIEW });
      const asked = '火灾消防上去年干了哪些事';
      expect(told(report, asked, ['消防站', '火灾隐患'])).toEqual([
        '建成港区消防站1座。排查火灾隐患43处，关停仓库8家',
      ]);
      expect(told(report, asked, ['消防站'])).toEqual(['建成港区消防站1座']);
    });

    it('tells what stands behind a sentence that only heads it, up to the next one', () => {
      const plan = '三是做强园区。新建厂房2万平方米。四是壮大集体经济。薄弱村减少10个。五是种树。';
      expect(told(countyReport({ plan }), '集体经济今年有什么打算', ['四是'])).toEqual([
        '四是壮大集体经济。薄弱村减少10个',
      ]);
    });

    it('tells a short paragraph whole whose heading is asked about', () => {
      const plan =
        '（一）发展都市农业\n建设高标准农田80亩；打造荷园、茶园两个休闲农业示范点。\n（二）做强工业\n新建厂房2万平方米。';
      expect(told(countyReport({ plan }), '今年农业方面有哪些计划', ['示范点', '（一）发展'])).toEqual([
        '建设高标准农田80亩；打造荷园、茶园两个休闲农业示范点',
      ]);
      expect(told(countyReport({ plan }), '今年农业方面有哪些计划', ['（一）发展'])).toEqual([
        '建设高标准农田80亩；打造荷园、茶园两个休闲农业示范点',
      ]);
    });

    it('shows no heading beside what is done', () => {
      const report = countyReport({ plan: '（一）抓好消防\n新建消防站1座，修路3公里。\n' });
      const question = ask('今年消防有什么打算');
      const [best, heading] = [judge(report, '消防站', question), judge(report, '（一）', question, 0.8)];
      expect(pickQuotes(question, best, [heading], [heading])).toHaveLength(1);
    });
  });
});
