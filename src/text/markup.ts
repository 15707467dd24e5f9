/** Markup that is already safe to stand in a page. */
export interface Markup {
  readonly markup: string;
}

type Content = string | number | Markup | readonly Content[];

/**
 * A template tag for HTML, SVG and XML: whatever is put in is escaped, unless it is Markup itself.
 * Characters that XML 1.0 does not allow are dropped: a case may well hold them.
 */
export function markup(pieces: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return {
    markup: pieces
      .map((piece, index) => piece + (index < contents.length ? toMarkup(contents[index] ?? '') : ''))
      .join(''),
  };
}

/** Text of our own that needs no escaping, such as a style sheet. */
export function trusted(text: string): Markup {
  return { markup: text };
}

function toMarkup(content: Content): string {
  if (typeof content === 'string') return escapeMarkup(content);
  if (typeof content === 'number') return String(content);
  if ('markup' in content) return content.markup;
  return content.map(toMarkup).join('');
}

function escapeMarkup(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
