import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../domain/case.ts';
import type { Report } from '../domain/report.ts';
import { messageOf, WenbaoError } from '../errors.ts';
import { formatAccepted, readAccepted, reportFingerprint, toAccepted } from './accepted-run.ts';
import { belowFloors, readFloors } from './check-floors.ts';
import type { EvaluateOptions } from './evaluate-arguments.ts';
import type { EvaluateCollaborators } from './evaluate-collaborators.ts';
import { findFlips } from './find-flips.ts';
import { type FrozenReply, formatFrozenRun, parseFrozenRun } from './frozen-run.ts';
import { generateReplies } from './generate-replies.ts';
import { ACCEPTED_FILE, readCases } from './read-cases.ts';
import { renderFlips } from './render-flips.ts';
import { renderHtml } from './render-html.ts';
import { renderJunit } from './render-junit.ts';
import { renderTable } from './render-table.ts';
import { scoreCase } from './score-case.ts';
import type { ScoredCase } from './scored-case.ts';
import { showProgress } from './show-progress.ts';
import { summarise } from './summarise.ts';
import { writeAtomically } from './write-atomically.ts';

/** Evaluates one report's cases and writes its results; 1 where something accepted broke or a floor is missed. */
export async function evaluateReport(
  report: Report,
  options: EvaluateOptions,
  collaborators: EvaluateCollaborators,
): Promise<number> {
  const { write } = collaborators.output;
  const folder = join(options.seeds, report.id);
  const results = join(options.out, report.id);
  const fingerprint = reportFingerprint(report.text);
  const cases = chooseCases(await readCases(options.seeds, report), options);
  // Everything that can be wrong with the files is found before the first question is asked.
  const floors = options.floors ? await readFloors(join(folder, 'floors.json')) : null;
  const accepted = await readAccepted(join(folder, ACCEPTED_FILE), fingerprint);

  const replies =
    options.answers === null
      ? await generate(cases, collaborators)
      : await readReplies(options.answers, cases);
  if (options.answers === null) {
    await writeAtomically(join(results, 'answers.jsonl'), formatFrozenRun(replies, options.times));
  }
  if (options.generateOnly) {
    write(`${replies.length} replies kept in ${join(results, 'answers.jsonl')}\n`);
    return 0;
  }

  const scored = score(cases, replies, report);
  const kept = options.times
    ? scored
    : scored.map((own) => ({ ...own, reply: { ...own.reply, latencyMs: null } }));
  const summary = summarise(kept);
  const comparison = findFlips(kept, accepted);
  const missed = floors === null ? [] : belowFloors(summary, floors, options.classes.length === 0);
  await writeAtomically(join(results, 'junit.xml'), renderJunit(kept));
  await writeAtomically(join(results, 'scores.json'), `${JSON.stringify(summary, null, 2)}\n`);
  await writeAtomically(
    join(results, 'report.html'),
    renderHtml({ report, fingerprint, scored: kept, summary, accepted, comparison, missed }),
  );

  write(
    `${report.id}: ${cases.length} cases\n\n${renderTable(summary)}\n${renderFlips(comparison, accepted.size)}`,
  );
  for (const line of missed) write(`below the floor: ${line}\n`);
  write(`full report: ${join(results, 'report.html')}\n`);
  if (collaborators.signal.aborted) throw new WenbaoError('interrupted', 'Stopped; nothing was accepted.');
  if (options.accept) {
    const recorded = new Map(accepted);
    for (const own of kept) recorded.set(own.case.id, toAccepted(own, fingerprint));
    await writeAtomically(join(folder, ACCEPTED_FILE), formatAccepted(recorded.values()));
    write(`${kept.length} replies accepted in ${join(folder, ACCEPTED_FILE)}\n`);
  }
  const broke = !options.accept && comparison.flips.some(({ kind }) => kind === 'broken');
  return broke || missed.length > 0 ? 1 : 0;
}

function chooseCases(cases: readonly Case[], { split, classes }: EvaluateOptions): readonly Case[] {
  const known = [...new Set(cases.map((asked) => asked.class))].sort();
  const unknown = classes.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new WenbaoError(
      'usage',
      `--class ${unknown.join(', ')}: no such class (there are ${known.join(', ')}).`,
    );
  }
  const chosen = cases.filter(
    (asked) =>
      (split === 'all' || asked.split === split) && (classes.length === 0 || classes.includes(asked.class)),
  );
  if (chosen.length === 0)
    throw new WenbaoError('usage', `No case of ${classes.join(', ')} is in the ${split} split.`);
  return chosen;
}

async function generate(
  cases: readonly Case[],
  collaborators: EvaluateCollaborators,
): Promise<readonly FrozenReply[]> {
  const progress = showProgress(collaborators.output.progress, cases.length);
  try {
    return await generateReplies(cases, { ...collaborators, progressed: progress.update });
  } finally {
    progress.stop();
  }
}

async function readReplies(path: string, cases: readonly Case[]): Promise<readonly FrozenReply[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new WenbaoError('cases', `Cannot read the kept run ${path}: ${messageOf(cause)}`, cause);
  });
  const replies = parseFrozenRun(text, path);
  const missing = cases.filter(({ id }) => !replies.has(id));
  if (missing.length > 0) {
    const shown = missing.slice(0, 3).map(({ id }) => id);
    throw new WenbaoError(
      'cases',
      `${path} has no reply to ${missing.length} of ${cases.length} cases (${shown.join(', ')}${missing.length > 3 ? ', …' : ''}). ` +
        'Ask again, or choose the cases it was made from with --split and --class.',
    );
  }
  return cases.flatMap(({ id }) => replies.get(id) ?? []);
}

function score(
  cases: readonly Case[],
  replies: readonly FrozenReply[],
  report: Report,
): readonly ScoredCase[] {
  return cases.flatMap((asked, index) => {
    const reply = replies[index];
    return reply === undefined ? [] : [{ case: asked, reply, verdict: scoreCase(asked, reply, report) }];
  });
}
