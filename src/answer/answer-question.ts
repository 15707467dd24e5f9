import type { Refusal, RefusalReason, SmallTalk } from '../domain/answer.ts';
import type { IntentProbabilities, ReadIntent } from '../domain/intent.ts';
import type { Language, Question, TimeFrame, Turn } from '../domain/question.ts';
import { type Report, spansYear } from '../domain/report.ts';
import type { Answered, AnswerQuestion } from '../domain/trace.ts';
import { WenbaoError } from '../errors.ts';
import { readRequest } from '../question/read-request.ts';
import { speaksOfThings } from '../question/speaks-of-things.ts';
import { type Reader, type Understood, understand } from '../question/understand.ts';
import type { Retrieve } from '../retrieval/create-retriever.ts';
import { type Asked, answerParts } from './answer-parts.ts';
import { checkPremise } from './check-premise.ts';
import { type compose, memberOf } from './compose.ts';
import type { decide, Judged, Verdict } from './decide.ts';
import { figureKinds } from './figure-kinds.ts';
import { ground } from './ground.ts';
import { compareOutcomes, joinOutcomes, type Outcome } from './join-outcomes.ts';
import type { Judge } from './judge.ts';
import { makeCitation } from './make-citation.ts';
import { failureStatement, nowNote, refusalStatement, smallTalkStatement } from './messages.ts';
import { type OpenTrace, openTrace } from './open-trace.ts';
import { presumed } from './presumed.ts';
import { tellsSaying } from './sayings.ts';

/** 你说的准不准, 资料是哪年的: what it is and can do is told; 好滴好滴 and the like are acknowledged. */
const ASKS_OF_THE_BOT =
  /[?？]|吗|什么|怎么|怎样|如何|谁|哪|几(?!个)|多少|[能会要可准行](?:以)?不[能会要可准行]|(?:能|可以|会|收)[^,，。]{1,10}(?:吗|不|么)|不知道[^,，。]*(?:问|用|办)|\b(?:how|what|which|who|can|do|are|is)\b/iu;
/** A member of a list up to this length is a name, and may be asked about. */
const LONGEST_NAME = 24;
/** Small talk that no phrase gave away; only what names a thing is searched for, so it must be likely. */
const SURELY_TALK = 0.7;

export interface Collaborators {
  readonly readIntent: ReadIntent;
  readonly retrieve: Retrieve;
  readonly judge: Judge;
  readonly decide: typeof decide;
  readonly compose: typeof compose;
  readonly reader: Reader;
  readonly reports: readonly Report[];
  readonly threshold: number;
  /** What a candidate's probability is worth as the confidence of an answer. */
  readonly confidence: (probability: number) => number;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Told of every fault that became a Failure. */
  readonly onFault: (fault: unknown) => void;
}

