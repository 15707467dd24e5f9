import type { AnswerQuestion } from '../src/domain/trace.ts';
import type { BareModel } from './bare-model.ts';
import type { TutorialReply } from './tutorial-stack.ts';

/** What one question took, in milliseconds. */
export interface Timing {
  readonly answer: number;
  /** By stage; a stage that did not run is missing. */
  readonly stages: Readonly<Record<string, number>>;
  readonly tutorial: number;
  /** The bare model's passes, one a wording (of several questions in a message, the first's); none where nothing is searched. */
  readonly passes: readonly number[];
}

export interface TimeAnswersOptions {
  readonly questions: readonly string[];
  /** How often each question is timed, after one round that warms up and tells the texts of the passes. */
  readonly rounds: number;
  readonly answerQuestion: AnswerQuestion;
  readonly tutorialReply: TutorialReply;
  readonly bareModel: BareModel;
  readonly progressed: (done: number, total: number) => void;
}

/**
 * Asks each question of ours, of the tutorial stack and of the bare model right after one another, so that what
 * else the machine does falls on all three; who begins changes from round to round.
 */
export async function timeAnswers(options: TimeAnswersOptions): Promise<readonly Timing[]> {
  const { questions, rounds, answerQuestion, tutorialReply, bareModel } = options;
  const texts: (readonly string[])[] = [];
  for (const question of questions) {
    const { trace } = await answerQuestion(question, []);
    await tutorialReply(question);
    texts.push(Object.hasOwn(trace.stages, 'retrieve') ? (trace.question?.wordings ?? []) : []);
  }
  await bareModel.time(texts.flat());

  const timings: Timing[] = [];
  const total = rounds * questions.length;
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, question] of questions.entries()) {
      timings.push(await timeOne(question, texts[index] ?? [], round));
      options.progressed(timings.length, total);
    }
  }
  return timings;

  async function timeOne(question: string, texts: readonly string[], round: number): Promise<Timing> {
    let answer = 0;
    let stages: Timing['stages'] = {};
    let tutorial = 0;
    let passes: readonly number[] = [];
    const steps = [
      async () => {
        const started = performance.now();
        const answered = await answerQuestion(question, []);
        answer = performance.now() - started;
        stages = answered.trace.stages;
      },
      async () => {
        const started = performance.now();
        await tutorialReply(question);
        tutorial = performance.now() - started;
      },
      async () => {
        passes = await bareModel.time(texts);
      },
    ];
    const first = round % steps.length;
    for (const step of [...steps.slice(first), ...steps.slice(0, first)]) await step();
    return { answer, stages, tutorial, passes };
  }
}
