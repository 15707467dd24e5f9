/** @import { WireReply } from './wire.d.ts' */

/** Why there is no answer, in words of the server for the person; '' where it was not reached. */
export class NoAnswer extends Error {}

/**
 * Asks, and tells the place in the queue while it waits.
 * @param {string} question
 * @param {(place: number) => void} onPlace
 * @param {AbortSignal} [signal] hangs up, upon which the server gives the question up
 * @returns {Promise<WireReply>}
 */
export async function askServer(question, onPlace, signal) {
  const response = await post('/api/ask', { question }, 'text/event-stream', signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  for (;;) {
    const part = await reader?.read().catch(() => undefined);
    if (part?.value === undefined) throw new NoAnswer('');
    unread += part.value;
    const events = unread.split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
      if (name === 'queued') onPlace(JSON.parse(data ?? '{}').place);
      if (name === 'reply') return JSON.parse(data ?? '{}');
      if (name === 'refused') throw new NoAnswer(JSON.parse(data ?? '{}').message);
    }
  }
}

/**
 * @param {number} receipt
 * @param {'up' | 'down'} verdict
 * @param {string} reason
 */
export async function sendFeedback(receipt, verdict, reason) {
  await post('/api/feedback', { receipt, verdict, reason }, 'application/json');
}

/**
 * @param {string} address
 * @param {object} body
 * @param {string} accept
 * @param {AbortSignal} [signal]
 */
async function post(address, body, accept, signal) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
    signal: signal ?? null,
  }).catch(() => {
    throw new NoAnswer('');
  });
  if (response.ok) return response;
  const refused = await response.json().catch(() => ({ message: '' }));
  throw new NoAnswer(refused.message ?? '');
}
