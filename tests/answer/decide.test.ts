import { describe, expect, it } from 'vitest';
import { decide, type Judged, type Verdict } from '../../src/answer/decide.ts';
import type { Request } from '../../src/question/read-request.ts';
import { countyReport, REPORT } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

const THRESHOLD = 0.4;

interface Context {
  readonly request?: Request;
  readonly yearCovered?: boolean;
}

/** The verdict on sentences of the invented report, by a part of their words, with their probabilities. */
function verdictOn(
  text: string,
  parts: Readonly<Record<string, number>>,
  { request, yearCovered = true }: Context = {},
): Verdict {
  const question = ask(text);
  const judged = Object.entries(parts).map(([part, probability]) =>
    judge(REPORT, part, question, probability),
  );
  return decide(question, judged, { threshold: THRESHOLD, request: request ?? null, yearCovered });
}

function quotes(verdict: Verdict): readonly string[] {
  return verdict.kind === 'answer'
    ? verdict.picks.map(({ reading, quote }) => textOf(reading.report, quote))
    : [];
}

function nearest(verdict: Verdict): string | null {
  const judged: Judged | null = verdict.kind === 'refuse' ? verdict.nearest : null;
  return judged === null ? null : textOf(judged.reading.report, judged.quote);
}

describe('decide', () => {
  it('tells the measure that is asked for, where another thing’s is likelier', () => {
    const report = countyReport({
      review: '云溪工业集中区完成工业总产值236亿元。全年实现地区生产总值238亿元。',
    });
    const question = ask('云溪去年地区生产总值多少');
    const judged = [judge(report, '工业总产值', question, 0.9), judge(report, '238亿', question, 0.41)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(quotes(verdict)).toEqual(['全年实现地区生产总值238亿元']);
  });

  it('tells what has a word of the question before what has all of a wording without it', () => {
    const report = countyReport({ review: '505人下岗后重新上岗。新增就业184人。' });
    const question = ask('去年有多少人下岗后就业');
    const judged = [
      judge(report, '下岗', question, 0.9),
      judge(report, '新增就业', { ...question, text: '就业' }, 0.6),
    ];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(quotes(verdict)[0]).toContain('下岗');
  });

  it('tells when, though the sentence says little more than the question', () => {
    const report = countyReport({ plan: '到2027年山区基本普及九年义务教育。' });
    const question = ask('山区哪年基本普及九年义务教育');
    const verdict = decide(question, [judge(report, '2027年', question, 0.9)], {
      threshold: THRESHOLD,
      request: null,
      yearCovered: true,
    });
    expect(quotes(verdict).join()).toContain('2027年');
  });

  it('tells what the plans are by no row of names, unless so many are asked for', () => {
    const report = countyReport({
      plan: '今年打造荷园、茶园、果园三个农业示范点，新建农庄10家，修渠20公里。',
    });
    const listFor = (text: string) => {
      const question = ask(text);
      const judged = [judge(report, '示范点', question, 0.9)];
      const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
      return verdict.kind === 'answer' ? (verdict.list?.items.length ?? 0) : null;
    };
    expect(listFor('今年农业有哪些计划')).toBe(0);
    expect(listFor('今年农业示范点有哪三个')).toBe(3);
  });

  it('tells what is done by what says more than that it is', () => {
    const report = countyReport({
      plan: '改革个人所得税。加强绩效管理。提高个人所得税起征点，增加专项费用扣除。',
    });
    const question = ask('今年个人所得税有什么打算');
    const judged = [judge(report, '改革个人', question, 0.9), judge(report, '起征点', question, 0.4)];
    const verdict = decide(question, judged, { threshold: 0.1, request: null, yearCovered: true });
    expect(quotes(verdict)[0]).toBe('提高个人所得税起征点，增加专项费用扣除');
  });

  describe('when the plan of one year completes what is asked about', () => {
    const PLAN = '力促青石大桥建成投运，推进白鹭大桥建设。白鹭路全面开工，竹海家园安置房交付使用。';
    const unlikely = (text: string, part: string): Verdict => {
      const report = countyReport({ plan: `今年${PLAN}`, review: '去年云岭大桥建成投运。' });
      const question = ask(text);
      const judged = [judge(report, part, question, 0.1)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    };

    it.each([
      ['青石大桥什么时候通车', '青石大桥'],
      ['青石大桥哪年能建好', '青石大桥'],
      ['竹海家园安置房什么时候能住进去', '竹海家园'],
    ])('%s is told by standing there', (text, part) => {
      expect(unlikely(text, part).kind).toBe('answer');
    });

    it.each([
      ['another thing of the sentence', '白鹭大桥什么时候通车', '青石大桥'],
      ['another thing altogether', '云海大桥什么时候通车', '青石大桥'],
      ['when it begins', '竹海家园安置房什么时候开工', '竹海家园'],
      ['a day', '青石大桥哪天通车', '青石大桥'],
      ["what is the asker's own", '我家竹海家园安置房什么时候交房', '竹海家园'],
      ['what was done', '云岭大桥什么时候通车', '云岭大桥'],
    ])('not for %s', (_, text, part) => {
      expect(unlikely(text, part).kind).toBe('refuse');
    });
  });

  it('answers from the threshold on, with the likeliest sentence', () => {
    const verdict = verdictOn('去年新建口袋公园多少座？', { 公交车35辆: 0.3, 口袋公园: THRESHOLD });
    expect(quotes(verdict)).toEqual(['新建口袋公园3座']);
    expect(verdict).toMatchObject({ kind: 'answer', list: null });
  });

  it('tells what is called done and is planned as a plan', () => {
    const verdict = verdictOn('夜间公交专线去年已经开通了吧？', { 新增公交线路: 0.5, 夜间公交专线: 0.8 });
    expect(quotes(verdict)).toEqual(['三是开通夜间公交专线2条，方便群众出行']);
  });

  it('believes a day that is asked for and told, whatever the message reads like', () => {
    const report = countyReport({ review: '6月9日，县里举办白鹭节。白鹭节9月闭幕。' });
    const request: Request = {
      reason: 'off-topic',
      chance: 0.05,
      worded: false,
      rule: 'reads like: off-topic',
    };
    const asked = (text: string) => {
      const question = ask(text);
      const judged = [judge(report, '6月9日', question, 0.45)];
      return decide(question, judged, { threshold: THRESHOLD, request, yearCovered: true }).kind;
    };
    expect(asked('白鹭节是哪一天')).toBe('answer');
    expect(asked('灯会是哪一天')).toBe('refuse');
    expect(asked('白鹭节谁举办')).toBe('refuse');
  });

  it('believes a sentence that names as many as are asked for rather than it looks', () => {
    const report = countyReport({ plan: '东湖、西湖、南湖三条绿道开工。山区、库区和林区都有绿道。' });
    const asked = (text: string, part: string) => {
      const question = ask(text);
      const judged = [judge(report, part, question, 0.2)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true }).kind;
    };
    expect(asked('三条绿道是哪三条？', '东湖')).toBe('answer');
    expect(asked('三条绿道是哪三条？', '山区')).toBe('refuse');
    expect(asked('四条绿道是哪四条？', '东湖')).toBe('refuse');
  });

  it('believes a sentence that says what the term means, and members with the quoted word, rather than it looks', () => {
    const report = countyReport({
      plan: '构建“一核三组团”格局：“一核”即老城，“三组团”即东港组团、西港组团、南洲组团。\n加强自身建设。一是政治要更强。二是执法要更严。三是作风要更实。',
    });
    const asked = (text: string, part: string) => {
      const question = ask(text);
      const judged = [judge(report, part, question, 0.2)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true }).kind;
    };
    expect(asked('“三组团”具体指什么', '老城')).toBe('answer');
    expect(asked('什么叫“一核”', '老城')).toBe('answer');
    expect(asked('“一核”今年投什么项目', '老城')).toBe('refuse');
    expect(asked('自身建设提了哪三个“更”', '加强自身')).toBe('answer');
    expect(asked('自身建设提了哪三个“最”', '加强自身')).toBe('refuse');
  });

  it('believes a sentence that has the words and the unit asked for rather than it looks', () => {
    const report = countyReport({ review: '新能源汽车年产量增至82万辆。' });
    const verdictOf = (text: string) => {
      const question = ask(text);
      const judged = [judge(report, '82万辆', question, 0.22)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true }).kind;
    };
    expect(verdictOf('新能源汽车年产量多少辆')).toBe('answer');
    expect(verdictOf('新能源汽车年产量怎么样')).toBe('refuse');
    expect(verdictOf('拖拉机厂的工人能造多少辆')).toBe('refuse');
  });

  it('tells of another year what is asked of the one in which only another thing is done', () => {
    const report = countyReport({ plan: '今年建成青石高铁。2026年、2028年分别建成白鹭、云岭高铁。' });
    const asked = (text: string) => {
      const question = ask(text);
      const judged = [judge(report, '青石', question, 0.6), judge(report, '白鹭', question, 0.5)];
      const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
      return verdict.kind === 'answer' ? textOf(report, verdict.picks[0].quote) : null;
    };
    expect(asked('云岭高铁今年能通车吗')).toBe('2026年、2028年分别建成白鹭、云岭高铁');
    expect(asked('竹海高铁今年能通车吗')).toBeNull();
  });

  it('tells what is planned where a target is asked for, however likely what was done', () => {
    const report = countyReport({ review: '外资到位1200万美元。', plan: '利用外资1500万美元。' });
    const question = ask('外资去年1200万美元，今年目标多少');
    const judged = [judge(report, '1200万', question, 0.9), judge(report, '1500万', question, 0.42)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(verdict.kind === 'answer' && textOf(report, verdict.picks[0].quote)).toBe('利用外资1500万美元');
  });

  it('believes a target told in words rather than it looks', () => {
    const report = countyReport({ plan: '居民收入增长和经济增长基本同步。' });
    const kindOf = (text: string) => {
      const question = ask(text);
      const judged = [judge(report, '同步', question, 0.25)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true }).kind;
    };
    expect(kindOf('居民收入增长目标是多少')).toBe('answer');
    expect(kindOf('居民收入增长是多少')).toBe('refuse');
  });

  it('prefers a figure to what is told in words', () => {
    const report = countyReport({ review: '城乡低保稳步提高。城乡低保标准提高48%。' });
    const question = ask('城乡低保提高了多少');
    const judged = [judge(report, '稳步', question, 0.6), judge(report, '48%', question, 0.5)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(verdict.kind === 'answer' && textOf(report, verdict.picks[0].quote)).toBe('城乡低保标准提高48%');
  });

  it('says of a follow-up that what it is about is spoken of', () => {
    const report = countyReport({ plan: '青石水库争取开工。改造老旧水管。' });
    const verdictOf = (leansOn: string) => {
      const question = { ...ask('青石水库哪个月能投入使用'), raw: '这个项目哪个月能投入使用', leansOn };
      const judged = [judge(report, '水管', question, 0.002), judge(report, '青石水库', question, 0.001)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    };
    expect(verdictOf('青石水库今年开工吗')).toMatchObject({ reason: 'mentioned-but-not-this' });
    expect(nearest(verdictOf('青石水库今年开工吗'))).toBe('青石水库争取开工');
    expect(verdictOf('')).toMatchObject({ reason: 'not-in-report' });
  });

  it('says what is near where nothing reaches the threshold', () => {
    const verdict = verdictOn('去年新建口袋公园多少座？', { 口袋公园: 0.15 });
    expect(verdict).toMatchObject({ kind: 'refuse', reason: 'mentioned-but-not-this' });
    expect(nearest(verdict)).toBe('新建口袋公园3座');
  });

  it('shows nothing where nothing is near', () => {
    const verdict = verdictOn('航天发射多少次？', { 口袋公园: 0.01 });
    expect(verdict).toMatchObject({ kind: 'refuse', reason: 'not-in-report', nearest: null });
    expect(verdictOn('航天发射多少次？', {})).toMatchObject({ reason: 'not-in-report', nearest: null });
  });

  it('refuses a year that no report speaks of', () => {
    const verdict = verdictOn('2035年新建口袋公园多少座？', { 口袋公园: 0.9 }, { yearCovered: false });
    expect(verdict).toMatchObject({ kind: 'refuse', reason: 'other-year', nearest: null });
  });

  it.each([
    ['of another year', '今年新建口袋公园多少座？', '口袋公园', /another year/u],
    ['without the unit asked for', '去年新建口袋公园花了多少钱？', '口袋公园', /lacks the kind of figure/u],
    ['without a day', '去年几月几号新建口袋公园？', '口袋公园', /a day or month/u],
    ['of another part of the year', '去年上半年新建口袋公园多少座？', '口袋公园', /上半年 is asked for/u],
    ['of another month', '去年9月建成什么？', '县体育馆', /9月 is asked for/u],
  ])('refuses with the nearest sentence %s', (_, question, part, rule) => {
    const verdict = verdictOn(question, { [part]: 0.9 });
    expect(verdict).toMatchObject({ kind: 'refuse', reason: 'mentioned-but-not-this' });
    expect(verdict.rule).toMatch(rule);
    expect(nearest(verdict)).not.toBeNull();
  });

  it('answers from the sentence that lacks nothing where another is a little likelier', () => {
    const parts = { '县长 沈岚': 0.9, '2024年1月9日': 0.8 };
    expect(quotes(verdictOn('这次大会是哪一天开的？', parts)).join()).toContain('2024年1月9日');
    expect(verdictOn('这次大会是哪一天开的？', { ...parts, '2024年1月9日': 0.42 }).kind).toBe('refuse');
  });

  it('tells no other thing’s figure where the likeliest sentence has another group', () => {
    const report = countyReport({
      review: '居民医保财政补助提高到每人420元。公共卫生经费财政补助提高到每人45元。',
      plan: '建设青石公园。',
    });
    const question = ask('职工医保财政补助提高到多少');
    const judged = [judge(report, '420', question, 0.9), judge(report, '45', question, 0.8)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect([verdict.kind, nearest(verdict)]).toEqual(['refuse', '居民医保财政补助提高到每人420元']);
  });

  it('tells the figure of the group that is asked for, however much likelier another group’s is', () => {
    const report = countyReport({
      review: '实际使用外资1263万美元。对外直接投资1180万美元。',
      plan: '建设青石公园。',
    });
    const question = ask('去年实际往国外投出去多少');
    const judged = [judge(report, '1263', question, 0.9), judge(report, '1180', question, 0.6)];
    const found = { threshold: 0.5, request: null, yearCovered: true };
    const verdict = decide(question, judged, found);
    expect(verdict.kind === 'answer' && verdict.picks[0].probability).toBe(0.6);
    const unlikelier = [judged[0], judge(report, '1180', question, 0.3)] as typeof judged;
    expect(decide(question, unlikelier, { ...found, threshold: 0.2 }).kind).toBe('answer');
  });

  it('refuses where only another year’s sentence has the words of the question', () => {
    const report = countyReport({
      review: '实际利用外资1200万美元。',
      plan: '外贸进出口总额突破3900万美元。',
    });
    const question = ask('去年外贸进出口总额多少万美元？');
    const judged = [judge(report, '3900', question, 0.7), judge(report, '1200', question, 0.5)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect([verdict.kind, nearest(verdict)]).toEqual(['refuse', '外贸进出口总额突破3900万美元']);
  });

  it('takes the target of the report beside what was done, not a part of it that is likelier', () => {
    const report = countyReport({
      review: '城镇新增就业3600人。',
      plan: '今年的预期目标：城镇新增就业3500人以上。\n（一）壮大产业。力争新增就业突破800人。',
    });
    const question = ask('去年和今年新增就业多少人？');
    const [done, part, target] = [
      judge(report, '3600人', question, 0.8),
      judge(report, '800人', question, 0.9),
      judge(report, '3500人', question, 0.6),
    ];
    const verdict = decide(question, [done, part, target], {
      threshold: THRESHOLD,
      request: null,
      yearCovered: true,
    });
    expect(quotes(verdict)).toEqual(['城镇新增就业3600人', '今年的预期目标：城镇新增就业3500人以上']);
  });

  it('says that a premise holds of another year than the one it names', () => {
    const verdict = verdictOn('2024年新建了口袋公园3座，是吧？', { 口袋公园: 0.9 });
    expect(verdict).toMatchObject({ kind: 'answer', rule: 'said of another year' });
    expect(verdictOn('2024年新建了口袋公园5座，是吧？', { 口袋公园: 0.9 }).kind).toBe('refuse');
    const parts = { 口袋公园: 0.9, 夜间公交专线: 0.41 };
    expect(verdictOn('2024年新建了口袋公园3座，是吧？', parts)).toMatchObject({
      rule: 'said of another year',
    });
  });

  it('holds a figure that is put forward against the report where only the head takes it for an opinion', () => {
    const request: Request = { reason: 'opinion', chance: 0.05, worded: false, rule: 'reads like: opinion' };
    const parts = { 口袋公园: 0.5 };
    expect(verdictOn('去年新建口袋公园8座，是不是？', parts, { request }).kind).toBe('answer');
    expect(verdictOn('去年新建口袋公园，你怎么评价？', parts, { request }).kind).toBe('refuse');
    const worded = { ...request, worded: true };
    expect(verdictOn('去年新建口袋公园8座，是不是？', parts, { request: worded }).kind).toBe('refuse');
  });

  it.each([
    ['which they are', '新建的3座口袋公园都是哪些？', /no list of 3|only their number/u],
    ['where they are', '那14个老旧小区叫什么名字？', /no list of 14|only their number/u],
  ])('refuses to tell %s where only their number is told', (_, question, rule) => {
    const part = question.includes('公园') ? '口袋公园' : '老旧小区';
    const verdict = verdictOn(question, { [part]: 0.9 });
    expect(verdict).toMatchObject({ kind: 'refuse', reason: 'mentioned-but-not-this' });
    expect(verdict.rule).toMatch(rule);
  });

  it('takes the sentence with the words of a figure question before one that is only like it', () => {
    const report = countyReport({ review: '各项民生支出6亿元。财政收入完成4亿元。' });
    const question = ask('财政收入多少？');
    const verdict = decide(
      question,
      [judge(report, '民生', question, 0.8), judge(report, '财政', question, 0.6)],
      {
        threshold: THRESHOLD,
        request: null,
        yearCovered: true,
      },
    );
    expect(quotes(verdict)).toEqual(['财政收入完成4亿元']);
  });

  it('says of another year what is put forward for one, where the sentence names its own', () => {
    const report = countyReport({ plan: '到2026年底，贫困人口全部脱贫。建设公园2座。' });
    const ruleOf = (text: string, part: string) => {
      const question = ask(text);
      const judged = [judge(report, part, question, 0.9)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true }).rule;
    };
    expect(ruleOf('贫困人口是到2028年底全部脱贫吧', '脱贫')).toBe('said of another year');
    expect(ruleOf('公园是到2028年底建设吧', '公园')).not.toBe('said of another year');
  });

  it('takes the number of the thing asked for before that of what it did', () => {
    const report = countyReport({ review: '医疗中心引入新项目874项。9个医疗中心开诊运营。' });
    const question = ask('医疗中心几个？');
    const judged = [judge(report, '874', question, 0.8), judge(report, '9个', question, 0.5)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(quotes(verdict)).toEqual(['9个医疗中心开诊运营']);
  });

  it('holds a year that is put forward against what the report says of the thing itself', () => {
    const report = countyReport({ review: '建成柳浪铁路、滨河大桥。', plan: '2028年建成湖滨铁路。' });
    const verdictFor = (text: string) => {
      const question = ask(text);
      const judged = [judge(report, '柳浪', question, 0.8), judge(report, '湖滨', question, 0.5)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    };
    expect(verdictFor('柳浪铁路2028年才建成是吧')).toMatchObject({
      kind: 'answer',
      rule: 'said of another year',
    });
    expect(verdictFor('湖滨铁路2028年才建成是吧')).not.toMatchObject({ rule: 'said of another year' });
  });

  it('takes what several years bring before what one does, where several are asked for', () => {
    const report = countyReport({ plan: '五年淘汰落后炉窑90座。今年淘汰落后炉窑20座。' });
    const verdictFor = (text: string) => {
      const question = ask(text);
      const judged = [judge(report, '20座', question, 0.9), judge(report, '90座', question, 0.5)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    };
    expect(quotes(verdictFor('五年淘汰落后炉窑多少座'))).toEqual(['五年淘汰落后炉窑90座']);
    expect(quotes(verdictFor('今年淘汰落后炉窑多少座'))).toEqual(['今年淘汰落后炉窑20座']);
  });

  it('holds a single word that a sentence does not have to more', () => {
    const report = countyReport({ plan: '推动农业综合发展。加强物业管理。' });
    const verdictFor = (part: string) => {
      const question = ask('物业');
      const judged = [judge(report, part, question, 0.45)];
      return decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true }).kind;
    };
    expect(verdictFor('农业')).toBe('refuse');
    expect(verdictFor('物业')).toBe('answer');
  });

  it('takes the sentence with the new word of a follow-up before one with only the words it leans on', () => {
    const report = countyReport({ review: '空气优良天数比率达83%。地表水优良比例达94%。' });
    const question = ask('水呢', ['空气优良天数比率是多少']);
    const judged = [judge(report, '空气', question, 0.8), judge(report, '地表水', question, 0.6)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(quotes(verdict)).toEqual(['地表水优良比例达94%']);
  });

  it('takes no sentence that only announces what follows', () => {
    const report = countyReport({ plan: '今年环保上重点做好以下三方面工作。环保上取缔散乱污企业。' });
    const question = ask('今年环保上有什么任务');
    const verdict = decide(
      question,
      [judge(report, '以下', question, 0.8), judge(report, '取缔', question, 0.6)],
      { threshold: THRESHOLD, request: null, yearCovered: true },
    );
    expect(quotes(verdict)).toEqual(['环保上取缔散乱污企业']);
  });

  it('lists a pair that a word of the question sums up', () => {
    const report = countyReport({ plan: '培育文庙、宝龙广场等商圈，提升东西大街品质。' });
    const question = ask('商圈有哪些？');
    const verdict = decide(question, [judge(report, '商圈', question, 0.9)], {
      threshold: THRESHOLD,
      request: null,
      yearCovered: true,
    });
    const items = verdict.kind === 'answer' ? (verdict.list?.items ?? []) : [];
    expect(items.map((item) => textOf(report, item))).toEqual(['文庙', '宝龙广场']);
  });

  it('lists the row each of whose members has the word that the question quotes', () => {
    const report = countyReport({ plan: '实行专人、专班、专案负责。依托专家、学者、能人打造专业园。' });
    const question = ask('三个“专”指的是哪三个？');
    const judged = [judge(report, '专家', question, 0.9), judge(report, '专班', question, 0.7)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    const items = verdict.kind === 'answer' ? (verdict.list?.items ?? []) : [];
    expect(items.map((item) => textOf(report, item).slice(0, 4))).toEqual(['实行专人', '专班', '专案负责']);
  });

  it('lists so many clauses of a passage as say one word of the question', () => {
    const report = countyReport({
      review: '技改投资历年最多，外贸出口稳步回升；企业数量增速历年最快；人才层次历年最高。',
    });
    const question = ask('三个历年之最说的是哪三件事？');
    const judged = ['技改', '企业数量', '人才'].map((part, index) =>
      judge(report, part, question, 0.9 - index / 10),
    );
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    const items = verdict.kind === 'answer' ? (verdict.list?.items ?? []) : [];
    expect(items.map((item) => textOf(report, item))).toEqual([
      '技改投资历年最多',
      '企业数量增速历年最快',
      '人才层次历年最高',
    ]);
  });

  it.each(['去年几月建成县体育馆？', '去年6月份建成什么？', '去年六月建成什么？'])(
    'answers %s from a sentence that names the month',
    (question) => {
      expect(quotes(verdictOn(question, { 县体育馆: 0.9 }))).toEqual(['6月建成县体育馆']);
    },
  );

  it('passes over a sentence that cannot answer for one that can', () => {
    const question = '今年新增就业多少人？';
    const verdict = verdictOn(question, { 城镇新增就业3600人: 0.9, 城镇新增就业3500人以上: 0.5 });
    expect(quotes(verdict)).toEqual(['城镇新增就业3500人以上']);
  });

  it('refuses a request unless a sentence answers it almost surely', () => {
    const question = '低保怎么申请？';
    const request = { reason: 'errand', chance: 0.05, worded: false, rule: 'reads like: errand' } as const;
    expect(verdictOn(question, { 低保资金: 0.45 }, { request })).toMatchObject({
      kind: 'refuse',
      reason: 'errand',
    });
    expect(verdictOn(question, { 低保资金: 0.9 }, { request }).kind).toBe('answer');
    const doubtful = { ...request, chance: 0.4 };
    expect(verdictOn(question, { 低保资金: 0.45 }, { request: doubtful })).toMatchObject({
      kind: 'refuse',
      reason: 'mentioned-but-not-this',
    });
  });

  it('takes what was done before what is planned where it is asked how much was done', () => {
    const report = countyReport({ review: '建成村卫生室30个。', plan: '新建村卫生室10个。' });
    const question = ask('村卫生室建了几个');
    const judged = [judge(report, '10个', question, 0.95), judge(report, '30个', question, 0.6)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(verdict).toMatchObject({ kind: 'answer' });
    expect(quotes(verdict)[0]).toContain('30个');
  });

  it('takes the target from among the report’s targets, not from a measure for a part of it', () => {
    const report = countyReport({
      review: '新增就业3600人。',
      plan: '主要预期目标是：地区生产总值增长6%；城镇新增就业3500人以上。\n发展电商，新增就业200人。',
    });
    const question = ask('新增就业2023年完成的和2024年的目标各多少人');
    const judged = [
      judge(report, '新增就业200人', question, 0.95),
      judge(report, '新增就业3500人', question, 0.93),
      judge(report, '新增就业3600人', question, 0.9),
    ];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(quotes(verdict).join()).toContain('3500人');
    expect(quotes(verdict).join()).toContain('3600人');
    expect(quotes(verdict).join()).not.toContain('200人');
  });

  it.each([
    ['居民收入增长目标', '与经济增长同步'],
    ['居民收入增长目标是多少', '与经济增长同步'],
    ['居民收入增长超过目标没有', '增长7%'],
  ])('takes what is planned for the target, not what was done: %s', (asked, expected) => {
    const report = countyReport({
      review: '居民人均可支配收入增长7%。',
      plan: '主要预期目标是：居民人均可支配收入与经济增长同步。',
    });
    const question = ask(asked);
    const judged = [judge(report, '增长7%', question, 0.9), judge(report, '同步', question, 0.8)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(quotes(verdict)[0]).toContain(expected);
  });

  it('turns nobody away from the report whose subject it speaks of, unless the wording tells', () => {
    const question = '体育馆几月建成，等得烦死了';
    const request = {
      reason: 'complaint',
      chance: 0.05,
      worded: false,
      rule: 'reads like: complaint',
    } as const;
    const sentences = { 城镇登记失业率控制在4: 0.5 };
    expect(verdictOn(question, sentences, { request })).toMatchObject({ reason: 'mentioned-but-not-this' });
    expect(verdictOn(question, { 城镇登记失业率控制在4: 0.01 }, { request })).toMatchObject({
      reason: 'complaint',
    });
    expect(verdictOn(question, sentences, { request: { ...request, worded: true } })).toMatchObject({
      reason: 'complaint',
    });
    // Hardly anything of the report, though something is always nearest.
    expect(verdictOn('蒸鸡蛋要几分钟', { 城镇登记失业率控制在4: 0.15 }, { request })).toMatchObject({
      reason: 'complaint',
    });
  });

  it.each(['地区生产总值增长多少？', '地区生产总值增速'])('gives both years of %s', (question) => {
    const verdict = verdictOn(question, { '地区生产总值86.4亿元': 0.9, '地区生产总值增长6.5%': 0.2 });
    expect(quotes(verdict)).toEqual([
      '预计全年实现地区生产总值86.4亿元，同比增长6.2%',
      '地区生产总值增长6.5%',
    ]);
  });

  it.each([
    ['the year asked for', '去年地区生产总值增长多少？'],
    ['what is aimed at', '地区生产总值的目标是增长多少？'],
    ['what was done', '地区生产总值完成了多少？'],
  ])('gives one year where the question tells which: %s', (_, question) => {
    const verdict = verdictOn(question, { '地区生产总值86.4亿元': 0.9, '地区生产总值增长6.5%': 0.2 });
    expect(quotes(verdict)).toHaveLength(1);
  });

  it('does not take another thing for the other year', () => {
    const verdict = verdictOn('投放公交车多少辆？', { 公交车35辆: 0.9, 村卫生室: 0.8 });
    expect(quotes(verdict)).toEqual(['新增公交线路4条，投放公交车35辆']);
  });

  it('gives both years that are named', () => {
    const parts = { 城镇新增就业3600人: 0.9, 城镇新增就业3500人以上: 0.2, 低保资金: 0.8 };
    expect(quotes(verdictOn('去年和今年城镇新增就业各多少人？', parts))).toEqual([
      '城镇新增就业3600人，城镇登记失业率控制在4%以内',
      '城镇新增就业3500人以上',
    ]);
  });

  it('gives the list whose number is asked for', () => {
    const verdict = verdictOn('四大集群是哪四个？', { '四大集群（': 0.9 });
    expect(verdict).toMatchObject({ kind: 'answer', list: { count: 4, items: { length: 4 } } });
  });

  it('gives what a sentence announces by its number where it is asked what is done', () => {
    const verdict = verdictOn('今年民生实事重点抓什么？', { 重点抓好三件实事: 0.9 });
    expect(verdict).toMatchObject({ kind: 'answer', list: { count: 3 } });
  });

  it('quotes a member whole where the list it is of is not meant', () => {
    const report = countyReport({
      review:
        '还要看到不足。\n一是发展的瓶颈犹在，科技成果不多，企业集聚不够，拆迁工作进展十分缓慢，一些项目签了约还没有开工，也没有进场，加工、运输等瓶颈产业偏弱。\n二是风险增多。\n三是作风不实。',
    });
    const question = ask('发展的瓶颈有哪些');
    const judged = [judge(report, '瓶颈', question, 0.9)];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(verdict).toMatchObject({ kind: 'answer', list: null });
    expect(
      verdict.kind === 'answer' ? verdict.picks.map((one) => textOf(report, one.quote)).join() : '',
    ).toContain('也没有进场');
  });

  it('refuses 哪七个 where no list of seven is found', () => {
    const verdict = verdictOn('七大集群是哪七个？', { '四大集群（': 0.9 });
    expect(verdict).toMatchObject({ kind: 'refuse', rule: 'no list of 7 is found' });
  });

  it('gives the numbered headings of the part asked for', () => {
    const verdict = verdictOn('2024年的工作安排分哪三大块？', { '二、2024年工作安排': 0.9 });
    expect(
      verdict.kind === 'answer' ? verdict.list?.items.map((item) => textOf(REPORT, item)) : null,
    ).toEqual(['（一）壮大四大集群', '（二）办好民生实事', '（三）优化支出结构']);
  });

  it('gives at most three quotes, of one part and one time, in the order of the report', () => {
    const report = countyReport({
      review: '修复河堤六段。\n修复古桥两座。\n修复祠堂四处。\n修复水车五架。',
      plan: '修复城墙一段。',
    });
    const question = ask('修复方面做了什么？');
    const parts = { 修复城墙: 0.9, 修复水车: 0.8, 修复祠堂: 0.85, 修复古桥: 0.95, 修复河堤: 0.7 };
    const judged = Object.entries(parts).map(([part, probability]) =>
      judge(report, part, question, probability),
    );
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(quotes(verdict)).toEqual(['修复古桥两座', '修复祠堂四处', '修复水车五架']);
  });

  it('tells a figure of the year reviewed before that of an earlier one', () => {
    const report = countyReport({
      review: '接待游客2106万人次。2019年接待游客2700万人次，创历史最高纪录。',
      plan: '力争接待游客2400万人次。',
    });
    const question = ask('接待游客多少人次');
    const judged = [
      judge(report, '2400', question, 0.97),
      judge(report, '2700', question, 0.96),
      judge(report, '2106', question, 0.95),
    ];
    const verdict = decide(question, judged, { threshold: THRESHOLD, request: null, yearCovered: true });
    expect(quotes(verdict)).toEqual(['接待游客2106万人次', '力争接待游客2400万人次']);
  });

  it('tells of a field at large what is done in it, however unlikely each looks', () => {
    const report = countyReport({
      review:
        '面对环保约束趋紧的局面，我们负重前行。淘汰燃煤锅炉16台，空气优良天数338天。档案工作取得新成绩。',
    });
    const question = ask('环保去年干了啥');
    const judged = [
      judge(report, '面对', question, 0.6),
      judge(report, '档案', question, 0.55),
      judge(report, '锅炉', question, 0.2),
    ];
    const context = { threshold: THRESHOLD, request: null, yearCovered: true };
    expect(quotes(decide(question, judged, context))).toEqual(['淘汰燃煤锅炉16台，空气优良天数338天']);
    const narrow = ask('环保督察去年干了啥');
    const others = judged.map(({ reading, probability }) =>
      judge(report, textOf(report, reading.sentence).slice(0, 2), narrow, probability),
    );
    expect(decide(narrow, others.slice(2), context).kind).toBe('refuse');
  });
});
