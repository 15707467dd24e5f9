import { type FindContentWords, namesTopic } from './content-words.ts';
import { readAskedKind } from './read-asked-kind.ts';
import { TIME_WORDS, timeSaid, withoutTime } from './time-words.ts';

/** Times that name no year of the calendar: 这五年, 已经, 以前. */
const OTHER_TIME =
  '(?:这|过去|最近|近|前)?(?:的)?[五5]年(?:以来|来|间|里|前|内)?|["“]?十[一二三四五六七八九]五["”]?(?:时期|期间|末)?|已经|以前|原来|之前|目前|现在';
const TIME = `(?:${TIME_WORDS.source}|${OTHER_TIME})`;
/** What stands between a subject and its verb; behind a time it shows that no subject follows. */
const AUXILIARY =
  '(?:又|还|再|要|想要?|打算|准备|计划|预计|预期|争取|力争|安排|会|将|得|能|目标|定的?|实际|一共|总共|分别)';
const MEASURE =
  '(?:[万亿千百]{0,2}(?:个?百分点|个点|平方米|平方公里|公里|平米|人次|公顷|千瓦|美元|个|家|名|人|座|所|项|件|条|处|套|户|辆|台|宗|次|场|天|里|米|亩|吨|斤|元|块|钱|点|成|倍|位|岁|份|起|只|头|株|棵|栋|种|类|颗|部|张|艘|架)?)';
const HOW_MUCH = `(?:多少|(?<!第)几)${MEASURE}`;
/** What asks when, where or who. */
const WHICH =
  '(?:什么时候|何时|几时|哪年|哪一年|哪天|几月|在哪(?:里|儿|个地方|(?![个些家方]))|到哪里?|哪里|哪儿|什么地方|由谁|是谁|谁(?![^,，?？]{0,3}[多高低大快慢强猛好]))';
/** 还要解决多少人的, 奔着多少去. */
const END = '[的去]?[了呢啊呀]?[?？]?$';
/** 今年又是怎么提的. */
const SAID_HOW = '(?:怎么|怎样|如何)(?:提|说|讲|写|定|打算|计划|安排|规划|要求)的?';
/** 今年还剩什么活, 今年有什么动作. */
const WHAT_IS_DONE =
  '(?:还?(?:有|剩)|干|做|搞|弄)(?:点|些|哪些)?(?:什么)?(?:新|大)?(?:活儿?|动作|打算|安排|计划|举措|措施|动静)';
/** 今年再建几个, 还要搬多少人, 今年定的是多少: a verb at most before the interrogative, and nothing behind it. */
const WITHOUT_SUBJECT = new RegExp(
  `^[到至]?(?<time>${TIME}[底末]?)?的?(?<auxiliary>${AUXILIARY}*)(?:(?:平均)?(?:每年|年均)?\\p{Script=Han}{0,2}?[了到在过]?的?是?${HOW_MUCH}|是?${SAID_HOW}|${WHAT_IS_DONE})${END}`,
  'u',
);
/** 什么时候建成, 投多少钱 behind another kind of question. */
const OTHER_KIND = new RegExp(
  `^(?:${TIME})?(?:${AUXILIARY}|能|可以)*\\p{Script=Han}{0,2}?[了在到]?(?:${WHICH}|${HOW_MUCH}${END})`,
  'u',
);
const ASKS_WHICH = new RegExp(WHICH, 'u');
/** Two in one breath need no mark between them: 去年修了多少公里今年修多少公里. */
const UNMARKED = new RegExp(`(?<=${HOW_MUCH}[了呢]?)(?=${TIME})`, 'u');
const ASKED_OF = new RegExp(
  `^(?<head>.*?)(?:(?<which>${WHICH})|${HOW_MUCH}的?(?<object>[^,，。?？了呢]*))`,
  'u',
);
const FIRST_TIME = new RegExp(`[到至]?${TIME}`, 'u');
/** 到2030年要通多少: by when. */
const BY_WHEN = new RegExp(`^[到至](?=${TIME_WORDS.source})`, 'u');
const SHORT_VERB = /(?<![新改扩增创修组筹重兴])[建修种招搬办做发投花降涨减退设开盖铺买卖引签]$/u;
const BARE_AMOUNT = /(?<verb>\p{Script=Han})[了到过]?多少(?<end>[了呢啊呀]?[?？]?)$/u;
const HOW_MUCH_ASKED = new RegExp(HOW_MUCH, 'u');
const DONE = /[了到过]的?$/u;
/** GDP实际长了多少: how it was done is no part of the subject. */
const MANNER = /(?:实际|大概|大约|到底|究竟|一共|总共)(?=\p{Script=Han}{0,2}[了到过]?$)/u;
/** 高铁要通: what is to be done is no part of it. */
const TO_BE_DONE = /(?:要(?![素点求])|打算|准备|计划)+\p{Script=Han}{0,2}$/u;
const YEARLY = /(?:平均)?(?:每年|年均).*$/u;
/** 说说机器人：… */
const TELL_OF = /^(?:说|讲|聊|问|谈|看)(?:\s*(?:说|讲|聊|问|谈|看|一?下))?(?=.*[:：]$)/u;

