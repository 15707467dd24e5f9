import type { Report } from '../../domain/report.ts';
import type { Trace } from '../../domain/trace.ts';

const SHOWN = 8;

/** How an answer came about, for staff: the question as understood, the rule, the candidates and the time. */
export function renderTrace(trace: Trace, reports: readonly Report[]): string {
  const { question, candidates, rule, stages } = trace;
  const lines = [`rule        ${rule}`];
  if (question !== null) {
    const { text, asks, time, ordinal } = question;
    const years = [
      ...time.years.map(String),
      ...(time.period === null ? [] : [`${time.period.from}–${time.period.to}`]),
      ...(time.now ? ['now'] : []),
    ];
    lines.unshift(
      `question    ${text}`,
      `asks        ${asks}${ordinal === null ? '' : ` (member ${ordinal})`}`,
      `time        ${years.join(', ') || '-'}`,
    );
  }
  if (candidates.length > 0) {
    lines.push('candidates  p      late   dense  lexic  able  sentence');
    for (const { probability, scores, able, reportId, start, end } of candidates.slice(0, SHOWN)) {
      const numbers = [probability, scores.lateInteraction, scores.dense, scores.lexical]
        .map((score) => score.toFixed(3).padEnd(6))
        .join(' ');
      const text = reports.find(({ id }) => id === reportId)?.text.slice(start, end) ?? '';
      lines.push(`            ${numbers} ${able ? 'yes ' : 'no  '}  ${shorten(text)}`);
    }
  }
  lines.push(
    `time (ms)   ${Object.entries(stages)
      .map(([stage, milliseconds]) => `${stage} ${milliseconds.toFixed(1)}`)
      .join(', ')}`,
  );
  return lines.join('\n');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
