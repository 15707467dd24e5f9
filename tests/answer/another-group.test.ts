import { describe, expect, it } from 'vitest';
import { tellsOfAnotherGroup } from '../../src/answer/another-group.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const report = countyReport({
  review:
    '安排3亿元解决北方农村小学取暖问题。奖励农村独生子女家庭每户720元。对义务教育阶段学生免收学费。对中等职业学校学生发放补助每人1500元。工商业平均电价下降11%。城乡居民收入增长8%。全额补助重度残疾人城乡居民医疗保险个人缴费。新建充电桩300个。新增煤改电1.2万户。更新老旧电梯300台。铁路营业里程达到120公里。女篮夺得冠军。支持民营企业公平参与项目。加快中西部铁路建设。改造棚户区200户。新增铁路里程60公里，新增高速公路30公里。风电装机达到200万千瓦。国有工业企业效益提高，实现利润38亿元。取消农业税。外汇储备达4亿美元。制定5部规章。省级机构改革基本完成。高校毕业生就业率83%。引水工程东、中线开工。中央财政投入增加3亿元。对种粮农民直接补贴。治理二氧化硫排放。对外直接投资9亿美元。实际使用外资7亿美元。完成工业固定资产投资4亿元。居民门诊报销比例达到65%。粮食总产1100亿斤。所有乡与县城高铁相通。培育乡镇养老服务中心40家。抓好农村厕所改造。15条高速公路建成通车，城市轨道交通突破发展。推动新能源汽车提质，保有量超过13万辆。中心城区绿色出行比例达到76%。二本以上上线1268人。培育化工产业。地表水国考断面优良率94%。有序开展村（社区）换届选举。推行免费学前教育，义务教育阶段学校管理水平不断提高，教师待遇保障机制更加健全，增加普通高中学位。',
});
const spanOf = (part: string) => {
  const start = report.text.indexOf(part);
  return { start, end: start + part.length };
};
const another = (part: string, text: string) => {
  const judged = judge(report, part, ask(text));
  return tellsOfAnotherGroup(ask(text), judged);
};

