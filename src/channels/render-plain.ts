import type { Answer, Citation } from '../domain/answer.ts';
import { oneLine } from '../text/one-line.ts';

/** An answer as plain text for every channel: what is said, then each quote and where it stands. */
export function renderPlain(answer: Answer): string {
  if (answer.kind === 'answer' || answer.kind === 'partial') {
    return [answer.statement, ...quotes(answer.citations, '原文')].join('\n');
  }
  if (answer.kind === 'refusal')
    return [answer.statement, ...quotes(answer.related, '相关，但不是答案')].join('\n');
  return answer.statement;
}

/** One quote: 【原文】“…” and —— its heading path; numbered where there are several. */
function quotes(citations: readonly Citation[], label: string): string[] {
  return citations.flatMap(({ quote, headingPath }, index) => {
    const number = citations.length > 1 ? String(index + 1) : '';
    const place = headingPath.length === 0 ? [] : [`—— ${renderPlace(headingPath)}`];
    return [`【${label}${number}】“${oneLine(quote)}”`, ...place];
  });
}

/** 一、2017年工作回顾 ›（一）经济运行稳中向好: no space before a full-width bracket, which brings its own. */
export function renderPlace(headingPath: readonly string[]): string {
  return headingPath
    .map((label, index) => (index === 0 ? label : label.startsWith('（') ? ` ›${label}` : ` › ${label}`))
    .join('');
}
