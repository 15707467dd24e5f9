import type { CaseDraft } from '../../domain/case.ts';
import type { Turn } from '../../domain/question.ts';
import type { Report } from '../../domain/report.ts';
import type { AnswerQuestion } from '../../domain/trace.ts';
import { renderPlain } from '../render-plain.ts';
import { type ReadLine, readItems, writeItems } from './read-dialogue.ts';
import type { Exchange, ReplCases } from './repl-collaborators.ts';
import { hashAnswer } from './replay-receipt.ts';

/** What the dialogues of :keep and :bad need. */
export interface Dialogue {
  readonly exchange: Exchange;
  readonly report: Report;
  readonly answerQuestion: AnswerQuestion;
  readonly cases: ReplCases;
  readonly readLine: ReadLine;
  readonly write: (text: string) => void;
}

/** Ends a dialogue from within its questions: staff typed `:cancel`, or the input ended. */
class Left extends Error {}

const NO_ANSWER = '无';
const MUST = '正确的回答必须有（；分项，/ 分可互换的说法）';
const MUST_OR_NOT = `${MUST.slice(0, -1)}；本不该回答就写“${NO_ANSWER}”；说不准就直接回车，只记备注）`;

/** Makes a case of an exchange that is right; returns what to say about it. */
export async function keepExchange(dialogue: Dialogue): Promise<string> {
  const proposed = await propose(dialogue);
  if (proposed === null) return '故障不能存为用例。';
  try {
    for (let draft = proposed; ; ) {
      draft = { ...draft, class: await askClass(dialogue, draft) };
      // A refusal and small talk hold nothing in particular.
      if (proposed.must.length > 0) draft = { ...draft, must: await askItems(dialogue, MUST, draft.must) };
      const said = await file(dialogue, draft, 'pass');
      if (said !== null) return said;
    }
  } catch (fault) {
    if (fault instanceof Left) return '没有存。';
    throw fault;
  }
}

/** Makes a case that fails now of an exchange that is wrong, or a note where staff cannot say what is right. */
export async function markBad(dialogue: Dialogue): Promise<string> {
  const { exchange, report } = dialogue;
  const heard = { wrong: '' };
  try {
    heard.wrong = (await ask(dialogue, '哪里不对？')) ?? '';
    const proposed = await propose(dialogue);
    const nothingYet = { must: [], mustNot: [], evidence: [], reasons: [], kinds: ['answer'] } as const;
    let draft: CaseDraft = {
      reportId: report.id,
      class: 'everyday',
      question: exchange.question,
      history: exchange.history,
      ...proposed,
      ...nothingYet,
      note: heard.wrong,
    };
    for (;;) {
      const right = await askItems(dialogue, MUST_OR_NOT, draft.must);
      if (right.length === 0) return await note(dialogue, heard.wrong);
      draft = await askRight(dialogue, draft, right);
      const said = await file(dialogue, draft, 'fail');
      if (said !== null) return said;
    }
  } catch (fault) {
    if (!(fault instanceof Left)) throw fault;
    return heard.wrong === '' ? '没有记。' : note(dialogue, heard.wrong);
  }
}

/** The rest of :bad, once staff have said what a right answer holds, or that there is none. */
async function askRight(dialogue: Dialogue, draft: CaseDraft, right: CaseDraft['must']): Promise<CaseDraft> {
  const refuse = writeItems(right) === NO_ANSWER;
  const evidence = refuse ? [] : await askEvidence(dialogue, right, draft.evidence);
  const mustNot = await askItems(
    dialogue,
    '只有错误的回答才会有（；分项，可不填）',
    draft.mustNot.map((words) => [words]),
  );
  const begun: CaseDraft = {
    ...draft,
    kinds: [refuse ? 'refusal' : 'answer'],
    must: refuse ? [] : right,
    mustNot: mustNot.flat(),
    evidence,
  };
  const proposed = refuse && draft.kinds[0] !== 'refusal' ? { ...begun, class: 'near-topic' } : begun;
  return { ...begun, class: await askClass(dialogue, proposed) };
}

async function propose(dialogue: Dialogue): Promise<CaseDraft | null> {
  const { exchange, report, cases } = dialogue;
  const history = await neededHistory(dialogue);
  return cases.propose(exchange.question, history, exchange.answered, report.id);
}

/** Null where the draft was rejected and the reasons were shown: it is asked again with what was typed. */
async function file(dialogue: Dialogue, draft: CaseDraft, should: 'pass' | 'fail'): Promise<string | null> {
  const { answer } = dialogue.exchange.answered;
  const filing = await dialogue.cases.file(
    dialogue.report,
    draft,
    { answer, text: renderPlain(answer) },
    should,
  );
  if (filing.kind === 'filed') {
    const now = should === 'pass' ? '' : '，现在不通过';
    return `已存为用例 ${filing.id}（${filing.split}${now}）：${filing.path}`;
  }
  dialogue.write(`没有存：${filing.problems.join('；')}\n改一改再存，或输入 :cancel 放弃。\n`);
  return null;
}

async function note({ exchange, cases }: Dialogue, wrong: string): Promise<string> {
  const { question, history, answered, receipt } = exchange;
  const path = await cases.note({
    receipt,
    question,
    history,
    answer: renderPlain(answered.answer),
    wrong,
  });
  return `已记为备注：${path}`;
}

/** The fewest turns that the answer needs: most questions stand alone, and their case should too. */
async function neededHistory({ exchange, answerQuestion }: Dialogue): Promise<readonly Turn[]> {
  const { question, history, answered } = exchange;
  const sha256 = hashAnswer(answered.answer);
  for (let turns = 0; turns < Math.min(history.length, 3); turns += 1) {
    const last = turns === 0 ? [] : history.slice(-turns);
    if (hashAnswer((await answerQuestion(question, last)).answer) === sha256) return last;
  }
  return history;
}

async function askClass(dialogue: Dialogue, { class: proposed, reportId }: CaseDraft): Promise<string> {
  const known = (await dialogue.cases.classes(reportId)).join(' ');
  const label = known === '' ? '类别' : `类别（已有 ${known}）`;
  return (await ask(dialogue, label, proposed)) ?? proposed;
}

async function askItems(
  dialogue: Dialogue,
  label: string,
  proposed: CaseDraft['must'],
): Promise<CaseDraft['must']> {
  const typed = await ask(dialogue, label, writeItems(proposed));
  return typed === null ? proposed : readItems(typed);
}

async function askEvidence(
  dialogue: Dialogue,
  must: CaseDraft['must'],
  before: readonly string[],
): Promise<readonly string[]> {
  const found = dialogue.cases.findEvidence(must, dialogue.report);
  const proposed = found.length > 0 ? found : before;
  const typed = await ask(dialogue, '报告里能证明的原文（逐字）', proposed.join(' ⏎ '));
  return typed === null ? proposed : [typed];
}

/** What was typed, or null for Enter alone, which takes the proposal. */
async function ask({ readLine, write }: Dialogue, label: string, proposed = ''): Promise<string | null> {
  write(`${label}${proposed === '' ? '' : `\n  回车用：${proposed}`}\n`);
  const typed = (await readLine('… '))?.trim() ?? null;
  if (typed === null || /^[:：](?:cancel|q|quit)$/u.test(typed)) throw new Left();
  return typed === '' ? null : typed;
}
