import type { Interface } from 'node:readline/promises';
import { type Answer, citationsOf } from '../../domain/answer.ts';
import type { Turn } from '../../domain/question.ts';
import { WenbaoError } from '../../errors.ts';
import { renderPlain } from '../render-plain.ts';
import { HELP } from './complete-command.ts';
import { type Dialogue, keepExchange, markBad } from './file-exchange.ts';
import { renderHits, renderPassage } from './render-places.ts';
import { renderTrace } from './render-trace.ts';
import type { Answering, Exchange, ReplCollaborators, Screen } from './repl-collaborators.ts';
import { compareWithReceipt, hashAnswer } from './replay-receipt.ts';

const NOTHING_ASKED = '还没有问过问题。';

/** Reads questions line by line and answers them as a citizen sees it, until :quit or the end of input. */
export async function runRepl(input: Interface, collaborators: ReplCollaborators): Promise<void> {
  const { reports, receipts, cases, searchReport, write, paint, clip } = collaborators;
  let answering: Answering = collaborators;
  let turns: Turn[] = [];
  let past: Exchange[] = [];
  let last: Exchange | null = null;
  let open = true;
  const told = new Set<string>();
  input.once('close', () => {
    open = false;
  });
  const lines = input[Symbol.asyncIterator]();

  write('问报：直接输入问题；:help 看命令，:quit 退出。\n');
  for (let line = await readLine('问> '); line !== null; line = await readLine('问> ')) {
    // A Chinese keyboard types the full-width colon, and leaves full-width spaces.
    const text = line.trim().replace(/^：/, ':');
    if (text !== '') await orTell(collaborators.remember(text));
    if (text === ':quit' || text === ':q') break;
    if (text.startsWith(':')) write(`${await command(text)}\n`);
    else if (text !== '') await ask(line);
  }
  input.close();

  /** The lines that were read before the end of input still come. */
  async function readLine(prompt: string): Promise<string | null> {
    if (open) {
      input.setPrompt(prompt);
      input.prompt();
    }
    const { done, value } = await lines.next();
    return done === true ? null : value;
  }

  async function command(text: string): Promise<string> {
    const [name, argument] = [text.split(/\s/u)[0] ?? '', text.replace(/^\S+\s*/u, '')];
    try {
      switch (name) {
        case ':why':
          return last === null ? NOTHING_ASKED : renderTrace(last.answered.trace, reports);
        case ':passage':
          return showPassage(argument);
        case ':report':
          return search(argument);
        case ':keep':
          return await withDialogue(keepExchange);
        case ':bad':
          return await withDialogue(markBad);
        case ':replay':
          return await replay(argument);
        case ':set':
          return set(argument);
        case ':history':
          return past.map(historyLine).join('\n') || NOTHING_ASKED;
        case ':reset':
          turns = [];
          past = [];
          return '对话已清空。';
        case ':help':
          return HELP;
        default:
          return `没有 ${text} 这个命令。\n${HELP}`;
      }
    } catch (fault) {
      // What cannot be written is said, and the conversation goes on.
      if (fault instanceof WenbaoError) return fault.message;
      throw fault;
    }
  }

  async function ask(question: string): Promise<void> {
    const history = [...turns];
    const { answerQuestion, stamps } = answering;
    const answered = await answerQuestion(question, history);
    const { answer } = answered;
    turns.push({ question, answer: answer.statement });
    const receipt = await orTell(receipts.append({ question, history, sha256: hashAnswer(answer), stamps }));
    last = { question, history, answered, receipt };
    past.push(last);
    const number = receipt === null ? '' : `${paint('gray', `回执 ${receipt}`)}\n`;
    write(`${paintAnswer(answer, paint)}\n${number}\n`);
  }

  /** What could not be kept is said once, not after each line. */
  async function orTell<Value>(kept: Promise<Value>): Promise<Value | null> {
    try {
      return await kept;
    } catch (fault) {
      if (!(fault instanceof WenbaoError)) throw fault;
      if (!told.has(fault.message)) write(`${fault.message}\n`);
      told.add(fault.message);
      return null;
    }
  }

  function historyLine({ question, receipt }: Exchange, index: number): string {
    // The number that :replay takes stands first: a narrow screen cuts the end.
    return clip(`${index + 1}. ${receipt === null ? '' : `回执 ${receipt}：`}${question}`);
  }

  function showPassage(argument: string): string {
    if (last === null) return NOTHING_ASKED;
    const citations = citationsOf(last.answered.answer);
    const citation = argument === '' ? citations.at(-1) : citations[Number(argument) - 1];
    if (citation === undefined) return `上一个回答有${citations.length}条引文。用法：:passage [第几条]`;
    const report = reports.find(({ id }) => id === citation.reportId);
    return report === undefined ? `没有报告 ${citation.reportId}。` : renderPassage(citation, report, paint);
  }

  function search(words: string): string {
    if (words === '') return '用法：:report 词语';
    return renderHits(searchReport(words), reports.length > 1, paint) || `报告里没有找到“${words}”。`;
  }

  async function withDialogue(hold: (dialogue: Dialogue) => Promise<string>): Promise<string> {
    if (last === null) return NOTHING_ASKED;
    const { answer, trace } = last.answered;
    const id = citationsOf(answer)[0]?.reportId ?? trace.candidates[0]?.reportId;
    const report = reports.find((each) => each.id === id) ?? reports[0];
    if (report === undefined) return '没有报告。';
    const { answerQuestion } = answering;
    return hold({ exchange: last, report, answerQuestion, cases, readLine, write });
  }

  async function replay(argument: string): Promise<string> {
    const number = Number(argument);
    if (!/^\d+$/u.test(argument)) return '用法：:replay 回执号';
    const receipt = await receipts.find(number);
    if (receipt === null) return `没有回执 ${argument}。`;
    const { answerQuestion, stamps } = answering;
    const { answer } = await answerQuestion(receipt.question, receipt.history);
    const compared = compareWithReceipt(receipt, hashAnswer(answer), stamps);
    return `${clip(`问：${receipt.question}`)}\n${paintAnswer(answer, paint)}\n${compared}`;
  }

  function set(argument: string): string {
    const [, value] = /^threshold\s+(\S+)$/u.exec(argument.normalize('NFKC')) ?? [];
    const usage = '用法：:set threshold 0.6（0 到 1），或 :set threshold default';
    if (value === undefined) return `${usage}。现在：${answering.stamps.configuration}`;
    if (value === 'default') {
      answering = collaborators;
      return `拒答阈值恢复为校准的值：${answering.stamps.configuration}`;
    }
    const threshold = /^\d*\.?\d+$/u.test(value) ? Number(value) : Number.NaN;
    if (!(threshold >= 0 && threshold <= 1)) return `${value} 不是 0 到 1 之间的数。${usage}`;
    answering = collaborators.withThreshold(threshold);
    return `这次对话里拒答阈值为 ${threshold}。`;
  }
}

/** As a citizen reads it; on a terminal a refusal, quotes and places have colours of their own. */
function paintAnswer(answer: Answer, paint: Screen['paint']): string {
  return renderPlain(answer)
    .split('\n')
    .map((line, index) => {
      if (line.startsWith('【')) return paint('cyan', line);
      if (line.startsWith('—— ')) return paint('gray', line);
      return index === 0 && answer.kind !== 'answer' ? paint('yellow', line) : line;
    })
    .join('\n');
}
