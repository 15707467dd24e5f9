/** One figure in a text with its unit and the hedges that stand by it. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  /** The number alone, as written: 170.1, 三分之一. */
  readonly number: string;
  /** What follows it: 亿元, %, 个百分点, 家 … or ''. */
  readonly unit: string;
  /** 预计, 力争, 超过, 近 … before it, 以上, 以内, 左右, 多 … after it: never dropped from an answer. */
  readonly hedges: readonly string[];
}

const CHINESE_DIGITS = '零〇一二两三四五六七八九十百千万亿半';
const MULTIPLIER = '(?:[十百千]?万亿|[十百千]?亿|[十百千]?万|[千百])';
const BASE_UNIT =
  '(?:个?百分点|个多?点(?!儿)|[%％‰]|美元|欧元|港元|元|块(?:钱|(?=[提涨升降到变加了吗吧呢对是每补起，,。?？!！）)]|一[个天年月人]|以上|左右|$))|人次|人|个人(?![大口民工才均类家选事物身体所])|名|位|户|家庭(?!农场|医生|病床)|家|个多?月|个小时|个?工作日|个|项|座|所|处|条|件|起|宗|例|栋|幢|套|台|辆|艘|架|颗|亩次|亩|公顷|平方米|平方公里|平米|立方米|公里|千米|米|公斤|千克|斤|吨标准煤|吨|千瓦时|千瓦|兆瓦|度|天|日|小时|分钟|倍|成|次|批|种|类|份|支|头|只|株|棵|盏|根(?![据本源治])|袋|箱|瓶|桶|眼(?![科前睛])|笔|款|张|部|本|册|篇|枚|列(?![入为席支出])|趟|班次?(?![子组长级主会倒制])|场|届|级|岁|周年|年|个月|月|分贝|分|°C|℃|微克(?:/立方米)?|车次|床位|学位|岗位|标准?箱|TEU|万吨公里)';
const UNIT = `(?:${MULTIPLIER}?${BASE_UNIT}|${MULTIPLIER})`;

const DECIMAL = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
/** A minus counts behind a word that leads to a value; elsewhere it is a dash. */
const ARABIC = `第\\d+(?=${BASE_UNIT})|(?<=[长速幅为达是到])[-−]${DECIMAL}|${DECIMAL}(?:[-~～—至到]\\d+(?:\\.\\d+)?)?`;
// Bounded, or a long run of 一 would take quadratic time.
const WORDS = `[${CHINESE_DIGITS}]{1,20}`;
/** Not the adverbs 十分 and 万分, not 上半年, not the 三位 of 三位一体, not the 一成 of 统一成. */
const CHINESE = [
  `百分之${WORDS}(?:点${WORDS})?`,
  `${WORDS}分之${WORDS}`,
  `(?!(?<=[上下前后])半|(?<=[统唯单])一|[十万]分(?!钟))第?${WORDS}(?:[点至到]${WORDS})?(?=[余多几]?${BASE_UNIT})(?!位(?:一体|数))`,
  `第[一二三四五六七八九十]+(?!产业|届|次|批|期|环|方|代|季|轮|线|书记|时间|责任|中学|小学|人民|医院|[一二三四五六七八九十、，是])`,
].join('|');

/** Arabic numbers (with thousands commas, decimals, ranges) or Chinese ones that count or divide; most characters begin none. */
const FIGURE = new RegExp(
  `(?=[-−\\d第${CHINESE_DIGITS}])(?<number>${ARABIC}|${CHINESE})(?<plus>[余多几])?(?:(?<multiplier>${MULTIPLIER})(?<within>[余多])(?<base>${BASE_UNIT})|(?<unit>${UNIT}))?`,
  'gu',
);
/** Words that soften or bound every figure of their clause. */
const HEDGE_BEFORE =
  /(?:预计|预期|力争|争取|大约|接近|将近|超过|突破|不低于|不少于|不超过|不到|不足|高于|低于|至少|最多|控制在|约(?=[占为有达]))(?=[^，。；、]{0,16}$)/gu;
/** One-character hedges count only where they touch the figure: 近10%, not 附近的3家; no end of another word (节约, 附近). */
const HEDGE_TOUCHING = /(?:(?<![大节签集预违契履])约|(?<![将接附最临邻靠])近|[超逾])$/u;
/** 几十, 数百, 上千: only before a bare power. */
const HEDGE_OF_POWER = /[几数上]$/u;
const HEDGE_AFTER = /^(?:以上|以内|以下|左右|上下|多|余|之多|之内)/u;
/** Sixteen characters from hedge to figure, and the hedge. */
const HEDGE_REACH = 20;
const CLAUSE_MARKS = ['，', '。', '；', '、', ';', ','];

/** Every figure of `text` in order; a figure that is part of a name (“十四五”) is found too, its unit ''. */
export function findFigures(text: string): readonly Figure[] {
  const found: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const number = match.groups?.number ?? '';
    const measure = match.groups?.unit ?? `${match.groups?.multiplier ?? ''}${match.groups?.base ?? ''}`;
    const start = match.index;
    const after = start + match[0].length;
    // 59公斤级, 万吨级: a class by its name, no weight.
    const isClass = measure !== '' && text[after] === '级';
    const [unit, end] = isClass ? [`${measure}级`, after + 1] : [measure, after];
    const near = text.slice(Math.max(0, start - HEDGE_REACH), start);
    const lead = near.slice(Math.max(...CLAUSE_MARKS.map((mark) => near.lastIndexOf(mark) + 1)));
    const power = /^[十百千万亿]+$/u.test(number) ? lead.match(HEDGE_OF_POWER) : null;
    const before = [
      ...(lead.match(HEDGE_BEFORE) ?? []),
      ...(lead.match(HEDGE_TOUCHING) ?? []),
      ...(power ?? []),
    ];
    const behind = text.slice(end, end + 2).match(HEDGE_AFTER) ?? [];
    const within = [match.groups?.plus, match.groups?.within].filter((hedge) => hedge !== undefined);
    found.push({ start, end, number, unit, hedges: [...before, ...within, ...behind] });
  }
  return found;
}

/** A number as compared: full-width digits and commas folded, so that 7,661 equals 7661. */
export function plainNumber(number: string): string {
  return number.normalize('NFKC').replaceAll(',', '');
}
