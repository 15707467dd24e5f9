import { sendFeedback } from './ask-server.js';
import { cloneTemplate, part } from './clone-template.js';

/**
 * Lets 👍 and 👎 of an answer work; 👎 asks for a reason first.
 * @param {HTMLElement} answer
 * @param {number} receipt
 */
export function rateAnswer(answer, receipt) {
  const [up, down, noted] = [part(answer, '.up'), part(answer, '.down'), part(answer, '.noted')];
  up.addEventListener('click', () => send('up', ''));
  down.addEventListener('click', () => {
    const open = answer.querySelector('.why');
    down.setAttribute('aria-expanded', String(open === null));
    if (open !== null) open.remove();
    else askWhy();
  });

  function askWhy() {
    const form = /** @type {HTMLFormElement} */ (cloneTemplate('why'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const data = new FormData(form);
      const reason = [data.get('reason'), data.get('other')].filter(Boolean).join('；');
      send('down', reason);
    });
    noted.after(form);
    part(form, 'input').focus({ preventScroll: true });
    // All of it, above the field for the next question.
    form.scrollIntoView({ block: 'nearest' });
  }

  /**
   * @param {'up' | 'down'} verdict
   * @param {string} reason
   */
  async function send(verdict, reason) {
    try {
      await sendFeedback(receipt, verdict, reason);
      up.setAttribute('aria-pressed', String(verdict === 'up'));
      down.setAttribute('aria-pressed', String(verdict === 'down'));
      down.setAttribute('aria-expanded', 'false');
      if (answer.querySelector('.why') !== null) down.focus();
      answer.querySelector('.why')?.remove();
      noted.textContent = noted.dataset.thanks ?? '';
    } catch (fault) {
      noted.textContent = (fault instanceof Error && fault.message) || (noted.dataset.failed ?? '');
    }
  }
}
