import type { Heading, Report } from '../../../domain/report.ts';
import { type Markup, markup } from '../../../text/markup.ts';
import { MESSAGES } from '../messages.ts';

/** The table of contents: the headings as nested lists of links; nothing where a report has none. */
export function renderContents({ headings }: Report): Markup {
  if (headings.length === 0) return markup``;
  return markup`<nav class="contents" aria-labelledby="contents">
<details open><summary id="contents">${MESSAGES.reader.contents}</summary>
${listBelow(headings, null)}</details>
</nav>
`;
}

function listBelow(headings: readonly Heading[], parent: number | null): Markup {
  const below = headings.filter((heading) => heading.parent === parent);
  if (below.length === 0) return markup``;
  const items = below.map(
    ({ index, label }) => markup`<li><a href="#h${index}">${label}</a>${listBelow(headings, index)}</li>
`,
  );
  return markup`<ol>${items}</ol>
`;
}
