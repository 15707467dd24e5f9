import type { Question } from '../domain/question.ts';
import { clauseTexts } from '../text/split-clauses.ts';
import { askedUnitKind } from '../text/unit-kinds.ts';
import { figureKinds } from './figure-kinds.ts';
import type { Reading } from './read-candidate.ts';

/** 总投资多少, 一共要花多少亿: of the whole work, from its beginning to its end. */
const ASKS_ALL = /总投资|(?:总共|一共|全部|全[线程])[^,，]{0,6}[要得需](?:花|投|用)/u;
const SO_FAR = /完成投资/u;
const ALL = /总投资|计划投资|投资总|拟投|概算|预算/u;
const WHOLE_LINE = /全[线程]/u;
/** 东岭段, but no 路段, 时段, 阶段. */
const SECTION = /(?<![路河江阶地时片标分])段/u;
/** 总投资9亿元的甲厂: the amount belongs to what stands behind it. */
const BEFORE_ITS_NAME = /投资(?:额)?(?:超过?|近|约|达)?[\d.]+[万亿]+元的/u;
/** What says nothing of which work is meant. */
const ANY_WORK = /^(?:.*投资.*|项目|工程|建设|一期|二期|三期|[\d.]+|.*亿|.*元)$/u;

/**
 * What a whole work costs is asked for and the sentence tells what was spent on it so far, or on a section of it, or
 * what the works beside it cost: 丙厂总投资多少 of 总投资9亿元的甲厂投产，丙厂开工. In a few words for staff; null where it may be told.
 */
export function tellsAnotherCost(
  { asks, text }: Question,
  { report, sentence, words }: Pick<Reading, 'report' | 'sentence' | 'words'>,
  quoted: string,
): string | null {
  if (asks !== 'figure' || askedUnitKind(text) !== 'money') return null;
  const told = report.text.slice(sentence.start, sentence.end);
  if (ASKS_ALL.test(text) && !/完成/u.test(text) && SO_FAR.test(quoted) && !ALL.test(told))
    return 'what a work costs is asked for and the sentence tells what was spent so far';
  if (WHOLE_LINE.test(text) && SECTION.test(quoted) && !WHOLE_LINE.test(told))
    return 'the whole line is asked for and the sentence tells of a section';
  const giving = clauseTexts(told).filter((clause) => figureKinds(clause).includes('money'));
  const named = words
    .map(({ word }) => word)
    .filter((word) => word.length > 1 && told.includes(word) && !ANY_WORK.test(word));
  return giving.length > 0 &&
    named.length > 0 &&
    giving.every((clause) => BEFORE_ITS_NAME.test(clause) && !named.some((word) => clause.includes(word)))
    ? 'what one work costs is asked for and the sentence tells what others cost'
    : null;
}
