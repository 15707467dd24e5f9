/**
 * What a unit measures. `count` is any counted thing that is not a person or a household; `bulk` is a bare 万 or
 * 亿 whose thing is named behind it (4.1亿农民).
 */
export type UnitKind =
  | 'money'
  | 'percent'
  | 'people'
  | 'households'
  | 'duration'
  | 'area'
  | 'length'
  | 'weight'
  | 'volume'
  | 'concentration'
  | 'rank'
  | 'count'
  | 'bulk'
  | 'none';

const KINDS: readonly (readonly [kind: UnitKind, unit: RegExp])[] = [
  ['money', /元$|块钱?$/],
  ['percent', /[%％‰]|点$|成$|倍$/],
  ['people', /人$|人次$|名$|(?<![床学岗])位$/],
  ['households', /户$|家庭$/],
  ['duration', /天$|日$|小时$|分钟$|年$|月$|岁$/],
  ['area', /平方|平米$|亩次?$|公顷$/],
  ['length', /(?<!吨)公里$|千米$|(?<!平方|立方)米$/],
  ['concentration', /微克/],
  ['volume', /立方米?$/],
  ['weight', /吨$|斤$|克$|煤$/],
  ['bulk', /^[十百千]?[万亿千百]亿?$/],
];
/** Kinds that stand for nothing else: asked for one of them, a sentence without it gives no answer. */
const TELLING: ReadonlySet<UnitKind> = new Set([
  'money',
  'percent',
  'people',
  'households',
  'duration',
  'area',
  'length',
  'weight',
  'volume',
  'concentration',
  'rank',
]);
/** What a bare 万 or 亿 may be a number of. */
const IN_BULK: ReadonlySet<UnitKind> = new Set(['people', 'households', 'area', 'weight', 'volume', 'money']);

/** The kind of a figure by its number and unit as written: 170.1亿元 → money, 三分之一 → percent. */
export function unitKind(number: string, unit: string): UnitKind {
  if (/^第/.test(number)) return 'rank';
  if (/分之/.test(number)) return 'percent';
  if (unit === '') return 'none';
  return KINDS.find(([, form]) => form.test(unit))?.[0] ?? 'count';
}

/** Whether figures of `kinds` can answer a question that wants `asked`: 1 yes, −1 no, 0 where it does not matter. */
export function unitFit(asked: UnitKind, kinds: readonly UnitKind[]): number {
  if (kinds.includes(asked) || (IN_BULK.has(asked) && kinds.includes('bulk'))) return 1;
  if (asked === 'count' && kinds.length > 0 && kinds.every((kind) => kind === 'percent' || kind === 'rank'))
    return -1;
  return TELLING.has(asked) ? -1 : 0;
}

/** 他们几个, 这几家 */
const NO_INTERROGATIVE = /(?<=[们这那好没]|没有)几(?=[个家位名])|(?<=没|没有)多少/gu;
/** 死亡人数降了多少 may be told in percent. */
const NUMBER_THAT_CHANGES =
  /(?:[人户天个]数|数量)(?=.{0,6}(?:比例|比率|占比|比重|下降|减少|增加|增长|提高|上升|[降涨多少]了|[降涨增减多](?:多少|几)))/gu;
