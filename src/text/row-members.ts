import type { Span } from '../domain/report.ts';

const VERBS =
  '围绕|聚焦|紧盯|瞄准|打造|建设|推进|推动|完善|发展|实施|包括|坚持|加强|突出|形成|[做搞办]好|做[强优大]|壮大|培育|支持|提升|深化|落实|贯彻|树立|弘扬|强化|优化|统筹|抓好|践行|倡导|探索|开工|布局|开展|实现|启动|加快';
/** How what leads to a row ends: 从, 围绕, 打造, 实施. */
const LEADS_TO = new RegExp(`(?:[从以由对在按即是为]|${VERBS})$`, 'u');
/** 着力提升: what is done with the members, before the first. */
const DOES = new RegExp(
  `^(?:(?:[着大全强]力|快速|加快|加速|力争|争取|稳步|有序|抓紧|积极|切实|努力|继续|深入|扎实|全面|进一步|不断|重点|持续|强调|要|牢固)*(?:${VERBS})(?:和|并)?)+`,
  'u',
);
/** 着力稳甲、稳乙: how, and nothing else, before what all begin with. */
const EFFORT = /^(?:[着大全强]力|加快|稳步|切实|努力|继续|深入|扎实|全面|进一步|不断|重点|持续)/u;
/** 各级要接受法律监督、群众监督: what is done with what ends alike. */
const IS_GIVEN =
  /(?:接受|履行|防范|化解|抓住|把握|整治|治理|破解|解决|降低|提高|增强|开展|争创|提供|扩大|巩固|维护|保护|淘汰)$/u;
/** 提升质量、降低成本、扩大开放: what another member begins with, where each tells what is done by itself. */
const OWN_VERB =
  /^(?:应对|防范|盘活|遏制|增[加强进]|减[少轻]|扩大|加[大快]|[提降]|促进|保障(?!性|工作)|保[持证护]|改[善造进]|稳[定住步]|引[导进]|健全|建[立成设]|拓展|放宽|规范|整治|清理|化解|激发|维护|争创|构建|走访|慰问|完成|制定|出台|组织|举办|更好)..+/u;
/** 关闭了一大批 */
const A_NUMBER_OF = /^[^一]*一大?批/u;
/** 周期性, 示范型 */
const ADJECTIVE = /(?<=.)[性型式态]$/u;
const SHORTEST_NAME = 2;

/** A row's members without what stands before the first or behind the last and belongs to all. */
export function membersAlone(body: string, items: readonly Span[]): readonly Span[] {
  return withoutPredicate(body, withoutOpening(body, ofOneMake(body, withinFrame(body, items))));
}

/** 我们把甲、乙、丙作为三项准则, 投资向甲、乙、丙倾斜: neither who takes them as what, nor as what. */
const TAKEN_AS =
  /^(?<opening>[^、]{0,8}?(?:[把将](?!.*(?:倾斜|延伸|拓展|集聚)$)|向(?=.*(?:倾斜|延伸|拓展|集聚)$))).*(?<said>作为|纳入|列[入为]|融入|打造成|建设成|转化为|倾斜|延伸|拓展|集聚)/u;

function withinFrame(body: string, items: readonly Span[]): readonly Span[] {
  const match = TAKEN_AS.exec(body);
  const [first, last] = [items[0], items.at(-1)];
  if (match === null || first === undefined || last === undefined || first === last) return items;
  const [start, end] = [
    match.groups?.opening?.length ?? 0,
    match[0].length - (match.groups?.said?.length ?? 0),
  ];
  if (first.start > 0 || start >= first.end || end <= last.start) return items;
  return [
    { start, end: first.end },
    ...items.slice(1, -1),
    { start: last.start, end: Math.min(end, last.end) },
  ];
}

/** 还有甲、乙2个村, 其中甲、乙产值分别达到9亿元、8亿元, “两带”即甲带、乙带 */
const ALSO =
  /^(?:[还另]有|其中|[“「][^“”「」]{2,12}[”」](?:[，,：:]?(?:也?就是|即|是指|指的?是|包括|分别[是为])|：))(?=.)/u;

/** A row's members without what stands before the first and belongs to all. */
function withoutOpening(body: string, items: readonly Span[]): readonly Span[] {
  const [first, ...rest] = items;
  // 壮大东街、南市等商圈: two are names where 等 closes them.
  const isPairOfNames = rest.length === 1 && body.startsWith('等', rest[0]?.end);
  if (first === undefined || (rest.length < 2 && !isPairOfNames && !ALSO.test(body.slice(first.start))))
    return items;
  const [own = '', ...others] = items.map(({ start, end }) => body.slice(start, end));
  const opening = openingBefore(own, others);
  if (own.length - opening.length < Math.min(SHORTEST_NAME, ...others.map(({ length }) => length)))
    return items;
  const named = [{ start: first.start + opening.length, end: first.end }, ...rest];
  return A_NUMBER_OF.test(opening) ? withoutOwner(body, named) : named;
}

/**
 * 从创新、协调、绿色: where the next two are of one length, the first one is that too, behind the word that leads to it.
 * 着力提升东大街、西街和北大街: what is done with them is no part of the first; 关闭了一批甲厂、乙厂: nor is how many.
 */
