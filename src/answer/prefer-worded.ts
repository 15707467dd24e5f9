import type { Question } from '../domain/question.ts';
import { namesTopic } from '../question/content-words.ts';
import { withoutTime } from '../question/time-words.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import { isAccountOf } from './account.ts';
import type { Judged } from './decide.ts';
import { figureKinds } from './figure-kinds.ts';
import { isInGlossary } from './glossary-entry.ts';
import { quotedText } from './read-candidate.ts';
import { saysNoMore } from './told-on.ts';

/** 那水呢 */
const NEW_TOPIC = /^那?么?(?<topic>\p{Script=Han}{1,8})呢/u;
/** What has the new word of a follow-up is meant rather than what has only those it leans on. */
const NEW_WORD = 0.4;
/** What has all words of the question is meant rather than what has fewer. */
const ALL_ITS_WORDS = 0.9;
/** 医疗中心几个, 医疗中心有多少家 */
const COUNTED =
  /(?<thing>[\p{Script=Han}]{2})(?:一共|总共|现在|目前|已经?|都)*(?:有|建成?了?|达到?了?)?(?:多少|几)(?<unit>[个家座所条项处种类辆台架艘列])?(?:[了呢?？]|$)/u;
/** … is told where the thing stands behind its number, from this share of the likelihood of what has another's on. */
const COUNTED_SHARE = 0.3;
/** “甲行动”是什么意思, 什么是乙模式, 丙是什么 */
const ASKS_MEANING =
  /什么意思|什么叫|^什么是|(?:指的?是?|是指|叫)(?:的)?什么|(?<!目标|任务|重点|内容|主题|原则)是(?:个)?(?:什么|干什么的|做什么的)[?？呢啊]*$/u;
/** What explains a term need not have it itself: it stands in its heading. */
const EXPLAINED_SHARE = 0.1;
/** What has the question's words must be about as likely as the best one. */
const SHARE_OF_BEST = 0.6;

/** What is done is told by what says more than that it is done, from this share of the likelihood on. */
const MORE_SAID = 0.3;

/** The best where it tells, else the likeliest that does from this share of its likelihood on; else the best all the same. */
export function firstThat(
  tells: (one: Judged) => boolean,
  best: Judged,
  able: readonly Judged[],
  share: number,
): Judged {
  if (tells(best)) return best;
  return able.find((one) => one.probability >= share * best.probability && tells(one)) ?? best;
}

/** A figure is rather that of the sentence with the question's own words than of one that is only like it. */
export function inItsWords(
  question: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  if (best === undefined || question.asks !== 'figure') return best;
  return firstThat(
    (one) => one.features.covered >= ALL_ITS_WORDS && !losesAWord(one, best),
    best,
    able,
    SHARE_OF_BEST,
  );
}

/** 就业, which a wording has for 下岗的人找着活, leaves out 下岗, which the best has: that is no sentence with all its words. */
function losesAWord({ reading }: Judged, best: Judged): boolean {
  const around = [reading.text, ...reading.sentence.headingPath].join().toLowerCase();
  return (
    reading.found.text !== best.reading.found.text &&
    best.reading.words.some(
      (word) =>
        word.exact &&
        word.word.length > 1 &&
        namesTopic(word) &&
        ![word.word.toLowerCase(), ...word.otherNames].some((name) => around.includes(name)),
    )
  );
}

/** 低保提高了多少 is rather told by 低保标准提高48% than by 低保稳步提高. */
export function withAFigure(
  question: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  if (best === undefined || question.asks !== 'figure') return best;
  const tells = (one: Judged) =>
    figureKinds(quotedText(one)).length > 0 &&
    (one === best || one.features.covered >= best.features.covered);
  return firstThat(tells, best, able, SHARE_OF_BEST);
}

/** 中心有几个 is told by 9个医疗中心 rather than by 医疗中心引入新项目874项. */
export function withItsNumber(
  question: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  const { thing, unit } = COUNTED.exec(withoutTime(question.text))?.groups ?? {};
  if (best === undefined || question.asks !== 'figure' || thing === undefined || unit === undefined)
    return best;
  const counts = new RegExp(
    `\\d[余多]?${unit}[^，。；、\\d]{0,8}${escapePattern(thing)}|${escapePattern(thing)}(?:数量|总数)?(?:达到?|有|共|超过?|增至|增加到)*[\\d.万]+[余多]?${unit}`,
    'u',
  );
  return firstThat((one) => counts.test(quotedText(one)), best, able, COUNTED_SHARE);
}

/** “甲行动”是什么意思 is told by what explains it (“甲行动”：指…) before what only speaks of it. */
export function explainedFirst(
  question: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  if (best === undefined || !ASKS_MEANING.test(question.text)) return best;
  const explains = ({ reading: { sentence, words }, quote }: Judged) => {
    if (sentence.kind === 'heading') return quote.end > sentence.end;
    const term = sentence.headingPath.at(-1) ?? '';
    return isInGlossary(sentence) && words.some(({ word }) => word.length > 1 && term.includes(word));
  };
  return firstThat(explains, best, able, EXPLAINED_SHARE);
}

/** 个税怎么改 is told by 提高起征点，增加专项扣除 rather than by 改革个税。, with the question's words in both. */
export function withSubstance(
  question: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  if (best === undefined || !isAccountOf(question)) return best;
  const tells = (one: Judged) => !saysNoMore(one) && (one === best || one.features.covered >= ALL_ITS_WORDS);
  return firstThat(tells, best, able, MORE_SAID);
}

/** 水呢 after a question about the air is rather answered by a sentence that has 水 in it. */
export function withWhatIsNew(
  { leansOn = '', raw }: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  if (best === undefined || leansOn === '') return best;
  const topic = NEW_TOPIC.exec(raw)?.groups?.topic;
  const isNew = (one: Judged) =>
    (topic !== undefined && one.reading.text.includes(topic)) ||
    one.reading.words.some(
      (word) => word.exact && namesTopic(word) && raw.includes(word.word) && !leansOn.includes(word.word),
    );
  return firstThat(isNew, best, able, NEW_WORD);
}
