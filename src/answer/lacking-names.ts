import type { Question } from '../domain/question.ts';
import { smallNumber } from '../text/counts.ts';
import { clauseTexts } from '../text/split-clauses.ts';
import { wantedCount } from './choose-list.ts';
import type { Reading } from './read-candidate.ts';
import { GOES_ON } from './told-clauses.ts';

/** 除了甲厂，另外四家叫什么 */
const OTHERS =
  /除(?:了|开|去|掉)?(?<one>[^,，、]{2,14}?)(?:之外|以外|外)?[,，\s]*(?:其[他它余]|另外?|剩下|剩余|余下|还有|别的)[^,，]*?(?:叫|谁|什么|啥|哪)/u;
/** A number below ten before what it counts, also in an abbreviation: 两所, “两改”. */
const COUNTED = /(?<![\d.第])(?<count>[两二三四五六七八九]|[1-9](?![\d.]))(?=\p{Script=Han})/gu;
/** What stands between the members of a row, or before or behind it; 省市两级 names them without. */
const ROW_MARK =
  /、(?!新增|净增|总|累计)|[；：和与及等]|(?<=[国省市州县区乡镇村]{2})两级|(?<=[国省市州县区乡镇村]{3})三级/u;
const THINGS =
  '省|市|县|区|乡镇|乡|镇|村|国家|城市|企业|公司|高校|大学|学校|医院|银行|景区|港口|机场|航线|线路|新线|线|高速|公路|铁路|高铁|大道|道路|路';
/** 是哪几个省, 在哪些国家 */
const WHICH_OF = new RegExp(`哪(?:几|些)(?<unit>[个家所座条])?(?<noun>${THINGS})(?![里级长委])`, 'u');
/** 县是哪几个 */
const OF_WHICH = new RegExp(`(?<noun>${THINGS})(?:都|分别)?(?:是|有)哪(?:几|些)(?<unit>[个家所座条])`, 'u');
/** 进入500强的国企叫什么 */
const CALLED =
  /(?<noun>[国央民]企|企业|公司|高校|大学|学校|医院|银行|景区|港口|机场|院士|专家|实验室|工程)(?:都|分别|各|们)?(?:叫(?:什么|啥)|名字(?:是|叫)?(?:什么|啥)|的?名字)/u;

/**
 * The names of counted things are asked for and the sentence only counts them, or gives the one that the question leaves
 * out (甲厂等5家), in a few words for staff; null where it tells more.
 */
export function lackingNames(question: Question, { report, sentence }: Reading): string | null {
  const text = report.text.slice(sentence.start, sentence.end);
  const one = OTHERS.exec(question.text)?.groups?.one;
  if (one !== undefined && namesOnly(text, one))
    return 'the others are asked for and the sentence names one of them';
  const count = wantedCount(question);
  const isCounted = (clause: string) =>
    count === null ? holdsNumber(clause, question.text) : count > 1 && holdsCount(clause, count);
  return onlyCounts(text, isCounted)
    ? 'the names of what the sentence counts are asked for and it names none'
    : null;
}

/** …甲厂等, nothing before it in a row. */
function namesOnly(text: string, one: string): boolean {
  const at = text.indexOf(one);
  return (
    at >= 0 &&
    !/[、和与及]/u.test(text[at - 1] ?? '') &&
    /^[^、，。；]{0,6}等/u.test(text.slice(at + one.length))
  );
}

/** A clause counts them, and neither it nor what goes on from it has a row. */
function onlyCounts(text: string, counts: (clause: string) => boolean): boolean {
  const clauses = clauseTexts(text);
  const counting = clauses.flatMap((clause, index) => {
    if (!counts(clause)) return [];
    return GOES_ON.test(clauses[index + 1] ?? '') ? [clauses.slice(index).join('')] : [clause];
  });
  return counting.length > 0 && !counting.some((words) => ROW_MARK.test(words));
}

/** Holds so many of anything: 两所. */
function holdsCount(clause: string, count: number): boolean {
  return [...clause.matchAll(COUNTED)].some((match) => smallNumber(match.groups?.count ?? '') === count);
}

/** Holds any number of what is asked for: 8个省 of 是哪几个省. */
function holdsNumber(clause: string, asked: string): boolean {
  const called = CALLED.exec(asked)?.groups?.noun;
  const { unit = called === undefined ? '个' : '[个家所座名位项]', noun = called } =
    (WHICH_OF.exec(asked) ?? OF_WHICH.exec(asked))?.groups ?? {};
  return (
    noun !== undefined &&
    !(called !== undefined && /[“《]/u.test(clause)) &&
    new RegExp(
      `[\\d两三四五六七八九十百千]+[余多]?(?:${unit}[^，。；、]{0,4})?${noun}|${noun}[^，。；、]{0,6}\\d+[余多]?${unit}`,
      'u',
    ).test(clause)
  );
}
