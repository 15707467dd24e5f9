import type { Interface } from 'node:readline/promises';
import type { Turn } from '../../domain/question.ts';
import type { Report } from '../../domain/report.ts';
import type { AnswerQuestion, Trace } from '../../domain/trace.ts';
import { renderPlain } from '../render-plain.ts';
import { renderTrace } from './render-trace.ts';

const HELP = `:why      how the last answer came about
:history  the questions so far
:reset    forget the conversation
:help     this
:quit     leave`;

/** Reads questions line by line and answers them as a citizen sees it, until :quit or the end of input. */
export async function runRepl(
  input: Interface,
  {
    answerQuestion,
    reports,
    write,
  }: {
    readonly answerQuestion: AnswerQuestion;
    readonly reports: readonly Report[];
    readonly write: (text: string) => void;
  },
): Promise<void> {
  let turns: Turn[] = [];
  let last: Trace | null = null;
  write('问报：直接输入问题；:help 看命令，:quit 退出。\n');
  input.setPrompt('问> ');
  let open = true;
  input.once('close', () => {
    open = false;
  });
  input.prompt();
  for await (const line of input) {
    // A Chinese keyboard types the full-width colon.
    const text = line.trim().replace(/^：/, ':');
    if (text === ':quit' || text === ':q') break;
    if (text.startsWith(':')) write(`${command(text)}\n`);
    else if (text !== '') await ask(line);
    // The lines that were read before the end of input still come.
    if (open) input.prompt();
  }
  input.close();

  function command(text: string): string {
    switch (text) {
      case ':why':
        return last === null ? '还没有问过问题。' : renderTrace(last, reports);
      case ':history':
        return (
          turns.map(({ question }, index) => `${index + 1}. ${question}`).join('\n') || '还没有问过问题。'
        );
      case ':reset':
        turns = [];
        return '对话已清空。';
      case ':help':
        return HELP;
      default:
        return `没有 ${text} 这个命令。\n${HELP}`;
    }
  }

  async function ask(question: string): Promise<void> {
    const { answer, trace } = await answerQuestion(question, turns);
    last = trace;
    turns.push({ question, answer: answer.statement });
    write(`${renderPlain(answer)}\n\n`);
  }
}
