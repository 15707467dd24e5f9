import type { Question } from '../domain/question.ts';
import { PROVINCES_JOINED } from '../text/short-places.ts';

/** Words for places that are no one place. */
export const ANYWHERE =
  /^(?:东西|南北|城乡|城镇|乡镇|山区|老区|外国|国外|海外|境外|国内|中国.*|我国|全国|本地|当地|外地|内地|农村|乡村|乡下|城市|城区|城里|西部|东部|中部|世界|全球|宜居|[^\p{Script=Han}]+|.{0,3}(?:[产粮牧林矿库灾]|贫困)区)$/u;

/** 在哪几个乡镇, 落户哪个城市 */
const WHERE =
  /(?:在|到|于|落户)(?:(?:咱们?|我们?|[全本])?[省市区县州](?:里|的)?)?哪(?:一|几|些|[两二三四五六七八九十\d]+)?[个条块]?(?:城市|地市|市|省|区|县|乡镇|乡|镇|村|街道|社区|小区|国家|地方|位置|网点|站点|点|大?道|马?路(?!线|子|径|数)|街|地块|地段|路段|地(?![区位理点方]))/u;
/** 试点选了哪些市, 新评上的是哪几个地方: which places something is done with. */
const WHICH_PLACES =
  /哪(?:一?[个座]|几[个座]?|些|[两二三四五六七八九\d]+[个座]?)(?:地级|设区的?)?(?:城市(?![名群圈更])|地市|市(?![场民值级])|省(?!级)|区(?![域块间])|县(?!级)|乡镇|村|国家(?![级重基公实战标工科]))|(?:是|有)哪(?:几|些|[两二三四五六七八九\d]+)个?地方/u;
/** 到哪条路, 在哪块地 */
const WHICH_ROAD = /[在到于]哪[^,，]{0,2}(?:[路街]|道|地块|块地|地段)/u;
/** 装在哪几个小区, 在哪个村 */
const WHICH_SPOT = /[在到于]哪[^,，]{0,2}(?:小区|社区|村|街道|乡镇|乡|镇)/u;
/** 在长岭建成 */
const IN_PLACE = /在\p{Script=Han}{2,4}(?:建|召|举|设|成|落|开|发|投|运|试|挂|揭)/u;
/** 资金能用在哪些地方 asks what for. */
const WHAT_FOR = /[用花][在到于](?:了)?(?:哪(?:里|儿|些地方|几个地方)|什么地方)/u;
/** 重点在哪, 摆在什么位置, 钱往哪儿投, 从哪里找出发点: told by what it is, and by no place. */
const NO_PLACE =
  /什么位置|(?:重点|基点|重心|精力|心思|劲|魂|难的地方)[^,，。]{0,6}哪|(?:体现|贯[穿彻]|立足|看齐|处|归)[在到]?哪|哪[里儿]看齐|往哪[里儿]?(?:用|投|引|使|集中)|[从打]哪[里儿]?(?![^,，。]*[搬迁])|(?:钱|资金|款项?|收入)(?:都|又|最后|到底)*[去跑花用]到?了?哪/u;
/** 建在什么地方, 都在哪儿 */
const SITE =
  /(?:(?:[建放设落开办修装摆选安通连延]|坐落|位|布局|都|具体|分别|主要|又|是|要)(?:在|于|到)|[^\p{Script=Han}]在)(?:哪|什么地方|何处)/u;
/** 往哪儿搬, 钱投向哪里 */
const WHITHER = /[往向朝](?:哪(?:里|儿|边|些?地方)?|什么地方)/u;
/** 向山区转移, 往基层下沉: no name, and yet where to. */
const TOWARDS =
  /[往向朝]\p{Script=Han}{2,10}(?:转移|搬迁|迁移|迁徙|疏解|疏散|流动|下沉|倾斜|集中|集聚|聚集|汇聚|延伸|拓展|扩散)/u;
/** How names of districts end (县 but not 县域), and those of any place. */
const ENDS_AS_DISTRICT =
  /\p{Script=Han}{2,4}(?:省(?!级)|市(?![场民级值])|州|县(?![域级])|区(?![域块间])|旗(?![舰帜])|乡(?![村镇亲土])|(?<!乡)镇(?!化)|(?<!乡)村(?![民庄级])|街道|社区|小区)/gu;
const ENDS_AS_PLACE =
  /\p{Script=Han}{2,4}(?:[省市州县区旗乡镇村街路巷港湾山河江湖岛桥站城校院馆园]|大道|社区)/gu;

