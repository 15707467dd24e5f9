import type { ReadIntent } from '../domain/intent.ts';
import type { Question } from '../domain/question.ts';
import type { Sentence } from '../domain/report.ts';
import { contentWords } from '../question/content-words.ts';
import { type Request, readRequest } from '../question/read-request.ts';
import type { Understood } from '../question/understand.ts';
import { askedUnitKind } from '../text/unit-kinds.ts';
import type { Judged } from './decide.ts';
import type { Outcome } from './join-outcomes.ts';
import { quotedText } from './read-candidate.ts';

/** How one question is answered. */
export interface Asked {
  /** What else its message may want. */
  readonly request: Request | null;
  /** Whether it is one of several of a message. */
  readonly several: boolean;
  /** The one sentence that is known to answer. */
  readonly within?: Sentence;
}

/** What the parts of a message are answered with. */
export interface Ways {
  readonly answerOne: (question: Question, asked: Asked) => Promise<Outcome>;
  readonly judgeOne: (question: Question) => Promise<readonly Judged[]>;
  readonly readIntent: ReadIntent;
  /** Cuts a text into words. */
  readonly segment: (text: string) => readonly string[];
}

type Outcomes = readonly [Outcome, ...Outcome[]];

/**
 * Each question of a message. What has no answer may be meant of the thing asked about before; where one sentence
 * tells only of one of two things, each is asked for by itself.
 */
export async function answerParts(
  { questions, instead, sides, comparison, joint }: Understood,
  request: Request | null,
  { answerOne, judgeOne, readIntent, segment }: Ways,
): Promise<Outcomes> {
  const row = joint === null ? null : rowOfBoth(await judgeOne(joint), questions, segment);
  if (row !== null) return answerEach(questions, { request, several: true, within: row });
  const several = questions.length > 1;
  // Of two questions one may be the report's and the other anybody's; of two things compared both are of one kind.
  const requestOf = async ({ text }: Question) =>
    several && comparison === null ? readRequest(text, await readIntent(text)) : request;
  const outcomes: Outcome[] = [];
  for (const [index, question] of questions.entries()) {
    const wanted = await requestOf(question);
    const asked = index > 0 && wanted !== null ? asItStands(question) : question;
    const outcome = await answerOne(asked, { request: wanted, several });
    const meant = outcome.answer.kind === 'refusal' ? (instead[index] ?? null) : null;
    const other = meant === null ? null : await answerMeant(meant, question, outcomes.at(-1));
    outcomes.push(other?.answer.kind === 'answer' ? other : outcome);
  }
  const [whole] = outcomes as [Outcome, ...Outcome[]];
  if (sides.length === 0 || tellsOfBoth(whole, sides, segment)) return outcomes as [Outcome, ...Outcome[]];
  const apart = await answerEach(sides, { request, several: true });
  return apart.some(({ answer }) => answer.kind === 'answer') ? apart : [whole];

  async function answerMeant(
    meant: Question,
    question: Question,
    before: Outcome | undefined,
  ): Promise<Outcome | null> {
    const how = { request: await requestOf(meant), several };
    if (meant.text !== question.text) {
      const outcome = await answerOne(meant, how);
      return hasItsWords(outcome, question, segment) ? outcome : null;
    }
    const [told] = before?.picks ?? [];
    const within = told?.reading.sentence;
    // 一共花了多少钱 behind 修了几条路: the sentence that told of these tells it, too, by a figure of that kind.
    const tells =
      askedUnitKind(question.text) !== askedUnitKind(before?.question.text ?? '') &&
      (await judgeOne(question)).some(
        ({ reading, able, features }) => reading.sentence === within && able && features.unit === 1,
      );
    return tells && within !== undefined ? answerOne(question, { ...how, within }) : null;
  }

  async function answerEach(asked: readonly Question[], how: Asked): Promise<Outcomes> {
    const each: Outcome[] = [];
    for (const question of asked) each.push(await answerOne(question, how));
    return each as [Outcome, ...Outcome[]];
  }
}

/** The sentence that tells of two things as members of one row (小麦、玉米产量分别增长3%、5%) in all the words of the question; null where none does. */
function rowOfBoth(
  judged: readonly Judged[],
  sides: readonly Question[],
  segment: Ways['segment'],
): Sentence | null {
  const row = judged.find((one) => {
    const told = quotedText(one);
    return (
      one.able &&
      one.reading.words.every(({ isKnown, exact }) => exact || !isKnown) &&
      told.includes('分别') &&
      toldOf(told, sides, segment).every(Boolean)
    );
  });
  return row?.reading.sentence ?? null;
}

/** An answer that has words of the one thing alone does not tell of the other; one that has none may tell of both in its own. */
function tellsOfBoth({ answer }: Outcome, sides: readonly Question[], segment: Ways['segment']): boolean {
  if (answer.kind === 'refusal') return false;
  const told = answer.citations.map(({ quote, headingPath }) => quote + headingPath.join()).join();
  const [first, second] = toldOf(told, sides, segment);
  return first === second;
}

/** What reads like no question to the report is not asked of the thing before it: 几座公厕？明天天气怎么样？ */
function asItStands(question: Question): Question {
  return { ...question, wordings: [question.wordings[0]] };
}

/** What is meant of an earlier thing still tells of what is asked itself: 明天天气怎么样 is not answered by that thing alone. */
function hasItsWords({ answer }: Outcome, { wordings }: Question, segment: Ways['segment']): boolean {
  if (answer.kind === 'refusal') return false;
  const told = answer.citations.map(({ quote }) => quote).join();
  const own = contentWords(wordings.join(), segment).filter(({ word }) => word.length > 1);
  return own.length === 0 || own.some(({ word }) => told.includes(word));
}

/** For each of two things whether a text has a word that only its question has. */
function toldOf(told: string, sides: readonly Question[], segment: Ways['segment']): readonly boolean[] {
  const words = sides.map(({ wordings }) => contentWords(wordings.join(), segment).map(({ word }) => word));
  return words.map((own, index) =>
    own.some((word) => word.length > 1 && told.includes(word) && !words[1 - index]?.includes(word)),
  );
}
