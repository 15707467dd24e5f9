import { type ContentWord, namesTopic } from './content-words.ts';
import { timeWords, withoutTime } from './time-words.ts';

/** Two things whose figures are held against each other, each as a question of its own. */
export interface Comparison {
  readonly kind: 'difference' | 'sum';
  readonly questions: readonly [string, string];
}

const JOINT = '(?:和|跟|与|同|、|还是)';
const HOW_MUCH = '(?:多少|几)';
const DIRECTION = '(?:多|少|高|低|大|小|快|慢|差|超|强|猛)';
/** A比B多多少, A跟B差多少, A和B哪个大, A和B加起来多少; the sides stand in `a` and `b`. */
const FORMS: readonly (readonly [kind: Comparison['kind'], form: RegExp])[] = [
  [
    'difference',
    new RegExp(
      `^(?<a>[^,，]{2,24}?)[,，]?比(?<b>[^,，]{2,24}?)(?:要|都|还|又)?${DIRECTION}(?:出|了|过)?(?:来)?.{0,6}?${HOW_MUCH}`,
      'u',
    ),
  ],
  [
    'difference',
    new RegExp(
      `^(?<a>[^,，]{2,24}?)${JOINT}(?<b>[^,，]{2,24}?)(?:之间|中间|两个|两者)?[,，]?相?差(?:距|额)?(?:了|着|是|有)?.{0,4}?${HOW_MUCH}`,
      'u',
    ),
  ],
  [
    'difference',
    new RegExp(
      `^(?<a>[^,，]{2,24}?)${JOINT}(?<b>[^,，]{2,24}?)[,，]?(?:哪个|哪边|谁|哪一个|哪项|哪头)[^,，?？]{0,8}?${DIRECTION}`,
      'u',
    ),
  ],
  [
    'sum',
    new RegExp(
      `^(?<a>[^,，]{2,24}?)[,，]?(?:${JOINT}|加上?|再加上?)(?<b>[^,，]{2,24}?)[,，]?(?:两项|两样|两者|俩)?(?:加起来|加一?起|合起来|合在一起|合计|一共|总共|之和|总和).{0,8}?${HOW_MUCH}`,
      'u',
    ),
  ],
];
const FALLS = /降|减|跌|落/;
const RATE = /增速|增幅|增长|涨|快|慢|猛|百分|[几多少]个?点|降|减|跌/;
/** What the figures are counted in: 多少亿元, 几个百分点. */
const UNIT = /(?:多少|几)(?<unit>[^,，?？了呢啊吗的]{0,5})/u;

/** The comparison of two different things that a normalised message asks for; null where it is none, or of two years of one thing. */
export function splitComparison(
  text: string,
  find: (text: string) => readonly ContentWord[],
): Comparison | null {
  for (const [kind, form] of FORMS) {
    const { a, b } = form.exec(text)?.groups ?? {};
    if (a === undefined || b === undefined) continue;
    const sides = [a, b].map((side) =>
      side.replace(/^(?:请问|那么?|说说)/u, '').replace(/(?:的|了|得)$/u, ''),
    );
    if (!sides.every((side) => find(withoutTime(side)).some(namesTopic))) continue;
    const [first = '', second = ''] = sides;
    const own = timeWords(second).length > 0 ? '' : timeWords(first).join('和');
    const asked = askedOf(text);
    return { kind, questions: [first + asked, own + second + asked] };
  }
  return null;
}

function askedOf(text: string): string {
  if (RATE.test(text)) return FALLS.test(text) ? '下降百分之几' : '增长百分之几';
  return `是多少${UNIT.exec(text)?.groups?.unit ?? ''}`;
}
