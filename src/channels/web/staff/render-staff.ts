import type { ApprovedAnswer } from '../../../domain/approved-answer.ts';
import type { Exchange } from '../../../domain/exchange.ts';
import type { Report } from '../../../domain/report.ts';
import { chinaDay, chinaTime } from '../../../text/china-time.ts';
import { type Markup, markup } from '../../../text/markup.ts';
import { type AssetAddress, renderPage } from '../page-shell.ts';
import { groupQuestions } from './group-questions.ts';
import { plotLatencies, plotOutcomes } from './plots.ts';
import { form, type Modes, renderApproved, renderSafeMode } from './render-forms.ts';
import { STAFF } from './staff-messages.ts';
import type { StaffSession } from './staff-sessions.ts';

const SHOWN = 50;
const GROUPS = 30;

export interface StaffView {
  /** The newest first. */
  readonly exchanges: readonly Exchange[];
  readonly approved: readonly ApprovedAnswer[];
  readonly reports: readonly Report[];
  readonly modes: Modes;
  readonly session: StaffSession;
  readonly others: number;
  /** What became of the last form; '' where there was none. */
  readonly said: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The page of staff; questions are as they were stored, which is masked. */
export function renderStaff(view: StaffView, asset: AssetAddress): string {
  const { exchanges, approved, reports, modes, session, others, said, now } = view;
  const { csrf } = session;
  const refused = exchanges.filter(({ kind }) => kind === 'refusal');
  const down = exchanges.filter(({ feedback }) => feedback?.verdict === 'down');
  const elsewhere =
    others === 0
      ? markup``
      : markup`<div class="others"><p>${STAFF.others(others)}</p>${form('end-others', csrf, markup`<button>${STAFF.endOthers}</button>`)}</div>`;
  const main = markup`<main id="main" tabindex="-1">
<h1>${STAFF.title}</h1>
<p class="said" role="status">${said}</p>
<p>${STAFF.counts(exchanges.length, refused.length, down.length)}</p>${elsewhere}
<div class="plots">${plotOutcomes(exchanges, now)}${plotLatencies(exchanges)}</div>
${renderSafeMode(modes, csrf)}
<section><h2>${STAFF.gaps}</h2>${renderGaps(refused)}</section>
<section><h2>${STAFF.downs}</h2>${renderTable(down.slice(0, SHOWN), csrf)}</section>
${renderApproved(approved, reports, chinaDay(now), csrf)}
<section><h2>${STAFF.recent}</h2>${renderTable(exchanges.slice(0, SHOWN), csrf)}</section>
</main>`;
  const tools = form('logout', csrf, markup`<button>${STAFF.logout}</button>`);
  return renderPage({ title: STAFF.title, kind: 'staff', scripts: [], tools, main }, asset);
}

function renderGaps(refused: readonly Exchange[]): Markup {
  const items = groupQuestions(refused)
    .slice(0, GROUPS)
    .map(({ first, count, others }) => {
      const alike =
        others.length === 0 ? markup`` : markup`<br><small>${others.slice(0, 5).join(' ／ ')}</small>`;
      return markup`<li><b>${STAFF.times(count)}</b> ${first.question} <small>${wordsFor(STAFF.reasons, first.reason)}</small>${alike}</li>
`;
    });
  return items.length === 0
    ? markup`<p class="quiet">${STAFF.none}</p>`
    : markup`<ol class="gaps">${items}</ol>`;
}

function renderTable(exchanges: readonly Exchange[], csrf: string): Markup {
  if (exchanges.length === 0) return markup`<p class="quiet">${STAFF.none}</p>`;
  const rows = exchanges.map(({ time, channel, question, kind, reason, receipt, latencyMs, feedback }) => {
    const outcome = wordsFor(STAFF.kinds, kind);
    const thumb = feedback === null ? '' : feedback.verdict === 'up' ? STAFF.up : STAFF.down(feedback.reason);
    return markup`<tr><td>${chinaTime(Date.parse(time)).slice(5)}</td><td>${STAFF.channels[channel]}</td><td class="words">${question}</td><td>${outcome} <small>${wordsFor(STAFF.reasons, reason)}</small></td><td>${Math.round(latencyMs)}</td><td class="words">${thumb}</td><td>${receipt === null ? '' : renderActions(receipt, csrf)}</td></tr>
`;
  });
  const head = STAFF.columns.map((name) => markup`<th scope="col">${name}</th>`);
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${STAFF.recent}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A code of a fault has no words. */
function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
}

function renderActions(receipt: number, csrf: string): Markup {
  const content = markup`<input type="hidden" name="receipt" value="${receipt}"><small>${STAFF.receipt(receipt)}</small>
<button name="verdict" value="right">${STAFF.makeCase}</button> <button name="verdict" value="wrong">${STAFF.markWrong}</button>`;
  return form('case', csrf, content);
}
