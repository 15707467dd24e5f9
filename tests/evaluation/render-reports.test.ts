import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { toAccepted } from '../../src/evaluation/accepted-run.ts';
import { findFlips } from '../../src/evaluation/find-flips.ts';
import { renderHtml } from '../../src/evaluation/render-html.ts';
import { renderJunit } from '../../src/evaluation/render-junit.ts';
import { scoreCase } from '../../src/evaluation/score-case.ts';
import type { ScoredCase } from '../../src/evaluation/scored-case.ts';
import { summarise } from '../../src/evaluation/summarise.ts';
import { markup } from '../../src/text/markup.ts';
import { cite, fixtureCase, grounded, overlapBot, renderText } from './fixture-answers.ts';
import { fixtureReport } from './fixture-report.ts';

const report = fixtureReport();
const hostile = '</text><script>alert("&\u0000")</script>';

async function failing(answer: Answer): Promise<ScoredCase> {
  const asked = fixtureCase(report, {
    question: `增长多少${hostile}`,
    must: [['8%']],
    evidence: ['同比增长8%'],
    note: hostile,
  });
  const { trace } = await overlapBot(report)('地区生产总值增长多少', []);
  const text = renderText(answer);
  return {
    case: asked,
    reply: { id: asked.id, answer, text, trace, latencyMs: 12.34 },
    verdict: scoreCase(asked, { answer, text }, report),
  };
}

const plan = cite(report, '地区生产总值增长8.5%');

function page(scored: readonly ScoredCase[]): string {
  const accepted = new Map(
    scored.map((own) => [own.case.id, { ...toAccepted(own, 'sha'), passed: true, text: hostile }]),
  );
  const comparison = findFlips(scored, accepted);
  return renderHtml({
    report,
    fingerprint: 'sha',
    scored,
    summary: summarise(scored),
    accepted,
    comparison,
    missed: [hostile],
  });
}

describe('renderHtml', () => {
  it('escapes whatever comes from a case, a reply or an accepted file', async () => {
    const html = page([await failing(grounded(`增长8.5%${hostile}`, plan))]);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('loads nothing from elsewhere', async () => {
    const html = page([await failing(grounded('增长8.5%', plan))]);
    expect(html).not.toMatch(/\b(?:src|href)=|url\(|@import|https?:/);
  });

  it('marks the quote and the evidence in their passages', async () => {
    const html = page([await failing(grounded('增长8.5%', plan))]);
    expect(html).toContain('<mark class="quoted">地区生产总值增长8.5%</mark>');
    expect(html).toContain('<mark class="proves">同比增长8%</mark>');
  });

  it('shows the candidates, those that hold evidence marked', async () => {
    const html = page([await failing(grounded('增长8.5%', plan))]);
    expect(html).toMatch(/<tr class="proves"><td>1<\/td>.*预计全年实现地区生产总值/);
  });

  it('has the three plots, and two without times', async () => {
    const timed = await failing(grounded('增长8.5%', plan));
    expect(page([timed]).match(/<svg /g)).toHaveLength(3);
    expect(page([{ ...timed, reply: { ...timed.reply, latencyMs: null } }]).match(/<svg /g)).toHaveLength(2);
  });
});

describe('renderJunit', () => {
  it('names what is wrong with a failing case, and its seconds', async () => {
    const xml = renderJunit([await failing(grounded('增长8.5%', plan))]);
    expect(xml).toContain('<testsuite name="figure" tests="1" failures="1" errors="0" skipped="0">');
    expect(xml).toContain('<testcase classname="qingxi-2018.figure" name="figure-growth" time="0.0123">');
    expect(xml).toContain('<failure message="lacks “8%”; does not cite “同比增长8%”">');
    expect(xml).not.toContain('\u0000');
  });
});

describe('markup', () => {
  it('escapes text, and leaves markup and lists of it alone', () => {
    expect(markup`<b>${'a<b'}</b>${[markup`<i/>`, '&']}${3}`.markup).toBe('<b>a&lt;b</b><i/>&amp;3');
  });
});
