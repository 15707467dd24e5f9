import { markup } from '../../text/markup.ts';
import { MESSAGES } from './messages.ts';
import { type AssetAddress, renderPage } from './page-shell.ts';

/** A page that says one thing, such as that there is no such page. */
export function renderNotice(message: string, asset: AssetAddress): string {
  const main = markup`<main id="main" tabindex="-1" class="notice">
<h1>${message}</h1>
<p><a href="/">${MESSAGES.toChat}</a></p>
</main>`;
  return renderPage({ title: MESSAGES.product, kind: 'chat', scripts: [], tools: markup``, main }, asset);
}
