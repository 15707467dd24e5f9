import type { ReadIntent } from '../domain/intent.ts';
import type { Question } from '../domain/question.ts';
import { contentWords } from '../question/content-words.ts';
import { type Request, readRequest } from '../question/read-request.ts';
import type { Understood } from '../question/understand.ts';
import type { Outcome } from './join-outcomes.ts';

/** How one question is answered: what else its message may want, and whether it is one of several. */
export type AnswerOne = (
  question: Question,
  asked: { readonly request: Request | null; readonly several: boolean },
) => Promise<Outcome>;

/**
 * Each question of a message. What has no answer may be meant of the thing asked about before; where one sentence
 * tells only of one of two things, each is asked for by itself.
 */
export async function answerParts(
  { questions, instead, sides, comparison }: Understood,
  request: Request | null,
  answerOne: AnswerOne,
  readIntent: ReadIntent,
  segment: (text: string) => readonly string[],
): Promise<readonly [Outcome, ...Outcome[]]> {
  const several = questions.length > 1;
  // Of two questions one may be the report's and the other anybody's; of two things compared both are of one kind.
  const requestOf = async ({ text }: Question) =>
    several && comparison === null ? readRequest(text, await readIntent(text)) : request;
  const outcomes: Outcome[] = [];
  for (const [index, question] of questions.entries()) {
    const outcome = await answerOne(question, { request: await requestOf(question), several });
    const meant = outcome.answer.kind === 'refusal' ? (instead[index] ?? null) : null;
    const other =
      meant === null ? null : await answerOne(meant, { request: await requestOf(meant), several });
    outcomes.push(other?.answer.kind === 'answer' ? other : outcome);
  }
  const [whole] = outcomes as [Outcome, ...Outcome[]];
  if (sides.length === 0 || tellsOfBoth(whole, sides, segment)) return outcomes as [Outcome, ...Outcome[]];
  const apart: Outcome[] = [];
  for (const side of sides) apart.push(await answerOne(side, { request, several: true }));
  return apart.some(({ answer }) => answer.kind === 'answer') ? (apart as [Outcome, ...Outcome[]]) : [whole];
}

/** An answer that has words of the one thing alone does not tell of the other; one that has none may tell of both in its own. */
function tellsOfBoth(
  { answer }: Outcome,
  sides: readonly Question[],
  segment: (text: string) => readonly string[],
): boolean {
  if (answer.kind === 'refusal') return false;
  const told = answer.citations.map(({ quote, headingPath }) => quote + headingPath.join()).join();
  const words = sides.map(({ wordings }) => contentWords(wordings.join(), segment).map(({ word }) => word));
  const [first, second] = words.map((own, index) =>
    own.some((word) => word.length > 1 && told.includes(word) && !words[1 - index]?.includes(word)),
  );
  return first === second;
}
