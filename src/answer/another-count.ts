import type { Question } from '../domain/question.ts';
import { clauseTexts } from '../text/split-clauses.ts';
import { askedUnitKind, unitKind } from '../text/unit-kinds.ts';
import { tellingFigures } from './figure-kinds.ts';

/** 每千人医生几个: what is counted against so many people. */
const AMONG = /每?(?:[百千万]|十万)(?:名|个)?(?:老年)?人口?(?:里|中|平均|拥有|配备?|[要能得应该将]|有|的)*/u;
/** What stands behind it up to its number. */
const THING = new RegExp(
  `${AMONG.source}(?:\\d岁(?:以[上下])?的?)?(?<thing>(?!拥有|平均|配|[要能得应该将]有|的)[^，。；、\\d]{2,10})`,
  'u',
);
/** What asks and no more is. */
const ASKING = /(?:有|是|达到?|配)*(?:多少|几).*$/u;
/** 新增企业多少家 */
const ASKS_ADDED =
  /(?:新增|净增|新(?:[添培]|上市|开[张业办]?|设立?|建|引进|签约?|注册|成立|落户|入驻|认定|评))(?!就业|劳动力)[^,，。?？]{0,12}(?:多少|几)|(?:增加|多)了(?:多少|几)[家个所座]/u;
/** 企业达到1.9万家 */
const LEVEL = /(?:超过?|达到?|突破|总[数量]|共有?|拥有|保有|累计)[^，。；、]{0,6}[\d一二三四五六七八九十]/u;
const ADDS = /(?<![高创更])新(?![区型能])|(?<!倍)增|培育|引进|落地|入驻|开业|投[产用]/u;
/** 多少家企业, 企业多少家: firms are no clusters or parks of them. */
const ASKS_FIRMS = /(?:企业|公司)[^,，。?？]{0,6}(?:多少|几)家|(?:多少|几)家[^,，。?？]{0,8}(?:企业|公司)/u;
const TELLS_OTHERS =
  /\d[个家][^，。；、\d]{0,16}(?:集群|基地|园区?|平台|中心|项目|试点|片区|示范区|街区|商圈|小镇)(?=[，。；、]|$)/u;
const TELLS_FIRMS = /\d[万千百余多]*[户家]|企业[^，。；、]{0,6}\d/u;

/** 打造多少个便民生活圈: the end of the thing's name. */
const COUNTED_THING =
  /(?:多少|几)[个家座所条项处][^,，。?？\d]{0,10}?(?<thing>\p{Script=Han}{2})[了呢]?[?？]?$/u;
/** 物流中心44个, with nothing but a verb before the thing. */
const OWN_THING = /\p{Script=Han}{5,}[\d.万]+[余多]?[个家座所条项处](?=[，。；、]|$)/u;
/** 多少套 is not told by 张: what is counted by the one may be counted by these, too. */
const COUNTED_ALSO_BY: Readonly<Record<string, string>> = {
  套: '间户个栋幢',
  张: '个本份件例',
  条: '个段处项座',
  所: '个家座处',
  辆: '台个',
  台: '辆部架套个',
  架: '台个',
  艘: '条只个',
  头: '只个',
  棵: '株个',
  株: '棵个',
  篇: '个部',
  枚: '块个',
  册: '本部',
  箱: 'U',
};
/** 交了多少个楼盘 */
const ASKS_THINGS = /(?:多少|几)个(?<thing>\p{Script=Han}{2})[了呢]?[?？]?$/u;
const HOUSEHOLDS = /家庭|人家|用户|住户/u;
/** 全县一共有多少老人 */
const ASKS_ALL = /总共|一共|全[省市县区](?=.*(?:多少|几))|总数/u;
const SERVED =
  /为[^，。；]{0,6}?[\d.]+万?余?[名位人][^，。；]{0,16}(?:购买|发放|提供|免费|办理|投保|适配|改造|安排)/u;
const SERVES = /购|买|保险|发|免|给|补|享|办|改|[帮救]/u;
const CLASSIFIER = new RegExp(
  `(?:多少|几)[百千万]*(?<by>[${Object.keys(COUNTED_ALSO_BY).join('')}])(?!件)`,
  'u',
);

