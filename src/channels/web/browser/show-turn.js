import { cloneTemplate, part } from './clone-template.js';
import { copyText } from './copy-text.js';
import { rateAnswer } from './rate-answer.js';
import { showQuote } from './show-quote.js';

/** @import { WireReply } from './wire.d.ts' */

/**
 * The question in the conversation, still without its answer. Whatever people and the server say is set as text.
 * @param {string} question
 */
export function showQuestion(question) {
  const turn = cloneTemplate('turn');
  part(turn, '.question p').textContent = question;
  return turn;
}

/**
 * @param {HTMLElement} turn
 * @param {WireReply} reply
 */
export function showReply(turn, { kind, text, quotes, suggestions, receipt, copy }) {
  const answer = part(turn, '.answer');
  answer.dataset.kind = kind;
  showStatement(part(answer, '.statement'), text, kind === 'answer' || kind === 'partial');
  part(answer, '.evidence').append(
    ...quotes.map((quote, index) => showQuote(quote, index + 1, quotes.length === 1)),
  );
  part(answer, '.receipt span').textContent = String(receipt);
  part(answer, '.actions').hidden = quotes.length === 0 && receipt === null;
  for (const name of ['.up', '.down', '.receipt']) part(answer, name).hidden = receipt === null;
  offerCopy(part(answer, '.copy'), copy);
  if (receipt !== null) rateAnswer(answer, receipt);
  const next = part(answer, '.suggestions');
  next.hidden = suggestions.length === 0;
  part(next, 'ul').append(
    ...suggestions.map((question) => {
      const item = cloneTemplate('suggestion');
      part(item, 'button').textContent = question;
      return item;
    }),
  );
  answer.hidden = false;
}

const NEXT_ITEM = /\n(?=\d+\. )/;

/**
 * A member of a list hangs by its number.
 * @param {string} lines
 */
function showLines(lines, /** @type {number} */ index) {
  if (index === 0) return lines;
  const item = document.createElement('span');
  item.className = 'item';
  item.textContent = lines;
  return item;
}

/**
 * What is stated stands out; the members of a list behind it do not.
 * @param {HTMLElement} statement
 * @param {string} text
 * @param {boolean} grounded
 */
function showStatement(statement, text, grounded) {
  statement.hidden = text === '';
  if (!grounded) {
    statement.textContent = text;
    return;
  }
  const end = text.includes('\n') ? text.indexOf('\n') : text.length;
  const first = document.createElement('strong');
  first.textContent = text.slice(0, end);
  statement.append(first, ...text.slice(end).split(NEXT_ITEM).map(showLines));
}

/**
 * @param {HTMLElement} button
 * @param {string} text
 */
function offerCopy(button, text) {
  const words = button.textContent;
  button.addEventListener('click', async () => {
    const copied = await copyText(text);
    button.textContent = (copied ? button.dataset.done : button.dataset.failed) ?? '';
    setTimeout(() => {
      button.textContent = words;
    }, 2000);
  });
}
