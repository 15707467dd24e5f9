import type { Report } from '../../../domain/report.ts';
import { type Markup, markup } from '../../../text/markup.ts';
import { MESSAGES } from '../messages.ts';
import { bothYears, type Said } from './both-years.ts';

/** Results and targets of the same indicators side by side, in the report's words; nothing where there are none. */
export function renderBothYears(report: Report): Markup | '' {
  const { reader } = MESSAGES;
  const { yearReviewed, yearPlanned } = report.facts;
  const pairs = bothYears(report);
  if (pairs.length === 0 || yearReviewed === null || yearPlanned === null) return '';
  const rows = pairs.map(
    ({ name, result, target }) => markup`<tr><th scope="row">${name}</th><td>${linkTo(report, result)}</td>
<td>${linkTo(report, target)}</td></tr>
`,
  );
  return markup`<details class="years" id="years">
<summary>${reader.bothYears(yearReviewed, yearPlanned, pairs.length)}</summary>
<table>
<caption>${reader.bothYearsNote}</caption>
<thead><tr><th scope="col">${reader.indicator}</th><th scope="col">${reader.result(yearReviewed)}</th><th scope="col">${reader.target(yearPlanned)}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</details>
`;
}

/** The anchor of the sentence, which needs no script. */
function linkTo({ text }: Report, { start, end, sentence }: Said): Markup {
  return markup`<a href="#s${sentence}">${text.slice(start, end)}</a>`;
}
