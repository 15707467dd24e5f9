import type { RefusalReason, SmallTalk } from '../domain/answer.ts';
import type { Language, Question, Turn } from '../domain/question.ts';
import type { ReportFacts } from '../domain/report.ts';
import { normalise } from '../text/normalise.ts';
import { contentWords, type FindContentWords, namesTopic } from './content-words.ts';
import { focusQuestion } from './focus-question.ts';
import { withoutHearsay } from './hearsay.ts';
import { ofTheReport } from './of-the-report.ts';
import { behindSubjectOf, inUnitOf, withSubjectOf } from './omitted-subject.ts';
import { opensWithVerb } from './predicates.ts';
import { readAskedKind } from './read-asked-kind.ts';
import { readTimeFrame } from './read-time-frame.ts';
import { isAbuse } from './recognise-abuse.ts';
import { recogniseSmallTalk } from './recognise-small-talk.ts';
import { type Resolved, resolveFollowUp } from './resolve-follow-up.ts';
import { splitComparison } from './split-comparison.ts';
import { splitQuestions } from './split-questions.ts';
import { withoutStages } from './stage-asked.ts';
import { asksOfNow, timeWords, withoutTime } from './time-words.ts';
import { translateQuestion } from './translate-question.ts';
import { ownPlace, withoutFrame } from './without-frame.ts';
import { yearsCompared } from './years-compared.ts';

/** Longest message that is read, in UTF-16 units after normalising. */
const LONGEST_QUESTION = 300;
/** How many earlier turns may be leaned on. */
const REMEMBERED_TURNS = 4;

interface ResolvedPart extends Resolved {
  /** The part as one about what was asked before it. */
  readonly instead?: string;
  /** The question that it was made to stand alone with; '' where it needed none. */
  readonly leansOn: string;
}

export type Understanding =
  | {
      readonly kind: 'questions';
      /** The message, normalised, without who says so. */
      readonly text: string;
      readonly questions: readonly [Question, ...Question[]];
      /** What is to be made of the figures of the two questions; null where each stands for itself. */
      readonly comparison: 'difference' | 'sum' | null;
      /** The two things compared in one question; null where nothing is compared. */
      readonly joint: Question | null;
      /**
       * For each question what may be meant where it has no answer, as one about what was asked before: itself where it
       * left its subject out; null for none.
       */
      readonly instead: readonly (Question | null)[];
      /** The two things that the one question asks of, each by itself; empty where it asks of one. */
      readonly sides: readonly Question[];
    }
  | { readonly kind: 'smalltalk'; readonly reason: SmallTalk['reason']; readonly language: Language }
  /** English without a term that a report could speak of; still to be read for what it wants. */
  | { readonly kind: 'foreign'; readonly text: string; readonly language: Language }
  | { readonly kind: 'no'; readonly reason: RefusalReason; readonly language: Language };

export interface Reader {
  /** Cuts a text into words. */
  readonly segment: (text: string) => readonly string[];
  /** Of the report whose 今年 is meant. */
  readonly facts: ReportFacts;
  /** The question and its wordings by the reports' own terms. */
  readonly wordings: (question: string) => [string, ...string[]];
}

/** What is left of characters read in another encoding: 锟斤拷. */
const BROKEN = /锟斤拷|烫{3}|屯{3}|\uFFFD{2}/u;

export type Understood = Extract<Understanding, { kind: 'questions' }>;

/** Raw text and history → the questions it asks, each standing alone, small talk, or a "no" that needs no search. */
export function understand(raw: string, history: readonly Turn[], reader: Reader): Understanding {
  const text = withoutHearsay(normalise(raw));
  const language = languageOf(text);
  if (text === '')
    return { kind: 'no', reason: raw.trim() === '' ? 'empty' : 'not-understood', language: 'zh' };
  if (text.length > LONGEST_QUESTION) return { kind: 'no', reason: 'too-long', language };
  const smallTalk = recogniseSmallTalk(text);
  if (smallTalk !== null) return { kind: 'smalltalk', reason: smallTalk, language };
  if (isAbuse(text)) return { kind: 'smalltalk', reason: 'abuse', language };
  if (!/[\p{Script=Han}a-z]/iu.test(text) || BROKEN.test(text))
    return { kind: 'no', reason: 'not-understood', language };
  const find = (words: string) => contentWords(words, reader.segment);
  const asked = { kind: 'questions', text, comparison: null, joint: null, instead: [], sides: [] } as const;
  const plain = ofTheReport(withoutStages(text));
  const compared = language === 'en' ? null : splitComparison(plain, find);
  const comparison = compared === null || compared.kind === 'each' ? null : compared.kind;
  const read = (resolved: Resolved) => readQuestion(raw, resolved, language, reader);
  const readPart = (part: ResolvedPart) => ({ ...read(part), leansOn: part.leansOn });
  if (compared !== null && comparison !== null) {
    const [first, second] = compared.questions.map((side) => read({ text: side, ordinal: null }));
    const joint = read({ text: compared.joint, ordinal: null });
    return { ...asked, questions: [first as Question, second as Question], comparison, joint };
  }
  const parts = language === 'en' ? [translateQuestion(text)] : splitQuestions(plain, find);
  if (parts[0] === '') return { kind: 'foreign', text, language };
  const resolved = resolveParts(parts, earlierQuestion(history, find), find);
  return {
    ...asked,
    questions: resolved.map(readPart) as [Question, ...Question[]],
    instead: resolved.map(({ instead }) =>
      instead === undefined ? null : read({ text: instead, ordinal: null }),
    ),
    sides:
      compared === null || parts.length > 1
        ? []
        : compared.questions.map((side) => read({ text: side, ordinal: null })),
  };
}

