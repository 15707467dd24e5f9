import type { Report } from '../domain/report.ts';
import { type Markup, markup, trusted } from '../text/markup.ts';
import type { AcceptedReply } from './accepted-run.ts';
import type { Comparison, Flip } from './find-flips.ts';
import type { MeasuredRate } from './measures.ts';
import { PAGE_STYLE } from './page-style.ts';
import { plotClasses } from './plot-classes.ts';
import { plotCoverageRisk } from './plot-coverage-risk.ts';
import { plotLatency } from './plot-latency.ts';
import { renderFailingCase } from './render-failing-case.ts';
import { barOf, percent, reachedBy, splitHeads } from './render-table.ts';
import { RECALL_DEPTHS } from './retrieval-ranks.ts';
import type { ScoredCase } from './scored-case.ts';
import type { Summary } from './summarise.ts';
import type { Rate } from './wilson.ts';

export interface PageContents {
  readonly report: Report;
  /** sha256 of the report's text. */
  readonly fingerprint: string;
  readonly scored: readonly ScoredCase[];
  readonly summary: Summary;
  readonly accepted: ReadonlyMap<string, AcceptedReply>;
  readonly comparison: Comparison;
  /** What is below its floor, a line each. */
  readonly missed: readonly string[];
}

/** One self-contained page: no scripts, nothing loaded from elsewhere, no date, so that equal runs are equal bytes. */
export function renderHtml(contents: PageContents): string {
  const { report, fingerprint, scored, summary, accepted, comparison, missed } = contents;
  const title = report.facts.title === '' ? report.id : report.facts.title;
  const failing = scored.filter(({ verdict }) => !verdict.passed);
  const times = scored.map(({ reply }) => reply.latencyMs).filter((time) => time !== null);
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation: ${title}</title>
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<header><h1>${title}</h1>
<p class="quiet">${scored.length} cases, report text <code>${fingerprint.slice(0, 16)}</code></p></header>
${cards(summary, comparison)}
${missed.map((line) => markup`<p class="bad">Below the floor: ${line}</p>\n`)}<figure><h2>Passed, by class</h2>
${plotClasses(summary, scored, accepted)}</figure>
<div class="pair" style="margin-top:1rem">
<figure><h2>Coverage and risk</h2>
${plotCoverageRisk(scored)}</figure>
${summary.latency === null ? '' : markup`<figure><h2>Latency</h2>\n${plotLatency(times, summary.latency)}</figure>\n`}</div>
<h2>Measures</h2>
${measures(summary)}
<h2>Evidence found by each stage</h2>
${retrieval(summary)}
<h2>Against the accepted replies</h2>
${flips(comparison, accepted.size)}
<h2>Failing cases (${failing.length})</h2>
<p class="quiet"><mark class="quoted">quoted</mark> by the reply, <mark class="proves">evidence</mark> of the case; candidates that hold evidence are green.</p>
${failing.map((own) => renderFailingCase(own, report))}</body>
</html>
`.markup;
}

function cards({ total, measures: { all }, latency }: Summary, { flips: changed }: Comparison): Markup {
  const broken = changed.filter(({ kind }) => kind === 'broken').length;
  const rateOf = (name: string): Rate | undefined => all.find((own) => own.name === name)?.rate;
  const entries: readonly (readonly [string, string, string])[] = [
    [percent(total.all.share), 'passed', ''],
    [percent(total.bySplit.test.share), 'passed, test split', ''],
    ...['quotes hold the evidence', 'false refusals', 'unanswerable answered'].map(
      (name) => [percent(rateOf(name)?.share ?? null), name, ''] as const,
    ),
    [String(broken), 'broken', broken > 0 ? 'bad' : 'good'],
    ...(latency === null ? [] : [[`${latency.percentile95.toFixed(0)} ms`, 'latency, p95', ''] as const]),
  ];
  return markup`<div class="cards">${entries.map(
    ([value, label, tone]) =>
      markup`<div class="card"><b class="${tone}">${value}</b><span>${label}</span></div>`,
  )}</div>`;
}

function measures({ measures: { all, dev, test } }: Summary): Markup {
  const cell = (own: MeasuredRate | undefined): Markup =>
    own === undefined || own.rate.share === null
      ? markup`<td class="quiet">–</td>`
      : markup`<td>${percent(own.rate.share)} <span class="quiet">${own.rate.count}/${own.rate.of}, ${(own.rate.low * 100).toFixed(1)}–${(own.rate.high * 100).toFixed(1)}</span></td>`;
  const rows = all.map((own, index) =>
    own.rate.of === 0
      ? ''
      : markup`<tr><td>${own.name}${own.good === 'low' ? markup` <span class="quiet">(low is good)</span>` : ''}</td><td>${barOf(own)}</td><td>${reachedBy(test[index])}</td>${[own, dev[index], test[index]].map(cell)}</tr>\n`,
  );
  return markup`<div class="scroll"><table><thead><tr><th>measure</th><th>bar</th><th>reached by test</th><th>all</th><th>dev</th><th>test</th></tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function retrieval({ retrieval: stages }: Summary): Markup {
  const rows = stages.map(
    ({ stage, recall, meanReciprocalRank, bySplit, cases }) =>
      markup`<tr><td>${stage}</td>${recall.map((share) => markup`<td>${percent(share)}</td>`)}<td>${meanReciprocalRank.toFixed(3)}</td><td>${percent(bySplit.dev)}</td><td>${percent(bySplit.test)}</td><td>${cases}</td></tr>\n`,
  );
  const depths = RECALL_DEPTHS.map((depth) => markup`<th>recall@${depth}</th>`);
  return markup`<div class="scroll"><table><thead><tr><th>stage</th>${depths}<th>MRR</th>${splitHeads().map((head) => markup`<th>${head}</th>`)}<th>cases</th></tr></thead><tbody>
${rows}</tbody></table></div>`;
}

function flips({ flips: changed, unseen }: Comparison, accepted: number): Markup {
  if (accepted === 0) return markup`<p class="quiet">Nothing was accepted yet.</p>`;
  const of = (kind: Flip['kind']): readonly Flip[] => changed.filter((flip) => flip.kind === kind);
  const shown = [...of('broken'), ...of('mended'), ...of('reworded')];
  return markup`<p>${of('broken').length} broken, ${of('mended').length} mended, ${of('reworded').length} reworded, ${unseen} new.</p>
${shown.map(
  (
    flip,
  ) => markup`<div class="flip"><span class="tag">${flip.stage}</span> <b class="${flip.kind === 'broken' ? 'bad' : flip.kind === 'mended' ? 'good' : 'quiet'}">${flip.kind}</b> ${flip.question}
<dl><dt>then</dt><dd class="reply">${flip.before}</dd><dt>now</dt><dd class="reply">${flip.now}</dd></dl></div>
`,
)}`;
}
