import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropOlderThan } from '../../src/conversation/drop-older-than.ts';
import { createExchanges } from '../../src/conversation/exchanges.ts';
import { createMemoryStore } from '../../src/conversation/memory-store.ts';
import { createReceipts } from '../../src/conversation/receipts.ts';
import { conversationOf } from '../contracts/conversation-store.ts';

const DAY = 24 * 60 * 60_000;

it('deletes conversations, exchanges and their receipts after the days that are kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-retention-'));
  const now = Date.UTC(2024, 5, 30);
  const kept = {
    store: createMemoryStore(),
    exchanges: createExchanges(folder),
    receipts: createReceipts(folder),
  };
  const stamps = { report: 'r', model: 'm', index: 'i', calibration: 'c', configuration: 'k' };
  for (const [person, age] of [
    ['old', 31],
    ['young', 29],
  ] as const) {
    const time = now - age * DAY;
    await kept.store.put(`${person}/a`, conversationOf('几座公园', time));
    const receipt = await kept.receipts.append({ question: person, history: [], sha256: 'x', stamps });
    await kept.exchanges.append({
      time: new Date(time).toISOString(),
      channel: 'web',
      person,
      question: '几座公园',
      kind: 'answer',
      reason: '',
      receipt,
      latencyMs: 1,
      feedback: null,
    });
  }
  await dropOlderThan(30, now, kept);
  expect((await kept.store.list()).map(({ key }) => key)).toEqual(['young/a']);
  expect((await kept.exchanges.recent(9)).map(({ person }) => person)).toEqual(['young']);
  expect(await kept.receipts.find(1)).toBeNull();
  expect(await kept.receipts.find(2)).toMatchObject({ question: 'young' });
  await rm(folder, { recursive: true });
});
