import { type Citation, citationsOf } from '../../domain/answer.ts';
import type { Language } from '../../domain/question.ts';
import type { Reply } from '../../domain/reply.ts';
import { readerAddress } from '../reader-address.ts';
import { type Pressed, readCallbackData, writeCallbackData } from './callback-data.ts';
import { BUTTONS, REASONS } from './messages.ts';

/** One button of a keyboard: it asks the bot for something, or it opens a page. */
type Button =
  | { readonly text: string; readonly callback_data: string }
  | { readonly text: string; readonly url: string };

export type Rows = readonly (readonly Button[])[];

/** More links than this are not put below one message. */
const MOST_LINKS = 3;

/**
 * What may be done with a reply: see the passage, open the report at the quote (where the report page has a
 * public address), ask on, say whether it was of use.
 */
export function replyRows(reply: Reply, language: Language, publicUrl: string | null): Rows {
  if (reply.kind !== 'answer') return [];
  const { answer, suggestions, receipt } = reply;
  const citations = citationsOf(answer);
  const links = publicUrl === null ? [] : linkButtons(citations, language, publicUrl);
  const source = citations.length > 0 ? [button(BUTTONS.source[language], { kind: 'source', receipt })] : [];
  const asks = suggestions.map((question, index) => [
    button(question, { kind: 'ask', number: index + 1, receipt }),
  ]);
  const verdict = receipt === null ? [] : [verdictRow(receipt, language)];
  return [
    [...source, ...(links.length === 1 ? links : [])],
    links.length > 1 ? links : [],
    ...asks,
    ...verdict,
  ].filter((row) => row.length > 0);
}

function linkButtons(citations: readonly Citation[], language: Language, publicUrl: string): Button[] {
  return citations.slice(0, MOST_LINKS).map((citation, index) => ({
    text: BUTTONS.open[language] + (citations.length > 1 ? ` ${index + 1}` : ''),
    url: publicUrl + readerAddress(citation, citations),
  }));
}

/** 👍 and 👎. */
export function verdictRow(receipt: number | null, language: Language): readonly Button[] {
  return (['up', 'down'] as const).map((verdict) =>
    button(BUTTONS[verdict][language], { kind: 'verdict', verdict, receipt }),
  );
}

/** The same keyboard with the reasons in place of 👍 and 👎. */
export function askReason(rows: Rows, receipt: number | null, language: Language): Rows {
  const reasons = REASONS.map((words, index) => [
    button(words[language], { kind: 'reason', number: index + 1, receipt }),
  ]);
  return [...withoutVerdict(rows), ...reasons];
}

/** The same keyboard once a verdict is given: nothing more to say. */
export function withoutVerdict(rows: Rows): Rows {
  return rows.filter((row) => !row.some(isVerdict));
}

/** The same keyboard without links, which Telegram refuses where the address is not public. */
export function withoutLinks(rows: Rows): Rows {
  return rows.map((row) => row.filter((each) => !('url' in each))).filter((row) => row.length > 0);
}

function isVerdict(each: Button): boolean {
  const kind = 'callback_data' in each ? readCallbackData(each.callback_data)?.kind : null;
  return kind === 'verdict' || kind === 'reason';
}

function button(text: string, pressed: Pressed): Button {
  return { text, callback_data: writeCallbackData(pressed) };
}
