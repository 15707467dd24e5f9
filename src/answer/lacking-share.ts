import type { Question } from '../domain/question.ts';
import type { Figure } from '../text/figures.ts';
import { askedUnitKind, unitKind } from '../text/unit-kinds.ts';
import { asksChange } from './asks-change.ts';
import { tellingFigures } from './figure-kinds.ts';
import { isPartOfSum } from './part-of-sum.ts';
import type { Reading } from './read-candidate.ts';

/** 占比 names no whole. */
const WHOLE = /占(?!比)[^，。；\d]{2,16}/gu;
/** 老人 and 60岁以上人口 may be two words for the same. */
const ALIKE = 0.54;
const ASKS_SHARE = /占|几成|比重|比例|比率|份/;
/** 金融业占GDP的比重 */
const SHARE_OF =
  /^(?<part>.*?)占了?(?:全[国省市县区])?(?<whole>[^，,。?？]{2,12}?)(?:的)?(?:比重|比例|比率|份额|多少|几)/u;
const ALL_OF_IT = /^(?:总数|总量|总额|总的|全部|整个|所有|其中|多大)$/u;
/** 60岁往上的老人 and 60岁以上人口 are the same by their age. */
const AGE = /\d{1,3}(?=周?岁)/gu;
const PEOPLE = /^(?:人口?|人员|老人|老年人?|老龄人口?|老头老太|孩子|儿童|青年|年轻人|居民|群众|百姓)$/u;
/** 财政收入里，税收占几成 */
const SHARE_WITHIN =
  /^(?<whole>.*?)(?:里[头面]?|当中|中)[，,]?(?<part>[^，,]{1,10}?)占了?(?:多少|几|百分之几|多大)/u;
/** 增长多少 is not told by 新增1357家, but by 新增110元. */
const ASKS_GROWTH = /(?:增长|(?<![新再])[增涨])(?:了|到)?(?:有|是)?(?:多少|几)(?![个家所座套辆名人])/;
const TELLS_GROWTH =
  /[%％]|分之|(?<=[\d一二三四五六七八九两半])成|[倍番]|百分点|个点|(?<!新)增|新增[^，。；]{0,6}\d[^，。；]{0,5}元|提高|[涨升]|同步|持平/;
/** 提高到 tells the level that something came to. */
const CHANGED = /(?:增长|下降|提高|提升|降低|增加|减少|上升|回落|增|降|升)了?(?:约|近|超过?)?$/u;
/** 提高到 */
const RISEN_TO = /(?:提高|提升|上升|下降|降低|增|升|降)(?:到|至)(?:约|近|超过?)?$/u;
/** 占比要提高到多少 asks what it is to come to. */
const ASKS_RISEN_TO = /(?:[高升降长加大少]|[增提])[到至]了?(?:多少|几|百分之几)/u;
/** The members of a row before the last one: 分别增长8%、9%. */
const ROW_BEFORE = /(?:[\d.]+[%％][、和及与])+$/u;

/** A share is asked for and the sentence gives none, or that of or in something else, in a few words; null where it does not matter. */
export function lackingShare(
  { text: asked, asks }: Question,
  reading: Reading,
  quoted: string,
): string | null {
  if (
    asks === 'figure' &&
    asksChange(asked) &&
    !ASKS_RISEN_TO.test(asked) &&
    askedUnitKind(asked) === 'percent' &&
    tellsNoChange(quoted)
  )
    return 'a change is asked for and the sentence gives only a share';
  if (asks === 'figure' && ASKS_GROWTH.test(asked) && !TELLS_GROWTH.test(quoted))
    return 'growth is asked for and the sentence gives only numbers of things';
  if (asks === 'figure' && isShareOfAnother(asked, reading, quoted))
    return 'a share is asked for and the sentence gives that of another thing, or in another';
  if (asks === 'figure' && isPartOfSum(asked, quoted))
    return 'one of several is asked for and the sentence gives their sum';
  if (asks === 'figure' && !ASKS_SHARE.test(asked) && isWholeOfShare(reading, quoted))
    return 'what is asked for is only what the sentence gives a share of';
  if (asks === 'figure' && !ASKS_SHARE.test(asked) && !asksChange(asked) && isShareOfGiven(asked, quoted))
    return 'a part of a figure is asked for and the sentence tells only what that is a part of';
  if (ASKS_SHARE.test(asked) && !asksChange(asked) && changesOnly(quoted))
    return 'a share is asked for and the sentence gives only how much something changed';
  return null;
}

