import { describe, expect, it } from 'vitest';
import { checkPremise, type Premise } from '../../src/answer/check-premise.ts';
import { countyReport, REPORT } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

describe('checkPremise', () => {
  it.each<[string, string, string, Premise]>([
    ['a right figure', '地区生产总值86.4', '去年地区生产总值是86.4亿元，对吧？', 'right'],
    ['a wrong figure', '地区生产总值86.4', '去年地区生产总值是90亿元，对吧？', 'wrong'],
    ['a wrong rate', '地区生产总值86.4', '去年地区生产总值增长6.5%，对吧？', 'wrong'],
    [
      'one right figure and a wrong one',
      '一般公共预算收入完成',
      '一般公共预算收入4.3亿元，增长7%，对吗？',
      'wrong',
    ],
    ['two right figures', '一般公共预算收入完成', '一般公共预算收入4.3亿元，增长5%，对吗？', 'right'],
    ['the same figure in another unit', '实际利用外资', '实际利用外资是0.12亿美元吧？', 'right'],
    ['the right number of another currency', '实际利用外资', '实际利用外资是1200万元吧？', 'wrong'],
    ['the other direction', '空气质量', '优良天数上升了1.5个百分点，是吧？', 'wrong'],
    ['the right direction', '空气质量', '优良天数下降了1.5个百分点，是吧？', 'right'],
    ['a right rank', '第三位', '群众安全感居全市第三位，对吧？', 'right'],
    ['a wrong rank', '第三位', '群众安全感居全市第二位，对吧？', 'wrong'],
    ['a right count in words', '四大集群（', '要壮大四大集群，对吧？', 'right'],
    ['a wrong count in words', '四大集群（', '要壮大五大集群，对吧？', 'wrong'],
    ['what the sentence says without a figure', '县体育馆', '县体育馆建成了，对吧？', 'right'],
    ['a name that the report does not know', '县体育馆', '县体育馆是在北京建成的，对吧？', 'unsaid'],
    ['a figure in a plain question', '口袋公园', '新建了3座口袋公园吗？', 'right'],
    ['a wrong figure in a plain question', '口袋公园', '新建了8座口袋公园吗？', 'wrong'],
    ['a bound that holds', '地区生产总值86.4', '去年地区生产总值超过80亿元，对吧？', 'right'],
    ['a bound that does not hold', '地区生产总值86.4', '去年地区生产总值还不到80亿元吧', 'wrong'],
    ['a number told before the question', '81%', '电动车丢了两辆了！优良天数占比抓不抓紧', null],
    ['less than a half of what is more', '81%', '民生支出占比还不到一半吧', 'wrong'],
    ['a figure of another thing', '81%', '空气质量优良天数占比还不到一半吧', null],
    ['a quoted name that the report does not know', '四大集群（', '要壮大的是“智慧集群”？', 'unsaid'],
    ['a wrong month', '县体育馆', '县体育馆是8月建成的，对吧？', 'wrong'],
    ['the right month', '县体育馆', '县体育馆是6月建成的，对吧？', 'right'],
    ['what is only to be surpassed', '地区生产总值86.4', '增速能不能比9%再高点', null],
    ['a figure that the sentence does not hold', '县体育馆', '县体育馆花了3亿元吧？', null],
    ['what is denied and was done', '县体育馆', '县体育馆没建成吧？', 'wrong'],
    ['what is called done and is planned', '夜间公交专线', '夜间公交专线已经开通了吧？', 'planned'],
    ['a plan put forward as one', '夜间公交专线', '今年要开通夜间公交专线吧？', 'right'],
    ['a rank among others than the report’s', '第三位', '群众安全感居全省第三位吧？', 'unsaid'],
    ['what is said of the next thing', '依托青石水库', '渔业基地依托的是老砖窑厂吧？', 'unsaid'],
    ['a wrong figure before a tag', '口袋公园', '新建口袋公园8座，是吗', 'wrong'],
    ['a lower target than the one set', '外贸进出口总额', '今年外贸进出口总额要突破6亿元吧？', 'wrong'],
    ['the target that is set', '外贸进出口总额', '今年外贸进出口总额要突破8亿元吧？', 'right'],
    ['a bare number that is passed', '地区生产总值86.4', '地区生产总值过80亿了吧？', 'right'],
    ['a bare number that is not passed', '地区生产总值86.4', '地区生产总值过90亿了吧？', 'wrong'],
    ['nothing that could be borne out', '口袋公园', '有没有新建口袋公园？', null],
    ['no premise at all', '口袋公园', '新建口袋公园多少座？', null],
  ])('reads %s', (_, part, question, expected) => {
    expect(checkPremise(ask(question), judge(REPORT, part, ask(question)))).toBe(expected);
  });

  it('takes a figure of a clause that leans on the one asked about for its own', () => {
    const report = countyReport({ review: '全年优良天数215天，超过目标任务26天。' });
    const question = ask('优良天数比任务多出来26天，是真的吧？');
    expect(checkPremise(question, judge(report, '优良天数', question))).not.toBe('wrong');
  });

  it.each([
    ['去年单位能耗降低了4%，是真的吗', 'wrong'],
    ['去年单位能耗降低4%的目标没完成，是吗', 'right'],
  ])('does not take a target that was missed for what was done: %s', (asked, expected) => {
    const report = countyReport({ review: '没有实现年初确定的单位能耗降低4%的目标。' });
    const question = ask(asked);
    expect(checkPremise(question, judge(report, '单位能耗', question))).toBe(expected);
  });

  it.each<[string, Premise]>([
    ['去年6月那场大雨死人了没有', null],
    ['去年6月那场大雨转移9万人吧', 'wrong'],
    ['去年暴雨有人员伤亡，对吧', 'wrong'],
    ['去年暴雨没有人员伤亡，对吧', 'right'],
  ])('takes the date of an event, and 没有 at the end, for nothing put forward: %s', (asked, expected) => {
    const report = countyReport({ review: '战胜6月18日的大雨，转移8万人。暴雨无人员伤亡。' });
    const question = ask(asked);
    expect(checkPremise(question, judge(report, asked.includes('暴雨') ? '暴雨' : '大雨', question))).toBe(
      expected,
    );
  });

  it('holds growth against no share of something', () => {
    const report = countyReport({ review: '园区贡献了全县61%的规上工业产值。' });
    const question = ask('去年规上工业增速有没有超过8%');
    expect(checkPremise(question, judge(report, '园区', question))).toBeNull();
  });

  it('holds a surname against the speaker', () => {
    const question = (name: string) => ask(`作报告的县长姓${name}吧？`);
    expect(checkPremise(question('沈'), judge(REPORT, '县长 沈岚', question('沈')))).toBe('right');
    expect(checkPremise(question('王'), judge(REPORT, '县长 沈岚', question('王')))).toBe('wrong');
  });

  it.each([
    ['粉尘浓度下降了13.3%，是吧？', 'right'],
    ['二氧化硫下降了13.3%，是吧？', 'wrong'],
    // 浓度 is the tail of both: it names neither.
    ['二氧化硫浓度下降了13.3%，是吧？', 'wrong'],
    ['浓度下降了13.3%，是吧？', null],
    ['培训教师310人，对吧？', 'right'],
    ['培训工人310人，对吧？', 'wrong'],
    ['普惠率是96%，对吧？', 'wrong'],
    ['普惠率是94%，对吧？', 'right'],
    ['入园率是96%，对吧？', 'right'],
    ['平均压减材料58%，对吧？', 'wrong'],
    ['平均压减材料52%，对吧？', 'right'],
    ['平均压减时间58%，对吧？', 'right'],
  ])('gives each member of a row its own figure: %s', (text, expected) => {
    const report = countyReport({
      review:
        '二氧化硫、粉尘浓度分别下降14.2%、13.3%。培训工人420人、培训教师310人，全部上岗。入园率和普惠率分别达96%和94%。平均压减时间58%、材料52%。',
    });
    const question = ask(text);
    const part =
      ['培训', '入园率', '压减', '二氧化硫'].find((each) => text.includes(each.slice(0, 2))) ??
      (text.includes('粉尘') ? '二氧化硫' : '入园率');
    expect(checkPremise(question, judge(report, part, question))).toBe(expected);
  });

  it.each<[string, Premise]>([
    ['去年农村居民收入是6.9万元吧', 'wrong'],
    ['去年农村居民收入是3.4万元吧', 'right'],
    ['去年城镇居民收入是3.4万元吧', 'wrong'],
  ])('gives towns and country their own figures of a pair: %s', (text, expected) => {
    const report = countyReport({ review: '城镇化提速，农村变样。城乡居民收入分别达6.9万元、3.4万元。' });
    const question = ask(text);
    expect(checkPremise(question, judge(report, '6.9', question))).toBe(expected);
  });

  it.each<[string, string, Premise]>([
    ['金融业贡献率超过40%', '服务业', 'wrong'],
    ['服务业贡献率超过40%', '服务业', 'right'],
    ['工业投资增长13%', '工业投资', null],
    ['工业增加值增长13%', '工业投资', 'right'],
    ['高端产品占比30%', '高端产品', 'wrong'],
    ['高端产品占比70%', '高端产品', 'right'],
    ['二氧化硫、粉尘浓度分别下降13.3%、14.2%', '二氧化硫', null],
    ['优良天数比目标少26天', '优良天数', 'wrong'],
    ['登记失业率控制在4.5%以上', '登记失业率', 'wrong'],
    ['征收房屋15万平方公里', '征收房屋', 'wrong'],
    ['征收房屋十五万平方米', '征收房屋', 'right'],
    ['征收房屋不是15万平方米', '征收房屋', 'denied'],
    ['引进工人接近400人', '引进工人', 'right'],
  ])('%s: held against its own subject, bound and unit', (claim, part, expected) => {
    const report = countyReport({
      review:
        '服务业贡献率超过40%，其中金融业贡献率近10%。完成工业投资48亿元，完成工业增加值增长13%。高端产品占比由30%提高到70%。二氧化硫、粉尘浓度分别下降14.2%、13.3%。优良天数215天，超过目标26天。登记失业率控制在4.5%以内。征收房屋15万平方米。引进工人395人。',
    });
    const question = ask(`${claim}，对吗？`);
    expect(checkPremise(question, judge(report, part, question))).toBe(expected);
  });

  it.each<[string, Premise]>([
    ['今年物价涨幅要控制在5%以内，对吧', 'wrong'],
    ['今年物价涨幅要控制在3%以内，对吧', 'right'],
    ['今年物价涨幅要控制在2%以内，对吧', 'wrong'],
    ['今年失业率目标是不超过6%吧', 'wrong'],
    ['今年产值目标是增长5%以上吧', 'wrong'],
    ['今年产值能增长5%以上吗', 'right'],
  ])('takes no looser target for the one that is set: %s', (asked, expected) => {
    const report = countyReport({ plan: '物价涨幅控制在3%以内。失业率控制在5%左右。产值增长8%左右。' });
    const question = ask(asked);
    expect(checkPremise(question, judge(report, asked.slice(2, 4), question))).toBe(expected);
  });

  it.each<[string, string, Premise]>([
    ['去年财政收入增加21亿元', '财政收入', 'wrong'],
    ['去年财政收入3亿元', '财政收入', 'wrong'],
    ['去年财政收入增加3亿元', '财政收入', 'right'],
    ['去年财政收入21亿元', '财政收入', 'right'],
    ['去年财政收入少了3亿元', '财政收入', 'wrong'],
    ['去年试点乡镇有8个', '试点乡镇', 'wrong'],
    ['去年试点乡镇有31个', '试点乡镇', 'right'],
    ['试点乡镇原来有31个', '试点乡镇', 'wrong'],
    ['试点乡镇由31个增加到8个', '试点乡镇', 'wrong'],
    ['试点乡镇由8个增加到31个', '试点乡镇', 'right'],
    ['去年试点乡镇增加了31个', '试点乡镇', null],
    ['森林覆盖率1.6%', '森林覆盖率', null],
    ['森林覆盖率提高1.6%', '森林覆盖率', 'right'],
    ['重点项目投资30%', '重点项目', null],
    ['重点项目投资超目标30%', '重点项目', 'right'],
    ['贷款突破3万元', '贷款', 'wrong'],
    ['发放贷款300多万元', '贷款', 'wrong'],
  ])('tells a level from a change, and from what was before: %s', (claim, part, expected) => {
    const report = countyReport({
      review:
        '财政收入达到21亿元，比上年增加3亿元。试点乡镇由上年的8个增加到31个。森林覆盖率提高1.6个百分点。重点项目投资超市定目标30%。贷款突破3亿元。',
    });
    const question = ask(`${claim}，对吗？`);
    expect(checkPremise(question, judge(report, part, question))).toBe(expected);
  });

  it.each<[string, string, Premise]>([
    ['去年能耗下降10%', '能耗', null],
    ['近三年能耗下降10%', '能耗', 'right'],
    ['新增就业30万人', '新增就业', null],
    ['年均新增就业30万人', '新增就业', 'right'],
    ['今年取消摊位费', '摊位费', null],
    ['三年内取消摊位费', '摊位费', 'right'],
  ])('takes what several years bring for that of no one year: %s', (claim, part, expected) => {
    const report = countyReport({
      review: '近三年累计，能耗下降10%。年均新增就业30万人。',
      plan: '三年内取消摊位费。',
    });
    const question = ask(`${claim}，对吗？`);
    expect(checkPremise(question, judge(report, part, question))).toBe(expected);
  });

  it.each<[string, string, Premise]>([
    ['农村居民收入增长8%', '8%', 'wrong'],
    ['农村居民收入增长6%', '8%', 'right'],
    ['旅游花费增长32%', '32%', 'wrong'],
    ['旅游花费增长41%', '32%', 'right'],
    ['黄铜产量增长19%', '19%', 'wrong'],
    ['黄铜产量增长54%', '19%', 'right'],
    ['白锡产量增长19%', '19%', 'right'],
  ])('finds the member of a row whose figures stand behind all of them: %s', (claim, part, expected) => {
    const report = countyReport({
      review:
        '城镇居民收入3万元，农村居民收入2万元，增长8%和6%。接待游客17万人次、旅游花费12亿元，分别增长32%、41%。黄铜、白锡、镍产量分别增长54%、19%、11%。',
    });
    const question = ask(`${claim}，对吗？`);
    expect(checkPremise(question, judge(report, part, question))).toBe(expected);
  });

  it.each<[string, string, Premise]>([
    ['去年县里出口9亿元', '进出口', null],
    ['去年县里进出口9亿元', '进出口', 'right'],
    ['62科技园去年投产了', '智芯科技园', 'unsaid'],
    ['智芯科技园去年投产了', '智芯科技园', 'right'],
    ['今年旧渠改造完成', '旧渠', 'unsaid'],
    ['允许焚烧秸秆', '秸秆', 'wrong'],
    ['绝不允许焚烧秸秆', '秸秆', 'right'],
  ])('bears out nothing of another thing, stage or sense: %s', (claim, part, expected) => {
    const report = countyReport({
      review: '县里进出口9亿元。智芯科技园投产。',
      plan: '启动旧渠改造。绝不允许焚烧秸秆。扩建62科技园。',
    });
    const question = ask(`${claim}，对吗？`);
    expect(checkPremise(question, judge(report, part, question))).toBe(expected);
  });

  it('reads no denial in 是不是 before a year', () => {
    const question = ask('夜间公交专线是不是2024年就已经开通了？');
    expect(checkPremise(question, judge(REPORT, '夜间公交专线', question))).toBe('planned');
  });

  it('takes what two clauses say of two things for neither', () => {
    const report = countyReport({ plan: '投用青石机场，提速南坡机场前期工作。' });
    const question = ask('南坡机场今年投用，对不对？');
    expect(checkPremise(question, judge(report, '南坡', question))).not.toBe('right');
  });

  it('does not hold a figure against one of another kind', () => {
    const report = countyReport({ review: '修建村道60公里。' });
    const question = ask('修建村道花了60万元吗？');
    expect(checkPremise(question, judge(report, '村道', question))).toBeNull();
  });

  it.each<[string, Premise]>([
    ['新票制4月1日推行的', 'wrong'],
    ['新票制3月1日推行的', 'right'],
    ['新票制3月推行的', 'right'],
    ['新票制减4月推行的', 'wrong'],
    // The report gives the month alone.
    ['大桥5月3日通车的', null],
    ['大桥6月3日通车的', 'wrong'],
    ['大桥5月通车的', 'right'],
    ['清淤用了3个月', 'right'],
  ])('takes a date for what it is, whatever stands before it: %s', (claim, expected) => {
    const report = countyReport({ review: '新票制从3月1日起推行。大桥5月通车。清淤用了3个月。' });
    const question = ask(`${claim}，对吗？`);
    expect(checkPremise(question, judge(report, claim.slice(0, 2), question))).toBe(expected);
  });

  it.each<[string, string, Premise]>([
    ['绘画支出增长65%', '绘画', 'right'],
    ['舞蹈支出增长23%', '绘画', 'right'],
    ['舞蹈支出增长65%', '绘画', 'wrong'],
    ['舞蹈支出是1亿元', '绘画', 'right'],
    ['舞蹈支出是3亿元', '绘画', 'wrong'],
    ['粉尘排放增长2%', '粉尘', 'right'],
    ['粉尘排放增长13%', '粉尘', 'wrong'],
    ['烟气排放增长2%', '粉尘', 'wrong'],
    ['城镇居民收入增长10%', '10%', 'right'],
    ['农民收入增长10%', '10%', 'wrong'],
    ['农民收入增长7%', '10%', 'right'],
    ['农民人均纯收入0.3万元', '10%', 'right'],
    ['今年淘汰玻璃35万吨', '35万吨', 'right'],
    ['今年淘汰玻璃30万吨', '35万吨', 'wrong'],
  ])('finds the member in the clause before, whatever figures it has: %s', (claim, part, expected) => {
    const report = countyReport({
      review:
        '用于音乐、绘画和舞蹈的支出分别为3亿元、2亿元和1亿元，比上年增长29%、65%和23%。烟气、粉尘排放量由上年分别增长5%和13%，减为增长1%和2%。城镇居民人均可支配收入1万元，农村居民人均纯收入0.3万元，扣除价格因素，分别比上年实际增长10%和7%。',
      plan: '未来五年淘汰老旧水泥产能100万吨、老旧玻璃产能55万吨，今年力争分别淘汰30万吨和35万吨。',
    });
    const question = ask(`${claim}，对吗？`);
    expect(checkPremise(question, judge(report, part, question))).toBe(expected);
  });

  it.each<[string, string, Premise]>([
    ['生产总值是86亿元', '生产总值', 'rounded'],
    ['生产总值是87亿元', '生产总值', 'wrong'],
    ['生产总值是90亿元', '生产总值', 'wrong'],
    ['生产总值增速6%', '生产总值', 'right'],
    ['森林占四成', '森林', 'rounded'],
    ['森林占五成', '森林', 'wrong'],
    ['城镇化率是60%', '城镇化', 'wrong'],
    ['城镇化率是58%', '城镇化', 'rounded'],
    ['通水率是100%', '通水率', 'wrong'],
    ['生产总值不是86亿元', '生产总值', null],
    ['粮食二十二连丰', '连丰', 'right'],
    ['粮食二十连丰', '连丰', 'wrong'],
    ['粮食十九连丰', '连丰', 'wrong'],
    ['绿地面积增加3万平方米', '绿地', 'right'],
    ['绿地面积增加4万平方米', '绿地', 'wrong'],
    ['外出务工人员增长3%', '务工', 'right'],
    ['务工人员增长3%', '务工', 'wrong'],
    ['2020年税收是3亿元', '税收', 'right'],
    ['2020年税收是5亿元', '税收', 'wrong'],
    ['税收是3亿元', '税收', 'wrong'],
    // One thing of the two is held by nothing here.
    ['修桥3座花了9亿元', '修桥', null],
  ])('takes a rounder figure for about so much, and each figure for its own: %s', (claim, part, expected) => {
    const report = countyReport({
      review:
        '生产总值86.4亿元、增长6%。森林占41%。城镇化率58.5%。通水率98%。新增绿地面积3万平方米。务工人员2.5万人，增长4%，其中，外出务工人员1.6万人，增长3%。税收从2020年的3亿元增长到2023年的5亿元。修桥3座。粮食产量31万吨、再创历史新高，实现“二十二连丰”。',
    });
    const question = ask(`${claim}，对吗？`);
    expect(checkPremise(question, judge(report, part, question))).toBe(expected);
  });

  it('takes a rounder figure that is denied to be reached for the bound that it is', () => {
    const report = countyReport({ review: '零售总额达到100.8亿元。' });
    const check = (text: string) => checkPremise(ask(text), judge(report, '零售', ask(text)));
    expect(check('零售总额连100亿都没到，是吧')).toBe('wrong');
    expect(check('零售总额100亿，对吧')).toBe('rounded');
  });

  it('tells what several years came to for that of no one year', () => {
    const report = countyReport({ review: '五年来，新增就业452人。' });
    const question = ask('去年新增就业452人，对吗？');
    const judged = judge(report, '新增就业452', question);
    const frame = { role: 'review' as const, from: 2019, to: 2023 };
    const reading = { ...judged.reading, sentence: { ...judged.reading.sentence, frame } };
    expect(checkPremise(question, { ...judged, reading })).toBe('several');
  });

  it('takes the third year in a row for three of them', () => {
    const report = countyReport({ review: '粮食连续五年增产。' });
    const check = (text: string) => checkPremise(ask(text), judge(report, '粮食', ask(text)));
    expect(check('粮食是连续第三年增产，对不对')).toBe('wrong');
    expect(check('粮食是连续第五年增产，对不对')).toBe('right');
  });
});
