/**
 * `npm run ablation`: each stage and feature off in turn, what that costs in points and saves in milliseconds, as the
 * table of docs/answer-quality.md. Takes the options of `calibrate`.
 */
import { execFileSync } from 'node:child_process';
import { closeParts, loadParts } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { readAllCases } from '../src/evaluation/read-cases.ts';
import { parseCalibrateArguments } from '../src/evaluation/run-calibrate.ts';
import { rememberEncodings } from '../src/models/remember-encodings.ts';
import { ABLATIONS, type Ablation, NOTHING_OFF } from './ablations.ts';
import { type AblationResult, renderAblation } from './render-ablation.ts';
import { sampleCases } from './sample-cases.ts';
import { scoreAblation } from './score-ablation.ts';
import { showStep } from './show-step.ts';
import { timeAblation } from './time-ablation.ts';
import { wireAblation } from './wire-ablation.ts';

const TIMED = 60;
const ROUNDS = 3;

const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const { seeds, maxFalseAnswer } = parseCalibrateArguments(process.argv.slice(2));
const { parts } = await loadParts(readConfig(process.env), {
  say: (line) => process.stderr.write(`${line}\n`),
});
try {
  const cases = await readAllCases(seeds, parts.reports);
  const questions = sampleCases(cases, TIMED).map(({ question }) => question);
  // The same texts are read over and over; where times are taken they are not known before.
  const remembering = { ...parts, encoder: rememberEncodings(parts.encoder, Number.POSITIVE_INFINITY) };
  const everything = wireAblation(parts, NOTHING_OFF);
  const measure = async (ablation: Ablation): Promise<AblationResult> => {
    showStep(`Without ${ablation.name}`);
    const scores = await scoreAblation(remembering, ablation, cases, maxFalseAnswer);
    const times = await timeAblation(questions, ROUNDS, everything, wireAblation(parts, ablation));
    return { name: ablation.name, ...scores, times };
  };
  const whole = await measure(NOTHING_OFF);
  const results: AblationResult[] = [];
  for (const ablation of ABLATIONS) results.push(await measure(ablation));
  showStep('');
  const dev = cases.filter(({ split }) => split === 'dev').length;
  process.stdout.write(
    `\`npm run ablation\` on ${new Date().toISOString().slice(0, 10)}, commit ${commit}: ${dev} dev and ${cases.length - dev} test cases, ${questions.length} of them timed.\n\n${renderAblation(whole, results)}`,
  );
} finally {
  await closeParts(parts);
}
