import type { Citation } from '../../domain/answer.ts';
import type { Report, Sentence } from '../../domain/report.ts';
import { renderPlace } from '../render-plain.ts';
import type { Screen } from './repl-collaborators.ts';

/** What a search of the report found: each sentence under its number and place. */
export function renderHits(
  hits: readonly { readonly report: Report; readonly sentence: Sentence }[],
  severalReports: boolean,
  paint: Screen['paint'],
): string {
  return hits
    .map(({ report, sentence }, index) => {
      const of = severalReports ? `${report.id} · ` : '';
      const place = `${of}${renderPlace(sentence.headingPath)}（第${sentence.passage + 1}段）`;
      const text = report.text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ').trim();
      return `${index + 1}. ${text}\n   ${paint('gray', `—— ${place}`)}`;
    })
    .join('\n');
}

/** The passage around a quote, the sentences that the quote touches between 【 and 】. */
export function renderPassage(citation: Citation, report: Report, paint: Screen['paint']): string {
  const passage = report.passages[citation.passage];
  if (passage === undefined) return '这条引文没有段落。';
  const touched = report.sentences.filter(
    ({ start, end, passage: its }) =>
      its === citation.passage && start < citation.end && citation.start < end,
  );
  const start = Math.min(citation.start, ...touched.map((sentence) => sentence.start));
  const end = Math.max(citation.end, ...touched.map((sentence) => sentence.end));
  const marked = paint('inverse', `【${report.text.slice(start, end)}】`);
  const text = report.text.slice(passage.start, start) + marked + report.text.slice(end, passage.end);
  const place = `—— ${renderPlace(citation.headingPath)}（第${citation.passage + 1}段）`;
  return `${text.trim()}\n${paint('gray', place)}`;
}
