import type { Report } from '../../../domain/report.ts';
import { type Markup, markup } from '../../../text/markup.ts';
import { MESSAGES } from '../messages.ts';
import type { Mark } from './mark-text.ts';

const SHOWN = 20;
const AROUND = 14;

/** What a search found: each place with a few words around it and a link. */
export function renderHits({ id, text, passages }: Report, words: string, hits: readonly Mark[]): Markup {
  const { reader } = MESSAGES;
  const items = hits.slice(0, SHOWN).map((hit) => {
    const passage = passages.find(({ start, end }) => start <= hit.start && hit.end <= end);
    const from = Math.max(passage?.start ?? 0, hit.start - AROUND);
    const to = Math.min(passage?.end ?? text.length, hit.end + AROUND);
    const place = passage === undefined ? '' : reader.passage(passage.index + 1);
    return markup`<li><a href="#${hit.id}">…${text.slice(from, hit.start)}<b>${text.slice(hit.start, hit.end)}</b>${text.slice(hit.end, to)}…</a> <small>${place}</small></li>
`;
  });
  const more = hits.length - items.length;
  return markup`<section class="hits" id="hits" role="status">
<p>${hits.length === 0 ? reader.noHits(words) : reader.hits(words, hits.length)} <a href="/report/${encodeURIComponent(id)}">${reader.endSearch}</a></p>
<ol>${items}</ol>
${more > 0 ? markup`<p>${reader.moreHits(more)}</p>` : ''}
</section>
`;
}
