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
  /** How often each question is timed, after one round that only warms up. */
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
  const timings: Timing[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, question] of questions.entries()) {
      const timing = await timeOne(question, round);
      if (round > 0) timings.push(timing);
      options.progressed(round * questions.length + index + 1, (rounds + 1) * questions.length);
    }
  }
  return timings;

  async function timeOne(question: string, round: number): Promise<Timing> {
    // Outside the clock: the texts of the passes are known from the trace.
    const { trace } = await answerQuestion(question, []);
    const texts = Object.hasOwn(trace.stages, 'retrieve') ? (trace.question?.wordings ?? []) : [];
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
