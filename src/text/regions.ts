import type { ReportFacts } from '../domain/report.ts';

/** A part of the country as national reports speak of it, and the provinces and large cities that are counted to it. */
interface Region {
  readonly name: string;
  readonly said: RegExp;
  readonly places: RegExp;
}

const NORTH_EAST = { liaoning: '辽宁 沈阳 大连 鞍山 抚顺', inland: '吉林 长春 黑龙江 哈尔滨 齐齐哈尔 大庆' };

/** What lies in the north-east was counted to the east or to the middle, and later to neither. */
const REGIONS: readonly Region[] = [
  region(
    '东部',
    /东部|东[、中]/,
    `北京 天津 上海 河北 石家庄 唐山 江苏 南京 苏州 无锡 徐州 浙江 杭州 宁波 温州 福建 福州 厦门 泉州 山东 济南 青岛 烟台 广东 广州 深圳 东莞 佛山 海南 海口 三亚 ${NORTH_EAST.liaoning}`,
  ),
  region(
    '中部',
    /中部|[东、]中|中西/,
    `山西 太原 大同 安徽 合肥 芜湖 江西 南昌 赣州 河南 郑州 洛阳 湖北 武汉 宜昌 襄阳 湖南 长沙 株洲 衡阳 ${NORTH_EAST.inland}`,
  ),
  region(
    '西部',
    /西部|中、?西|西、/,
    '重庆 四川 成都 绵阳 宜宾 贵州 贵阳 遵义 云南 昆明 西藏 拉萨 陕西 西安 宝鸡 延安 榆林 甘肃 兰州 天水 青海 西宁 宁夏 银川 新疆 乌鲁木齐 喀什 广西 南宁 桂林 柳州 内蒙古 呼和浩特 包头 鄂尔多斯',
  ),
  region('东北', /东北(?!角|部|方向)/, `${NORTH_EAST.liaoning} ${NORTH_EAST.inland}`),
];

/** How each of the regions is said. */
export const REGIONS_SAID: readonly RegExp[] = REGIONS.map(({ said }) => said);

/**
 * The regions that a place is counted to in a report of the whole country, by its name with or without more behind it:
 * 西部 for 甘肃省. In others 东部 is a part of their own place.
 */
export function regionsOf(
  place: string,
  { issuer, title }: Pick<ReportFacts, 'issuer' | 'title'>,
): readonly Pick<Region, 'name' | 'said'>[] {
  return /国务院/.test(issuer + title) ? REGIONS.filter(({ places }) => places.test(place)) : [];
}

function region(name: string, said: RegExp, places: string): Region {
  return { name, said, places: new RegExp(`^(?:${places.replaceAll(' ', '|')})`, 'u') };
}