const ENDS_AS_ROAD = /\p{Script=Han}{2,4}(?:[路街巷]|大道)/gu;
/** 在甲集、乙园、丙岗3个乡镇建设: names that no map has, told by their number. */
const COUNTED_PLACES =
  /\p{Script=Han}{2,4}、\p{Script=Han}{2,4}(?:[2-9]|\d{2}|[两二三四五六七八九十]{1,2})个?(?:乡镇|城市|街道|社区|小区|[省市县区旗州乡镇村])/u;
/** 先免的是哪些地方, told by the regions of a country: 西部地区. */
const ANY_KIND = /哪(?:(?:些|几个|个)?(?:地方|地区)|里|儿|边)/u;
const REGION = /(?:[东西中南北]{1,2}部?|民族|边[境疆]|革命老|贫困|少边穷)地区|中西部|[东西中]部农村/u;
const PART_OF = /(?<whole>\p{Script=Han}{2,5})的?哪个?(?:地方|位置|片区)/u;
const HAN = /^(?![的了和与及等])\p{Script=Han}{2}$/u;
const SHORTEST_NAME = 3;
/** 第三届县, 各乡镇, 丝绸之路: no name of one place. */
const NO_NAME =
  /^[全各本该某每]|届|第|(?:贸|易|贸易|试验|开发|示范|园|保税|功能|集聚|新|城|社|小|景|地|片|库|山|灾|校|厂|矿|街|老)[区港]$|(?:之|带一|铁|公|道|线|思|出)路$|[国心纽型大小点范群个]城市$/u;

/** Whether a question asks where something is: 建在哪里, 都在哪几个乡镇. */
export function asksWhere({ asks, text }: Pick<Question, 'asks' | 'text'>): boolean {
  return !WHAT_FOR.test(text) && ((asks === 'place' && !NO_PLACE.test(text)) || WHERE.test(text));
}

/** Whether it asks which places something is done with or by: 选了哪些市. */
export function asksWhichPlaces({ text }: Pick<Question, 'text'>): boolean {
  return WHICH_PLACES.test(text) && !WHAT_FOR.test(text);
}

/** Whether it asks where a thing stands or takes place, and not what it lies in: 都建在哪儿. */
export function asksSite(asked: string): boolean {
  return SITE.test(asked);
}

/** Whether a road or a piece of land is asked for. */
function asksRoad(asked: string): boolean {
  return WHICH_ROAD.test(asked);
}

/** Whether a road, a quarter or a village is asked for: one beside it in the sentence is another thing's. */
export function asksSpot(asked: string): boolean {
  return asksRoad(asked) || WHICH_SPOT.test(asked);
}

/** 园子建在甲区哪个地方, told by what follows it: 甲区乙庄园子. */
function namesPart(asked: string, text: string): boolean {
  const whole = PART_OF.exec(asked)?.groups?.whole ?? '';
  return [...whole].some((_, start) => {
    const at = start > whole.length - 2 ? -1 : text.indexOf(whole.slice(start));
    const behind = at < 0 ? '' : text.slice(at + whole.length - start).slice(0, 2);
    return HAN.test(behind) && !asked.includes(behind);
  });
}

/**
 * Whether a text names a place that the question does not name itself: one of its `names`, the words that the
 * dictionary or the map takes for places or that no dictionary knows, provinces joined (晋冀), or what ends like one (长岭村).
 */
export function namesPlace(
  { text: asked, asks }: Pick<Question, 'asks' | 'text'>,
  text: string,
  names: ReadonlySet<string>,
): boolean {
  const isNew = (name: string) => !asked.includes(name);
  // 延伸湖滨大道 where 湖滨大道 is asked about: the verb before it is no part of the name.
  const isNewEnding = (name: string) =>
    [...name].every((_, start) => name.length - start < SHORTEST_NAME || isNew(name.slice(start)));
  const isRoad = asksRoad(asked);
  const ends = isRoad ? ENDS_AS_ROAD : asks === 'place' ? ENDS_AS_PLACE : ENDS_AS_DISTRICT;
  const endings = text.match(ends) ?? [];
  return (
    (!isRoad &&
      (PROVINCES_JOINED.test(text) ||
        [...names].some((name) => name.length > 1 && !ANYWHERE.test(name) && isNew(name)))) ||
    IN_PLACE.test(text) ||
    (!isRoad && COUNTED_PLACES.test(text)) ||
    (WHITHER.test(asked) && TOWARDS.test(text)) ||
    namesPart(asked, text) ||
    (ANY_KIND.test(asked) && REGION.test(text)) ||
    endings.some((name) => isNewEnding(name) && !NO_NAME.test(name))
  );
}
