import { describe, expect, it } from 'vitest';
import { tellsOfAnotherName } from '../../src/answer/another-name.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const report = countyReport({
  review: '建成轨道交通二号线。国产C919客机总装下线。民办教育得到规范。',
  plan: '推进北岭小学、南坡小学建设。改造延伸青石大道。建成云电入浙工程。推动黛湖、锦屏古寨创建5A级景区。办好云溪国际马拉松。实施人才安居工程。力争云渠高铁广西段贯通。“B超”联赛火热开赛。推进云渠运河建设。改造万吨级泊位。云渠考古遗址公园挂牌。推进胶东地区供暖。扩建青枫小学，新建楼2幢，明年9月投用。改造育栋小学，新建楼3幢，明年10月投用白松小学。云水河四桥总投资7亿元。东塘产业园二期总投资3亿元。青石公园二期开放。解决明湖二期问题。高校毕业生留云1万人。清澜师范学院升格。推进农垦改革。白沙莲藕获批国家地理标志。竹溪镇改造低产芝麻田，芝麻亩产提高。升级黛湖商贸城。黛湖路拓宽工程开工建设。服务保障东江化工等一批企业迁入新城。机床厂片区签约80户。开工江湾片区安置房12套。',
});
const another = (part: string, text: string) =>
  tellsOfAnotherName(ask(text), judge(report, part, ask(text)).reading);

describe('tellsOfAnotherName', () => {
  it.each([
    ['the school of another name', '北岭小学', '今年育阳小学要扩建吗'],
    ['the road of another name', '青石大道', '金穗大道今年要改造延伸吗'],
    ['the road that stands elsewhere', '马拉松', '青石大道今年办不办'],
    ['another part of the town', '江湾', '机床厂片区开工了多少套安置房'],
    ['another school than the clause leans on', '明年10月', '育栋小学什么时候能用上'],
    ['another section', '高铁', '云渠高铁广东段今年能贯通吗'],
    ['another league', '马拉松', 'B超联赛办得怎样'],
    ['the canal that stands elsewhere', '泊位', '云渠运河能走几万吨级的船'],
    ['what a code stands for elsewhere', '马拉松', 'C919今年办了几次'],
    ['the park of another name that ends in the same words', '考古', '城柳崖考古遗址公园挂牌了吗'],
    ['another region', '供暖', '今年渠南地区供暖怎么安排'],
    ['a line whose name is no word', '云渠高铁', '津潍高铁今年要贯通吗'],
    ['another line', '二号线', '轨道交通三号线建好了没'],
    ['another bridge over the same river', '四桥', '云水河三桥花了多少钱'],
    ['the second part of another thing', '东塘', '青石公园二期总投资多少'],
    ['the school that stands elsewhere', '毕业生', '清澜师范学院在校生多少人'],
    ['another reform', '农垦', '宅基地改革今年怎么弄'],
    ['another model', 'C919', 'C929客机下线了吗'],
    ['the line to another province', '入浙', '云电入粤今年能建成吗'],
    ['what others moved', '东江', '去年扎尕那企业家迁入新城了吗'],
    ['the product that stands elsewhere', '白沙莲藕', '竹溪的芝麻获批国家地理标志了吗'],
    ['another thing of that place', '黛湖路', '黛湖商贸城今年有什么建设安排'],
    ['what is to be so of others', '5A', '今年扎尕那创建5A不'],
  ])('knows %s', (_, part, text) => {
    expect(another(part, text)).not.toBeNull();
  });

  it.each([
    ['the very product', '白沙莲藕', '白沙莲藕获批国家地理标志了吗'],
    ['the very market', '升级黛湖', '黛湖商贸城今年有什么建设安排'],
    ['the very park', '考古', '云渠考古遗址公园挂牌了吗'],
    ['any park', '考古', '今年有考古遗址公园挂牌了吗'],
    ['the very school', '北岭小学', '今年北岭小学要扩建吗'],
    ['the road by its name', '青石大道', '青石大道今年延伸不'],
    ['the section that is pointed at', '高铁', '云渠高铁广西这段今年能通吗'],
    ['what is no section', '高铁', '高铁哪些路段今年贯通'],
    ['the school that the clause leans on', '明年9月', '青枫小学什么时候能用上'],
    ['a hospital that is pointed at', '北岭小学', '能住校的那家小学叫什么名'],
    ['the very section', '高铁', '云渠高铁广西段今年能贯通吗'],
    ['the very league', '联赛', 'B超联赛开赛了吗'],
    ['the schools of the county', '北岭小学', '云溪县小学今年要扩建吗'],
    ['a kind of school that the report speaks of', '北岭小学', '今年民办小学要扩建吗'],
    ['the same number as it is also written', '二号线', '轨道交通2号线建好了没'],
    ['a premise of its own', '二号线', '建成的是轨道交通三号线吧'],
    ['people who are called by what they do', '5A', '打零工的创建5A不'],
    ['a kind that is pointed at', '北岭小学', '今年推进的那种小学要建设吗'],
    ['the bridge', '四桥', '云水河四桥花了多少钱'],
    ['the second part', '东塘', '东塘那个产业园二期总投资多少'],
    ['the second part in a wrong character', '明湖二期', '明胡二期有说法没'],
    ['the very school', '师范', '清澜师范学院升格了吗'],
    ['any school', '毕业生', '大学毕业生留下多少人'],
    ['the reform', '农垦', '农垦改革今年怎么弄'],
    ['the model', 'C919', 'C919下线了吗'],
    ['the line to a province by its whole name', '入浙', '往浙江送电的工程今年建成不'],
    ['part of a name', '5A', '今年锦屏寨要创5A不'],
    ['a name in short', '马拉松', '今年云马还办不办'],
    ['a common word that the report does not use', '安居', '打工的今年安居不'],
  ])('takes %s for what is meant', (_, part, text) => {
    expect(another(part, text)).toBeNull();
  });

  it('takes a city for one of the region that a report of the whole country names', () => {
    const county = countyReport({ plan: '今年在西部地区免除学费。' });
    const national = { ...county, facts: { ...county.facts, issuer: '国务院', title: '' } };
    const asked = ask('我们成都今年免除学费不');
    expect(tellsOfAnotherName(asked, judge(national, '西部', asked).reading)).toBeNull();
    expect(tellsOfAnotherName(asked, judge(county, '西部', asked).reading)).not.toBeNull();
  });
});
