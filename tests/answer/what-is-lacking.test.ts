import { describe, expect, it } from 'vitest';
import { whatIsLacking } from '../../src/answer/what-is-lacking.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const report = countyReport({
  review:
    '推进白鹭水电站一期。6月建成县体育馆。地区生产总值增速居全市第二位。工业总产值居全市第三位。民间投资增加超40亿元。电商销售额12亿元。财政收入5亿元，同比增长8%。二产占比达到40%。招商额超额完成年度任务。引资超过目标26万元。重污染天数下降62%，优良天数215天。城建项目开工44万平方米，完成投资65亿元。第三产业增加值占地区生产总值比重超过80%。金融业发展加快。民生支出6亿元，占财政总支出的64%。五年来外贸年均增长13%。县长沈岚带队招商。落实总书记讲话精神。入驻网店100余家。PM10浓度下降13%。全县修路9公里，总产值5亿元。园区新增企业13家。细颗粒物年均浓度27微克/立方米。工业和服务业增加值分别增长23%、16%。渡口由3处增至5处。招商企业落户13家。秋季学期小学全部复课。商户恢复元气，需要再帮一把。清洁能源装机占比提高到68%。油菜产量增至3万吨，年均增长4%。退休人员养老金每月新增110元。旅游收入比2018年增加7亿元。渔业的短板在于品牌不强。小麦连续五年增产，总产量9万吨。护理床位占比达到70%。10月份后茶价回落。偿还欠款8亿元，占历史欠款的98.6%。为退伍军人提供5千个岗位，开展就业帮扶1万人。问题根本在于监管不到位。茶农收入两次得到补贴。就业新增85人。财政用于教育、卫生、体育事业的支出达8亿元。成立抗洪指挥部。植树400亩，修复湿地70亩。70岁以上人口占比达到18%。围绕县城提质的目标，一件事一件事地抓。农贸市场改造的目标没有实现。图书馆晚上6点以后免费开放。关停小水电站36座。老街开街，首月迎客4万人次。总里程达909公里、居全国首位。实施管网改造，解决6万人季节性缺水问题。五年来公路通车里程新增30公里，突破100公里。事故死亡人数没有下降。征地难、落地慢，开工率没有达到目标。',
  plan: '青石公园交付使用。外贸增长10%。',
});
const lacking = (part: string, text: string) => whatIsLacking(ask(text), judge(report, part, ask(text)));

