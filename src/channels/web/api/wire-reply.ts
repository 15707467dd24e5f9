import { type Citation, citationsOf } from '../../../domain/answer.ts';
import type { Reply, ShownPassage } from '../../../domain/reply.ts';
import type { Report } from '../../../domain/report.ts';
import { oneLine } from '../../../text/one-line.ts';
import { readerAddress } from '../../reader-address.ts';
import { renderPlace } from '../../render-plain.ts';
import { renderBody } from '../../render-reply.ts';
import { reportDate, reportTitle } from '../report-name.ts';
import type { AskReply, ReplyQuote } from './ask-schemas.ts';

/** What a reply is to the page and to programs; silence is nothing to be shown, and has no reply. */
export function wireReply(
  reply: Exclude<Reply, { kind: 'silence' }>,
  reports: readonly Report[],
  publicUrl: string,
): AskReply {
  const quotes = quotesOf(reply);
  const begun = { quotes, suggestions: [], receipt: null, copy: copyOf(reply, quotes, reports, publicUrl) };
  switch (reply.kind) {
    case 'answer': {
      const { answer, suggestions, receipt } = reply;
      const reason = 'reason' in answer ? answer.reason : '';
      return {
        ...begun,
        kind: answer.kind,
        reason,
        text: answer.statement,
        suggestions: [...suggestions],
        receipt,
      };
    }
    case 'passages':
      return { ...begun, kind: 'passages', reason: '', text: '' };
    case 'notice':
      return { ...begun, kind: 'notice', reason: reply.notice, text: reply.text };
  }
}

function quotesOf(reply: Exclude<Reply, { kind: 'silence' }>): ReplyQuote[] {
  if (reply.kind === 'passages') return reply.passages.map(passageQuote);
  if (reply.kind === 'notice') return [];
  const role = reply.answer.kind === 'refusal' ? 'related' : 'quote';
  const citations = citationsOf(reply.answer);
  return citations.map((citation) => ({
    role,
    text: oneLine(citation.quote),
    mark: null,
    place: renderPlace(citation.headingPath),
    address: readerAddress(citation, citations),
  }));
}

/** A passage leads to its own anchor: where in the report the quote stands is not known here. */
function passageQuote({ reportId, headingPath, passage, text, start, end }: ShownPassage): ReplyQuote {
  return {
    role: 'passage',
    text,
    mark: { start, end },
    place: renderPlace(headingPath),
    address: `/report/${encodeURIComponent(reportId)}#p${passage}`,
  };
}

/** The reply as other channels send it, then which report it is from and where that is read. */
function copyOf(
  reply: Exclude<Reply, { kind: 'silence' }>,
  quotes: readonly ReplyQuote[],
  reports: readonly Report[],
  publicUrl: string,
): string {
  const [first] = quotes;
  if (first === undefined) return renderBody(reply);
  const ids = new Set(citedReports(reply));
  const sources = reports
    .filter(({ id }) => ids.has(id))
    .map(({ facts }) => {
      const whose = [facts.issuer, reportDate(facts)].filter((part) => part !== '').join('，');
      return `《${reportTitle(facts)}》${whose === '' ? '' : `（${whose}）`}`;
    });
  const link = publicUrl === '' ? [] : [`${publicUrl}${first.address}`];
  return [renderBody(reply), ...sources, ...link].join('\n');
}

function citedReports(reply: Exclude<Reply, { kind: 'silence' }>): readonly string[] {
  if (reply.kind === 'passages') return reply.passages.map(({ reportId }) => reportId);
  if (reply.kind === 'notice') return [];
  return citationsOf(reply.answer).map(({ reportId }: Citation) => reportId);
}
