import type { Answer, RefusalReason } from '../domain/answer.ts';
import type { Language, Question, Turn } from '../domain/question.ts';
import type { Report, ReportFacts } from '../domain/report.ts';
import type { AnswerQuestion, Answered, Trace, TracedCandidate } from '../domain/trace.ts';
import { WenbaoError } from '../errors.ts';
import { recogniseRequest } from '../question/recognise-request.ts';
import { understand } from '../question/understand.ts';
import type { Retrieve } from '../retrieval/create-retriever.ts';
import { compose } from './compose.ts';
import { decide, type Judged } from './decide.ts';
import { ground } from './ground.ts';
import type { Judge } from './judge.ts';
import { makeCitation } from './make-citation.ts';
import { failureStatement, refusalStatement, smallTalkStatement } from './messages.ts';

/** What can only be refused, whatever sentence comes near. */
const NEVER_SEARCHED: readonly RefusalReason[] = ['injection', 'privacy', 'emergency', 'off-topic'];

export interface Collaborators {
  readonly retrieve: Retrieve;
  readonly judge: Judge;
  readonly reports: readonly Report[];
  /** Of the report whose 今年 is meant. */
  readonly facts: ReportFacts;
  readonly threshold: number;
  readonly segment: (text: string) => readonly string[];
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Told of every fault that became a Failure. */
  readonly onFault: (fault: unknown) => void;
}

/** understand → retrieve → decide → compose → ground, with the one catch of the whole way. */
export function createAnswerQuestion(collaborators: Collaborators): AnswerQuestion {
  const { facts, now } = collaborators;
  return async (raw, history) => {
    const trace = startTrace(now);
    try {
      return await answer(raw, history, trace);
    } catch (fault) {
      collaborators.onFault(fault);
      const reason = fault instanceof WenbaoError ? fault.code : 'internal';
      return trace.end({ kind: 'failure', reason, statement: failureStatement('zh') }, 'a fault');
    }
  };

  async function answer(raw: string, history: readonly Turn[], trace: OpenTrace): Promise<Answered> {
    const understood = understand(raw, history, { segment: collaborators.segment, facts });
    trace.stage('understand');
    if (understood.kind === 'smalltalk') {
      const { reason, language } = understood;
      return trace.end({ kind: 'smalltalk', reason, statement: smallTalkStatement(reason, facts, language) }, 'small talk');
    }
    if (understood.kind === 'no') return trace.end(refuse(understood.reason, understood.language, null, null, 1), 'nothing to search for');
    const question = understood;
    trace.question(question);
    const request = recogniseRequest(question.text);
    if (request !== null && NEVER_SEARCHED.includes(request)) {
      return trace.end(refuse(request, question.language, question, null, 1), `wording of a request: ${request}`);
    }
    const retrieval = await collaborators.retrieve(question.text);
    trace.stage('retrieve');
    const judged = await collaborators.judge(question, retrieval);
    trace.candidates(judged);
    const verdict = decide(question, judged, { threshold: collaborators.threshold, request, yearCovered: coversYear(question) });
    trace.stage('decide');
    if (verdict.kind === 'refuse') {
      const confidence = 1 - (verdict.nearest?.probability ?? 0);
      return trace.end(refuse(verdict.reason, question.language, question, verdict.nearest, confidence), verdict.rule);
    }
    const grounded = ground(compose(question, verdict.picks));
    trace.stage('compose');
    if (grounded === null) return trace.end(refuse('not-in-report', question.language, question, null, 0), 'no quote held');
    const confidence = Math.max(...verdict.picks.map(({ probability }) => probability));
    return trace.end({ kind: 'answer', ...grounded, confidence }, verdict.rule);
  }

  function refuse(reason: RefusalReason, language: Language, question: Question | null, nearest: Judged | null, confidence: number): Answer {
    const related = nearest === null ? [] : [makeCitation(nearest.reading.report, nearest.quote)];
    const statement = refusalStatement(reason, facts, language, question?.time ?? null);
    return { kind: 'refusal', reason, statement, related, confidence };
  }

  /** False where the question names only years that no part of any report speaks of. */
  function coversYear({ time }: Question): boolean {
    if (time.years.length === 0) return true;
    return time.years.some((year) => collaborators.reports.some((report) => speaksOf(report, year)));
  }
}

function speaksOf({ facts, headings, text }: Report, year: number): boolean {
  if (facts.yearReviewed === year || facts.yearPlanned === year) return true;
  if (headings.some(({ frame }) => frame.from !== null && frame.to !== null && frame.from <= year && year <= frame.to)) return true;
  return text.includes(`${year}年`);
}

interface OpenTrace {
  stage(name: string): void;
  question(question: Question): void;
  candidates(judged: readonly Judged[]): void;
  end(answer: Answer, rule: string): Answered;
}

function startTrace(now: () => number): OpenTrace {
  const stages: Record<string, number> = {};
  let last = now();
  let question: Question | null = null;
  let candidates: readonly TracedCandidate[] = [];
  return {
    stage(name) {
      const time = now();
      stages[name] = time - last;
      last = time;
    },
    question(understood) {
      question = understood;
    },
    candidates(judged) {
      candidates = [...judged].sort((a, b) => b.probability - a.probability).map(traced);
    },
    end(answer, rule) {
      const trace: Trace = { question, candidates, rule, stages };
      return { answer, trace };
    },
  };
}

function traced({ reading, features, probability, able }: Judged): TracedCandidate {
  const { report, sentence, candidate } = reading;
  return {
    reportId: report.id,
    passage: sentence.passage,
    start: sentence.start,
    end: sentence.end,
    scores: candidate.scores,
    features,
    probability,
    able,
  };
}
