import type { Question } from '../domain/question.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import type { Judged } from './decide.ts';
import { firstThat } from './prefer-worded.ts';

/** What stands before the name of a figure and makes it a part's: 工业固定资产投资, 民间投资, 农村居民收入. */
const PART =
  /(?:工业|农业|林业|渔业|服务业|建筑业|制造业|旅游业?|房地产(?:开发)?|民间|民营|国有|外商|(?:服务|货物|一般|加工)贸易|基础设施|技术改造|技改|第[一二三]产业|[一二三]产|农村|城镇|[市县区乡镇村]级|(?<=^|[，；。])[^，；。]{0,12}[对与向][^，；。\d]{1,16})$/u;
/** 城镇新增就业 and 城镇登记失业率 are what is counted, and no part of more. */
const IN_TOWNS = /^(?:新增|登记|调查)*(?:就业|失业)/u;
/** A figure may be asked for by its name alone: 固定资产投资完成额和增长目标. */
const AMOUNTS: readonly Question['asks'][] = ['figure', 'done', 'planned', 'general'];
/** The whole is meant from this share of the part's likelihood on. */
const AS_WELL = 0.35;
const AS_COVERED = 0.1;

/** Of figures that are about as likely the one of the whole, where the best is that of a part which the question does not name. */
export function wholeFirst(
  question: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  if (best === undefined || !AMOUNTS.includes(question.asks) || !isOfPart(question, best)) return best;
  const { sentence } = best.reading;
  const whole = able.find(
    (one) =>
      one.probability >= AS_WELL * best.probability &&
      one.features.covered >= best.features.covered - AS_COVERED &&
      one.reading.sentence.frame.role === sentence.frame.role &&
      !isOfPart(question, one),
  );
  return whole ?? best;
}

/** 每个市都通高铁了没 */
const ALL_ASKED =
  /(?:每[一个]?个?|各个?|所有的?|全部的?)(?<one>[省市区县乡镇村户家人])[^,，。]{0,6}?都|(?<twice>[省市区县乡镇村户家人])\k<twice>/u;

/** Whether it is so of every one of them is rather told by 市市通高铁 than by one line that was built. */
export function everyOneFirst(
  { asks, text }: Question,
  best: Judged | undefined,
  able: readonly Judged[],
): Judged | undefined {
  const { one, twice } = ALL_ASKED.exec(text)?.groups ?? {};
  const unit = one ?? twice;
  if (best === undefined || asks !== 'yesno' || unit === undefined) return best;
  const ofAll = new RegExp(`${unit}${unit}|[每各]个?${unit}|(?:所有|全部)[^，。；]{0,4}${unit}`, 'u');
  return firstThat(({ reading }) => ofAll.test(reading.text), best, able, AS_WELL);
}

/** A word of the question stands in the sentence only behind the name of a part, which the question does not have. */
function isOfPart({ text }: Question, { reading }: Judged): boolean {
  const told = reading.text.toLowerCase();
  return reading.words.some(({ word, exact }) => {
    if (!exact || word.length < 2) return false;
    const parts = [...told.matchAll(new RegExp(escapePattern(word), 'g'))].map(({ index }) =>
      IN_TOWNS.test(told.slice(index)) ? undefined : PART.exec(told.slice(0, index))?.[0],
    );
    return parts.length > 0 && parts.every((part) => part !== undefined && !text.includes(part));
  });
}
