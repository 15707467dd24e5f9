import { markup } from '../../../text/markup.ts';
import { type AssetAddress, renderPage } from '../page-shell.ts';
import { STAFF } from './staff-messages.ts';

/** The login page, with what was wrong the last time. */
export function renderLogin(problem: string, asset: AssetAddress): string {
  const main = markup`<main id="main" tabindex="-1">
<h1>${STAFF.title}</h1>
<p class="problem" role="alert">${problem}</p>
<form class="login" method="post" action="/staff/login">
<label>${STAFF.password}<input type="password" name="password" autocomplete="current-password" required maxlength="200"></label>
<button>${STAFF.login}</button>
</form>
</main>`;
  return renderPage({ title: STAFF.title, kind: 'staff', scripts: [], tools: markup``, main }, asset);
}
