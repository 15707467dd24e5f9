import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';
import { askedUnitKind } from '../text/unit-kinds.ts';
import { asksMember } from './class-asked.ts';
import { figureKinds } from './figure-kinds.ts';
import type { Reading } from './read-candidate.ts';
import { isCircumstance } from './told-clauses.ts';

/** The first and the last of some neighbouring clauses. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** 都办成了没 is told by 完成九件 behind 年初承诺的十件实事. */
const ASKS_OUTCOME =
  /(?:完成|办[成好完结]|[做达]到|做[成好完]|实现|兑现|落实|到位)(?:了)?(?:没|吗|么|不|吧|对吗)/u;
const OUTCOME = /完成|未|没|办[成结]|[做达]到|实现|兑现|落实|到位|落空/u;
/** 大雨死人了没有 is told by 无一人伤亡 behind what was done against it. */
const ASKS_CASUALTIES = /死(?:了|过|亡|人|伤|没死)|伤亡|伤(?:了|到|着|没伤)|出人命|遇难/u;
const CASUALTIES = /伤亡|死亡|亡人|遇难|死伤|受伤/u;
const HOW_MUCH = /多少|几/;
/** 帮了多少人、发了多少钱, 搬了几个村多少户: each by itself. */
const EACH_HOW_MUCH = /[,，、;；]|(?<=(?:多少|几)\p{Script=Han}{1,4})(?=多少|几)/u;
const DATE = /\d年(?![来级期制])|\d月|年[底初内末]|月底|季度|[上下]半年/u;
/** 受干旱影响，粮食减产 … 主要受…拖累, 由于…: why stands in a clause of its own beside what came of it. */
const REASON =
  /^(?:主要)?(?:受[^，。；]{1,14}(?:影响|拖累|冲击|制约)|因(?!地制宜|势利导|此|而)|由于|得益于)/u;
/** What joins two things. */
const JOINS = '和与及跟、';

/** 帮了多少人、发了多少钱, 搬了几个村多少户: out to the nearest clause with a figure of each further kind that is asked for. */
function withFurtherKinds(
  question: Pick<Question, 'text'>,
  text: string,
  clauses: readonly Span[],
  chosen: Range,
): Range {
  const kindsOf = (span: Span | undefined) =>
    span === undefined ? [] : figureKinds(text.slice(span.start, span.end));
  let { from, to } = chosen;
  for (const part of question.text.split(EACH_HOW_MUCH)) {
    const kind = HOW_MUCH.test(part) ? askedUnitKind(part) : 'none';
    const held = clauses.slice(from, to + 1).flatMap(kindsOf);
    if (kind === 'none' || held.includes(kind)) continue;
    const behind = clauses.findIndex((clause, index) => index > to && kindsOf(clause).includes(kind));
    const before = clauses.findLastIndex((clause, index) => index < from && kindsOf(clause).includes(kind));
    if (behind >= 0 && (before < 0 || behind - to <= from - before)) to = behind;
    else if (before >= 0) from = before;
  }
  return { from, to };
}

/** 多少部法律和法规: out to the near clause with a figure of the other one of those that are asked for together. */
function withItsFellow(
  { text: asked }: Pick<Question, 'text'>,
  { words }: Pick<Reading, 'words'>,
  text: string,
  clauses: readonly Span[],
  { from, to }: Range,
): Range {
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  const quoted = clauses
    .slice(from, to + 1)
    .map(textOf)
    .join();
  const fellows = words
    .map(({ word }) => word)
    .filter((word) => word.length > 1 && !quoted.includes(word))
    .filter((word) => [...JOINS].some((mark) => asked.includes(word + mark) || asked.includes(mark + word)));
  const isOfOne = (clause: Span | undefined) =>
    clause !== undefined &&
    fellows.some((word) => textOf(clause).includes(word)) &&
    figureKinds(textOf(clause)).length > 0;
  if (isOfOne(clauses[from - 1])) return { from: from - 1, to };
  return isOfOne(clauses[to + 1]) ? { from, to: to + 1 } : { from, to };
}

/** Out to the clause with what is asked for besides: a date (要到哪一年见成效), how it came out, why, further kinds of figures, with or by whom. */
export function withWhatIsAsked(
  question: Pick<Question, 'text' | 'asks'>,
  reading: Pick<Reading, 'report' | 'sentence' | 'words'>,
  clauses: readonly Span[],
  chosen: Range,
): Range {
  const text = reading.report.text.slice(reading.sentence.start, reading.sentence.end);
  if (question.asks === 'time') return withNext(DATE, text, clauses, chosen);
  if (ASKS_CASUALTIES.test(question.text)) return withNext(CASUALTIES, text, clauses, chosen);
  if (question.asks === 'why') return withReason(text, clauses, chosen);
  if (question.asks === 'yesno' && ASKS_OUTCOME.test(question.text))
    return withNext(OUTCOME, text, clauses, chosen);
  const wide = withFurtherKinds(question, text, clauses, chosen);
  if (question.asks === 'figure') return withItsFellow(question, reading, text, clauses, wide);
  return asksMember(question.text) ? withCircumstance(text, clauses, wide) : wide;
}

/** 与甲集团合作，整合土地资源: with whom stands in the clause before. */
function withCircumstance(text: string, clauses: readonly Span[], { from, to }: Range): Range {
  const before = clauses[from - 1];
  return before !== undefined && isCircumstance(text.slice(before.start, before.end))
    ? { from: from - 1, to }
    : { from, to };
}

/** 为什么减产 is told by 受干旱影响 in the clause before 产量下降两成. */
function withReason(text: string, clauses: readonly Span[], { from, to }: Range): Range {
  const before = clauses[from - 1];
  return before !== undefined && REASON.test(text.slice(before.start, before.end))
    ? { from: from - 1, to }
    : { from, to };
}

/** Out to the next clause with a form where none is quoted yet. */
function withNext(form: RegExp, text: string, clauses: readonly Span[], chosen: Range): Range {
  const has = (clause: Span) => form.test(text.slice(clause.start, clause.end));
  if (clauses.slice(chosen.from, chosen.to + 1).some(has)) return chosen;
  const behind = clauses.findIndex((clause, index) => index > chosen.to && has(clause));
  return behind < 0 ? chosen : { ...chosen, to: behind };
}
