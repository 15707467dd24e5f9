import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExchanges } from '../../src/conversation/exchanges.ts';
import type { Exchange } from '../../src/domain/exchange.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-exchanges-'));
});
afterEach(() => rm(folder, { recursive: true }));

function exchange(receipt: number, person = 'zhang'): Exchange {
  return {
    time: new Date(Date.UTC(2024, 0, receipt)).toISOString(),
    channel: 'wechat',
    person,
    question: `第${receipt}问`,
    kind: 'answer',
    reason: '',
    receipt,
    latencyMs: 42,
    feedback: null,
  };
}

describe('createExchanges', () => {
  it('gives the last ones, newest first, also to another process', async () => {
    const exchanges = createExchanges(folder);
    for (const receipt of [1, 2, 3]) await exchanges.append(exchange(receipt));
    expect(await createExchanges(folder).recent(2)).toEqual([exchange(3), exchange(2)]);
    expect(await createExchanges(join(folder, 'empty')).recent(2)).toEqual([]);
  });

  it('keeps the last feedback of the person who was answered, and nobody else’s', async () => {
    const exchanges = createExchanges(folder);
    await exchanges.append(exchange(1));
    expect(await exchanges.setFeedback('zhang', 1, { verdict: 'up', reason: '' })).toBe(true);
    expect(await exchanges.setFeedback('zhang', 1, { verdict: 'down', reason: '数字不对' })).toBe(true);
    expect(await exchanges.setFeedback('li', 1, { verdict: 'up', reason: '' })).toBe(false);
    expect(await exchanges.setFeedback('zhang', 2, { verdict: 'up', reason: '' })).toBe(false);
    expect(await exchanges.recent(9)).toEqual([
      { ...exchange(1), feedback: { verdict: 'down', reason: '数字不对' } },
    ]);
  });

  it('forgets a person on the disk too, and names the receipts', async () => {
    const exchanges = createExchanges(folder);
    await exchanges.append(exchange(1));
    await exchanges.append(exchange(2, 'li'));
    await exchanges.append({ ...exchange(3), receipt: null });
    await exchanges.setFeedback('zhang', 1, { verdict: 'down', reason: '不对' });
    expect(await exchanges.forget('zhang')).toEqual([1]);
    expect(await exchanges.recent(9)).toEqual([exchange(2, 'li')]);
    expect(await readFile(join(folder, 'exchanges.jsonl'), 'utf8')).not.toMatch(/zhang|第1问|不对/u);
  });

  it('drops what is older than a time, and loses nothing that is added meanwhile', async () => {
    const exchanges = createExchanges(folder);
    for (const receipt of [1, 2, 3]) await exchanges.append(exchange(receipt));
    const [dropped] = await Promise.all([
      exchanges.dropBefore(Date.UTC(2024, 0, 3)),
      exchanges.append(exchange(4)),
    ]);
    expect(dropped).toEqual([1, 2]);
    expect((await exchanges.recent(9)).map(({ receipt }) => receipt)).toEqual([4, 3]);
  });

  it('passes over a line that was cut short, and is for its owner alone', async () => {
    const exchanges = createExchanges(folder);
    await exchanges.append(exchange(1));
    await appendFile(join(folder, 'exchanges.jsonl'), '{"time":"2024');
    await exchanges.append(exchange(2));
    expect((await exchanges.recent(9)).map(({ receipt }) => receipt)).toEqual([2, 1]);
    expect((await stat(join(folder, 'exchanges.jsonl'))).mode & 0o777).toBe(0o600);
  });
});
