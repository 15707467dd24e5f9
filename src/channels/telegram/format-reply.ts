import { FormattedString } from '@grammyjs/parse-mode';
import type { Citation } from '../../domain/answer.ts';
import type { Language } from '../../domain/question.ts';
import type { Reply, ShownPassage } from '../../domain/reply.ts';
import { oneLine } from '../../text/one-line.ts';
import { renderPlace } from '../render-plain.ts';
import { receiptLine } from './messages.ts';

/**
 * A reply as text with entities rather than escaped marks: nothing that a report or a person wrote can break
 * it. The text is that of `renderBody`, so that it reads the same where the entities are left out.
 */
export function formatReply(reply: Reply, language: Language): FormattedString {
  switch (reply.kind) {
    case 'answer':
      return joinLines([...answerLines(reply.answer), ...receiptLines(reply.receipt, language)]);
    case 'passages':
      return FormattedString.join(reply.passages.map(formatPassage), '\n\n');
    case 'notice':
      return new FormattedString(reply.text);
    case 'silence':
      return new FormattedString('');
  }
}

type AnswerReply = Extract<Reply, { kind: 'answer' }>;

function answerLines(answer: AnswerReply['answer']): FormattedString[] {
  const statement = new FormattedString(answer.statement);
  switch (answer.kind) {
    case 'answer':
    case 'partial':
      return [statement, ...quoteBlocks(answer.citations, '原文')];
    case 'refusal':
      return [statement, ...quoteBlocks(answer.related, '相关，但不是答案')];
    case 'smalltalk':
      return [statement];
  }
}

function receiptLines(receipt: number | null, language: Language): FormattedString[] {
  return receipt === null ? [] : [FormattedString.i(receiptLine(receipt, language))];
}

/** Each quote in a block of its own, with where it stands. */
function quoteBlocks(citations: readonly Citation[], label: string): FormattedString[] {
  return citations.map(({ quote, headingPath }, index) => {
    const number = citations.length > 1 ? String(index + 1) : '';
    const place = headingPath.length === 0 ? '' : `\n—— ${renderPlace(headingPath)}`;
    return FormattedString.blockquote(
      FormattedString.join([FormattedString.b(`【${label}${number}】`), `“${oneLine(quote)}”${place}`]),
    );
  });
}

/** The whole passage, what was quoted of it marked in words and in bold. */
function formatPassage({ text, start, end, headingPath }: ShownPassage): FormattedString {
  const place = headingPath.length === 0 ? '' : `\n—— ${renderPlace(headingPath)}`;
  const marked = FormattedString.b(`【${text.slice(start, end)}】`);
  return FormattedString.blockquote(
    FormattedString.join([text.slice(0, start), marked, text.slice(end), place]),
  );
}

function joinLines(lines: readonly FormattedString[]): FormattedString {
  return FormattedString.join([...lines], '\n');
}
