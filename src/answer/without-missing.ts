import { tellsNoTotal } from './added-to-total.ts';
import { countedThing } from './another-count.ts';
import { missesAverage, missesHead } from './narrowings.ts';

/** 到2030年 */
const BY_WHEN = /[到至](?<year>20\d\d)年/u;

/**
 * What a clause with a fitting figure may yet miss where another one of its sentence does not: 每人多少 of
 * 捐资100万元，每人5000元, 年均增长多少 of 由7亿元增加到19亿元，年均增长20%, 总共多长 of 新增30公里，总里程909公里, 多少个城市 of
 * 开行156列，通达9个国家的26座城市, 到2030年多少 of 年均增长10%，到2030年突破300亿元.
 */
const MISSES: readonly ((asked: string, clause: string) => boolean)[] = [
  missesHead,
  missesAverage,
  tellsNoTotal,
  missesThing,
  missesYear,
];

/** Which of the clauses that fit a question miss nothing of it; those that fit where each misses something. */
export function withoutMissing(
  asked: string,
  clauses: readonly string[],
  fits: readonly boolean[],
): readonly boolean[] {
  return MISSES.reduce((left, misses) => {
    const better = left.map((fit, index) => fit && !misses(asked, clauses[index] ?? ''));
    return better.includes(true) ? better : left;
  }, fits);
}

function missesThing(asked: string, clause: string): boolean {
  const thing = countedThing(asked);
  return thing !== null && !clause.includes(thing);
}

function missesYear(asked: string, clause: string): boolean {
  const year = BY_WHEN.exec(asked)?.groups?.year;
  return year !== undefined && !clause.includes(`${year}年`);
}
