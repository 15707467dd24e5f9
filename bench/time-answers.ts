import type { AnswerQuestion } from '../src/domain/trace.ts';
import type { BareModels, ModelInputs, ModelPasses } from './bare-models.ts';
import type { TutorialReply } from './tutorial-stack.ts';

/** What one question took, in milliseconds. */
export interface Timing {
  readonly answer: number;
  /** By stage; a stage that did not run is missing. */
  readonly stages: Readonly<Record<string, number>>;
  readonly tutorial: number;
  /** What the same models take for what they read for this question. */
  readonly passes: ModelPasses;
}

export interface TimeAnswersOptions {
  readonly questions: readonly string[];
  /** How often each question is timed, after one round that warms up and tells what the models read. */
  readonly rounds: number;
  readonly answerQuestion: AnswerQuestion;
  /** What the models have read since it was called last. */
  readonly taken: () => ModelInputs;
  readonly tutorialReply: TutorialReply;
  readonly bareModels: BareModels;
  readonly progressed: (done: number, total: number) => void;
}

const NOTHING: ModelInputs = { texts: [], pairs: [] };

/**
 * Asks each question of ours, of the tutorial stack and of the bare models right after one another, so that what
 * else the machine does falls on all three; who begins changes from round to round.
 */
export async function timeAnswers(options: TimeAnswersOptions): Promise<readonly Timing[]> {
  const { questions, rounds, answerQuestion, taken, tutorialReply, bareModels } = options;
  const inputs: ModelInputs[] = [];
  taken();
  for (const question of questions) {
    await answerQuestion(question, []);
    inputs.push(taken());
    await tutorialReply(question);
    await bareModels.time(inputs.at(-1) ?? NOTHING);
  }

  const timings: Timing[] = [];
  const total = rounds * questions.length;
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, question] of questions.entries()) {
      timings.push(await timeOne(question, inputs[index] ?? NOTHING, round));
      options.progressed(timings.length, total);
    }
  }
  return timings;

  async function timeOne(question: string, inputs: ModelInputs, round: number): Promise<Timing> {
    let answer = 0;
    let stages: Timing['stages'] = {};
    let tutorial = 0;
    let passes: ModelPasses = { encoder: [], reader: [] };
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
        passes = await bareModels.time(inputs);
      },
    ];
    const first = round % steps.length;
    for (const step of [...steps.slice(first), ...steps.slice(0, first)]) await step();
    return { answer, stages, tutorial, passes };
  }
}