/** Each part of a message, standing alone; what is asked in one breath is as a rule about one thing. */
function resolveParts(
  parts: readonly string[],
  earlier: string | null,
  find: FindContentWords,
): readonly ResolvedPart[] {
  const [first = ''] = parts;
  const resolved: ResolvedPart[] = [];
  for (const [index, words] of parts.entries()) {
    const previous = resolved.at(-1)?.text ?? earlier;
    // The year said first holds for what follows in the same breath.
    const hasTime = timeWords(words).length > 0 || asksOfNow(words) || /[今明昨后]天/.test(words);
    const asked = previous === null ? words : inUnitOf(previous, words);
    const part = index > 0 && !hasTime ? timeFor(asked, first) + asked : asked;
    if (index === 0 || previous === null) {
      const alone = standAlone(part, previous, find);
      const leans = alone.text !== part || alone.leaning !== undefined;
      resolved.push({ ...alone, leansOn: leans ? (previous ?? '') : '' });
      continue;
    }
    const named = resolved.findLast(({ text }) => topicsOf(text, find) > 1)?.text ?? previous;
    const whole = withSubjectOf(part, named, find);
    const alone = whole === null ? standAlone(part, previous, find) : { text: whole, ordinal: null };
    // Also where it could stand alone.
    const leans = whole === null && topicsOf(part, find) <= 1;
    const leaning = leans ? behindSubjectOf(part, named, find) : null;
    resolved.push({
      ...alone,
      leansOn: alone.text !== part || leaning !== null ? previous : '',
      ...(leaning === null ? {} : { leaning }),
      ...(leaning === null || alone.text !== part ? {} : { instead: leaning }),
      ...(whole === null ? {} : { instead: whole }),
    });
  }
  return resolved;
}

/** The time of the first part for one without: a stretch of years only for what has figures. */
function timeFor(part: string, first: string): string {
  const isFigure = readAskedKind(part) === 'figure';
  return timeWords(first)
    .filter((time) => isFigure || !/[五5](?:年|["”]|时期|期间|末|$)/u.test(time))
    .join('和');
}

function topicsOf(text: string, find: FindContentWords): number {
  return find(withoutTime(text)).filter(namesTopic).length;
}

function readQuestion(
  raw: string,
  { text, ordinal, onward, leaning }: Resolved,
  language: Language,
  reader: Reader,
): Question {
  const focused = focusQuestion(text);
  const compared = yearsCompared(focused, (words) => contentWords(words, reader.segment));
  const searched = compared ?? focused;
  const place = ownPlace(reader.facts);
  const bare = reader.wordings(searched).map((wording) => withoutFrame(wording, place) || wording);
  return {
    raw,
    text: focused,
    wordings: [
      searched,
      ...bare.filter((wording) => wording !== searched),
      ...(focused === text ? [] : [text]),
      ...(leaning === undefined ? [] : new Set([leaning, withoutFrame(leaning, place) || leaning])),
    ],
    ordinal,
    onward: onward ?? '',
    asks: compared === null ? readAskedKind(focused) : 'figure',
    time: readTimeFrame(focused === text || timeWords(focused).length > 0 ? focused : text, reader.facts),
    language,
  };
}

/** The last earlier question, itself resolved against those before it; null where there is none. */
function earlierQuestion(history: readonly Turn[], find: FindContentWords): string | null {
  let previous: string | null = null;
  for (const turn of history.slice(-REMEMBERED_TURNS)) {
    const text = withoutHearsay(normalise(turn.question));
    if (text === '' || text.length > LONGEST_QUESTION || recogniseSmallTalk(text) !== null || isAbuse(text))
      continue;
    const asked = languageOf(text) === 'en' ? translateQuestion(text) : text;
    if (asked === '') continue;
    const alone: Resolved = standAlone(asked, previous, find);
    // 建在哪 names nothing that the next message could lean on, and 入驻了多少企业 not who they are with.
    const isTopic = topicsOf(alone.text, find) > 1 && !opensWithVerb(alone.text, find);
    previous = isTopic ? alone.text : (alone.leaning ?? alone.text);
  }
  return previous;
}

/** The message with what it leans on, or as it is where the two together are longer than any message may be. */
function standAlone(text: string, previous: string | null, find: FindContentWords): Resolved {
  const resolved = resolveFollowUp(text, previous, find);
  return resolved.text.length > LONGEST_QUESTION ? { text, ordinal: null } : resolved;
}

/** English where Latin words outweigh Han characters; one word alone where it is no abbreviation: toilets. */
function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[a-z]+/gi) ?? [];
  const isWord = latin.length >= 2 || /^\W*[a-z]{5,}\W*$/i.test(text);
  return isWord && latin.length > han ? 'en' : 'zh';
}