describe('tellsOfAnotherGroup', () => {
  it('takes no group for that of a figure before it, and that of one part for the part’s', () => {
    const schools = countyReport({
      review: '安排助学金200亿元，地方财政也要增加支出。中等职业学校在校学生1809万人。',
    });
    const of = (part: string, question: ReturnType<typeof ask>) =>
      tellsOfAnotherGroup(question, judge(schools, part, question));
    expect(of('200亿', ask('中央财政安排助学金多少'))).toBeNull();
    const parted = ask('大学有多少学生在读');
    expect(of('1809万', { ...parted, raw: '中等职业学校和大学各有多少学生在读' })).not.toBeNull();
  });

  it.each([
    ['the other part of the country', '取暖', '南方小学冬天取暖安排了多少钱'],
    ['those who live elsewhere', '独生子女', '城里独生子女家庭奖励多少钱'],
    ['every one of the smaller', '所有乡', '所有村都通了高铁吗'],
    ['where the old are cared for', '养老服务中心', '今年培育多少家城市社区养老服务中心'],
    ['what is rebuilt', '厕所', '农村危房今年要改造吗'],
    ['who is elected', '村（社区）换届', '今年县乡人大换届选举吗'],
    ['what is grown', '粮食总产', '蔬菜总产量多少斤'],
    ['where there was none before', '老旧电梯', '去年加装电梯多少台'],
    ['what homes are heated with', '煤改电', '今年煤改气新增多少户'],
    ['what another clause has the figure of', '15条', '去年新通了几条地铁'],
    ['what is put an end to', '培育化工', '今年要淘汰哪些产业'],
    ['what water is drunk', '断面', '饮用水水源地的达标率是多少'],
    ['what is driven', '新能源汽车', '今年怎么管电动自行车'],
    ['what is driven by another fuel', '保有量', '燃油车保有量有多少辆'],
    ['another part of the city', '绿色出行', '副中心绿色出行比例是多少'],
    ['a higher line', '上线', '去年一本上线多少人'],
    ['what is paid elsewhere', '门诊', '住院能报百分之多少'],
    ['the investment of a part', '工业固定资产', '固定资产投资完成多少'],
    ['money that goes the other way', '对外直接投资', '外国人来这里投了多少钱'],
    ['an older pupil', '免收学费', '娃娃上幼儿园能免学费不'],
    ['a younger pupil', '中等职业', '大学生的补助每人多少'],
    ['those who pay for power at home', '电价', '家里用的电，居民电价降了多少'],
    ['those who pay for power at home, told first', '电价', '我们家里用的电，电价降了多少'],
    ['those who are not disabled', '残疾人', '大学生的医保个人缴费是不是全额补助'],
    ['another place to fill up', '充电桩', '加油站新建了多少个'],
    ['another kind of transport', '铁路营业', '地铁营业里程达到多少公里'],
    ['another game', '女篮', '女足夺得冠军没有'],
    ['another source of power', '风电', '火电装机达到多少千瓦'],
    ['whose subject stands a clause before', '实现利润', '私营企业去年利润多少亿元'],
    ['another tax', '农业税', '牧业税几年里取消'],
    ['another side of the books', '外汇储备', '去年底外债多少亿美元'],
    ['what is done to a rule', '规章', '废止了几部规章'],
    ['another level of government', '机构改革', '地级市的机构改革搞完了吗'],
    ['the leavers of another school', '就业率', '中专毕业生就业率多少'],
    ['another line', '引水', '引水工程西线开工了没'],
    ['who else pays', '中央财政', '省里的财政投入增加多少亿元'],
    ['what is bred and not grown', '种粮', '养猪的有直接补贴吗'],
    ['another pollutant', '二氧化硫', '氮氧化物治理了吗'],
    ['another kind of home', '棚户区', '城中村改造了多少户'],
  ])('knows %s', (_, part, text) => {
    expect(another(part, text)).not.toBeNull();
  });

  it.each([
    ['what is brought up', '培育化工', '今年要扶持哪些产业'],
    ['every one of them', '所有乡', '所有乡都通了高铁吗'],
    ['what is denied', '门诊', '不住院的药给报吗'],
    ['what is paid there', '门诊', '看门诊能报百分之多少'],
    ['the investment of a part in longer words', '工业固定资产', '工业投资完成多少'],
    ['the investment of a part, said apart', '工业固定资产', '去年工业上的固定资产投资有多少'],
    ['the direction it goes', '实际使用外资', '外国人来这里投了多少钱'],
    ['the very group', '取暖', '北方小学冬天取暖安排了多少钱'],
    ['no group', '取暖', '农村取暖安排了多少钱'],
    ['the very line', '上线', '去年二本上线多少人'],
    ['the very cars', '保有量', '电动汽车保有量有多少辆'],
    ['a word that takes in both', '居民收入', '农村居民收入增长多少'],
    ['a school of that stage', '免收学费', '初中免收学费吗'],
    ['a part of the country in a word for two', '中西部', '西部铁路建设要加快吗'],
    ['a group that is one of those asked for', '风电', '新能源装机达到多少千瓦'],
    ['whom somebody vies with', '民营企业', '我们能跟国企公平参与项目吗'],
    ['what whoever asks tells of himself', '独生子女', '我家娃在城里上班，独生子女家庭奖励多少钱'],
    ['the subject of the clause before', '实现利润', '国企去年利润多少亿元'],
    ['one of two lines', '引水', '引水工程中线开工了没'],
    ['a school in general', '就业率', '毕业生就业率多少'],
    ['what is left out', '种粮', '除了养猪,种粮有补贴吗'],
    ['both sides', '独生子女', '农村独生子女家庭搬到城里还有奖励吗'],
  ])('takes %s for what is meant', (_, part, text) => {
    expect(another(part, text)).toBeNull();
  });

  it('holds a question whether it is so to the quote', () => {
    const { reading } = judge(report, '学前教育', ask('普通高中要免学费吗'));
    const told = (text: string) =>
      tellsOfAnotherGroup(ask(text), { reading, quote: spanOf('推行免费学前教育') });
    expect(told('普通高中要免学费吗')).not.toBeNull();
    expect(told('学前教育要免学费吗')).toBeNull();
  });

  it('knows the region of whoever asks, in a report of the whole country', () => {
    const national = { ...report, facts: { ...report.facts, issuer: '国务院', title: '' } };
    const of = (part: string, text: string) => {
      const judged = judge(national, part, ask(text));
      return tellsOfAnotherGroup(ask(text), judged);
    };
    expect(of('中西部', '我是浙江的，铁路建设要加快吗')).not.toBeNull();
    expect(of('中西部', '我是甘肃的，铁路建设要加快吗')).toBeNull();
    expect(of('中西部', '我是浙江的，西部铁路建设要加快吗')).toBeNull();
  });

  it('holds a figure against the quote alone', () => {
    const question = ask('高速公路新增里程多少公里');
    const { reading } = judge(report, '新增铁路', question);
    expect(tellsOfAnotherGroup(question, { reading, quote: spanOf('新增铁路里程60公里') })).not.toBeNull();
    expect(tellsOfAnotherGroup(question, { reading, quote: spanOf('新增高速公路30公里') })).toBeNull();
  });

  it('takes the group that a follow-up names itself', () => {
    const question = { ...ask('去年实际使用外资往国外投出去的多少'), raw: '往国外投出去的呢' };
    const judged = judge(report, '实际使用外资', question);
    expect(tellsOfAnotherGroup(question, judged)).not.toBeNull();
  });
});