/** Whether what is asked has no subject of its own, and a time or an auxiliary where that would stand. */
export function omitsSubject(part: string): boolean {
  const { time, auxiliary = '' } = WITHOUT_SUBJECT.exec(part)?.groups ?? {};
  return time !== undefined || auxiliary !== '';
}

/** Whether one of two clauses asks when, where or who, and the other something else: 建在哪、投多少钱. */
export function asksOtherKind(before: string, after: string): boolean {
  const [one, other] = [before, after].map((part) => readAskedKind(part));
  return (
    one !== other &&
    one !== 'general' &&
    // 是哪天、在什么地方开的: one verb for both.
    !/的[?？]?$/u.test(after) &&
    // 要修地铁是真的吗，几月开工: the second hangs on the first.
    !(one === 'yesno' && OTHER_KIND.test(after)) &&
    (ASKS_WHICH.test(before) || ASKS_WHICH.test(after)) &&
    (ASKS_WHICH.test(after) || HOW_MUCH_ASKED.test(after))
  );
}

/** Where a text goes on to another time without a mark; −1 where it does not. */
export function unmarkedJoint(text: string): number {
  return text.search(UNMARKED);
}

/** 今年再建几个 after 农村公路去年建了几条 → 今年农村公路再建几个; null where it has a subject or there is none to take. */
export function withSubjectOf(part: string, previous: string, find: FindContentWords): string | null {
  const omits = omitsSubject(part) || (asksOtherKind(previous, part) && OTHER_KIND.test(part));
  return omits ? behindSubjectOf(part, previous, find) : null;
}

/** A part with the subject of the question before it, and its time where it has none; null where that names no subject. */
export function behindSubjectOf(part: string, previous: string, find: FindContentWords): string | null {
  const subject = subjectOf(previous, find);
  if (subject === '') return null;
  const bare = YEARLY.test(part) ? subject.replace(YEARLY, '') : subject;
  return `${timeSaid(part, previous)}${bare}${withoutTime(part.replace(BY_WHEN, ''))}`;
}

/** 现在通了多少 after 到2030年要通多少公里 is counted in what that was: one verb, and no unit of its own. */
export function inUnitOf(previous: string, part: string): string {
  const { verb, end } = BARE_AMOUNT.exec(part)?.groups ?? {};
  if (verb === undefined || end === undefined) return part;
  const [, unit = ''] = new RegExp(`${verb}[了到过]?(?:多少|几)(${MEASURE})`, 'u').exec(previous) ?? [];
  return `${part.slice(0, part.length - end.length)}${unit}${end}`;
}

/** What a question asks of: the words before its time, else those around what it asks; '' where none names a thing. */
function subjectOf(question: string, find: FindContentWords): string {
  const asked = ASKED_OF.exec(question)?.groups;
  const head = asked?.head ?? question;
  const at = head.search(FIRST_TIME);
  const early = head
    .slice(0, Math.max(0, at))
    .replace(TELL_OF, '')
    .replace(/[,，、:：的\s]+$/u, '');
  const names = (text: string) => find(text).some(namesTopic);
  if (names(early)) return early;
  const around = withoutTimes(head)
    .replace(/[,，\s]+$/u, '')
    .replace(MANNER, '');
  const before = DONE.test(around)
    ? withoutLastWord(around.replace(DONE, ''), find)
    : asked?.which === undefined
      ? around.replace(TO_BE_DONE, '')
      : around.replace(SHORT_VERB, '');
  const object = asked?.object ?? '';
  if (names(before)) return before + object;
  return names(object) ? object : '';
}

function withoutTimes(text: string): string {
  return text.replace(new RegExp(FIRST_TIME, 'gu'), '');
}

/** 公厕改造 → 公厕, 充电站建 → 充电站: what was done is no subject. A verb of one character may be cut with what is before it. */
function withoutLastWord(text: string, find: FindContentWords): string {
  if (SHORT_VERB.test(text)) return text.slice(0, -1);
  const last = find(text).at(-1);
  return last !== undefined && last.end === text.length ? text.slice(0, last.start) : text;
}
