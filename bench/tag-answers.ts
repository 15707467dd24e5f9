import type { AnswerQuestion } from '../src/domain/trace.ts';

/** What the tags have shown. */
export interface TagCounts {
  /** How often each message was run. */
  readonly runs: ReadonlyMap<string, number>;
  /** Histories that held another person's turn. */
  readonly strangeTurns: number;
  /** Histories that lacked a turn of the person's own. */
  readonly missingTurns: number;
}

const TAG = /#(\d+)-(\d+)#/gu;
const TURNS_KEPT = 4;

export function tagOf(person: number, turn: number): string {
  return `#${person}-${turn}#`;
}

/** Whether a tag is of a message of this person's. */
export function isOf(tag: string, person: number): boolean {
  return numbersOf(tag)[0] === person;
}

/** Every tag in a text. */
export function tagsIn(text: string): readonly string[] {
  return text.match(TAG) ?? [];
}

/**
 * Wraps `answerQuestion` so that every answer carries the tag of its question, and checks whose turns it is given.
 * The question itself is asked without its tag.
 */
export function tagAnswers(answerQuestion: AnswerQuestion): {
  readonly answerQuestion: AnswerQuestion;
  readonly counts: () => TagCounts;
} {
  const runs = new Map<string, number>();
  let strangeTurns = 0;
  let missingTurns = 0;
  return {
    counts: () => ({ runs, strangeTurns, missingTurns }),
    async answerQuestion(raw, history) {
      const [tag = ''] = tagsIn(raw);
      const [person, turn] = numbersOf(tag);
      runs.set(tag, (runs.get(tag) ?? 0) + 1);
      const before = history.map(({ question }) => numbersOf(tagsIn(question)[0] ?? ''));
      if (before.some(([other]) => other !== person)) strangeTurns += 1;
      else if (before.length !== Math.min(turn - 1, TURNS_KEPT)) missingTurns += 1;
      const turns = history.map(({ question, ...rest }) => ({ question: withoutTags(question), ...rest }));
      const answered = await answerQuestion(withoutTags(raw), turns);
      const { answer } = answered;
      return { ...answered, answer: { ...answer, statement: `${answer.statement}${tag}` } };
    },
  };
}

function withoutTags(text: string): string {
  return text.replace(TAG, '');
}

function numbersOf(tag: string): readonly [number, number] {
  const [, person, turn] = /#(\d+)-(\d+)#/u.exec(tag) ?? [];
  return [Number(person), Number(turn)];
}
