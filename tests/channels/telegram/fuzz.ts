import { expect } from 'vitest';
import { makeConverse } from '../../conversation/make-converse.ts';
import { messageUpdate } from './make-update.ts';
import { openTelegram } from './open-telegram.ts';
import { createRandomUpdates } from './random-updates.ts';

/** So many wait at Telegram at once. */
const AT_ONCE = 500;
const STACK = /\bat .+:\d+:\d+|\b\w*Error\b|[a-z]+\.ts\b/u;
const SOMEBODY = 999_999;

/**
 * Sends random and mutated updates through the fake Bot API to a running channel, and expects that it neither
 * crashes nor hangs, that Telegram refuses nothing it says, and that no stack trace is said.
 */
export async function fuzzUpdates(count: number, seed: number): Promise<void> {
  const made = makeConverse({ admit: () => ({ kind: 'admitted' }) });
  const telegram = await openTelegram(made.converse, { timing: { typingAgainMs: 4_000 } });
  const nextUpdate = createRandomUpdates(seed);
  for (let sent = 0; sent < count; sent += AT_ONCE) {
    await telegram.hear(...Array.from({ length: Math.min(AT_ONCE, count - sent) }, nextUpdate));
  }
  await telegram.hear(messageUpdate(SOMEBODY, '去年新建了几座公园'));
  expect(telegram.texts(SOMEBODY)).toEqual([expect.stringContaining('3座')]);
  expect(telegram.crashes).toEqual([]);
  expect(telegram.lines).toEqual([]);
  expect(made.faults).toEqual([]);
  const refused = telegram.api.calls.filter(
    ({ method, status }) =>
      status !== 200 && method !== 'answerCallbackQuery' && method !== 'editMessageReplyMarkup',
  );
  expect(refused).toEqual([]);
  const said = telegram.api.state.shown.map(({ text }) => text);
  expect(said.length).toBeGreaterThan(count / 4);
  expect(said.filter((text) => STACK.test(text.replaceAll(/“[^”]*”的回答|^问：.*$/gmu, '')))).toEqual([]);
  await telegram.close();
}