/** Its rates are all shares of something: 6亿元，占财政总支出的63.8%. */
function tellsNoChange(text: string): boolean {
  const rates = ratesOf(text);
  return (
    rates.length > 0 &&
    rates.every(({ start, unit }) => {
      const before = text.slice(0, start);
      return (
        !/点$/.test(unit) && (/占[^，。；]{0,20}$|比重[^，。；]{0,8}$/u.test(before) || RISEN_TO.test(before))
      );
    })
  );
}

/** All rates of a text, and it has some, are changes. */
export function changesOnly(text: string): boolean {
  const rates = ratesOf(text);
  return (
    rates.length > 0 &&
    rates.every(
      ({ start, unit }) => /点$/.test(unit) || CHANGED.test(text.slice(0, start).replace(ROW_BEFORE, '')),
    )
  );
}

function ratesOf(text: string): readonly Figure[] {
  return tellingFigures(text).filter(({ number, unit }) => unitKind(number, unit) === 'percent');
}

/** 财政总支出 in 民生支出6亿元，占财政总支出的63.8%: its own figure is not told. */
function isWholeOfShare({ words }: Reading, quoted: string): boolean {
  const text = quoted.toLowerCase();
  const rest = text.replace(WHOLE, '');
  const own = words
    .map(({ word }) => word.toLowerCase())
    .filter((word) => word.length > 1 && text.includes(word));
  return own.length > 0 && own.every((word) => !rest.includes(word));
}

/** 民生那6亿，用在教育上的是多少 against 民生支出6亿元，占财政总支出的63.8%. */
function isShareOfGiven(asked: string, quoted: string): boolean {
  const given = tellingFigures(asked).map(({ number }) => number);
  const others = tellingFigures(quoted).filter(({ number }) => !given.includes(number));
  return (
    others.length > 0 &&
    others.length < tellingFigures(quoted).length &&
    others.every(({ number, unit }) => unitKind(number, unit) === 'percent') &&
    /占/.test(quoted)
  );
}

/** 金融业占GDP的比重 is not that of 第三产业, and what is the share of 民生 in the spending is none in the GDP. */
function isShareOfAnother(asked: string, { words, sentence, report }: Reading, quoted: string): boolean {
  const { part, whole } = (SHARE_OF.exec(asked) ?? SHARE_WITHIN.exec(asked))?.groups ?? {};
  if (part === undefined || whole === undefined) return false;
  const around = (
    report.text.slice(sentence.start, sentence.end) + sentence.headingPath.join()
  ).toLowerCase();
  const wholes = (quoted.match(WHOLE) ?? []).join().toLowerCase();
  const isOfItsAge = (text: string, within: string) =>
    (text.match(AGE) ?? []).some((age) => new RegExp(`(?<!\\d)${age}周?岁`, 'u').test(within));
  const lacks = (text: string, within: string) =>
    words.some(
      ({ word, isKnown, similarity }) =>
        isKnown &&
        word.length > 1 &&
        !(PEOPLE.test(word) && isOfItsAge(text, within)) &&
        similarity < ALIKE &&
        text.toLowerCase().includes(word) &&
        !within.includes(word),
    );
  // 占总数几成 names no whole of its own.
  const isOpen = ALL_OF_IT.test(whole);
  // 花了多少，占总支出多大比例: the part is what was asked about before.
  return (!/多少|几/.test(part) && lacks(part, around)) || (wholes !== '' && !isOpen && lacks(whole, wholes));
}
