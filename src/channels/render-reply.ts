import type { Reply, ShownPassage } from '../domain/reply.ts';
import { renderPlace, renderPlain } from './render-plain.ts';

/** A reply as plain text, for a channel without buttons; '' for silence. */
export function renderReply(reply: Reply): string {
  const parts = [renderBody(reply)];
  if (reply.kind === 'answer') {
    const { suggestions, receipt } = reply;
    if (suggestions.length > 0) {
      const numbered = suggestions.map((question, index) => `${index + 1}. ${question}`);
      parts.push(['还可以问（回复数字）：', ...numbered].join('\n'));
    }
    if (receipt !== null) parts.push(`回执 ${receipt}`);
  }
  return parts.join('\n');
}

/** The same without what buttons can say: no suggestions, no receipt. */
export function renderBody(reply: Reply): string {
  switch (reply.kind) {
    case 'answer':
      return renderPlain(reply.answer);
    case 'passages':
      return reply.passages.map(renderPassage).join('\n\n');
    case 'notice':
      return reply.text;
    case 'silence':
      return '';
  }
}

/** The whole passage, what was quoted of it between 【 and 】. */
function renderPassage({ text, start, end, headingPath }: ShownPassage): string {
  const marked = `${text.slice(0, start)}【${text.slice(start, end)}】${text.slice(end)}`;
  return headingPath.length === 0 ? marked : `${marked}\n—— ${renderPlace(headingPath)}`;
}