describe('whatIsLacking', () => {
  it.each([
    ['whether anybody died', '渡口', '渡口的事故里有人遇难吗'],
    ['a time', '白鹭水电站', '白鹭水电站一期什么时候发电'],
    ['a month', '白鹭水电站', '白鹭水电站一期几月开工'],
    ['the month that is put forward', '白鹭水电站', '白鹭水电站一期是不是8月开工的'],
    ['the rank of the level', '第二位', '地区生产总值总量排全市第几'],
    ['the rank in the world', '全国首位', '总里程在全世界排第几'],
    ['what a feast brought', '老街', '老街国庆七天来了多少人'],
    ['the level', '40亿元', '民间投资总共是多少亿元'],
    ['a share', '财政收入', '财政收入里税收占几成'],
    ['the share of another thing', '第三产业', '金融业占地区生产总值比重是多少'],
    ['the share of what some of such an age do', '70岁', '70岁往上的老人里用网店的占多大比例'],
    ['what was not done', '围绕县城', '去年定的目标有哪些没完成'],
    ['an hour', '农贸市场', '农贸市场晚上几点以后开放'],
    ['what a single year added', '公路通车', '去年公路修了多少公里'],
    ['the share in another thing', '民生支出6', '民生支出占地区生产总值多少'],
    ['the whole of a share', '民生支出6', '财政总支出是多少'],
    ['the growth of a single year', '年均', '去年外贸增长多少'],
    ['the holder of another office', '沈岚', '副县长是谁'],
    ['the rank in the province', '第二位', '地区生产总值增速在全省排第几'],
    ['by how much a target was passed', '招商额', '招商额超出任务多少万元'],
    ['the days of what only changed', '重污染', '重污染有多少天'],
    ['the days of what only changed, said as a number of days', '重污染', '重污染的天数，有几天'],
    ['what something lies in', '外贸', '外贸的症结在哪里'],
    ['what came after a month that is named later', '园区', '10月以后园区新增企业多少家'],
    ['the growth of one year', '年均', '去年一年外贸增长多少'],
    ['the growth since a year that the sentence does not name', '财政收入', '去年财政收入比2010年增长多少'],
    ['how much more, the sentence giving an amount', '民生支出6', '民生加了多少钱'],
    ['what it was years ago', '护理床位', '五年前护理床位占比是多少'],
    ['what there were years ago', '总产量', '十年前小麦总产量是多少'],
    ['a reason', 'PM10', 'PM10浓度为什么下降'],
    ['what was left out', '园区', '哪几个园区没进名单'],
    ['what women have', '养老金', '女的养老金每月多少'],
    ['a reason for what was not so, which the sentence says, too', '没有下降', '死亡人数为什么没降下来'],
    ['the grade of a school', '体育馆', '体育馆几年级能去'],
    ['the amount of what only changed', 'PM10', 'PM10浓度是多少'],
    ['the amount in its unit', 'PM10', 'PM10浓度是多少微克'],
    ['the total', '园区', '园区现在有多少家企业'],
    ['the total of what was closed', '关停', '全县一共有几座水电站'],
    ['the total, the sentence giving what was made of it', '湿地', '全县现在湿地总共有多少亩'],
    ['what is paid, the sentence giving what was added', '养老金', '退休人员每月拿多少养老金'],
    ['what was before', '沈岚', '县长之前是在哪个单位'],
    ['what was aimed at', '85人', '去年新增就业当初定的目标是多少人'],
    ['one part of a sum', '体育事业', '去年财政光在体育上花了多少钱'],
    ['who is in command', '指挥部', '抗洪指挥部的总指挥是哪位'],
    ['the secretary of the county', '总书记', '县委书记是谁'],
    ['what a shop is paid', '网店', '开网店一家能补多少'],
    ['which firm does it', '白鹭水电站', '白鹭水电站是哪家公司在修'],
    ['which firm, where only their number stands', '园区新增', '园区新增的是哪家企业'],
    ['which hospital', '县体育馆', '体检要去哪家医院'],
    ['how long it takes', '白鹭水电站', '白鹭水电站一期要修多长时间'],
    ['an amount of what only grew', '外贸增长10%', '外贸额去年有多少'],
    ['who is in charge', '园区', '园区负责人是谁'],
    ['a place', '青石公园', '青石公园在哪个镇'],
    ['a part of the figure that is given', '民生支出6', '民生那6亿，用在学校上的是多少'],
    ['a share within something else', '民生支出6', '财政收入里，民生占几成'],
    ['a share, the sentence giving a row of changes', '服务业', '工业增加值占地区生产总值的比重有多高'],
    ['a change, the sentence giving a share', '民生支出6', '民生支出多了几个点'],
    ['jobs, the sentence giving a number of firms', '招商企业', '招商企业能带来多少个岗位'],
    ['by how much, the sentence giving what it came to', '清洁能源', '清洁能源装机占比升了几个点'],
    ['growth, the sentence giving an amount that was completed', '城建', '城建投资增长多少'],
    ['the growth of the year', '旅游收入', '去年旅游收入增加多少'],
    ['a part of the year', '园区', '下半年园区新增企业多少家'],
    ['the time when it begins', '青石公园', '城西的青石大花园啥时候开工'],
    ['growth, the sentence giving a number of things', '招商企业', '招商增长了多少'],
  ])('misses %s', (_, part, text) => {
    expect(lacking(part, text)).not.toBeNull();
  });

  it.each([
    ['a month', '县体育馆', '县体育馆几月建成的'],
    ['a month of any year', '季节性缺水', '一到三四月份就没水吃，今年解决多少人缺水的问题'],
    ['how many were closed', '关停', '全县一共关停了几座小水电站'],
    ['what a share is to rise to', '清洁能源', '清洁能源装机占比提高到多少'],
    ['points, which are no hour', '城建', '城建要抓好哪几点'],
    ['the time of an event that the sentence tells of', '青石公园', '青石公园什么时候交付使用'],
    ['points that are counted, not told by the clock', '招商额', '招商要注重哪几点'],
    ['the rank of the rate', '第二位', '地区生产总值增速排全市第几'],
    ['the rank of the level', '第三位', '工业总产值总量排全市第几'],
    ['the increase', '40亿元', '民间投资增加了多少亿元'],
    ['the level', '12亿元', '电商销售额是多少亿元'],
    ['the growth since the year that is named', '旅游收入', '去年旅游收入比2018年增加多少'],
    ['what was done in a part of the year', '招商企业', '下半年招商是怎么弄的'],
    ['growth, the sentence giving what was added in money', '养老金', '退休人员养老金一个月涨了多少'],
    ['the share of what was asked about before', '民生支出6', '拿给企业的钱是多少，占财政总支出多大比例'],
    ['what was not done', '农贸市场', '去年定的目标有哪些没完成'],
    ['an hour', '图书馆', '图书馆晚上几点以后免费'],
    ['a share', '二产', '二产占几成'],
    ['the share of people who are named by their age', '70岁', '咱县70岁往上的老人占多大比例'],
    ['the share of the very thing', '第三产业', '第三产业占地区生产总值比重是多少'],
    ['the share in the very thing', '民生支出6', '民生支出占财政总支出多少'],
    ['the share something rose to', '清洁能源', '清洁能源装机占几成'],
    ['what is asked beside a month of somebody’s own', '园区', '小宝九月上小班,园区还要新增企业不'],
    ['the part of a share', '民生支出6', '民生支出是多少'],
    ['the yearly average', '年均', '外贸年均增长多少'],
    ['the level beside a yearly average', '油菜产量', '油菜产量到多少吨了'],
    ['the change beside a share', '财政收入', '财政收入多了几个点'],
    ['how many are new', '新增企业13', '园区新增了多少企业'],
    ['the holder of the office', '沈岚', '县长是谁'],
    ['what is paid', '养老金', '退休人员一个月能补多少'],
    ['the rank in the city', '第二位', '地区生产总值增速在全市排第几'],
    ['by how much a target was passed', '引资', '引资超出目标多少万元'],
    ['the days of its own clause', '重污染', '优良天数有多少天'],
    ['how it changed', 'PM10', 'PM10浓度降了多少'],
    ['what was added', '园区', '园区新增多少家企业'],
    ['the yearly average of a single year', '细颗粒物', '去年细颗粒物浓度是多少微克'],
    ['what came after a month named before', '茶农', '10月以后茶农得到几次补贴'],
    ['the growth of every year', '年均', '外贸一年多几个点'],
    ['the amount beside how long it grew', '小麦', '一共打了多少吨小麦'],
    ['the share of a thing within a whole that is not named', '护理床位', '养老院里护理床位得占几成'],
    ['how much more was spent, as a share', '财政收入', '财政收入比前一年多收几成'],
    ['what something lies in', '渔业', '渔业的症结在哪里'],
    ['the share in a whole that is only called so', '欠款', '偿还的欠款占总数几成'],
    ['what was done for those named before', '退伍军人', '退伍军人要帮几个人'],
    ['of the whole county', '小麦', '全县打了多少吨小麦'],
    ['why, asked by where it lies', '监管', '这些问题根子在哪'],
    ['what was before', '渡口', '渡口以前是多少处'],
    ['what asks for nothing before', '渔业', '村里以前的鱼塘空起十几年了，渔业能不能搞起来'],
    ['what asks for nothing before, told as a number', '渔业', '以前办个厂要盖几十个章，渔业有没有搞起来'],
    ['what asks for no day', '园区新增', '就怕哪天园区没人要了，今年还新增不新增'],
    ['how much more', '民间投资', '民间投资增加了多少钱'],
    ['what was added, asked as that', '园区新增', '园区一共添了多少家企业'],
    ['what it is compared with', '园区', '园区企业比以前多了多少家'],
    ['the month that is put forward, though it is another', '县体育馆', '县体育馆是不是8月建成的'],
    ['the year whose plan it is to complete it', '青石公园', '城西的青石大花园啥时候能逛上'],
    ['what is asked beside somebody’s own village', '新增企业13', '老爹一个人在乡下住，园区新增了几家企业'],
    ['a term as a time', '复课', '那会儿在家上课，后来小学啥时候回学校'],
    ['what is needed as a reason', '再帮一把', '为什么再帮商户一把'],
    ['what is wrong as a reason', '征地难', '开工率为什么没达到目标'],
    ['a reason where it only seems to be asked for', '外贸', '为什么外贸没增长'],
    ['a rank that is put forward', '第二位', '地区生产总值增速在全省排第二对吧'],
    ['what the subject of an earlier clause did', '城建', '城建项目完成投资多少亿元'],
  ])('finds %s', (_, part, text) => {
    expect(lacking(part, text)).toBeNull();
  });

  it('takes the average of an amount for all there is of years that nobody names', () => {
    const report = countyReport({
      review: '五年来沙地面积年均缩减20公顷。年均超收20亿元，其中去年超收25亿元。',
    });
    const lack = (part: string, text: string) => whatIsLacking(ask(text), judge(report, part, ask(text)));
    expect(lack('沙地', '沙地减少多少')).toBeNull();
    expect(lack('沙地', '去年沙地减少多少')).not.toBeNull();
    expect(lack('超收', '去年超收多少')).toBeNull();
  });

  it('finds nothing that was done in what is planned', () => {
    const report = countyReport({ review: '青石水库建成。', plan: '推进白鹭水库建成蓄水。' });
    const lack = (part: string, text: string) => whatIsLacking(ask(text), judge(report, part, ask(text)));
    expect(lack('白鹭', '水库有哪些建成了')).not.toBeNull();
    expect(lack('白鹭', '哪些水库要建成')).toBeNull();
    expect(lack('青石', '水库有哪些建成了')).toBeNull();
  });

  it('finds neither where to something moves, when it was begun nor for what deed where only that it is so is told', () => {
    const moves = countyReport({
      review:
        '启动妇幼保健院整体搬迁。县医院迁至北湖。12个村搬迁进园区。推进白鹭水厂二期建设，年底前投入运行。东湖水厂5月开工。村民沈岚荣登好人榜。村民梅溪照顾婆婆30年，入选孝星榜。',
    });
    const of = (part: string, text: string) => whatIsLacking(ask(text), judge(moves, part, ask(text)));
    expect(of('妇幼', '妇幼保健院要搬到哪儿去')).not.toBeNull();
    expect(of('县医院', '县医院搬到哪儿了')).toBeNull();
    expect(of('12个村', '12个村都搬到哪里了')).toBeNull();
    expect(of('白鹭', '白鹭水厂二期是哪年开工的')).not.toBeNull();
    expect(of('白鹭', '白鹭水厂二期什么时候投用')).toBeNull();
    expect(of('东湖', '东湖水厂是什么时候开工的')).toBeNull();
    expect(of('好人榜', '沈岚做了什么好事才上的好人榜')).not.toBeNull();
    expect(of('孝星榜', '梅溪做了什么事才上的孝星榜')).toBeNull();
  });

  it('finds no level in how much less it is', () => {
    const port = countyReport({ review: '船舶平均待泊时间减少8.9小时。' });
    const of = (text: string) => whatIsLacking(ask(text), judge(port, '待泊', ask(text)));
    expect(of('船舶待泊平均要等几个小时')).not.toBeNull();
    expect(of('船舶待泊平均少等了几个小时')).toBeNull();
  });

  it('finds neither who was punished nor where a seat is where nothing of the kind is said', () => {
    const own = countyReport({ review: '稳妥处置食品异常问题。组建东湖集团。查处违规干部9人。' });
    const of = (part: string, text: string) => whatIsLacking(ask(text), judge(own, part, ask(text)));
    expect(of('食品', '食品那事哪些人被处分了')).not.toBeNull();
    expect(of('违规', '违规的干部被处分了多少人')).toBeNull();
    expect(of('集团', '东湖集团总部设在哪')).not.toBeNull();
  });

  it('finds no rank of a level in that of its rate beside it', () => {
    const trade = countyReport({
      review: '进出口总额突破万亿元、增速居全省第5位。外贸总额居全省第2位、增速加快。',
    });
    const of = (part: string, text: string) => whatIsLacking(ask(text), judge(trade, part, ask(text)));
    expect(of('进出口', '进出口总额全省第几')).not.toBeNull();
    expect(of('外贸', '外贸总额全省第几')).toBeNull();
  });

  it('finds neither the year of what five years brought nor which firm made it', () => {
    const own = countyReport({ review: '云溪林场荣获“土地奖”。13个大模型通过备案。' });
    const of = (part: string, text: string) => {
      const judged = judge(own, part, ask(text));
      const { sentence } = judged.reading;
      const frame = { role: 'review', from: 2019, to: 2023 } as const;
      return whatIsLacking(ask(text), {
        ...judged,
        reading: { ...judged.reading, sentence: { ...sentence, frame } },
      });
    };
    expect(of('林场', '云溪林场是哪一年荣获的土地奖')).not.toBeNull();
    expect(of('大模型', '通过备案的大模型是哪些公司做的')).not.toBeNull();
    expect(
      whatIsLacking(ask('云溪林场哪年荣获土地奖'), judge(own, '林场', ask('云溪林场哪年荣获土地奖'))),
    ).toBeNull();
  });

  it('finds no decrease in what only grew', () => {
    const steel = countyReport({ review: '钢铁行业转型，新能源车产量增长5.1倍。钢铁产能减少30万吨。' });
    const of = (part: string, text: string) => whatIsLacking(ask(text), judge(steel, part, ask(text)));
    expect(of('5.1倍', '钢铁产能压减多少')).not.toBeNull();
    expect(of('30万吨', '钢铁产能压减多少')).toBeNull();
  });

  it('finds neither how many there are in what is added nor those of a year in what came to be so far', () => {
    const trains = countyReport({ review: '货运班列累计开行超1.4万列。接待外宾增长46%。新培育小店300家。' });
    const of = (part: string, text: string) => whatIsLacking(ask(text), judge(trains, part, ask(text)));
    expect(of('班列', '货运班列去年一年开了多少列')).not.toBeNull();
    expect(of('班列', '货运班列累计开了多少列')).toBeNull();
    expect(of('外宾', '去年接待了多少万外宾')).not.toBeNull();
    expect(of('小店', '现在有多少家小店')).not.toBeNull();
    expect(of('小店', '去年新培育小店多少家')).toBeNull();
  });

  it('finds no amount of a single year in what several add up to', () => {
    const five = countyReport({ review: '五年来，使用外资累计达到149万美元。' });
    const of = (text: string) => whatIsLacking(ask(text), judge(five, '外资', ask(text)));
    expect(of('去年使用外资多少')).not.toBeNull();
    expect(of('五年来使用外资多少')).toBeNull();
  });

  it('finds no level of a standard or an output in how it grew', () => {
    const grown = countyReport({ review: '低保标准增长19%。汽车产量增长20%。' });
    const of = (part: string, text: string) => whatIsLacking(ask(text), judge(grown, part, ask(text)));
    expect(of('低保', '低保标准多少')).not.toBeNull();
    expect(of('低保', '低保标准增长多少')).toBeNull();
    expect(of('汽车', '汽车产量有多少')).not.toBeNull();
  });

  it('takes a clause that begins with a measure for one about what stands before it', () => {
    const ranked = countyReport({
      review: '全县生产总值连续跨越7亿、8亿、9亿三个大台阶，年均增长5.9%，规模稳居全市第4位。',
    });
    const question = ask('生产总值全市排第几');
    expect(whatIsLacking(question, judge(ranked, '规模稳居', question))).toBeNull();
  });

  it('finds no total in what became less or was certified, nor what it was before in what it is to be', () => {
    const firms = countyReport({
      review:
        '减少贫困户300户。甲厂等5家企业通过认定。实施增值税改革，现行16%的税率降至13%。改善环卫人员工作环境。',
      plan: '高新产业占比达55%。',
    });
    const of = (part: string, text: string) => whatIsLacking(ask(text), judge(firms, part, ask(text)));
    expect(of('贫困户', '全县现在一共有多少户')).not.toBeNull();
    expect(of('贫困户', '减少贫困户多少户')).toBeNull();
    expect(of('认定', '现在一共有几家企业')).not.toBeNull();
    expect(of('高新', '高新产业占比原来是多少')).not.toBeNull();
    expect(of('高新', '高新产业占比要到多少')).toBeNull();
    expect(of('增值税', '增值税率原来是多少')).toBeNull();
    expect(of('环卫', '给环卫人员涨工资不')).not.toBeNull();
    expect(of('环卫', '环卫人员的环境改善吗')).toBeNull();
  });

  it('finds how many people there are in no number of some of them', () => {
    const people = countyReport({
      review: '帮扶低保对象195人。紧紧依靠全县46万人民。新增就业2千人。常住人口44万人。',
    });
    const of = (part: string, text: string) => whatIsLacking(ask(text), judge(people, part, ask(text)));
    expect(of('低保', '全县一共有多少人')).not.toBeNull();
    expect(of('就业', '咱县现在多少人口')).not.toBeNull();
    expect(of('就业', '就业了多少人')).toBeNull();
    expect(of('46万', '全县有多少人口')).toBeNull();
    expect(of('46万', '常住人口有多少')).not.toBeNull();
    expect(of('44万', '常住人口有多少')).toBeNull();
  });

  it('takes what is come to in the year that is named, beside an average', () => {
    const product = countyReport({
      plan: '地区生产总值年均增长10%以上，到2030年突破380亿元，农业稳步发展。',
    });
    const question = ask('到2030年生产总值要到多少');
    expect(whatIsLacking(question, judge(product, '380亿', question))).toBeNull();
  });

  it('takes where it came from for what it was years ago', () => {
    expect(lacking('渡口', '五年前渡口有几处')).toBeNull();
    expect(lacking('园区', '三年前开工的园区新增企业多少家')).toBeNull();
  });

  it('takes a month that an earlier question named from what stands before in the passage', () => {
    const question = { ...ask('6月体育馆建成那次白鹭水电站来了多少客商'), raw: '当时来了多少客商' };
    const told = countyReport({ review: '6月建成县体育馆。来了客商300人。' });
    expect(whatIsLacking(question, judge(told, '300人', question))).toBeNull();
    expect(whatIsLacking({ ...question, raw: question.text }, judge(told, '300人', question))).not.toBeNull();
  });

  it('finds no way to do something where that is told of as a problem', () => {
    const told = countyReport({
      review: '我们也清醒看到，还存在不少困难和问题。老城区停车难等问题尚未根本解决。',
      plan: '新增停车位300个，破解停车难。',
    });
    const question = ask('停车难怎么解决');
    expect(whatIsLacking(question, judge(told, '尚未', question))).not.toBeNull();
    expect(whatIsLacking(question, judge(told, '破解', question))).toBeNull();
  });

  it('finds nothing lacking where the sentence says it in other words', () => {
    const told = countyReport({
      review: '煤矿透水事故教训极其深刻，21名责任人受到追究。开办暑期托管班10个。',
    });
    const lacks = (part: string, text: string) => whatIsLacking(ask(text), judge(told, part, ask(text)));
    expect(lacks('追究', '煤矿透水那事有人被追责吗')).toBeNull();
    expect(lacks('暑期', '暑假没人带娃，托管班开了几个班')).toBeNull();
  });
});
