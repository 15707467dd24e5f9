import { readAskedKind } from './read-asked-kind.ts';
import { timeWords, withoutTime } from './time-words.ts';

/** Said of the figure that is aimed at. */
const TARGET =
  /的?(?:(?:定|设|提)的?)?(?:预期|年度)?(?:目标|任务|指标|计划)(?:任务|数)?(?:[是为]|定[在为]?)?(?=.*(?:多少|几|百分之))/gu;
/** … and of one that was reached; no 完成率. */
const DONE = /要?(?:实际)?(?:完成|达到|做到)了?(?!率|度|情况)(?=.*(?:多少|几|百分之))/gu;
/** 去年呢, 去年完成了吗, 去年做到多少, 实际呢: another time alone, or what was reached. */
const REACHED =
  /^的?(?<actual>实际)?(?:上|的|情况)?(?:(?:完成|实现|达到|做到|达成)的?(?:情况)?)?(?:没有|[了得没])*(?:是|有)?(?:多少|怎么样|如何)?$/u;

const NOW = /^(?:现在|目前|如今|眼下)的?$/u;

/**
 * A question without what it says of its own time, for another one: 去年呢 after 今年GDP增长目标多少 asks GDP增长多少, and so does
 * 今年呢 after 去年GDP完成多少.
 */
export function withoutStage(question: string): string {
  if (readAskedKind(question) !== 'figure') return question;
  const rest = question.replace(TARGET, '').replace(DONE, '');
  return readAskedKind(rest) === 'figure' ? rest : question;
}

/** 去年呢, 去年完成了吗, 实际呢 and 现在呢 after 今年粮食产量目标多少 → 去年粮食产量多少; null for any other message, or after what says no stage. */
export function atOtherStage(bare: string, previous: string): string | null {
  const times = timeWords(bare);
  const reached = REACHED.exec(withoutTime(bare));
  const isAsked =
    NOW.test(bare) || (reached !== null && (times.length > 0 || reached.groups?.actual !== undefined));
  const rest = withoutStage(withoutTime(previous));
  if (!isAsked || rest === withoutTime(previous)) return null;
  const time = times.length === 0 && timeWords(previous).includes('今年') ? ['去年'] : times;
  return time.join('和') + rest;
}
