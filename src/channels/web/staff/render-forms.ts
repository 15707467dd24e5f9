import type { ApprovedAnswer } from '../../../domain/approved-answer.ts';
import type { Report } from '../../../domain/report.ts';
import { type Markup, markup } from '../../../text/markup.ts';
import { reportTitle } from '../report-name.ts';
import { STAFF } from './staff-messages.ts';

/** What staff let through in each channel now, with the comment they gave. */
export type Modes = readonly {
  readonly channel: keyof typeof STAFF.channels;
  readonly mode: keyof typeof STAFF.modes;
  readonly comment: string;
}[];

/** A form that changes something: it carries the session's token. */
export function form(action: string, csrf: string, content: Markup, kind = ''): Markup {
  return markup`<form method="post" action="/staff/${action}" class="${kind}"><input type="hidden" name="csrf" value="${csrf}">${content}</form>`;
}

export function renderSafeMode(modes: Modes, csrf: string): Markup {
  const now = modes.map(
    ({ channel, mode, comment }) =>
      markup`<li><b>${STAFF.channels[channel]}</b> ${STAFF.modes[mode]}${mode === 'on' ? '' : markup`<small> ${comment}</small>`}</li>\n`,
  );
  const channels = options(STAFF.channels);
  const content = markup`<label>${STAFF.channel}<select name="channel">${channels}</select></label>
<label>${STAFF.mode}<select name="mode">${options(STAFF.modes)}</select></label>
<label class="wide">${STAFF.comment}<input name="comment" required maxlength="200"></label>
<button>${STAFF.save}</button>`;
  return markup`<section><h2>${STAFF.safeMode}</h2><ul>${now}</ul>${form('safe-mode', csrf, content, 'fields')}</section>
`;
}

export function renderApproved(
  approved: readonly ApprovedAnswer[],
  reports: readonly Report[],
  today: string,
  csrf: string,
): Markup {
  const items = approved.map(({ question, statement, quote, author, expires }) => {
    const button = markup`<input type="hidden" name="question" value="${question}"><button>${STAFF.remove}</button>`;
    const over = expires < today ? 'over' : '';
    return markup`<li class="${over}"><b>${question}</b><p>${statement}</p><blockquote>${quote}</blockquote>
<p><small>${STAFF.author} ${author} · ${STAFF.expires} ${expires}</small></p>${form('unapprove', csrf, button)}</li>
`;
  });
  const ids = Object.fromEntries(reports.map(({ id, facts }) => [id, `${reportTitle(facts)} ${facts.date}`]));
  const content = markup`<label class="wide">${STAFF.question}<input name="question" required maxlength="300"></label>
<label class="wide">${STAFF.statement}<textarea name="statement" rows="2" required maxlength="600"></textarea></label>
<label class="wide">${STAFF.quote}<textarea name="quote" rows="2" required maxlength="600"></textarea></label>
<label>${STAFF.report}<select name="reportId">${options(ids)}</select></label>
<label>${STAFF.author}<input name="author" required maxlength="40"></label>
<label>${STAFF.expires}<input name="expires" type="date" min="${today}" required></label>
<button>${STAFF.approve}</button>`;
  return markup`<section><h2>${STAFF.approved}</h2><p class="quiet">${STAFF.approvedHelp}</p><ul class="approved">${items}</ul>
${form('approve', csrf, content, 'fields')}</section>
`;
}

function options(labels: Readonly<Record<string, string>>): readonly Markup[] {
  return Object.entries(labels).map(([value, label]) => markup`<option value="${value}">${label}</option>`);
}
