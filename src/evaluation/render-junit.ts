import { markup } from '../text/markup.ts';
import type { ScoredCase } from './scored-case.ts';

/** The run as JUnit XML: a suite a class, a test a case; seconds are left out where times were. */
export function renderJunit(scored: readonly ScoredCase[]): string {
  const classes = [...new Set(scored.map(({ case: asked }) => asked.class))].sort();
  const failures = (of: readonly ScoredCase[]): number => of.filter(({ verdict }) => !verdict.passed).length;
  const suites = classes.map((name) => {
    const own = scored.filter(({ case: asked }) => asked.class === name);
    return markup`  <testsuite name="${name}" tests="${own.length}" failures="${failures(own)}" errors="0" skipped="0">
${own.map(testCase)}  </testsuite>
`;
  });
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="wenbao" tests="${scored.length}" failures="${failures(scored)}" errors="0">
${suites}</testsuites>
`.markup;
}

function testCase({ case: asked, reply, verdict }: ScoredCase) {
  const time = reply.latencyMs === null ? '' : markup` time="${(reply.latencyMs / 1000).toFixed(4)}"`;
  const start = markup`    <testcase classname="${asked.reportId}.${asked.class}" name="${asked.id}"${time}`;
  if (verdict.passed) return markup`${start}/>\n`;
  return markup`${start}>
      <failure message="${verdict.problems.join('; ')}">question: ${asked.question}
reply: ${reply.text}</failure>
    </testcase>
`;
}
