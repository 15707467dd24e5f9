import { type Sentence, spansYears } from '../domain/report.ts';

/** What narrows a figure, what it is asked by, and what tells it. */
interface Narrowing {
  readonly what: string;
  readonly asks: RegExp;
  readonly tells: RegExp;
  /** Also told by what is said of several years. */
  readonly ofYears?: true;
  /** Also told by the headings that it stands under. */
  readonly byHeading?: true;
}

/** 热死了, 吓死人, 半死不活: nobody died. */
export const NOT_TO_DEATH = '(?<![半呛热冷冻累气吓笑忙烦堵挤饿渴晒闷贵急愁臭烫疼困找等害该卡])';

const BY_HEAD: Narrowing = {
  what: 'a figure by head',
  asks: /人均|平均每(?!年|月|天|小时)|户均|每(?:个(?!月|季|小时)|人|户|名)[^，,]{0,8}(?:多少|几)|一个?(?:人|娃娃?|孩子|小孩|学生|老人|户|亩|公?斤|吨|平米?|平方米?|立方米?|方|度|公里)(?:一?[年月天次]|每[年月天])?(?:能|可以|给|补|发|领|拿|得|要|卖|值|收|是)*(?:多少|几)/,
  tells:
    /人均|平均|户均|生均|[均单]价|(?:每|[元角分][/／])(?:个|人|户|名|位|生|孩|亩|公?斤|吨|平|立?方|度|公里|千瓦时)|标准/,
};

const BY_YEAR: Narrowing = {
  what: 'a yearly average',
  asks: /年均|平均每年/,
  tells: /年均|平均每年/,
};