function openingBefore(own: string, others: readonly string[]): string {
  const [many = ''] = A_NUMBER_OF.exec(own) ?? [];
  if (many !== '' && !others.some((other) => A_NUMBER_OF.test(other))) return many;
  const [second = '', third = ''] = others;
  const before = own.slice(0, -second.length);
  const isAlike = second.length === third.length && before !== '';
  if (isAlike && LEADS_TO.test(before)) return before;
  if (isAlike && IS_GIVEN.test(before) && sharedEnding([own, ...others]) !== '') return before;
  const [also = ''] = ALSO.exec(own) ?? [];
  if (also !== '') return also;
  const [effort = ''] = EFFORT.exec(own) ?? [];
  if (effort !== '' && others.every((other) => other.charAt(0) === own.charAt(effort.length))) return effort;
  const [done = ''] = DOES.exec(own) ?? [];
  const isOwn = (member: string) => DOES.test(member) || OWN_VERB.test(member);
  // 将甲业、乙业等行业的税率降低
  if (/^[将把]/u.test(own) && !others.some((other) => /^[将把]/u.test(other))) return own.charAt(0);
  // 加强对甲、乙的服务: the first is no 对甲.
  if (/^[对与在]/u.test(own.slice(done.length))) return '';
  return others.some(isOwn) && !isOwn(own.slice(done.length)) ? '' : done;
}

/** 甲、乙、丙创建为文明城市; 创新、协调、绿色的发展理念 */
const SAID_OF_ALL =
  /^(?:的|创[建成]|入选|获[批评]|荣获|建成|成为|被|列[入为]|投[入产用]|开工|竣工|通车|实现|完成|先后|相继|顺利)/u;

/** 甲、乙、丙项目建设全面开工: what is said of all behind the last, whichever length they have. */
const DONE_WITH_ALL =
  /(?:项目建设|(?:(?:项目)?建设)?(?:全面|全部|全线|基本|均已?|已|陆续|相继|先后|顺利|正式|即将|加快)*(?:开工(?:建设)?|建成(?:投[用产运]|通车|运营|使用)?|投入(?:使用|运营|运行)|投[用产]|交付(?:使用)?|竣工|通车|(?:迁驻)?运营|启动建设))$/u;

/** Where all before it are of one length, the last member is that too, before what is said of all of them. */
function withoutPredicate(body: string, items: readonly Span[]): readonly Span[] {
  const last = items.at(-1);
  const said = last === undefined ? null : DONE_WITH_ALL.exec(body.slice(last.start, last.end));
  const isOwn = items.slice(0, -1).some(({ start, end }) => DONE_WITH_ALL.test(body.slice(start, end)));
  if (last !== undefined && said !== null && said.index >= SHORTEST_NAME && !isOwn)
    return [...items.slice(0, -1), { start: last.start, end: last.start + said.index }];
  const lengths = new Set(items.slice(0, -1).map(({ start, end }) => end - start));
  const [length = 0] = lengths;
  if (last === undefined || items.length < 3 || lengths.size !== 1) return items;
  const end = last.start + length;
  return end < last.end && SAID_OF_ALL.test(body.slice(end, last.end))
    ? [...items.slice(0, -1), { start: last.start, end }]
    : items;
}

/** 关闭了一批质量低劣、浪费资源和污染严重的工厂: 的工厂 belongs to all. */
function withoutOwner(body: string, items: readonly Span[]): readonly Span[] {
  const texts = items.map(({ start, end }) => body.slice(start, end));
  const last = items.at(-1);
  const at = (texts.at(-1) ?? '').lastIndexOf('的');
  return last === undefined || at < SHORTEST_NAME || texts.slice(0, -1).some((text) => text.includes('的'))
    ? items
    : [...items.slice(0, -1), { start: last.start, end: last.start + at }];
}

/** 经济中周期性、结构性、体制性问题交织: the members are what ends alike; what stands before and behind belongs to all. */
function ofOneMake(body: string, items: readonly Span[]): readonly Span[] {
  const texts = items.map(({ start, end }) => body.slice(start, end));
  const [first, last] = [items[0], items.at(-1)];
  const mark = ADJECTIVE.exec(texts[0] ?? '')?.[0];
  const [second = '', closing = ''] = [texts[1], texts.at(-1)];
  if (first === undefined || last === undefined || mark === undefined || items.length < 3) return items;
  if (!texts.slice(0, -1).every((text) => text.endsWith(mark))) return items;
  const at = closing.indexOf(mark);
  if (at < 1 || texts.slice(1, -1).some(({ length }) => length !== second.length)) return items;
  const start = Math.max(first.start, first.end - second.length);
  return [
    start - first.start > second.length ? { start, end: first.end } : first,
    ...items.slice(1, -1),
    { start: last.start, end: last.start + at + 1 },
  ];
}

/** The last two characters of two or more members, or the mark that closes them, '' where they are not the same. */
export function sharedEnding(members: readonly string[]): string {
  const [first = '', ...rest] = members.map((member) => (/[》”）]$/u.exec(member) ?? [member.slice(-2)])[0]);
  return rest.length > 0 && rest.every((ending) => ending === first) ? first : '';
}
