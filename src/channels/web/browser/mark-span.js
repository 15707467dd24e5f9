const LONGEST = 5000;

/**
 * The marks of a stretch of the report, made where the page has none yet. Offsets that are no stretch of it give none.
 * @param {number} start
 * @param {number} end
 * @param {string} id
 * @returns {HTMLElement[]}
 */
export function markSpan(start, end, id) {
  const there = /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll(`mark[data-of="${CSS.escape(id)}"]`),
  ]);
  if (there.length > 0 || start >= end || end - start > LONGEST) return there;
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('span[data-start]'))].flatMap(
    (sentence) => markInside(sentence, start, end, id),
  );
}

/**
 * @param {HTMLElement} sentence
 * @param {number} start
 * @param {number} end
 * @param {string} id
 * @returns {HTMLElement[]}
 */
function markInside(sentence, start, end, id) {
  let at = Number(sentence.dataset.start);
  if (at >= end || at + (sentence.textContent?.length ?? 0) <= start) return [];
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  const marks = [];
  for (const text of texts) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, text.length);
    at += text.length;
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    const mark = document.createElement('mark');
    mark.className = 'cited';
    mark.dataset.of = id;
    range.surroundContents(mark);
    marks.push(mark);
  }
  return marks;
}