const NARROWINGS: readonly Narrowing[] = [
  BY_HEAD,
  {
    what: 'the product by head',
    asks: /人均(?:GDP|(?:地区|国内)?生产总值)/i,
    tells: /人均(?:GDP|(?:地区|国内)?生产总值)/i,
  },
  {
    what: 'the product itself',
    asks: /^(?!.*(?:人均|每人|一个人)).*(?:GDP|生产总值|经济总量)/i,
    tells:
      /(?<!人均(?:地区|国内|区域)?)(?:生产总值|GDP)|经济总量|^[^，。；]*\d[^，。；]*[，；].*人均|^(?!.*人均(?:地区|国内|区域)?(?:生产总值|GDP))/i,
  },
  { what: 'who was helped', asks: /救助了?(?:多少|几)/, tells: /救助|救济|供养|帮扶|低保|困难/ },
  {
    what: 'what was saved',
    asks: /(?:节[省约]|(?<![全本各外我])省)(?:了|下|出)?(?:来)?(?:多少|几)(?!个?[市县区人])/,
    tells: /节[省约]|压[减缩]|省[下出]|减[少轻负]|降/,
  },
  {
    what: 'what young people have',
    asks: /青年|年轻人|(?:大学生|毕业生)(?:的)?(?:失业|待业)/,
    tells: /青年|年轻|青少年|毕业生|大学生/,
  },
  {
    what: 'what is still lacking',
    asks: /还有(?:多少|几)[^,，。]{0,14}(?:没|未(?!来))|还[差剩](?:多少|几)/,
    tells: /没|未|剩|尚|差|缺|欠|不|无|最后/,
  },
  {
    what: 'how many died',
    asks: new RegExp(
      `${NOT_TO_DEATH}死(?![角板守磕命活记结路胡])|[冻饿热累呛淹烧]死了?(?:多少|几)|遇难|丧生|牺牲|伤亡`,
    ),
    tells: /死|亡|遇难|丧生|牺牲|伤/,
  },
  {
    what: 'how many were hurt',
    asks: /(?:受|轻|重)伤|伤了(?:多少|几)|(?:多少|几)个?人[^,，。]{0,2}伤/,
    tells: /伤/,
  },
  {
    what: 'what was destroyed',
    asks: /(?:[倒塌毁垮淹][塌毁掉坏没]?|冲[毁垮走没])了?(?:多少|几)/,
    tells: /[倒塌毁垮淹冲损]|受[灾损]/,
  },
  {
    what: 'what one pays oneself',
    asks: /(?<!国家|政府|财政|中央|企业|公司|[省市县区州]里?)(?:自己|个人|自个儿?)[^,，。]{0,6}[交缴掏付出]了?(?:多少|几)/,
    tells: /个人|自[己付负费缴筹]|缴费/,
  },
  { what: 'what women have', asks: /妇女|女性|女人|女的|(?<!子)女(?:同志|职工)/, tells: /妇|女/ },
  { what: 'what men have', asks: /男性|男人|男的/, tells: /男/ },
  { what: 'what disabled people have', asks: /残疾人/, tells: /残/ },
  { what: 'what migrant workers have', asks: /农民工/, tells: /农民工|务工|劳务/ },
  { what: 'what is paid a month', asks: /每月|一个月(?!内|后|前|来)/, tells: /月/ },
  {
    what: 'the rate that is paid or charged',
    asks: /(?:低保|补[贴助偿]|津贴|养老金|收费|工资|赔偿|报销|租金|资助|奖励)金?的?标准/,
    tells: /标准|每(?:人|月|户|亩|天|平)|人均|[/／](?:人|月|亩)/,
  },
  {
    what: 'who lives there or is registered',
    asks: /(?:常住|户籍)人口(?![^,，。]{0,6}率)/,
    tells: /常住|户籍|总人口/,
  },
  { what: 'what a ticket costs', asks: /票价|门票|[车船机]票|票钱/, tells: /票/ },
  { what: 'what homes cost', asks: /房价|房子(?:多少钱|涨价)/, tells: /房/ },
  BY_YEAR,
  {
    what: 'a total of several years',
    asks: /累计|(?<![十\d])[近这过去]*[两二三四五六七八九\d]年(?:来|间|一共|总共|共|内)/,
    tells: /累计|总数|总量|年来|[两二三四五六七八九\d]年|期间|时期|总计/,
    ofYears: true,
  },
  {
    what: 'what residents have',
    asks: /(?:居民|老百姓|群众)(?:人均)?(?:可支配)?收入/,
    tells: /居民|人均|农民|城乡/,
  },
  { what: 'what farmers have', asks: /农民|农村|村民|乡下/, tells: /农|村|乡/, byHeading: true },
  { what: 'what townspeople have', asks: /城镇居民|城市居民|城里人/, tells: /城镇|城市|城乡/ },
  {
    what: 'what local governments have',
    asks: /(?<![什么啥哪个些的])地方(?:财政|政府|今年|去年|赤字|债|专项|要|出|拿|投|掏)/,
    tells: /地方|各级|全国/,
  },
  { what: 'a surplus or deficit in trade', asks: /[顺逆]差/, tells: /[顺逆]差/ },
  { what: 'what is outstanding', asks: /余额/, tells: /余额|结余/ },
  { what: 'profit', asks: /利润/, tells: /利润|盈利|效益|亏/ },
  { what: 'output', asks: /产量/, tells: /产(?![业权])|收成|[吨斤]/ },
  { what: 'imports alone', asks: /进口(?!博)/, tells: /进口(?!博)/ },
  { what: 'exports alone', asks: /(?<!进)出口/, tells: /(?<!进)出口/ },
  {
    what: 'a comparison with the year before',
    asks: /比(?:上一?年|前年)[^，,]{0,4}(?:多|少|高|低|增|降)/,
    tells: /同比|[比较]上年|[增降升减]|提高|扩大|多|少/,
  },
];

/** 为了农村娃免费上学，国家要多拿多少钱: what for narrows nothing. */
const PURPOSE = /^为了?[^,，]{2,14}[,，]/u;

/** A figure by head is asked for and a text does not tell one: 每人多少 of 捐资100万元. */
export function missesHead(asked: string, text: string): boolean {
  return BY_HEAD.asks.test(asked.replace(PURPOSE, '')) && !BY_HEAD.tells.test(text);
}

/** The average of some years is asked for and a text does not tell one: 年均增长多少 of 由8亿元增加到20亿元. */
export function missesAverage(asked: string, text: string): boolean {
  return BY_YEAR.asks.test(asked) && !BY_YEAR.tells.test(text);
}

/** What a question narrows its figure to and the quoted words do not tell, in a few words; null where nothing is missing. */
export function missingNarrowing(
  asked: string,
  quoted: string,
  { frame, headingPath }: Pick<Sentence, 'frame' | 'headingPath'>,
): string | null {
  const several = spansYears(frame);
  const wanted = asked.replace(PURPOSE, '');
  const around = [quoted, ...headingPath].join();
  const missing = NARROWINGS.find(
    ({ asks, tells, ofYears, byHeading }) =>
      asks.test(wanted) &&
      !tells.test(byHeading === true ? around : quoted) &&
      !(ofYears === true && several),
  );
  return missing?.what ?? null;
}
