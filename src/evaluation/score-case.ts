import { type Answer, type Citation, citationsOf } from '../domain/answer.ts';
import type { Case } from '../domain/case.ts';
import type { Report } from '../domain/report.ts';
import { citesEvidence } from './cites-evidence.ts';
import { foldText, holdsFolded } from './fold-text.ts';
import { lostHedges } from './lost-hedges.ts';
import { mistakenYears } from './mistaken-years.ts';
import { shortenedLists } from './shortened-lists.ts';
import { unsupportedFigures } from './unsupported-figures.ts';

/** What the bot said to a case: the value, and the text a citizen reads (statement and quotes). */
export interface Reply {
  readonly answer: Answer;
  readonly text: string;
}

/** null where a check does not apply to this kind of reply. */
export interface Verdict {
  readonly kindRight: boolean;
  /** Of a refusal or small talk that was right to come. */
  readonly reasonRight: boolean | null;
  readonly mustHeld: boolean | null;
  readonly mustNotHeld: boolean;
  readonly evidenceCited: boolean | null;
  readonly verbatim: boolean | null;
  readonly figuresSupported: boolean | null;
  readonly yearsRight: boolean | null;
  readonly hedgesKept: boolean | null;
  readonly listsWhole: boolean | null;
  /** None of the above is false. */
  readonly passed: boolean;
  /** What is wrong, each in a few words, in the order of the checks. */
  readonly problems: readonly string[];
}

/** Judges one reply. `mustNotHeld` is true where the text is free of what only a wrong answer holds. */
export function scoreCase(asked: Case, reply: Reply, report: Report): Verdict {
  const { answer } = reply;
  const grounded = answer.kind === 'answer' || answer.kind === 'partial' ? answer : null;
  const text = foldText(reply.text);
  const kindRight = answer.kind !== 'failure' && asked.kinds.includes(answer.kind);
  const reason = answer.kind === 'refusal' || answer.kind === 'smalltalk' ? answer.reason : null;
  const reasonWrong =
    kindRight && reason !== null && asked.reasons.length > 0 && !asked.reasons.includes(reason);
  const missing = asked.must.filter((item) => !item.some((words) => holdsFolded(text, foldText(words))));
  const forbidden = asked.mustNot.filter((words) => holdsFolded(text, foldText(words)));
  const quoted = citationsOf(answer);
  const altered = quoted.filter((citation) => !isVerbatim(citation, report));
  const citations = grounded?.citations ?? [];
  const cited = citations.filter(({ reportId }) => reportId === report.id);
  const uncited = asked.evidence.filter((item) => !citesEvidence(item, cited));
  const asking = [asked.question, ...asked.history.map(({ question }) => question)];
  const figures = unsupportedFigures({ text: reply.text, citations, facts: report.facts, asked: asking });
  const statement = grounded?.statement ?? '';
  const years = mistakenYears(statement, citations, report);
  const hedges = lostHedges(statement, citations, report.text);
  const list = shortenedLists(
    asked,
    statement,
    citations.map(({ quote }) => quote),
  );

  const checks = {
    kindRight,
    reasonRight: kindRight && reason !== null && asked.reasons.length > 0 ? !reasonWrong : null,
    mustHeld: grounded === null || asked.must.length === 0 ? null : missing.length === 0,
    mustNotHeld: forbidden.length === 0,
    evidenceCited: grounded === null || asked.evidence.length === 0 ? null : uncited.length === 0,
    verbatim: quoted.length === 0 ? null : altered.length === 0,
    figuresSupported: grounded === null ? null : figures.length === 0,
    yearsRight: grounded === null ? null : years.length === 0,
    hedgesKept: grounded === null ? null : hedges.length === 0,
    listsWhole: grounded === null ? null : list.length === 0,
  };
  const problems = [
    ...(kindRight ? [] : [`is ${kindOf(answer)}, not ${asked.kinds.join(' or ')}`]),
    ...(reasonWrong ? [`reason is ${reason}, not ${asked.reasons.join(' or ')}`] : []),
    ...(checks.mustHeld === false ? missing.map((item) => `lacks “${item.join('” or “')}”`) : []),
    ...forbidden.map((words) => `holds “${words}”`),
    ...(checks.evidenceCited === false ? uncited.map((item) => `does not cite “${item[0].text}”`) : []),
    ...altered.map(({ quote }) => `quote is not in the report as cited: “${quote}”`),
    ...(grounded === null
      ? []
      : [
          ...figures.map((figure) => `figure in no quote: ${figure}`),
          ...years.map((year) => `year: ${year}`),
          ...hedges.map((hedge) => `lost hedge: ${hedge}`),
          ...list.map((item) => `list without “${item}”`),
        ]),
  ];
  return { ...checks, passed: Object.values(checks).every((check) => check !== false), problems };
}

function isVerbatim(citation: Citation, report: Report): boolean {
  // A quote of another report cannot be checked here, and a case is about one report.
  if (citation.reportId !== report.id || citation.quote === '') return false;
  return report.text.slice(citation.start, citation.end) === citation.quote;
}

function kindOf(answer: Answer): string {
  return answer.kind === 'refusal' || answer.kind === 'failure'
    ? `${answer.kind} (${answer.reason})`
    : answer.kind;
}
