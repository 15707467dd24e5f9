import { characterPairs } from '../text/character-pairs.ts';
import { clauseTexts } from '../text/split-clauses.ts';

/** 依托甲大学，打造科技园; 加快与乙集团的合作，…: by whom, with whom or where stands in the clause before what is done. */
const CIRCUMSTANCE =
  /^(?:依托|由(?!于)|以|在|位于|联合|携手|会同|支持|引导|组织|发挥|围绕|沿|\p{Script=Han}{0,3}[与和同跟](?![比时期])[^，。；]*(?:合作|联合|共建|携手|协作|签约))/u;
/** A row that comes in the next clause. */
export const GOES_ON = /^(?:即|包括|分别|主要|就是|一是|其中)/u;

/** One pair of characters in common tells little: 扩建 of 开工甲中学，改扩建乙中. */
const SOME = 2;

/** Whether a clause tells by whom, with whom or where what the next one says is done. */
export function isCircumstance(clause: string): boolean {
  return CIRCUMSTANCE.test(clause);
}

/**
 * The clauses of a text that speak of what is asked about, by the characters that they have in common with the words of
 * the question, each with the one before that tells its circumstances and the one behind that goes on from it: of 大道征地完成，新建换热站9座
 * the second, where the question is 换热站建在哪. All where hardly any speaks of it, or where a colon announces something.
 */
export function clausesAbout(asked: string, text: string): readonly string[] {
  const { clauses, shared, most } = inCommon(asked, text);
  if (most < SOME || /[：:]/u.test(text)) return clauses;
  const isAbout = (index: number) => (shared[index] ?? 0) * 2 >= most;
  return clauses.filter(
    (clause, index) =>
      isAbout(index) ||
      (isCircumstance(clause) && isAbout(index + 1)) ||
      (GOES_ON.test(clause) && isAbout(index - 1)),
  );
}

/** Those alone that have the most in common with the question; none where none has anything. */
export function clausesMostAbout(asked: string, text: string): readonly string[] {
  const { clauses, shared, most } = inCommon(asked, text);
  return most === 0 ? [] : clauses.filter((_, index) => shared[index] === most);
}

function inCommon(asked: string, text: string) {
  const clauses = clauseTexts(text);
  const pairs = [...new Set(characterPairs(asked))];
  const shared = clauses.map((clause) => pairs.filter((pair) => clause.includes(pair)).length);
  return { clauses, shared, most: Math.max(...shared) };
}
