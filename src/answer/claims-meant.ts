import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { clausesWithin } from '../text/split-clauses.ts';
import { tellsLevel } from './candidate-features.ts';
import { nearestGroups, subjectGroups } from './clause-focus.ts';
import type { Judged } from './decide.ts';
import { figureOfMember, figuresAt, RESIDENTS } from './place-in-row.ts';
import { type Claim, isComparable, meantBy } from './premise-claims.ts';
import type { Reading } from './read-candidate.ts';

/** 近三年累计, 五年来, 五年内: what several years came to, or are to bring. */
const SEVERAL_YEARS = /(?:近|过去|前)?[两二三四五六七八九十\d]{1,3}年(?:来|间|内|累计|合计|共|安排|投入)/u;

/** 新增就业超过90万人、稳定在全国前列 tells no level. */
const ADDED = /新增[^，。；、]{0,8}\d/u;

/** A figure of the quote, and the member of a row that it is told of where that is named apart from it. */
export type MeantClaim = Claim & { readonly member: string };

/**
 * The quote's figures that can be meant: of each kind put forward those of the clauses that are most about the
 * question, so that the townspeople's income does not bear out the farmers', and of a row the nearest member's.
 */
export function claimsMeant(
  question: string,
  put: readonly Claim[],
  reading: Reading,
  quote: Span,
): readonly MeantClaim[] {
  const groups = subjectGroups(reading, quote).map((group) => ({
    ...group,
    claims: claimsOfGroup(question, put, reading, group),
  }));
  return put.flatMap((one) => {
    const holding = groups.filter(({ claims }) => claims.some((claim) => isComparable(one, claim)));
    return wholes(nearestGroups(ofResidents(question, holding))).flatMap(({ claims }) =>
      claims.filter((claim) => isComparable(one, claim)),
    );
  });

  /** 农村居民收入 is told by what names the country, and 居民收入 by what names neither that nor the towns. */
  function ofResidents<Group extends Span>(asked: string, holding: readonly Group[]): readonly Group[] {
    if (!/居民|收入/u.test(asked)) return holding;
    const kinds = (text: string) => RESIDENTS.map(({ told }) => told.test(text)).join();
    const naming = holding.filter(({ start, end }) => kinds(textOf(start, end)) === kinds(asked));
    return naming.length > 0 ? naming : holding;
  }

  /** 农民工2亿人，其中外出农民工1亿人: who asks about all of them in as many words does not mean a part. */
  function wholes<Group extends Span>(nearest: readonly Group[]): readonly Group[] {
    const apart = nearest.filter(
      ({ start, end }) =>
        !/^其中/u.test(textOf(start, end)) && !/其中[，,]?$/u.test(textOf(quote.start, start)),
    );
    return apart.length > 0 ? apart : nearest;
  }

  function textOf(start: number, end: number): string {
    return reading.report.text.slice(start, end);
  }
}

/** One year is spoken of, and the sentence tells what several came to: not how far they had come at the end of it. */
export function tellsSeveralYears({ text, time }: Question, { features, reading, quote }: Judged): boolean {
  if (time.years.length !== 1 || SEVERAL_YEARS.test(text)) return false;
  const { sentence, report } = reading;
  const told = report.text.slice(sentence.start, quote.end);
  const ofPeriod =
    features.year === 0.5 && sentence.frame.role === 'review' && (ADDED.test(told) || !tellsLevel(told));
  return ofPeriod || SEVERAL_YEARS.test(told);
}

/** All claims of a group, clause by clause; what was before is known by what stands behind (由8%和9%，减为6%和5%). */
function claimsOfGroup(
  question: string,
  put: readonly Claim[],
  reading: Reading,
  group: Span,
): readonly MeantClaim[] {
  const claims = meantBy(question, reading.report.text.slice(group.start, group.end)).map((claim) => ({
    ...claim,
    member: '',
  }));
  return clausesWithin(reading.report.text, group).flatMap((clause) =>
    claimsOfClause(
      put,
      reading,
      clause,
      claims
        .map((claim) => ({ ...claim, at: claim.at + group.start - clause.start }))
        .filter(({ at }) => at >= 0 && at < clause.end - clause.start),
    ),
  );
}

/** All claims of a clause; where it tells a row of one kind and one such figure is put forward, that of the member named. */
function claimsOfClause(
  put: readonly Claim[],
  reading: Reading,
  clause: Span,
  claims: readonly MeantClaim[],
): readonly MeantClaim[] {
  const asked = put.filter(({ counted }) => !counted);
  const [one] = asked;
  const row = claims.filter((claim) => !claim.counted && one !== undefined && isComparable(one, claim));
  if (asked.length !== 1 || row.length < 2) return claims;
  const meant = figureOfMember(
    reading,
    clause,
    figuresAt(reading, clause).filter(({ figure }) => row.some(({ at }) => at === figure.start)),
  );
  return claims.flatMap((claim) => {
    if (!row.includes(claim)) return [claim];
    return meant?.figure.start === claim.at ? [{ ...claim, member: meant.member }] : [];
  });
}
