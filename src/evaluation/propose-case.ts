import type { Answer } from '../domain/answer.ts';
import type { CaseDraft } from '../domain/case.ts';
import type { AskedKind, Turn } from '../domain/question.ts';
import type { Report } from '../domain/report.ts';
import type { Answered } from '../domain/trace.ts';
import { claimedFigures } from './claimed-figures.ts';
import { holds } from './fold-text.ts';

const CLASS_OF_ASKED: Readonly<Record<AskedKind, string>> = {
  figure: 'figure',
  list: 'list',
  person: 'who-where-which',
  time: 'who-where-which',
  place: 'who-where-which',
  which: 'who-where-which',
  yesno: 'yesno',
  done: 'done-planned',
  planned: 'done-planned',
  why: 'everyday',
  how: 'everyday',
  general: 'everyday',
};
const OF_ITS_OWN = ['errand', 'opinion', 'off-topic', 'injection'];

/** The case that holds an answer for right: what staff are shown and may change. Null for a failure. */
export function proposeCase(
  question: string,
  history: readonly Turn[],
  { answer, trace }: Answered,
  reportId: string,
): CaseDraft | null {
  if (answer.kind === 'failure') return null;
  const grounded = answer.kind === 'answer' || answer.kind === 'partial' ? answer : null;
  const quotes = (grounded?.citations ?? [])
    .filter((citation) => citation.reportId === reportId)
    .map(({ quote }) => quote);
  return {
    reportId,
    class: proposeClass(answer, history, trace.question?.asks ?? 'general', trace.question?.language ?? 'zh'),
    question,
    history,
    kinds: [answer.kind],
    reasons: 'reason' in answer ? [answer.reason] : [],
    must: grounded === null ? [] : proposeMust(grounded.statement, quotes),
    mustNot: [],
    evidence: [...new Set(quotes)],
    note: '',
  };
}

function proposeClass(
  answer: Exclude<Answer, { readonly kind: 'failure' }>,
  history: readonly Turn[],
  asks: AskedKind,
  language: 'zh' | 'en',
): string {
  if (answer.kind === 'smalltalk') return 'smalltalk';
  if (answer.kind === 'refusal') return OF_ITS_OWN.includes(answer.reason) ? answer.reason : 'near-topic';
  if (history.length > 0) return 'follow-up';
  return language === 'en' ? 'english' : CLASS_OF_ASKED[asks];
}

/** The members of a list, else the figures that are no years, else the quotes. */
function proposeMust(statement: string, quotes: readonly string[]): readonly (readonly string[])[] {
  const members = [...statement.matchAll(/^\d+\. (.+?)(?:（[^（）]*）)?$/gmu)].map(
    ([, member]) => member ?? '',
  );
  if (members.length > 1) return members.map((member) => [member]);
  const figures = claimedFigures(statement)
    .filter(({ number, unit }) => !(unit === '年' && number.length === 4))
    .map(({ start, end, unit }) => {
      const letters = /^[a-z]+/iu.exec(statement.slice(end))?.[0] ?? '';
      const follows = statement.slice(end, end + unit.length);
      return statement.slice(start, end) + (follows.toLowerCase() === unit ? follows || letters : '');
    });
  return [...new Set(figures.length > 0 ? figures : quotes)].map((words) => [words]);
}

/**
 * Words of the report that prove what a right answer must hold: the fewest clauses of one sentence that hold all
 * of it, else such clauses for each item; empty where an item stands nowhere.
 */
export function findEvidence(must: CaseDraft['must'], report: Report): readonly string[] {
  const whole = shortestRun(must, report);
  if (whole !== null) return [whole];
  const runs = must.map((item) => shortestRun([item], report));
  return runs.some((run) => run === null) ? [] : [...new Set(runs.flatMap((run) => run ?? []))];
}

function shortestRun(must: CaseDraft['must'], report: Report): string | null {
  const holdsAll = (text: string) => must.every((item) => item.some((words) => holds(text, words)));
  let shortest: string | null = null;
  for (const { start, end } of report.sentences) {
    const text = report.text.slice(start, end);
    if (!holdsAll(text)) continue;
    const clauses = [...text.matchAll(/[^，；。]+[，；。]*/gu)];
    for (const [first, from] of clauses.entries()) {
      const run = clauses
        .slice(first)
        .map((to) => text.slice(from.index, to.index + to[0].length).replace(/[，；。]+$/u, ''))
        .find(holdsAll);
      if (run !== undefined && (shortest === null || run.length < shortest.length)) shortest = run;
    }
  }
  return shortest;
}
