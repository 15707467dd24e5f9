import type { AskedKind, Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { leansBack } from './clause-focus.ts';
import type { Reading } from './read-candidate.ts';

/** Asked what was done or is planned, or of a subject at large. */
export const ACCOUNTS: ReadonlySet<AskedKind> = new Set(['done', 'planned', 'general', 'how']);
/** What was done or is planned is told by a clause and those that follow it, up to this length. */
const LONGEST_ACCOUNT = 90;
/** An account shorter than this takes in the clause before it. */
const BARE_ACCOUNT = 20;
/** One that stays within this length takes in further ones. */
const SHORT_ACCOUNT = 60;
/** So much more of a sentence is quoted to its end. */
const SHORT_REST = 24;
/** 缓解青年住房困难 is what is done for; what is done stands in the clause before it. */
const WHAT_FOR =
  /^(?:着力|逐步|有效|切实|全力|努力)*(?:缓解|破解|解决|化解|消除|减轻|满足)[^，。；]{0,14}(?:难题?|困难|问题|矛盾|压力|负担|需[求要])[”"]?(?:[，。；]|$)/u;
/** 有哪些举措, 干了哪些事, 有哪些打算 ask for an account as much as for a row. */
const DEEDS =
  /举措|措施|办法|做法|政策|安排|动作|部署|(?:哪些|什么)(?:[新好实大]|具体|重要|实际)*(?:的)?(?:事(?!故|业|件)|工作|打算|计划|规划|改进|变化|工程|努力|准备)/u;

/** Which deeds or plans there are: a list of things done, and of no names. */
export function asksDeeds({ asks, text }: Pick<Question, 'asks' | 'text'>): boolean {
  return asks === 'list' && DEEDS.test(text);
}

/** 消防去年干了哪些事 asks of a subject at large; whoever tells of a matter first asks about that alone. */
export function asksAtLarge({ text }: Pick<Question, 'text'>): boolean {
  return !/[,，]/u.test(text);
}

/** Whether what is asked for is an account, and no single clause. */
export function isAccountOf(question: Pick<Question, 'asks' | 'text'>): boolean {
  return ACCOUNTS.has(question.asks) || asksDeeds(question);
}

/** The stretch of a sentence that tells what is done, from the clauses nearest to the question on. */
export function accountWithin(
  reading: Reading,
  question: Pick<Question, 'asks' | 'text'>,
  own: string,
  clauses: readonly Span[],
  nearest: { readonly from: number; readonly to: number },
): Span {
  const [head, tail] = [clauses[0], clauses.at(-1)];
  if (head === undefined || tail === undefined) return { start: 0, end: own.length };
  // 建成甲，改造乙，建设丙: each of them is one of the deeds that are asked for.
  if (asksDeeds(question) && tail.end - head.start <= LONGEST_ACCOUNT)
    return { start: head.start, end: tail.end };
  let { from, to } = nearest;
  while (endsAlike(own, clauses[from - 1], clauses[from])) from -= 1;
  while (endsAlike(own, clauses[to], clauses[to + 1])) to += 1;
  const start = clauses[from]?.start ?? head.start;
  const end = clauses[to]?.end ?? tail.end;
  const first = firstOfTopic(reading, own, clauses, { start, end });
  const last = clauses.findLast((clause) => clause.end - first <= LONGEST_ACCOUNT);
  // One short clause more, and the sentence is whole.
  const isRest = last !== undefined && tail.end - last.end <= SHORT_REST;
  const until = isRest ? tail.end : Math.max(end, last?.end ?? end);
  return { start: withWhatIsBefore(question, own, clauses, first, until), end: until };
}

/** One last clause tells little of what is done: what stands before it belongs to it. */
function withWhatIsBefore(
  question: Pick<Question, 'asks' | 'text'>,
  own: string,
  clauses: readonly Span[],
  first: number,
  until: number,
): number {
  const before = clauses.findLast((clause) => clause.end <= first);
  if (before === undefined) return first;
  const fits = until - before.start <= SHORT_ACCOUNT;
  const isBare =
    WHAT_FOR.test(own.slice(first, before.end + SHORT_REST)) || (until - first < BARE_ACCOUNT && fits);
  const takesMore = question.asks !== 'general' && asksAtLarge(question);
  if (!isBare && !(takesMore && fits)) return first;
  const start = withSubject(own, clauses, before);
  return takesMore ? withWhatIsBefore(question, own, clauses, start, until) : start;
}

/** 打通甲大道，延伸乙大道: what is done with things of one kind is told together. */
function endsAlike(text: string, one: Span | undefined, other: Span | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const ending = text.slice(one.end - 2, one.end);
  return (
    /^(?!左右|以[上下内])\p{Script=Han}{2}$/u.test(ending) && text.slice(other.end - 2, other.end) === ending
  );
}

/** Where an account of two things begins: at the clause that names the other one, if that is near enough. */
function firstOfTopic(
  reading: Reading,
  text: string,
  clauses: readonly Span[],
  { start, end }: Span,
): number {
  const quoted = text.slice(start, end);
  const missing = reading.words
    .map(({ word }) => word)
    .filter((word) => word.length > 1 && !quoted.includes(word));
  const naming = clauses.find(
    (clause) =>
      clause.end <= start &&
      end - clause.start <= LONGEST_ACCOUNT &&
      missing.some((word) => text.slice(clause.start, clause.end).includes(word)),
  );
  return naming?.start ?? start;
}

/** Where a clause begins, or the one that it leans on: 超过目标26天 tells nothing without 优良天数215天. */
function withSubject(text: string, clauses: readonly Span[], clause: Span): number {
  const at = clauses.indexOf(clause);
  const before = clauses[at - 1];
  return before !== undefined && leansOnBefore(text, clause, at)
    ? withSubject(text, clauses, before)
    : clause.start;
}

/** Whether a clause has no subject of its own. */
export function leansOnBefore(text: string, clause: Span | undefined, index: number): boolean {
  return index > 0 && clause !== undefined && leansBack(text.slice(clause.start, clause.end));
}
