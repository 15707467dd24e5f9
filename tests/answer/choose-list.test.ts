import { describe, expect, it } from 'vitest';
import { announcedList, chooseList, holdsCounted, wantedCount } from '../../src/answer/choose-list.ts';
import type { Report } from '../../src/domain/report.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

function chosen(report: Report, part: string, text: string): readonly string[] {
  const question = ask(text);
  const list = chooseList(question, [judge(report, part, question)]);
  return list?.items.map((item) => textOf(report, item)) ?? [];
}

describe('chooseList', () => {
  it('takes no row beside the clause that speaks of the kind asked for', () => {
    const report = countyReport({
      plan: '园区掀起“大招商、大建设、大发展”热潮，推进供水及供热设施建设。',
    });
    expect(chosen(report, '园区', '园区里要建哪些设施')).toEqual([]);
    expect(chosen(report, '园区', '园区掀起哪些热潮')).toHaveLength(3);
  });

  it('takes the row that its number and name sum up, whatever the clause before it says', () => {
    const report = countyReport({
      plan: '加快园区机制改革，全面实行“竞聘上岗、绩效奖励、末位调整”三项改革，形成能者上、平者让、庸者下的机制。',
    });
    expect(chosen(report, '加快园区', '园区人事上要搞哪三项改革')).toEqual([
      '竞聘上岗',
      '绩效奖励',
      '末位调整',
    ]);
  });

  it('takes the row whose name stands behind it before as many clauses that share a word', () => {
    const report = countyReport({
      plan: '要坚持发展第一，推动发展提速，保持发展定力。牢固树立开放、包容、共赢的发展理念。',
    });
    const question = ask('发展理念是哪三个词');
    const clauses = { ...judge(report, '要坚持', question), probability: 0.5 };
    const named = { ...judge(report, '牢固树立', question), probability: 0.3 };
    const list = chooseList(question, [clauses, named]);
    expect(list?.items.map((item) => textOf(report, item))).toEqual(['开放', '包容', '共赢']);
  });

  it('asks by 招 for no character that the members have in common', () => {
    const report = countyReport({
      plan: '重点是扩大消费。一是增加收入。发好补贴。二是稳定预期。三是开拓市场。四是完善环境。',
    });
    expect(chosen(report, '重点是扩大消费', '扩大消费的重点是哪四招')).toHaveLength(4);
  });

  it('takes the parts of the plan for the work of a year, and no row within a sentence', () => {
    const report = countyReport({
      plan: '突出抓好一批重大任务、重大改革、重大项目等重点工作。\n（一）扩大内需。修好路。\n（二）发展农业。种好地。\n（三）办好教育。建学校。',
    });
    expect(chosen(report, '突出抓好', '今年重点工作是哪几项')).toEqual([
      '（一）扩大内需',
      '（二）发展农业',
      '（三）办好教育',
    ]);
  });

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

it('takes no row one of whose members speaks of the whole that is asked for', () => {
  const report = countyReport({
    plan: '要坚持以新理念引领发展，适应新常态，做好开局。全面落实创新、开放、共享的新理念。',
  });
  expect(chosen(report, '引领', '新理念是哪三个词')).toEqual([]);
  expect(chosen(report, '创新', '新理念是哪三个词')).toEqual(['创新', '开放', '共享']);
});

describe('rows told alike', () => {
  const report = countyReport({
    review: '甲市、乙市、丙市蝉联全国文明城市，丁县、戊县、己县、庚县创建为全国文明城市。',
  });

  it('joins two rows that are told in the same words of the question', () => {
    expect(chosen(report, '甲市', '哪些地方是全国文明城市')).toHaveLength(7);
    expect(chosen(report, '甲市', '哪些地方是全国文明城市，新的老的都算')).toHaveLength(7);
    expect(chosen(report, '甲市', '7个全国文明城市是哪7个')).toHaveLength(7);
  });

  it('gives the one that the question tells in its own words, or none where it cannot be told', () => {
    expect(chosen(report, '甲市', '哪些地方创建为全国文明城市')).toHaveLength(4);
    expect(chosen(report, '甲市', '哪些地方新拿了全国文明城市')).toEqual([]);
  });

  it('takes the row with the word that the question quotes', () => {
    const told = countyReport({ plan: '稳体现在稳粮食、稳就业、稳物价，进表现在新产业、新城镇、新乡村。' });
    expect(chosen(told, '稳体现', '“进”又体现在哪些上').join()).toContain('新产业');
    expect(chosen(told, '稳体现', '“稳”体现在哪些上').join()).toContain('稳就业');
  });
});

describe('counted things', () => {
  it('are told by the next sentence where that tells of as many of them, one by one', () => {
    const report = countyReport({
      review:
        '四大主导产业完成产值94亿元。其中储能、装备、电子信息、医药产值分别达到40亿元、30亿元、20亿元和4亿元。',
    });
    const members = ['储能', '装备', '电子信息', '医药'];
    expect(chosen(report, '四大主导', '四大主导产业是哪些')).toEqual(members);
    expect(chosen(report, '四大主导', '四大主导产业是哪四个')).toEqual(members);
  });

  it('are told by the numbered paragraphs behind what announces them', () => {
    const report = countyReport({
      review: '年初确定的三件实事完成两件。',
      plan: '集中力量办好三件实事：\n1. 新增学位900个；\n2. 新建食堂10处；\n3. 加装电梯60部。\n各位代表，让我们努力奋斗。',
    });
    expect(chosen(report, '集中力量', '今年的三件实事有哪些')).toEqual([
      '1. 新增学位900个',
      '2. 新建食堂10处',
      '3. 加装电梯60部',
    ]);
  });

  it('takes the row that counts itself by the name asked for, however unlikely that is', () => {
    const report = countyReport({
      plan: '抢抓机场通航、高铁建设和开放试点三大机遇。必须抓住稍纵即逝的机遇。',
    });
    const question = ask('干部讲要抓住“三大机遇”，到底是哪三个');
    const mention = judge(report, '稍纵即逝', question, 0.9);
    const row = judge(report, '机场通航', question, 0.1);
    expect(chooseList(question, [mention, row])?.count).toBe(3);
  });

  it('takes no row without the character that all members are said to have', () => {
    const report = countyReport({ plan: '坚持正确领导，坚持稳中求进，坚持高效工作。' });
    expect(chosen(report, '坚持', '要坚持哪三高')).toEqual([]);
    const other = countyReport({ plan: '做到高效服务、高水平规划、高标准建设。' });
    expect(chosen(other, '高效', '要做到哪三高')).toHaveLength(3);
  });

  it('takes clauses with the whole name of the counted things, not with a part of it', () => {
    const report = countyReport({
      plan: '搞好三条保障线的衔接。发展保障住房，提高医疗保障水平，保障教师工资。',
    });
    expect(chosen(report, '发展保障住房', '三条保障线是哪三条')).toEqual([]);
  });

  it('takes no list of another subject for its number', () => {
    const report = countyReport({
      plan: '重点抓好三件事：一是多种粮食。二是多养牛羊。三是多栽果树。\n推进医改。',
    });
    expect(chosen(report, '重点抓好', '医改重点抓的三件事是哪三件')).toEqual([]);
    expect(chosen(report, '重点抓好', '重点抓的三件事是哪三件')).toHaveLength(3);
  });

  it('takes a list seen from one member by where it is announced', () => {
    const report = countyReport({
      review:
        '我们也看到前进中的困难和挑战。一是市场疲软。二是产业单一。三是人才流失。我们有信心、有条件、有能力克服困难。',
    });
    const question = ask('面临的困难和挑战有哪几条');
    const list = chooseList(question, [
      judge(report, '市场疲软', question, 0.9),
      judge(report, '有信心', question, 0.7),
      judge(report, '我们也看到', question, 0.5),
    ]);
    expect(list?.items.map((item) => textOf(report, item))[2]).toBe('三是人才流失');
  });

  it('takes what a heading announces by the kind asked for', () => {
    const report = countyReport({
      plan: '规划明确了主要目标，细化了指标。\n\n今年全县发展主要预期目标是：粮食增产5%，收入增长6%，物价涨幅2%左右。\n\n（一）修路。今年修路。',
    });
    const question = ask('今年定了哪些主要目标');
    const mention = judge(report, '细化了指标', question, 0.9);
    const heading = judge(report, '主要预期目标是', question, 0.5);
    expect(chooseList(question, [mention, heading])?.items).toHaveLength(3);
  });
});

it('counts members with sentences of their own by what is asked for and announces them', () => {
  const report = countyReport({
    review: '同时，我们也看到，发展中还存在不少问题：一是总量不大；二是人口外流；三是内涝未除。成绩很多。',
  });
  const counted = (text: string) => holdsCounted(ask(text), judge(report, '人口外流', ask(text)).reading);
  expect(counted('县长说还有哪三个方面的问题')).toBe(true);
  expect(counted('县长说还有哪四个方面的问题')).toBe(false);
  expect(counted('县长说还有哪三个方面的奖项')).toBe(false);
});

it('takes the row of the kinds that so many are parted into', () => {
  const report = countyReport({
    plan: '规划从创新、协调、绿色、开放4个维度设置了29项指标，包括：产值年均增长5%，税收年均增长4%。',
  });
  expect(chosen(report, '规划从', '规划的29项指标分哪几个方面')).toEqual(['创新', '协调', '绿色', '开放']);
});

describe('announcedList', () => {
  it('is the list that a sentence announces by its number', () => {
    const report = countyReport({
      plan: '发展卫生事业，重点抓好三件事。一是建医院。二是招医生。三是管药价。',
    });
    const question = ask('卫生事业重点抓什么');
    expect(announcedList(judge(report, '重点抓好', question))?.items).toHaveLength(3);
    expect(announcedList(judge(report, '招医生', question))).toBeNull();
    const passing = countyReport({
      review: '农民人均收入增长6%，三方面实事办成。一是医院。二是医生。三是药价。',
    });
    const income = ask('农民人均收入的情况');
    expect(announcedList(judge(passing, '人均收入', income))).toBeNull();
  });
});

describe('names', () => {
  it('takes an amount of money for no number of members', () => {
    const report = countyReport({ plan: '筹措7亿元办好就业、筹措8亿元办好社保、筹措9亿元办好健康。' });
    expect(chosen(report, '就业', '哪三个项目筹措了资金')).toHaveLength(3);
  });

  it('takes a row that has the one more that the question leaves out', () => {
    const report = countyReport({ plan: '打造氢能、储能、光伏、风电等增长点。' });
    expect(chosen(report, '增长点', '增长点里，氢能以外还有哪三个')).toHaveLength(4);
    expect(chosen(report, '增长点', '增长点里，核能以外还有哪三个')).toEqual([]);
  });

  it('takes two that only stand side by side for no two kinds', () => {
    const report = countyReport({ plan: '排放强度、生态环境约束性指标完成目标。水库包括大型、小型。' });
    expect(chosen(report, '指标', '规划指标分哪两类')).toEqual([]);
    expect(chosen(report, '水库', '水库分哪两类')).toHaveLength(2);
  });

  it('takes of a row of roads and railways the members of the kind that is asked for', () => {
    const report = countyReport({ plan: '力争开工东河高铁、西河高铁、南山高速改扩建、北山输电工程等项目。' });
    expect(chosen(report, '力争开工', '今年开工哪些高速')).toEqual(['南山高速改扩建']);
    expect(chosen(report, '力争开工', '今年开工哪些高铁')).toEqual(['东河高铁', '西河高铁']);
    expect(chosen(report, '力争开工', '今年力争开工哪些项目')).toHaveLength(4);
    expect(chosen(report, '力争开工', '今年开工哪些航道')).toEqual([]);
    expect(chosen(report, '力争开工', '高速这类项目今年开工的都有哪几个')).toHaveLength(4);
  });

  it('takes no row where what is asked for stands beside other things, nor one of another level', () => {
    const report = countyReport({
      plan: '做好央企、高校、医院疏解。布局建设甲产业、乙产业、丙产业等省级产业集群。',
    });
    expect(chosen(report, '央企', '疏解了哪些央企')).toEqual([]);
    expect(chosen(report, '央企', '要疏解哪些单位')).toHaveLength(3);
    const people = countyReport({ plan: '抓好毕业生、农民工、退役军人、渔民、残疾人等群体就业。' });
    expect(chosen(people, '毕业生', '就业照顾哪几类人')).toHaveLength(5);
    const rules = countyReport({ plan: '必须把握以下原则：一是扩内需。二是调结构。三是重民生。' });
    expect(chosen(rules, '以下原则', '今年工作要把握哪几条原则')).toHaveLength(3);
    const homes = countyReport({ plan: '东村、西局、南庄项目安置房交付使用。' });
    expect(chosen(homes, '东村', '哪几个项目的安置房能交付')).toHaveLength(3);
    expect(chosen(report, '产业集群', '国家产业集群有哪些')).toEqual([]);
    expect(chosen(report, '产业集群', '省级产业集群有哪些')).toHaveLength(3);
  });

  it('takes no clauses with a word of the question of which one speaks of the counted thing itself', () => {
    const report = countyReport({
      plan: '繁荣文化事业。深化三大文化研究。办好文化节。',
    });
    expect(chosen(report, '三大文化', '三大文化是什么')).toEqual([]);
  });

  it('takes no row that has the thing asked about among others', () => {
    const report = countyReport({ review: '“百戏”、“甲”美食赛、“东河三件套”、鱼灯等受人欢迎。' });
    expect(chosen(report, '百戏', '东河三件套是什么')).toEqual([]);
  });

  it('takes no members that are as many by chance, and no figures', () => {
    const report = countyReport({
      review: '一是修建道路。二是种树护林。三是兴办学校。四是改造水库。甲产业、乙产业分别增长9.2%、8.2%。',
      plan: '突出四项建设。推进道路建设、学校建设、水库建设、水厂建设。',
    });
    expect(chosen(report, '一是修建', '四大建设有哪些')).toEqual([]);
    expect(chosen(report, '道路建设', '四大建设有哪些')).toHaveLength(4);
    expect(chosen(report, '分别增长', '有哪些产业')).toEqual([]);
  });

  it('takes numbers of things for no names', () => {
    const report = countyReport({ review: '入选领航工厂2家、新增卓越工厂7家。' });
    expect(chosen(report, '领航', '入选的2家领航工厂是哪两家企业')).toEqual([]);
  });
});

describe('wantedCount', () => {
  it.each([
    ['另外四家叫什么名字', 4],
    ['六大工程分别叫什么', 6],
    ['“三个一百”行动有哪些', null],
    ['得了“五个一”奖的作品都有哪些', null],
    ['得了五个一工程奖的作品有哪些', null],
    ['那29项指标分哪几个方面', null],
    ['29项指标是从哪6个维度设的', 6],
    ['四个“专”是哪四个', 4],
    ['共同的追求是哪八个字', null],
    ['要记住的是哪两个字', null],
  ])('of “%s”', (text, count) => {
    expect(wantedCount(ask(text))).toBe(count);
  });
});
