import { citationsOf } from '../domain/answer.ts';
import type { Report, Span } from '../domain/report.ts';
import { type Markup, markup } from '../text/markup.ts';
import { citesEvidence } from './cites-evidence.ts';
import { highlightPassage, passagesOf } from './highlight-passage.ts';
import type { ScoredCase } from './scored-case.ts';

const CANDIDATES_SHOWN = 10;
const PASSAGES_SHOWN = 3;

/** One failing case: asked, expected, said, what is wrong, the quote in its passage, and the candidates. */
export function renderFailingCase(scored: ScoredCase, report: Report): Markup {
  const { case: asked, reply, verdict } = scored;
  const quotes = citationsOf(reply.answer).filter(({ reportId }) => reportId === report.id);
  const evidence = asked.evidence.flatMap((item) => item.flatMap(({ spans }): readonly Span[] => spans));
  const passages = passagesOf(report, [...quotes, ...evidence]).slice(0, PASSAGES_SHOWN);
  return markup`<details class="case" id="case-${asked.id}">
<summary><span class="tag">${asked.class}</span> <span class="question">${asked.question}</span> <span class="problem">${verdict.problems[0] ?? ''}</span></summary>
<dl>
<dt>case</dt><dd><code>${asked.id}</code> (${asked.split})</dd>
${asked.history.map(({ question }) => markup`<dt>before</dt><dd>${question}</dd>\n`)}<dt>wrong</dt><dd><ul>${verdict.problems.map((problem) => markup`<li>${problem}</li>`)}</ul></dd>
<dt>expected</dt><dd>${expected(scored)}</dd>
<dt>reply</dt><dd class="reply">${reply.text}</dd>
<dt>rule</dt><dd>${reply.trace.rule}</dd>
${asked.note === '' ? '' : markup`<dt>note</dt><dd>${asked.note}</dd>\n`}</dl>
${passages.map((passage) => highlightPassage(report, passage, quotes, evidence))}
${candidates(scored, report)}
</details>
`;
}

function expected({ case: asked }: ScoredCase): string {
  const parts = [asked.kinds.join(' or ')];
  if (asked.reasons.length > 0) parts.push(`reason ${asked.reasons.join(' or ')}`);
  if (asked.must.length > 0)
    parts.push(`holds ${asked.must.map((item) => `“${item.join('” or “')}”`).join(', ')}`);
  if (asked.mustNot.length > 0) parts.push(`not “${asked.mustNot.join('”, “')}”`);
  return parts.join('; ');
}

function candidates({ case: asked, reply }: ScoredCase, report: Report): Markup | string {
  if (reply.trace.candidates.length === 0) return markup`<p class="quiet">Nothing was searched.</p>`;
  const rows = reply.trace.candidates.slice(0, CANDIDATES_SHOWN).map((candidate, index) => {
    const proves = asked.evidence.some((item) => citesEvidence(item, [candidate]));
    const { dense, lexical, lateInteraction, fused } = candidate.scores;
    const scores = [candidate.probability, dense, lexical, lateInteraction, fused];
    return markup`<tr class="${proves ? 'proves' : ''}"><td>${index + 1}</td>${scores.map((score) => markup`<td>${score.toFixed(3)}</td>`)}<td class="text">${report.text.slice(candidate.start, candidate.end).trim()}${candidate.able ? '' : markup` <span class="tag">cannot be the answer</span>`}</td></tr>
`;
  });
  return markup`<table class="candidates"><thead><tr><th>#</th><th>probability</th><th>dense</th><th>lexical</th><th>late</th><th>fused</th><th class="text">candidate</th></tr></thead>
<tbody>
${rows}</tbody></table>`;
}
