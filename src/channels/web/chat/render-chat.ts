import type { Report } from '../../../domain/report.ts';
import { type Markup, markup } from '../../../text/markup.ts';
import { MESSAGES } from '../messages.ts';
import { type AssetAddress, renderPage } from '../page-shell.ts';
import { reportDate, reportTitle } from '../report-name.ts';
import { renderTemplates } from './chat-templates.ts';

/** The chat page of a corpus: the newest report is named, the others are linked. */
export function renderChat(
  newest: Report,
  others: readonly Report[],
  starters: readonly string[],
  asset: AssetAddress,
): string {
  const { chat } = MESSAGES;
  const title = reportTitle(newest.facts);
  const main = markup`<main id="main" tabindex="-1">
<section class="intro">
<h1>${chat.title(title)}</h1>
<p class="about">${chat.about(title, newest.facts.issuer, reportDate(newest.facts))} ${others.map(linkTo)}</p>
<p class="quiet">${chat.not}${chat.privacy}</p>
<noscript><p class="quiet">${chat.noScript}</p></noscript>
${starters.length === 0 ? '' : renderStarters(starters)}</section>
<div class="turns" id="turns" role="log" aria-live="polite" aria-label="${chat.log}" tabindex="0"></div>
</main>
<form class="ask" id="ask" aria-label="${chat.send}">
<label for="question">${chat.label}</label>
<div>
<textarea id="question" name="question" rows="1" maxlength="1000" enterkeyhint="send" autocomplete="off" placeholder="${chat.placeholder}" required></textarea>
<button>${chat.send}</button>
</div>
</form>
${renderTemplates()}`;
  const tools = markup`<a href="/report/${encodeURIComponent(newest.id)}">${MESSAGES.toReport}</a><button type="button" id="large" aria-pressed="false" hidden>${MESSAGES.largeText}</button><button type="button" id="new-topic" hidden>${chat.newTopic}</button>`;
  return renderPage(
    { title: `${MESSAGES.product} · ${title}`, kind: 'chat', scripts: ['chat.js'], tools, main },
    asset,
  );
}

function linkTo({ id, facts }: Report): Markup {
  return markup`<a href="/report/${encodeURIComponent(id)}">《${reportTitle(facts)}》${facts.issuer} ${reportDate(facts)}</a> `;
}

function renderStarters(questions: readonly string[]): Markup {
  const items = questions.map(
    (question) => markup`<li><button type="button" class="suggestion">${question}</button></li>
`,
  );
  return markup`<div class="suggestions" id="starters">
<h2>${MESSAGES.chat.starters}</h2>
<ul>${items}</ul>
</div>
`;
}
