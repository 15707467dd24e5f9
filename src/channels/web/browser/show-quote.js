import { cloneTemplate, part } from './clone-template.js';

/** @import { WireQuote } from './wire.d.ts' */

/**
 * A quote with its label, its place and the way to it in the report.
 * @param {WireQuote} quote
 * @param {number} number
 * @param {boolean} single
 */
export function showQuote({ role, text, mark, place, address }, number, single) {
  const figure = cloneTemplate('quote');
  figure.classList.add(role);
  const label = part(figure, '.label');
  label.textContent = (role === 'related' ? label.dataset.related : label.dataset.quote) ?? '';
  part(figure, '.number').textContent = single ? '' : String(number);
  const words = part(figure, 'blockquote');
  if (mark === null) words.textContent = text;
  else {
    const marked = document.createElement('mark');
    marked.textContent = text.slice(mark.start, mark.end);
    words.append(text.slice(0, mark.start), marked, text.slice(mark.end));
  }
  part(figure, 'cite').textContent = place;
  const link = /** @type {HTMLAnchorElement} */ (part(figure, '.place a'));
  link.href = address;
  link.setAttribute('aria-label', (link.dataset.label ?? '').replace('{number}', String(number)));
  return figure;
}