const ASKED: readonly (readonly [kind: UnitKind, form: RegExp])[] = [
  ['rank', /第几|老几|排名|(?<!安)排在?(?:第|哪|多少)|名次|位次|(?<!安)排几/],
  [
    'percent',
    /百分之|百分点|几个点|多少个?点|几成|(?:多少|几)倍|占(?:了?[^，,。?？了多几]{1,14}?(?:多少|几)|[^，,。?？]{0,14}?多大)(?![个家人名户座所条公平亩吨万亿元项件辆])|率(?:是|有|达到?|到)?(?:了)?(?:多少|几|多大|多高)|贡献了?多大/,
  ],
  [
    'people',
    /(?:多少|几)(?:万|千|百)?个?(?:(?!岁)[^，,。?？多少几]{0,6}的)?(?:人(?!均|家|大)|名(?!额|称|单)|位(?!置|子)|学生|老人|孩子|干部|职工|工人|教师|老师|医生|农民|群众|居民)|人口(?:是|有)?多少/,
  ],
  ['households', /(?:多少|几)万?户/],
  [
    'duration',
    /(?:多少|几)(?:[天岁]|周年)|多久|多长时间|(?:工期|时间|期限|周期|年限|假期?)(?:有|是|要|一共|大概)*多长|(?:连续|连着|一连)几年|几个(?:月|小时|钟头|季度|星期|礼拜)|多少年|几分钟|多少分钟/,
  ],
  ['area', /(?:多少|几)(?:万|亿)?(?:平方|平米|亩|公顷)|(?<!贡献了?)多大一[块片]/],
  [
    'length',
    /(?:多少|几)(?:万|千|百)?(?:公里|米|里地)|(?<!(?:工期|时间|期限|周期|年限|假期?)(?:有|是|要|一共|大概)*)多长(?!时间)/,
  ],
  ['weight', /(?:多少|几)(?:万|亿)?(?:吨|公?斤|[千毫]?克(?!服|隆))/],
  ['volume', /(?:多少|几)[百千]?[万亿]?(?:立方|方(?![面向式案法位针便言]))/],
  ['concentration', /(?:多少|几)个?微克/],
  [
    'money',
    /多少(?:的)?(?:钱|投资|资金|经费|补助)|(?:多少|几)[十百千]?个?(?:万|亿|万亿)?(?:元|块(?!地|屏|奖|[金银铜]?牌|[金银铜](?=[?？,，。]|$))|美元|美金|块钱)|(?:多少|几)[十百千]?个?(?:亿|万亿)(?:[了呢啊?？,，。]|$)|(?:[花掏挣赚]了?多少(?!个?(?:天|年|月|小时|分钟|时间|工夫|人))|[缴赔]了?多少(?=[了呢啊?？,，。]|$))|投了?多少|完成(?:了)?投资(?:额)?(?:了|是|有|达到?)?多少|投资额(?:是|有|达到?|为)?多少|总投资(?:额)?(?:是|有)?多少/,
  ],
  [
    'count',
    /(?:多少|几)(?:个|家|座|所|项|条|件|处|套|辆|台|起|种|类|批|场|次|篇|艘|架|栋|份|支|头|只|株|棵|盏|根|袋|箱|瓶|桶|笔|款|枚|列|趟|班(?![倒级人])|块|部|册|标准?箱|TEU)(?!百分|点)|几大(?=\p{Script=Han})/u,
  ],
];
/** Measures that are only named: 开工面积, 参保人数. */
const NAMED: readonly (readonly [kind: UnitKind, form: RegExp])[] = [
  ['percent', /增速|增幅|增长率|涨幅|跌幅|降幅|比例|比率|占比|比重/],
  ['people', /人数/],
  ['households', /户数/],
  ['duration', /天数/],
  ['area', /面积/],
  ['money', /金额/],
  ['count', /数量|(?<![这那])个数/],
];

/** 好天数占多少 may be told as a share or as a number of anything. */
const OPEN_SHARE = /占(?:了|到)?(?:多少|几)/;

/** 这几种税分别降几个点 is asked of each. */
const OF_EACH = /(?:分别|各自)(?<asked>.+)$/u;

/** The kind of unit a normalised question wants its figure in, by its first such word; `none` where it does not say. */
export function askedUnitKind(question: string): UnitKind {
  const asking = question.replace(NO_INTERROGATIVE, '').replace(NUMBER_THAT_CHANGES, '');
  const asked = firstOf(ASKED, OF_EACH.exec(asking)?.groups?.asked ?? '') ?? firstOf(ASKED, asking);
  return asked ?? (OPEN_SHARE.test(asking) ? 'none' : (firstOf(NAMED, asking) ?? 'none'));
}

function firstOf(forms: readonly (readonly [kind: UnitKind, form: RegExp])[], text: string): UnitKind | null {
  const found = forms
    .map(([kind, form]) => ({ kind, at: text.search(form) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.kind ?? null;
}
