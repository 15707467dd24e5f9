import type { RefusalReason, SmallTalk } from '../domain/answer.ts';
import type { Language, Question, Turn } from '../domain/question.ts';
import type { ReportFacts } from '../domain/report.ts';
import { normalise } from '../text/normalise.ts';
import { type ContentWord, contentWords, namesTopic } from './content-words.ts';
import { subjectBefore } from './earlier-topic.ts';
import { focusQuestion } from './focus-question.ts';
import { readAskedKind } from './read-asked-kind.ts';
import { readTimeFrame } from './read-time-frame.ts';
import { isAbuse } from './recognise-abuse.ts';
import { recogniseSmallTalk } from './recognise-small-talk.ts';
import { type Resolved, resolveFollowUp } from './resolve-follow-up.ts';
import { type Comparison, splitComparison } from './split-comparison.ts';
import { splitQuestions } from './split-questions.ts';
import { timeWords } from './time-words.ts';
import { translateQuestion } from './translate-question.ts';
import { ownPlace, withoutFrame } from './without-frame.ts';

/** Longest message that is read, in UTF-16 units after normalising. */
const LONGEST_QUESTION = 300;
/** How many earlier turns may be leaned on. */
const REMEMBERED_TURNS = 4;

export type Understanding =
  | {
      readonly kind: 'questions';
      /** The message, normalised. */
      readonly text: string;
      readonly questions: readonly [Question, ...Question[]];
      /** What is to be made of the figures of the two questions; null where each stands for itself. */
      readonly comparison: Comparison['kind'] | null;
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

/** Raw text and history → the questions it asks, each standing alone, small talk, or a "no" that needs no search. */
export function understand(raw: string, history: readonly Turn[], reader: Reader): Understanding {
  const text = normalise(raw);
  const language = languageOf(text);
  if (text === '')
    return { kind: 'no', reason: raw.trim() === '' ? 'empty' : 'not-understood', language: 'zh' };
  if (text.length > LONGEST_QUESTION) return { kind: 'no', reason: 'too-long', language };
  const smallTalk = recogniseSmallTalk(text);
  if (smallTalk !== null) return { kind: 'smalltalk', reason: smallTalk, language };
  if (isAbuse(text)) return { kind: 'smalltalk', reason: 'abuse', language };
  if (!/[\p{Script=Han}a-z]/iu.test(text)) return { kind: 'no', reason: 'not-understood', language };
  const find = (words: string) => contentWords(words, reader.segment);
  const comparison = language === 'en' ? null : splitComparison(text, find);
  const parts =
    comparison?.questions ?? (language === 'en' ? [translateQuestion(text)] : splitQuestions(text, find));
  if (parts[0] === '') return { kind: 'foreign', text, language };
  let previous = earlierQuestion(history, find);
  const questions: Question[] = [];
  for (const [index, words] of parts.entries()) {
    // The year said first holds for what follows in the same breath.
    const part =
      index > 0 && timeWords(words).length === 0 ? timeWords(parts[0] ?? '').join('和') + words : words;
    const resolved = comparison === null ? standAlone(part, previous, find) : { text: part, ordinal: null };
    // What is asked in one breath is as a rule about one thing, also where the second part could stand alone.
    const leans =
      index > 0 && previous !== null && comparison === null && find(part).filter(namesTopic).length <= 1;
    const leaning = leans ? { leaning: subjectBefore(part, previous ?? '', find) } : {};
    const leansOn = resolved.text !== part || resolved.leaning !== undefined ? (previous ?? '') : '';
    questions.push({ ...readQuestion(raw, { ...resolved, ...leaning }, language, reader), leansOn });
    previous = resolved.text;
  }
  return {
    kind: 'questions',
    text,
    questions: questions as [Question, ...Question[]],
    comparison: comparison?.kind ?? null,
  };
}

function readQuestion(
  raw: string,
  { text, ordinal, onward, leaning }: Resolved,
  language: Language,
  reader: Reader,
): Question {
  const focused = focusQuestion(text);
  const place = ownPlace(reader.facts);
  const bare = reader.wordings(focused).map((wording) => withoutFrame(wording, place) || wording);
  return {
    raw,
    text: focused,
    wordings: [
      focused,
      ...bare.filter((wording) => wording !== focused),
      ...(focused === text ? [] : [text]),
      ...(leaning === undefined ? [] : new Set([leaning, withoutFrame(leaning, place) || leaning])),
    ],
    ordinal,
    onward: onward ?? '',
    asks: readAskedKind(focused),
    time: readTimeFrame(focused === text || timeWords(focused).length > 0 ? focused : text, reader.facts),
    language,
  };
}

/** The last earlier question, itself resolved against those before it; null where there is none. */
function earlierQuestion(
  history: readonly Turn[],
  find: (text: string) => readonly ContentWord[],
): string | null {
  let previous: string | null = null;
  for (const turn of history.slice(-REMEMBERED_TURNS)) {
    const text = normalise(turn.question);
    if (text === '' || text.length > LONGEST_QUESTION || recogniseSmallTalk(text) !== null || isAbuse(text))
      continue;
    previous = standAlone(text, previous, find).text;
  }
  return previous;
}

/** The message with what it leans on, or as it is where the two together are longer than any message may be. */
function standAlone(
  text: string,
  previous: string | null,
  find: (text: string) => readonly ContentWord[],
): Resolved {
  const resolved = resolveFollowUp(text, previous, find);
  return resolved.text.length > LONGEST_QUESTION ? { text, ordinal: null } : resolved;
}

/** English where Latin words outweigh Han characters. */
function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[a-z]+/gi)?.length ?? 0;
  return latin >= 2 && latin > han ? 'en' : 'zh';
}
