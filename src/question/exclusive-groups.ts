import { REGIONS_SAID } from '../text/regions.ts';

/** Groups of one kind that exclude each other, and the words that take in several of them. */
export interface Family {
  readonly members: readonly RegExp[];
  readonly all?: RegExp;
}

export const FAMILIES: readonly Family[] = [
  // Parts of the country.
  { members: [/南方(?!电网)/, /北方/], all: /南北/ },
  { members: REGIONS_SAID },
  // Where people live.
  {
    members: [
      /城里|(?<![个些座哪])城市(?!群|圈|运行|管理|更新|建设|规划|文明|名|体系|集群|试点)|城镇|市区|[城县]区|市民/,
      /农村|乡下|乡村|村里|[回住]村|行政村|农民|农户|村民|种[地田]的|庄稼人|新农[合保]|返乡/,
    ],
    all: /城乡|进城|县城|全体|全民|社区|城镇化|市民化|落户|农业转移/,
  },
  // Schools.
  {
    members: [
      /幼儿园|学前|幼教|幼儿教/,
      /小学|义务教育|一年级/,
      /初中|义务教育|(?<!大)中学|中小学/,
      /高中|普高|(?<!大)中学/,
      /中职|中等职业|职[校高]|中专|技工|技校/,
      /大学(?!习)|高校|本科|大专|高等(?:教育|学校|院校)|高职|专科|研究生|硕士|博士|助学贷款/,
    ],
    all: /各级各类|各(?:阶段|学段)|全学段|大中小学|基础教育|(?<![中高]等)职业(?:教育|院校|学校)|毕业生/,
  },
  { members: [/公[办立]|公家/, /民办|私立/], all: /公民办/ },
  // Insurance, and who is insured.
  {
    members: [/养老(?:保险|金)/, /医保|医疗保险|合作医疗|新农合/, /工伤/, /失业(?:保险|金)/, /生育保险/],
    all: /社保|社会保[险障]|[各多][项类种险]|五险/,
  },
  {
    members: [
      /(?:职工|企业退休)[^，。；]{0,6}(?:医保|医疗保险|养老)/,
      /(?:居民|农民|农村)[^，。；]{0,6}(?:医保|医疗保险|养老)|新农[合保]|合作医疗/,
      /(?:公务员|机关|事业单位)[^，。；]{0,8}(?:医保|医疗保险|养老)/,
    ],
  },
  // Whom something is done for.
  {
    members: [
      /大学生|毕业生/,
      /残疾/,
      /老(?:年)?人/,
      /退役|退伍|转业/,
      /教师|老师/,
      /农民工/,
      /孕妇|孕产妇/,
      /孤儿/,
      /公务员/,
    ],
    all: /群体|群众|居民(?!(?:基本)?(?:医|养老))|(?<!大)学生|全民|人人|老龄|[医康]养|打工|务工/,
  },
  // What electricity, gas and water are used for.
  {
    members: [
      /(?:居民|家里|家庭|家用|民用|生活)[^，。；]{0,4}(?:电|水价|气价)/,
      /(?:工商|工业|企业)[^，。；]{0,8}(?:电价|用电|电费|水价|气价)/,
    ],
    all: /全社会用电/,
  },
  // Trade, travel, money and taxes.
  { members: [/进口(?!博)/, /(?<!进)出口/], all: /进出口|外贸|对外贸易/ },
  { members: [/国内游|国内旅/, /入境|(?:境外|海外|外国)(?:人?游|旅)/] },
  {
    members: [
      /(?:利用|使用|引进|吸收|吸引|到位)[^，。；]{0,4}外资|外商(?:直接)?投资|(?:外国|老外|洋)[^，。；]{0,10}投/,
      /对外[^，。；]{0,4}投资|(?:往|到|去|向)(?:国外|海外|外国|境外)[^，。；]{0,4}投|(?:境外|海外)投资/,
    ],
  },
  { members: [/存款(?!准备金|保险)/, /(?<!存)贷款/], all: /存贷|存、贷/ },
  {
    members: [
      /(?<![本我外各两])国企|国有企|(?<!外)国资|央企/,
      /民企|民营|私营|私企|个体户/,
      /外企|外资|外商|外国(?:企业|资本)/,
    ],
    all: /各类(?:企业|所有制|经营主体|市场主体)/,
  },
  {
    members: [
      /个人所得税|(?<![哪这那几一两整立收交加减多每各])个税(?![种收率点务费])/,
      /企业所得税/,
      /增值税|营改增/,
      /营业税|营改增/,
      /(?<!农)消费税/,
      /农业税/,
      /关税/,
      /房地?产税/,
    ],
  },
  // Roads and what runs on them.
  {
    members: [
      /地铁|轻轨|轨道/,
      /(?<!地)铁路|高铁|火车|动车|轨道|班列|铁[水海]|海铁/,
      /高速(?!铁|列车|增长|发展|度)/,
      /(?<!高速)公路/,
      /机场|航班|航线|民航|坐飞机/,
      /公交/,
      /出租车|网约车/,
      /航道|码头|港口|航运|水运|货船|轮船|吞吐/,
    ],
    all: /综合交通|交通运输|立体交通|联运/,
  },
  { members: [/加油|加气/, /充电|换电/] },
  // Homes.
  {
    members: [/城中村/, /(?:老旧|旧|老)小区/, /棚户区|棚改/, /危房|危旧房/, /[公廉]租房|公共租赁/],
    all: /保障性?(?:住房|安居)|安居工程/,
  },
  { members: [/新房|新建商品/, /二手房/] },
  // What is grown and bred.
  {
    members: [
      /小麦|麦子/,
      /稻/,
      /玉米|苞[谷米]/,
      /大豆|黄豆/,
      /油菜/,
      /棉花/,
      /马铃薯|土豆|洋芋/,
      /苹果/,
      /柑橘|橘子/,
      /茶/,
      /蔬菜|种菜/,
      /甘蔗/,
      /药材/,
    ],
    all: /粮|谷物|农作物|种植|农产品|水果|林果|经济作物/,
  },
  { members: [/猪/, /[肉奶养]牛|牛[羊肉奶场]/, /羊/, /鸡|禽/, /鱼|水产/], all: /养殖|畜|牲|肉类/ },
  { members: [/夏粮|夏收/, /早稻/, /秋粮|秋收/], all: /全年粮食/ },
  // Energy.
  {
    members: [
      /风电|风力|新能源|清洁能源|可再生/,
      /光伏|太阳能|新能源|清洁能源|可再生/,
      /水电(?![气费暖路])|清洁能源|可再生/,
      /核电|清洁能源/,
      /火电|煤电/,
    ],
    all: /发电量|电力装机/,
  },
  { members: [/石油|原油/, /天然气/, /煤(?!电|改|气)/], all: /油气|能源/ },
  // What befalls people.
  {
    members: [/地震/, /洪|涝|水灾|防汛|发大水/, /旱[灾情]|干旱|抗旱|天旱/, /台风/, /雪灾|冰冻/, /火灾/],
    all: /灾(?:害|情|区|后)|防灾|气象/,
  },
  // Sports.
  { members: [/篮球|[男女]篮/, /足球|[男女]足/, /排球|[男女]排/, /乒乓/, /羽毛球/] },
  { members: [/(?<!冬)奥运/, /冬奥/, /残奥|残疾人奥/, /亚运/, /全运/] },
  { members: [/金牌/, /银牌/, /铜牌/] },
];

/** How a group is named that a short message asks of instead: 城里人, 往国外投出去的. */
const LONGEST_NAME = 8;

/**
 * The earlier question with the group that `name` names in the place of the one that it excludes: 城里人 after
 * 农村居民收入涨多少 → 城里人居民收入涨多少; null where neither names one of a kind.
 */
export function withOtherGroup(name: string, previous: string): string | null {
  const group = name.replace(/的$/u, '');
  if (group.length > LONGEST_NAME) return null;
  for (const { members, all } of FAMILIES) {
    const own = members.filter((member) => member.test(group));
    const others = members.filter((member) => !own.includes(member) && member.test(previous));
    const [other] = others;
    if (own.length === 0 || other === undefined || others.length > 1) continue;
    if (all?.test(group) === true || own.some((member) => member.test(previous))) continue;
    return previous.replace(other, group);
  }
  return null;
}