/** understand → retrieve → decide → compose → ground, with the one catch of the whole way. */
export function createAnswerQuestion(collaborators: Collaborators): AnswerQuestion {
  const { reader } = collaborators;
  return async (raw, history, signal) => {
    const trace = openTrace(collaborators.now);
    try {
      return await answer(raw, history, trace, signal);
    } catch (fault) {
      if (signal?.aborted && fault === signal.reason) throw fault;
      collaborators.onFault(fault);
      const reason = fault instanceof WenbaoError ? fault.code : 'internal';
      return trace.end({ kind: 'failure', reason, statement: failureStatement('zh') }, 'a fault');
    }
  };

  async function answer(
    raw: string,
    history: readonly Turn[],
    trace: OpenTrace,
    signal?: AbortSignal,
  ): Promise<Answered> {
    const understood = understand(raw, history, reader);
    trace.stage('understand');
    if (understood.kind === 'smalltalk') return makeSmallTalk(understood.reason, understood.language, trace);
    if (understood.kind === 'no')
      return trace.end(refuse(understood.reason, understood.language, null, null), 'nothing to search for');
    if (understood.kind === 'foreign') {
      const { text, language } = understood;
      const reason = readRequest(text, await collaborators.readIntent(text))?.reason ?? 'not-in-report';
      return trace.end(refuse(reason, language, null, null), 'no term of reports in it');
    }
    const intents = await intentsOf(understood);
    trace.stage('intent');
    const request = readRequest(understood.text, intents);
    if (request !== null && request.chance === null) {
      const [question] = understood.questions;
      trace.question(question);
      // 目标定在12%，会不会太高: what it is an opinion of may not be so.
      const mistaken = request.reason === 'opinion' ? await mistakenIn(question, trace, signal) : null;
      if (mistaken !== null) {
        const told = await answerAsked(mistaken, { request: null, several: false }, trace, signal);
        return trace.end(told.answer, told.rule);
      }
      return trace.end(refuse(request.reason, question.language, null, null), request.rule);
    }
    const isTalk = intents.smalltalk >= SURELY_TALK && !isOfReport(understood.text);
    const answerTalk = () =>
      makeSmallTalk(
        ASKS_OF_THE_BOT.test(understood.text) ? 'help' : 'acknowledgement',
        understood.questions[0].language,
        trace,
      );
    // 托班, typed as into a search box, is searched where the report has 托幼 for it.
    if (isTalk && !speaksOfThings(understood.questions[0])) return answerTalk();
    const outcomes = await answerParts(understood, request, {
      answerOne: (question, asked) => answerOne(question, asked, trace, signal),
      judgeOne: (question) => judgeOne(question, trace, signal),
      readIntent: collaborators.readIntent,
      segment: reader.segment,
    });
    if (isTalk && outcomes.every(({ answer }) => answer.kind === 'refusal')) return answerTalk();
    return trace.end(
      joinOutcomes(outcomes, compareOutcomes(understood, outcomes)),
      outcomes.map(({ rule }) => rule).join('; '),
    );
  }

  /** 机器人 or 托班, typed as into a search box: words of a report are no small talk. */
  function isOfReport(text: string): boolean {
    const words = text.replace(/[\p{P}\s]/gu, '');
    return words.length > 1 && collaborators.reports.some((report) => report.text.includes(words));
  }

  /** A message that leans on the conversation, tells a story first or is English is read as what it asks, too. */
  async function intentsOf({ text, questions: [first] }: Understood): Promise<IntentProbabilities> {
    const intents = await collaborators.readIntent(text);
    if (first.text === text) return intents;
    const asked = await collaborators.readIntent(first.text);
    return asked.report > intents.report ? asked : intents;
  }

  function makeSmallTalk(reason: SmallTalk['reason'], language: Language, trace: OpenTrace): Answered {
    const statement = smallTalkStatement(reason, reader.facts, language);
    return trace.end({ kind: 'smalltalk', reason, statement }, 'small talk');
  }

  async function judgeOne(
    question: Question,
    trace: OpenTrace,
    signal?: AbortSignal,
  ): Promise<readonly Judged[]> {
    signal?.throwIfAborted();
    const found = await collaborators.retrieve(question.wordings);
    trace.stage('retrieve');
    signal?.throwIfAborted();
    return collaborators.judge(question, found);
  }

  /** A question, or what it takes to be so and is not: that is held against the report once and takes nothing to be so itself. */
  async function answerOne(
    question: Question,
    asked: Asked,
    trace: OpenTrace,
    signal?: AbortSignal,
  ): Promise<Outcome> {
    trace.question(question);
    const mistaken = await mistakenIn(question, trace, signal);
    return mistaken === null
      ? answerAsked(question, asked, trace, signal)
      : answerAsked(mistaken, { request: null, several: asked.several }, trace, signal);
  }

  async function answerAsked(
    question: Question,
    { request, several, within }: Asked,
    trace: OpenTrace,
    signal?: AbortSignal,
  ): Promise<Outcome> {
    const judged = await judgeOne(question, trace, signal);
    trace.candidates(judged);
    const known = judged.find(({ reading }) => reading.sentence === within);
    const yearCovered = coversYear(question);
    const verdict: Verdict =
      known === undefined
        ? ((yearCovered ? tellsSaying(question, judged) : null) ??
          collaborators.decide(question, judged, {
            threshold: collaborators.threshold,
            request,
            yearCovered,
          }))
        : { kind: 'answer', rule: 'a row of both', picks: [known], list: null };
    trace.stage('decide');
    if (verdict.kind === 'refuse') {
      return {
        question,
        answer: refuse(verdict.reason, question.language, question.time, verdict.nearest),
        rule: verdict.rule,
        picks: null,
      };
    }
    const further = askedOfMember(question, verdict);
    if (further !== null) return answerOne(further, { request: null, several }, trace, signal);
    const grounded = ground(collaborators.compose(question, verdict.picks, verdict.list, several));
    trace.stage('compose');
    if (grounded === null)
      return {
        answer: refuse('not-in-report', question.language, question.time, null),
        rule: 'no quote held',
        question,
        picks: null,
      };
    const confidence = collaborators.confidence(
      Math.max(...verdict.picks.map(({ probability }) => probability)),
    );
    const note = question.time.now ? nowNote(reader.facts, question.language) : '';
    const statement = note === '' ? grounded.statement : `${grounded.statement}\n${note}`;
    return {
      answer: { kind: 'answer', ...grounded, statement, confidence },
      rule: verdict.rule,
      question,
      picks: verdict.picks,
    };
  }

  /** What a why takes to be so, as a question of its own, where the report says otherwise. */
  async function mistakenIn(
    { text }: Question,
    trace: OpenTrace,
    signal?: AbortSignal,
  ): Promise<Question | null> {
    const words = presumed(text);
    const understood = words === null ? null : understand(words, [], reader);
    if (understood?.kind !== 'questions') return null;
    const [question] = understood.questions;
    const judged = await judgeOne(question, trace, signal);
    const { threshold } = collaborators;
    const yearCovered = coversYear(question);
    const verdict = collaborators.decide(question, judged, { threshold, request: null, yearCovered });
    const isWrong = verdict.kind === 'answer' && checkPremise(question, verdict.picks[0]) === 'wrong';
    return isWrong ? question : null;
  }

  /** What is asked of a member of a list, as a question about it; null where only the member is asked for. */
  function askedOfMember(
    { ordinal, onward }: Question,
    { list }: Extract<Verdict, { kind: 'answer' }>,
  ): Question | null {
    const member = list === null || onward === '' ? null : memberOf(list, ordinal);
    if (list === null || member === null) return null;
    const [words = ''] = list.report.text.slice(member.start, member.end).split(/[，,；;：:]/u);
    // A member that tells its own figures answers by itself.
    if (words.length > LONGEST_NAME || figureKinds(words).length > 0) return null;
    const understood = understand(`${words}${onward}`, [], reader);
    return understood.kind === 'questions' ? understood.questions[0] : null;
  }

  function refuse(
    reason: RefusalReason,
    language: Language,
    time: TimeFrame | null,
    nearest: Judged | null,
  ): Refusal {
    const related = nearest === null ? [] : [makeCitation(nearest.reading.report, nearest.quote)];
    const statement = refusalStatement(reason, reader.facts, language, time);
    return {
      kind: 'refusal',
      reason,
      statement,
      related,
      confidence: 1 - (nearest === null ? 0 : collaborators.confidence(nearest.probability)),
    };
  }

  /** False where the question names only years that no part of any report speaks of. */
  function coversYear({ time }: Question): boolean {
    if (time.years.length === 0) return true;
    return time.years.some((year) => collaborators.reports.some((report) => speaksOf(report, year)));
  }
}

function speaksOf({ facts, headings, sentences, text }: Report, year: number): boolean {
  if (facts.yearReviewed === year || facts.yearPlanned === year) return true;
  return (
    [...headings, ...sentences].some(({ frame }) => spansYear(frame, year)) || text.includes(`${year}年`)
  );
}