/** 青石高速全长多少公里: one line by its name. */
const ASKS_ONE_LINE =
  /(?<line>(?![全这那条的])\p{Script=Han}(?![市县省区州国个条的])\p{Script=Han}(?:高速|铁路|高铁|公路|大道|隧道))(?:公路)?[^,，。]{0,6}(?:全长|多长|[修长建]?多少公里)/u;
const ALL_LINES = /(?:全[市县省区州国]|总|通车|运营)[^，。；]{0,6}里程/u;

/**
 * A number is asked for and the quote gives that of another thing, or how many there are where what was added is asked
 * for: 每千人医生几个 is not told by 每千人托位4.7个. In a few words for staff; null where it may be told.
 */
export function countsAnother({ asks, text }: Question, quoted: string): string | null {
  if (asks !== 'figure') return null;
  const asked = thingIn(text);
  const told = thingIn(quoted);
  if (asked !== '' && told !== '' && ![...asked].some((mark) => told.includes(mark)))
    return 'the number of a thing among so many people is asked for and the sentence gives that of another';
  if (ASKS_FIRMS.test(text) && TELLS_OTHERS.test(quoted) && !TELLS_FIRMS.test(quoted))
    return 'a number of firms is asked for and the sentence gives that of something else';
  if (isCountedOtherwise(text, quoted))
    return 'a number of one thing is asked for and the sentence gives that of what is counted otherwise';
  if (isOfOtherThings(text, quoted))
    return 'a number of things is asked for and the sentence gives that of others';
  if (hasNoNumber(text, quoted))
    return 'a number of one thing is asked for and the sentence gives that of the thing beside it';
  const line = ASKS_ONE_LINE.exec(text)?.groups?.line;
  if (line !== undefined && ALL_LINES.test(quoted) && !quoted.includes(line))
    return 'the length of one line is asked for and the sentence gives that of all';
  const isCount = ['count', 'people', 'households'].includes(askedUnitKind(text));
  return isCount && ASKS_ADDED.test(text) && LEVEL.test(quoted) && !ADDS.test(quoted)
    ? 'what was added is asked for and the sentence tells how many there are'
    : null;
}

function thingIn(text: string): string {
  return (THING.exec(text)?.groups?.thing ?? '').replace(/^(?:多少|几)[个名位]?/u, '').replace(ASKING, '');
}

/** 城市 of 能到多少个城市: what is counted at the end of a question. */
export function countedThing(asked: string): string | null {
  return COUNTED_THING.exec(asked)?.groups?.thing ?? null;
}

/** 多少个生活圈 is not told by 建成物流中心44个，打造生活圈: each number has a thing of its own. */
function hasNoNumber(asked: string, quoted: string): boolean {
  const thing = countedThing(asked);
  if (thing === null) return false;
  const clauses = clauseTexts(quoted);
  const counting = clauses.filter((clause) => tellingFigures(clause).length > 0);
  return (
    clauses.some((clause) => clause.includes(thing)) &&
    counting.length > 0 &&
    counting.every((clause) => !clause.includes(thing) && OWN_THING.test(clause))
  );
}

/** 多少个楼盘 is not told by 11万套, nor how many 老人 there are by 为6000名老人购买保险. */
function isOfOtherThings(asked: string, quoted: string): boolean {
  const thing = (ASKS_THINGS.exec(asked)?.groups?.thing ?? '').replace(HOUSEHOLDS, '');
  const figures = tellingFigures(quoted).filter(({ number, unit }) => unitKind(number, unit) !== 'percent');
  if (thing !== '' && figures.length > 0 && ![...thing].some((mark) => quoted.includes(mark)))
    return figures.every(({ unit }) => /[套户头辆架]$/u.test(unit));
  return ASKS_ALL.test(asked) && SERVED.test(quoted) && !SERVES.test(asked);
}

function isCountedOtherwise(asked: string, quoted: string): boolean {
  const by = CLASSIFIER.exec(asked)?.groups?.by ?? '';
  const units = tellingFigures(quoted)
    .filter(({ number, unit }) => unitKind(number, unit) === 'count')
    .map(({ unit }) => unit.slice(-1));
  return by !== '' && units.length > 0 && !units.some((unit) => `${by}${COUNTED_ALSO_BY[by]}`.includes(unit));
}
