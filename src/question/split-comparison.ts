import { type FindContentWords, namesTopic } from './content-words.ts';
import { timeWords, withoutTime } from './time-words.ts';

/**
 * Two things whose figures are held against each other, or are both asked for, each as a question of its own. `each`
 * may as well be answered by one sentence that tells of both.
 */
export interface Comparison {
  readonly kind: 'difference' | 'sum' | 'each';
  readonly questions: readonly [string, string];
  /** Both in one question, as a row tells of them. */
  readonly joint: string;
}

const SIDES = '^(?<a>[^,，]{2,24}?)(?:和|跟|与|同|、|还是)(?<b>[^,，]{2,24}?)';
const HOW_MUCH = '(?:多少|几)';
const DIRECTION = '(?:多|少|高|低|大|小|快|慢|差|超|强|猛)';
/**
 * A比B多多少, A和B哪个大, A跟B差多少, A和B加起来多少, A和B各多少; the sides stand in `a` and `b`, what they are compared
 * by in `of` where it follows them (A和B，面积哪个大).
 */
const FORMS: readonly (readonly [kind: Comparison['kind'], form: RegExp])[] = [
  [
    'difference',
    new RegExp(
      `^(?<a>[^,，]{2,24}?)[,，]?(?<![占环同对可相])比(?![重例率值])(?<b>[^,，]{2,24}?)(?:要|都|还|又)?${DIRECTION}(?:出|了|过)?(?:来)?.{0,6}?${HOW_MUCH}`,
      'u',
    ),
  ],
  [
    'difference',
    new RegExp(
      `${SIDES}(?:[,，](?<of>[^,，?？]{2,8}?))?[,，]?(?:哪个|哪边|谁|哪一个|哪项|哪头)[^,，?？]{0,8}?(?:${DIRECTION}|好)`,
      'u',
    ),
  ],
  [
    'difference',
    new RegExp(
      `${SIDES}(?:之间|中间|两个|两者)?[,，]?相?差(?:距|额)?(?:了|着|是|有)?.{0,4}?${HOW_MUCH}`,
      'u',
    ),
  ],
  [
    'sum',
    new RegExp(
      `^(?<a>[^,，]{2,24}?)[,，]?(?:和|跟|与|同|、|还是|加上?|再加上?)(?<b>[^,，]{2,24}?)[,，]?(?:两项|两样|两者|俩)?(?:加起来|加一?起|合起来|合在一起|合计|一共|总共|之和|总和).{0,8}?${HOW_MUCH}`,
      'u',
    ),
  ],
  ['each', new RegExp(`${SIDES}[,，]?(?:分别|各自?)(?<tail>[^,，?？]{0,8}?${HOW_MUCH}[^,，?？]{0,8})`, 'u')],
];
const ASKS = /多少|几|哪|谁|分别|各/;
const FALLS = /降|减|跌|落/;
const RATE = /增速|增幅|增长|涨|快|慢|猛|百分|[几多少]个?点|降|减|跌/;
/** What the figures are counted in: 多少亿元, 几个百分点. */
const UNIT = /(?:多少|几)(?<unit>[^,，?？了呢啊吗的]{0,5})/u;
/** 今年定的, 去年完成的: the other year of the first thing, and no second one. */
const OTHER_YEAR =
  /^(?:的|了|得|定|要|想|设|预算|决算|执行|实际|完成|要求|达到|目标|计划|安排|预期|增长|增|涨|降)*$/u;

/** The year that something is compared with, said without a number. */
const BASE_YEAR = /[前头]一年|以前|之前|从前|原来|过去|先前|往年|历年|(?:上年|去年)?同期/gu;

/** The comparison of two different things that a normalised message asks for; null where it is none, or of two years of one thing. */
export function splitComparison(text: string, find: FindContentWords): Comparison | null {
  for (const [kind, form] of FORMS) {
    const { a, b, of = '', tail } = form.exec(text)?.groups ?? {};
    // Of more than two, 甲、乙、丙一共, one sentence tells.
    if (a === undefined || b === undefined || ASKS.test(a + b) || b.includes('、')) continue;
    const sides = [a, b].map((side) =>
      side.replace(/^(?:请问|那么?|说说)/u, '').replace(/(?:的|了|得)$/u, ''),
    );
    if (!sides.every((side) => isThing(side, find))) continue;
    const [first = '', second = ''] = sides;
    const asked = of + (tail ?? askedOf(text));
    const shared = kind === 'each' || form.source.startsWith(SIDES) ? sharedOf(first, second, find) : '';
    const earlier = ownTime(second, first) + first;
    return {
      kind,
      questions: [earlier + shared + asked, ownTime(first, second) + second + asked],
      joint: `${earlier}和${second}${asked}`,
    };
  }
  return null;
}

function isThing(side: string, find: FindContentWords): boolean {
  const words = withoutTime(side).replace(BASE_YEAR, '');
  return find(words).some(namesTopic) && !OTHER_YEAR.test(words);
}

/** The time that is said of the other side alone holds for this one, too. */
function ownTime(other: string, side: string): string {
  return timeWords(side).length > 0 ? '' : timeWords(other).join('和');
}

/** 小麦和玉米产量: what is asked of both stands behind the second one alone. */
function sharedOf(first: string, second: string, find: FindContentWords): string {
  const [own, others] = [first, second].map((side) => find(withoutTime(side)));
  const last = others?.at(-1)?.word ?? '';
  return own?.length === 1 && others !== undefined && others.length > 1 && !first.includes(last) ? last : '';
}

function askedOf(text: string): string {
  if (RATE.test(text)) return FALLS.test(text) ? '下降百分之几' : '增长百分之几';
  return `是多少${UNIT.exec(text)?.groups?.unit ?? ''}`;
}
