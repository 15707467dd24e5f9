import { offerLargeText } from './large-text.js';
import { markSpan } from './mark-span.js';

/** What the reader's page does beyond links and forms: a quote from the fragment, the way from quote to quote. */

const QUOTE = /^#s=(\d{1,9})-(\d{1,9})$/;
const links = [...document.querySelectorAll('.quotes a')];

offerLargeText();
offerPrint();
offerSteps();
foldContents();
showQuote();
window.addEventListener('hashchange', showQuote);

/** Marks what the fragment names, if it is a stretch of the report, and brings it into view. */
function showQuote() {
  for (const mark of document.querySelectorAll('mark.now')) mark.classList.remove('now');
  for (const link of links) {
    if (link.getAttribute('href') === location.hash) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  const match = QUOTE.exec(location.hash);
  if (match === null) return;
  const marks = markSpan(Number(match[1]), Number(match[2]), location.hash.slice(1));
  const [first] = marks;
  if (first === undefined) return;
  for (const mark of marks) mark.classList.add('now');
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'center' });
}

function offerSteps() {
  for (const [id, step] of /** @type {const} */ ([
    ['previous', -1],
    ['next', 1],
  ])) {
    const button = document.getElementById(id);
    if (button === null) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const at = links.findIndex((link) => link.hasAttribute('aria-current'));
      const link = links[(at + step + links.length) % links.length] ?? links[0];
      location.hash = link?.getAttribute('href') ?? '';
    });
  }
}

function offerPrint() {
  const button = document.getElementById('print');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

/** A long list before the text is in the way on a phone. */
function foldContents() {
  const contents = document.querySelector('.contents details');
  if (contents instanceof HTMLDetailsElement) contents.open = matchMedia('(min-width: 64rem)').matches;
}
