import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { clausesWithin } from '../text/split-clauses.ts';
import { tellsLevel } from './candidate-features.ts';
import { nearestGroups, subjectGroups } from './clause-focus.ts';
import type { Judged } from './decide.ts';
import { figureOfMember, figuresAt } from './place-in-row.ts';
import { type Claim, isComparable, meantBy } from './premise-claims.ts';
import type { Reading } from './read-candidate.ts';

/** 近三年累计, 五年来, 五年内: what several years came to, or are to bring. */
const SEVERAL_YEARS = /(?:近|过去|前)?[两二三四五六七八九十\d]{1,3}年(?:来|间|内|累计|合计|共|安排|投入)/u;

/**
 * The quote's figures that can be meant: of each kind put forward those of the clauses that are most about the
 * question, so that the townspeople's income does not bear out the farmers', and of a row the nearest member's.
 */
export function claimsMeant(
  question: string,
  put: readonly Claim[],
  reading: Reading,
  quote: Span,
): readonly Claim[] {
  const groups = subjectGroups(reading, quote).map((group) => ({
    ...group,
    claims: clausesWithin(reading.report.text, group).flatMap((clause) =>
      claimsOfClause(question, put, reading, clause),
    ),
  }));
  return put.flatMap((one) => {
    const holding = groups.filter(({ claims }) => claims.some((claim) => isComparable(one, claim)));
    return nearestGroups(holding).flatMap(({ claims }) => claims.filter((claim) => isComparable(one, claim)));
  });
}

/** One year is spoken of, and the sentence tells what several came to: not how far they had come at the end of it. */
export function tellsSeveralYears({ text, time }: Question, { features, reading, quote }: Judged): boolean {
  if (time.years.length !== 1 || SEVERAL_YEARS.test(text)) return false;
  const { sentence, report } = reading;
  const told = report.text.slice(sentence.start, quote.end);
  const ofPeriod = features.year === 0.5 && sentence.frame.role === 'review' && !tellsLevel(told);
  return ofPeriod || SEVERAL_YEARS.test(told);
}

/** All claims of a clause; where it tells a row of one kind and one such figure is put forward, that of the member named. */
function claimsOfClause(
  question: string,
  put: readonly Claim[],
  reading: Reading,
  clause: Span,
): readonly Claim[] {
  const claims = meantBy(question, reading.report.text.slice(clause.start, clause.end));
  const asked = put.filter(({ counted }) => !counted);
  const [one] = asked;
  const row = claims.filter((claim) => !claim.counted && one !== undefined && isComparable(one, claim));
  if (asked.length !== 1 || row.length < 2) return claims;
  const meant = figureOfMember(
    reading,
    clause,
    figuresAt(reading, clause).filter(({ figure }) => row.some(({ at }) => at === figure.start)),
  );
  return claims.filter((claim) => !row.includes(claim) || meant?.figure.start === claim.at);
}
