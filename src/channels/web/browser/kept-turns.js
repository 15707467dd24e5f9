/** @import { WireReply } from './wire.d.ts' */

const KEY = 'wenbao-turns';
const MOST = 30;

/**
 * The conversation as it stands on this tab, oldest first.
 * @returns {{ question: string, reply: WireReply }[]}
 */
export function keptTurns() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} question
 * @param {WireReply} reply
 */
export function keepTurn(question, reply) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...keptTurns(), { question, reply }].slice(-MOST)));
  } catch {
    // Full or forbidden: the conversation is then only as long as the page.
  }
}

export function forgetTurns() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
