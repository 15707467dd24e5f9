/** The switch for large text; remembered on this device, and harmless where nothing may be stored. */

const KEY = 'wenbao-large-text';

/** Shows the switch and lets it work. */
export function offerLargeText() {
  const button = document.getElementById('large');
  if (button === null) return;
  const set = (/** @type {boolean} */ large) => {
    document.documentElement.classList.toggle('large', large);
    button.setAttribute('aria-pressed', String(large));
  };
  set(read());
  button.hidden = false;
  button.addEventListener('click', () => {
    const large = button.getAttribute('aria-pressed') !== 'true';
    set(large);
    try {
      localStorage.setItem(KEY, String(large));
    } catch {
      // Private browsing may forbid it; the switch still works on this page.
    }
  });
}

function read() {
  try {
    return localStorage.getItem(KEY) === 'true';
  } catch {
    return false;
  }
}
