import type { Report } from '../../../domain/report.ts';
import { type Markup, markup } from '../../../text/markup.ts';
import { quoteId } from '../../reader-address.ts';
import { MESSAGES } from '../messages.ts';
import { type AssetAddress, renderPage } from '../page-shell.ts';
import { reportDate, reportTitle } from '../report-name.ts';
import { findWords } from './find-words.ts';
import type { Mark } from './mark-text.ts';
import type { ReaderQuery } from './read-reader-query.ts';
import { renderBothYears } from './render-both-years.ts';
import { renderContents } from './render-contents.ts';
import { renderHits } from './render-hits.ts';
import { renderPassage } from './render-passage.ts';

/** The whole report as a page, with the quotes of an answer and what is searched marked in it; needs no script. */
export function renderReader(report: Report, { quotes, words }: ReaderQuery, asset: AssetAddress): string {
  const { facts, passages } = report;
  const title = reportTitle(facts);
  const cited = quotes.map((span): Mark => ({ ...span, id: quoteId(span), kind: 'cited' }));
  const hits = findWords(report, words).map(
    (span, index): Mark => ({ ...span, id: `hit-${index + 1}`, kind: 'hit' }),
  );
  const marks = [...cited, ...hits];
  const main = markup`<div class="columns">
${renderContents(report)}
<main id="main" tabindex="-1">
<article>
<hgroup>
${facts.issuer === '' ? '' : markup`<p class="issuer">${facts.issuer}</p>`}
<h1>${title}</h1>
<p class="delivered">${MESSAGES.reader.delivered(facts.speaker, reportDate(facts))}</p>
</hgroup>
<p class="verbatim">${MESSAGES.reader.verbatim}</p>
${renderSearch(report, words)}${words === '' ? '' : renderHits(report, words, hits)}
${renderBothYears(report)}${passages.map((passage) => renderPassage(report, passage, marks))}</article>
</main>
</div>
${cited.length === 0 ? '' : renderQuotes(cited)}`;
  const tools = markup`<a href="/">${MESSAGES.toChat}</a><button type="button" id="large" aria-pressed="false" hidden>${MESSAGES.largeText}</button><button type="button" id="print" hidden>${MESSAGES.print}</button>`;
  const named = [title, facts.issuer].filter((part) => part !== '').join(' · ');
  return renderPage({ title: named, kind: 'reader', scripts: ['reader.js'], tools, main }, asset);
}

/** Sent to the server, which marks what it finds; the fragment leads to the list of places. */
function renderSearch({ id }: Report, words: string): Markup {
  const { reader } = MESSAGES;
  return markup`<form class="search" role="search" method="get" action="/report/${encodeURIComponent(id)}#hits">
<label for="words">${reader.searchLabel}</label>
<input id="words" name="q" type="search" value="${words}" maxlength="40" autocomplete="off" required>
<button>${reader.search}</button>
</form>
`;
}

/** From one quote of the answer to the next; the script tells which one is looked at. */
function renderQuotes(cited: readonly Mark[]): Markup {
  const { reader } = MESSAGES;
  const links = cited.map(
    ({ id }, index) =>
      markup`<li><a href="#${id}" aria-label="${reader.citation(index + 1)}">${index + 1}</a></li>`,
  );
  const steps =
    cited.length === 1
      ? ['', '']
      : [
          markup`<button type="button" id="previous" hidden>${reader.previous}</button>`,
          markup`<button type="button" id="next" hidden>${reader.next}</button>`,
        ];
  return markup`<nav class="quotes" aria-label="${reader.citations}">
<span>${reader.citations}</span>${steps[0] ?? ''}<ol>${links}</ol>${steps[1] ?? ''}
</nav>
`;
}
