import { characterPairs } from '../text/character-pairs.ts';
import { splitClauses } from '../text/split-clauses.ts';
import { unitKind } from '../text/unit-kinds.ts';
import { tellingFigures } from './figure-kinds.ts';

/** Each of a row has a figure, or the same one. */
const EACH = /分别|各(?=[\d增减达])|均|都|平均/u;
const JOINS = /[、]|(?:以及|[和与及])(?=[^、]*$)/u;
const FEWEST = 3;
/** Nothing but the one: 光体育花了多少. Of money nobody means more. */
const ALONE = /光(?![伏纤明荣彩谷电刻学热])|单单|单独|只[算说看]|仅仅|专门|那[段条座个家所](?!时间|时候)/u;
const LETTERS = 2;
/** What the row is an amount of. */
const AMOUNT = /(?:事业|项目|领域|方面)?的?(?:支出|投入|资金|经费|投资|补助)/u;

/**
 * One of several is asked for, and the sentence has one figure for all of them: 体育花了多少 is not told by
 * 教育、卫生、体育支出达855亿元.
 */
export function isPartOfSum(asked: string, quoted: string): boolean {
  return splitClauses(quoted).some(({ start, end }) => {
    const clause = quoted.slice(start, end);
    const [figure] = tellingFigures(clause).filter(
      ({ number, unit }) => unitKind(number, unit) === 'money' || ALONE.test(asked),
    );
    if (figure === undefined) return false;
    const row = clause.slice(0, figure.start);
    const members = row.split(JOINS);
    // 甲、乙等10个县 are many.
    const isMany = members.length >= FEWEST || (members.length > 1 && row.includes('等'));
    return !EACH.test(clause) && isMany && partsAsked(asked, members) === 1;
  });
}

/** How many members of a row the question names; none where it names what they are together (洪涝、地震等救灾支出). */
function partsAsked(asked: string, members: readonly string[]): number {
  const isNamed = (text: string) => characterPairs(text).some((pair) => asked.includes(pair));
  const [last = ''] = (members.at(-1) ?? '').split(AMOUNT);
  const [own = '', sum = ''] = last.split('等');
  if (isNamed(sum) && !ALONE.test(asked)) return 0;
  // The first has the subject before it, and the last what all of them are behind it: 文旅、家电、汽车消费券.
  const first = (members[0] ?? '').slice(-LETTERS);
  const middle = members.slice(1, -1);
  const longest = Math.max(LETTERS, ...middle.map(({ length }) => length));
  return [first, ...middle, own.slice(0, longest)].filter(isNamed).length;
}
