import { describe, expect, it } from 'vitest';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

const report = countyReport({ review: '地区生产总值86.4亿元。', plan: '与上海共建园区1个。' });
const able = (part: string, text: string) => judge(report, part, ask(text)).able;

it('quotes the clause with the kind of figure that is put forward', () => {
  const text = '听说重度污染天去年降了26%，是这个数吗';
  const own = countyReport({
    review:
      '环境整治工作稳步推进，取缔污染企业49家，河长制得到全面落实，重污染天数同比下降62.5%，环保攻坚战初见成效，群众普遍感到满意。',
  });
  const { quote } = judge(own, '取缔', ask(text));
  expect(textOf(own, quote)).toContain('62.5%');
});

describe('places', () => {
  it('takes a figure for that of the place the report is about', () => {
    expect(able('86.4', '去年云溪县地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '去年地区生产总值多少亿元')).toBe(true);
  });

  it('takes no figure for that of a place that the report never names', () => {
    expect(able('86.4', '去年南京地区生产总值多少亿元')).toBe(false);
  });

  it('takes no figure for that of a place that only another passage names', () => {
    expect(able('86.4', '去年上海地区生产总值多少亿元')).toBe(false);
    expect(able('园区1个', '今年与上海共建园区多少个')).toBe(true);
  });

  it.each([
    '牧野区去年地区生产总值多少亿元',
    '兰考县去年地区生产总值多少亿元',
    '安阳去年地区生产总值多少亿元',
  ])('takes no figure for that of a district, county or city elsewhere: %s', (text) => {
    expect(able('86.4', text)).toBe(false);
  });

  it.each([
    '老城区去年地区生产总值多少亿元',
    '自贸区去年地区生产总值多少亿元',
    '农高区去年地区生产总值多少亿元',
    '中考之后去年地区生产总值多少亿元',
  ])('takes a kind of area, or what is only tagged as a place, for none: %s', (text) => {
    expect(able('86.4', text)).toBe(true);
  });

  it('takes no figure for that of the city or the country', () => {
    expect(able('86.4', '去年全市地区生产总值多少亿元')).toBe(false);
    expect(able('86.4', '全国地区生产总值多少亿元')).toBe(false);
    expect(able('86.4', '去年全县地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '地区生产总值比全市平均多多少亿元')).toBe(true);
  });

  it('knows an autonomous prefecture and a region by their own level', () => {
    const own = (issuer: string) => ({ ...report, facts: { ...report.facts, issuer } });
    const ofPrefecture = (text: string) => judge(own('云溪自治州人民政府'), '86.4', ask(text)).able;
    expect(ofPrefecture('去年全州地区生产总值多少亿元')).toBe(true);
    expect(ofPrefecture('去年全区地区生产总值多少亿元')).toBe(false);
    expect(judge(own('云溪自治区人民政府'), '86.4', ask('去年全区地区生产总值多少亿元')).able).toBe(true);
  });

  it('takes no figure for that of a district whose name no dictionary has', () => {
    const own = countyReport({ review: '双桦县产值168亿元。江湾区获评先进区。' });
    const isAble = (text: string) => judge(own, '168', ask(text)).able;
    expect(isAble('江湾区去年产值多少亿元')).toBe(false);
    expect(isAble('双桦县去年产值多少亿元')).toBe(true);
  });

  it('takes no figure of the places beside for that of the one that only stands with them', () => {
    const own = countyReport({ review: '武汉产值超过8亿元，襄阳进至前列，新增荆州、孝感2个过亿元城市。' });
    const isAble = (text: string) => judge(own, '武汉', ask(text)).able;
    expect(isAble('襄阳产值过六亿了没有')).toBe(false);
    expect(isAble('襄阳产值多少亿元')).toBe(false);
    expect(isAble('武汉产值过八亿元了没有')).toBe(true);
    expect(isAble('荆州产值过亿元了没有')).toBe(true);
    expect(isAble('襄阳进到前列了吗')).toBe(true);
  });

  it.each(['苏北五市', '黔东南', '陕北'])('takes no figure of all for that of %s', (part) => {
    expect(able('86.4', `${part}去年地区生产总值多少亿元`)).toBe(false);
  });

  it('takes 成渝中线 and 天津西站 for no parts of provinces', () => {
    const line = countyReport({ review: '成渝中线、天津西站投资5亿元。苏北投资3亿元。' });
    expect(judge(line, '5亿', ask('成渝中线和天津西站投资多少亿元')).able).toBe(true);
    expect(judge(line, '3亿', ask('苏北投资多少亿元')).able).toBe(true);
  });

  it('knows provinces by the characters that reports join', () => {
    const line = countyReport({ plan: '建成陇电入浙工程。' });
    expect(judge(line, '入浙', ask('往浙江送电那条线今年建得成不')).able).toBe(true);
    const sold = countyReport({ review: '输出到津冀的技术合同额996亿元。乡村建设花了5亿元。' });
    expect(judge(sold, '996', ask('卖到天津河北的技术去年多少亿元')).able).toBe(true);
    const trains = countyReport({ review: '中欧班列开行90列。' });
    expect(judge(trains, '90列', ask('往欧洲去的火车开了多少')).able).toBe(true);
    expect(judge(trains, '90列', ask('往非洲去的火车开了多少')).able).toBe(false);
    expect(judge(sold, '5亿元', ask('天津的乡村建设去年花了多少亿元')).able).toBe(false);
  });

  it('knows countries by the characters that are joined to the own one', () => {
    const talks = countyReport({ plan: '服务中日韩自贸协定谈判。同主要大国开展合作。' });
    expect(judge(talks, '中日韩', ask('跟日本韩国在谈什么协定')).able).toBe(true);
    expect(judge(talks, '中日韩', ask('跟法国在谈什么协定')).able).toBe(false);
    expect(judge(talks, '大国', ask('跟美国俄罗斯这些大国有没有合作')).able).toBe(true);
    expect(judge(talks, '大国', ask('我们德国老板问跟大国有没有合作')).able).toBe(true);
  });

  it('takes a sixtieth anniversary for no town', () => {
    const feast = countyReport({ plan: '办好建县60周年活动。' });
    expect(judge(feast, '60周年', ask('今年六十大庆办什么活动')).able).toBe(true);
    expect(judge(feast, '60周年', ask('听说今年县里有大庆,真的吗')).able).toBe(true);
  });

  it('takes a name that begins with the country for no figure of the country', () => {
    const drones = countyReport({ review: '无人机产量占全国9成，47项经验获全国推广。' });
    expect(judge(drones, '无人机', ask('全国的无人机有几成是县里造的')).able).toBe(true);
    expect(judge(drones, '无人机', ask('有几项经验让全国学')).able).toBe(true);
    const towns = countyReport({ review: '新增全国文明村镇3个，总数达到9个。' });
    expect(judge(towns, '文明村镇', ask('全国文明村镇全县有几个了')).able).toBe(true);
  });

  it('takes the whole of what is counted for no level above', () => {
    const roads = countyReport({ review: '推动16个市整市通公交。' });
    expect(judge(roads, '16个市', ask('有几个市全市通公交了')).able).toBe(true);
    expect(judge(roads, '16个市', ask('全市通公交的有几个市')).able).toBe(false);
  });

  it('takes the place where the asker works for none that is asked about', () => {
    expect(able('86.4', '小两口都在南京打工，老家是安阳的，云溪县去年地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '我们两口子在南京打工，云溪县去年地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '我在南京做生意，云溪县去年地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '我做家具往德国发货，云溪县去年地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '在南京打工，云溪县去年地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '想去越南开厂，云溪县去年地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '我南京上海两头跑，云溪县去年地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '我在南京打工，云溪县去年地区生产总值多少亿元')).toBe(true);
    expect(able('86.4', '在南京工作的去年创造了多少亿元地区生产总值')).toBe(false);
  });

  it('takes a region for that of a province or city in it, in a report of the whole country', () => {
    const review = '东部地区减免学费4000万元。';
    const county = countyReport({ review, plan: '今年在西部地区减免学费。' });
    const national = { ...county, facts: { ...county.facts, issuer: '国务院', title: '' } };
    expect(judge(national, '西部', ask('甘肃的学费今年还交不')).able).toBe(true);
    expect(judge(national, '西部', ask('兰州市的学费今年还交不')).able).toBe(true);
    expect(judge(national, '西部', ask('浙江的学费今年还交不')).able).toBe(false);
    expect(judge(national, '4000', ask('浙江去年减免学费多少万元')).able).toBe(false);
    expect(judge(national, '4000', ask('我在浙江，东部去年减免学费多少万元')).able).toBe(true);
    expect(judge(county, '西部', ask('甘肃的学费今年还交不')).able).toBe(false);
  });

  it('takes 东西 for no place', () => {
    const shops = countyReport({ review: '零售总额12亿元。', plan: '修好东西大街。' });
    expect(judge(shops, '12亿元', ask('去年买东西总共花出去多少亿元')).able).toBe(true);
  });

  it.each(['上海云溪县去年地区生产总值多少亿元', '江南省上海市云溪县去年地区生产总值多少亿元'])(
    'takes the larger places in front of the own one for an address: %s',
    (text) => {
      expect(able('86.4', text)).toBe(true);
    },
  );
});

describe('a quarter or a village', () => {
  const heat = countyReport({
    review:
      '城市功能日趋完善，长岭村、南坡村等地的征地任务圆满完成，建成换热站29座，超额完成全年任务。在白鹭社区建成车站2座。',
  });
  const names = (part: string, text: string) => judge(heat, part, ask(text)).namesAsked;

  it('is none in a slogan', () => {
    const report = countyReport({ plan: '办好旅游大会，打响“这么近，那么美，周末到杭州”品牌。' });
    expect(judge(report, '旅游', ask('旅游大会在哪办')).namesAsked).toBe(false);
  });

  it('is said of the thing itself, and is no body that builds it', () => {
    const town = countyReport({
      review: '长岭大道、杭州路征地圆满完成，建成换热站29座，超额完成全年任务。召开白鹭全县文化工作会议。',
      plan: '依托杭州先达、浙江大学联合打造打印园。优化杭州段环境，推进南坡大青门博物馆建设。',
    });
    const named = (part: string, text: string) => judge(town, part, ask(text)).namesAsked;
    expect(named('换热站', '新建的换热站都在什么地方')).toBe(false);
    expect(named('打印园', '打印园建在什么地方')).toBe(false);
    expect(named('文化工作', '全县文化工作会议在哪儿开的')).toBe(true);
    expect(named('博物馆', '博物馆建在南坡哪个地方')).toBe(true);
  });

  it('is none of another group, and none that another clause of the sentence names', () => {
    const parks = countyReport({
      plan: '建设盐城、常州国家级园区，打造省级园区。会展中心落户苏州，消费市场不断回暖，旅游人次持续攀升，文化事业加快发展，体育赛事精彩纷呈，粮食生产再获丰收，试验网顺利搭建成功。',
    });
    const named = (part: string, text: string) => judge(parks, part, ask(text)).namesAsked;
    expect(named('盐城', '国家级园区放在哪些市')).toBe(true);
    expect(named('盐城', '省级园区放在哪些市')).toBe(false);
    expect(named('试验网', '会展中心落在哪个城市')).toBe(true);
    expect(named('试验网', '试验网搭建在哪个城市')).toBe(false);
  });

  it('is none that another clause of the sentence names', () => {
    expect(names('换热站', '换热站都建在哪个村')).toBe(false);
    expect(names('车站', '车站建在哪个社区')).toBe(true);
  });
});

describe('somebody', () => {
  const works = countyReport({
    review: '新建道路12公里。县交通局牵头修桥3座。王小明获评劳动模范。运动会获金牌33枚，增长两成。',
  });
  const named = (part: string, text: string) => judge(works, part, ask(text)).able;

  it('is named by a body or a person', () => {
    expect(named('修桥', '谁牵头修桥')).toBe(true);
    expect(named('模范', '谁获评劳动模范')).toBe(true);
  });

  it('is named by nothing else', () => {
    expect(named('道路', '谁新建的道路')).toBe(false);
    expect(named('道路', '跟谁一起新建的道路')).toBe(true);
    expect(named('金牌', '33枚金牌是谁拿的')).toBe(false);
    expect(named('道路', '新建道路多少公里')).toBe(true);
  });
});

describe('what a message leans on', () => {
  const works = countyReport({ review: '新建桥梁3座。绿化农村道路12公里。' });
  const covered = (part: string, text: string, earlier: readonly string[] = []) =>
    judge(works, part, ask(text, earlier)).features.covered;

  it('weighs less than what it names itself', () => {
    const asked = ask('要绿化多少', ['新建桥梁多少座']);
    expect(asked.text).toBe('新建桥梁要绿化多少');
    expect(covered('绿化', '要绿化多少', ['新建桥梁多少座'])).toBeGreaterThan(covered('绿化', asked.text));
  });
});

describe('a place that is asked for', () => {
  const works = countyReport({
    review: '在长岭建成风电场1座。白沙镇改居完成。新建普通高中7所。',
    plan: '办好第三届县运动会。改造100个乡镇养老中心和30个村级幸福院。体育馆落户安阳。',
  });
  const places = (part: string, text: string) => judge(works, part, ask(text)).namesAsked;

  it.each([
    ['风电场', '风电场建在哪儿'],
    ['改居', '哪里改居了'],
    ['改居', '在哪个镇改居'],
    ['体育馆', '体育馆建在哪个城市'],
    ['运动会', '今年办不办县运动会'],
  ])('is named, or none is asked for: %s', (part, text) => {
    expect(places(part, text)).toBe(true);
  });

  it.each([
    ['运动会', '县运动会在哪个城市办'],
    ['普通高中', '新建的普通高中都在哪里'],
    ['养老中心', '100个乡镇养老中心建在哪些乡镇'],
  ])('is not named: %s', (part, text) => {
    expect(places(part, text)).toBe(false);
  });
});
