import { askServer, NoAnswer } from './ask-server.js';
import { cloneTemplate, part } from './clone-template.js';
import { forgetTurns, keepTurn, keptTurns } from './kept-turns.js';
import { offerLargeText } from './large-text.js';
import { showQuestion, showReply } from './show-turn.js';

/** The chat page: asks, shows the conversation, and has it again when the page is loaded again. */

const turns = part(document, '#turns');
const form = part(document, '#ask');
const field = /** @type {HTMLTextAreaElement} */ (part(document, '#question'));
const newTopic = part(document, '#new-topic');
let waiting = false;

offerLargeText();
for (const { question, reply } of keptTurns()) {
  const turn = showQuestion(question);
  turns.append(turn);
  showReply(turn, reply);
}
settle();
if (turns.lastElementChild !== null) bringIntoView(turns.lastElementChild);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const question = field.value.trim();
  if (question !== '') ask(question);
});
field.addEventListener('keydown', (event) => {
  // Enter that ends a word of an input method is not the end of the question.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (form).requestSubmit();
});
field.addEventListener('input', fitField);
document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest('.suggestion') : null;
  if (target !== null) ask(target.textContent ?? '');
});
newTopic.addEventListener('click', () => {
  forgetTurns();
  turns.replaceChildren();
  settle();
  field.focus();
  // The server forgets the topic too; the page does not wait for it, since nothing is shown.
  askServer(newTopic.textContent ?? '', () => {}).catch(() => {});
});

/** @param {string} question */
async function ask(question) {
  if (waiting) return;
  waiting = true;
  const turn = showQuestion(question);
  const indicator = cloneTemplate('waiting');
  const stopping = new AbortController();
  part(indicator, '.stop').addEventListener('click', () => stopping.abort());
  turn.append(indicator);
  turns.append(turn);
  field.value = '';
  fitField();
  settle();
  bringIntoView(turn);
  try {
    const tellPlace = (/** @type {number} */ place) => {
      const words = part(indicator, '.words');
      words.textContent = (words.dataset.place ?? '').replace('{place}', String(place));
    };
    const reply = await askServer(question, tellPlace, stopping.signal);
    indicator.remove();
    showReply(turn, reply);
    if (reply.reason === 'forgotten') forgetTurns();
    else keepTurn(question, reply);
  } catch (fault) {
    indicator.remove();
    if (field.value === '') field.value = question;
    if (stopping.signal.aborted) {
      turn.remove();
      settle();
      field.focus();
      return;
    }
    const said = fault instanceof NoAnswer ? fault.message : '';
    const text = said || (cloneTemplate('offline').textContent ?? '');
    showReply(turn, {
      kind: 'failure',
      reason: '',
      text,
      quotes: [],
      suggestions: [],
      receipt: null,
      copy: '',
    });
  } finally {
    waiting = false;
  }
  bringIntoView(turn);
}

/** What is shown depends on whether there is a conversation. */
function settle() {
  const empty = turns.childElementCount === 0;
  newTopic.hidden = empty;
  document.body.classList.toggle('talking', !empty);
}

function fitField() {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight + 2}px`;
}

/** @param {Element} turn */
function bringIntoView(turn) {
  turn.scrollIntoView({ block: 'start' });
}
