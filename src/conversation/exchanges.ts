import { join } from 'node:path';
import { z } from 'zod';
import type { Exchange, Exchanges } from '../domain/exchange.ts';
import { appendLine } from './append-line.ts';
import { createInOrder } from './in-order.ts';
import { readLines } from './read-lines.ts';
import { writePrivate } from './write-private.ts';

const feedback = z.object({ verdict: z.enum(['up', 'down']), reason: z.string() });

const exchange = z.object({
  time: z.string(),
  channel: z.enum(['telegram', 'wechat', 'wecom', 'web']),
  person: z.string(),
  question: z.string(),
  kind: z.string(),
  reason: z.string(),
  receipt: z.number().nullable(),
  latencyMs: z.number(),
  feedback: feedback.nullable(),
});

/** Feedback comes later, so it is a line of its own behind the exchange. */
const laterFeedback = z.object({ person: z.string(), receipt: z.number(), feedback });

/** Exchanges in `exchanges.jsonl` of a folder; a line that cannot be read is passed over. */
export function createExchanges(directory: string): Exchanges {
  const path = join(directory, 'exchanges.jsonl');
  // Writing anew what another call adds to at the same time would lose it.
  const inOrder = createInOrder();
  return {
    async append(exchange) {
      await inOrder(path, () => appendLine(path, JSON.stringify(exchange)));
    },
    recent: (count) => inOrder(path, async () => [...(await readAll())].reverse().slice(0, count)),
    setFeedback: (person, receipt, given) =>
      inOrder(path, async () => {
        const known = (await readAll()).some((each) => each.person === person && each.receipt === receipt);
        if (known) await appendLine(path, JSON.stringify({ person, receipt, feedback: given }));
        return known;
      }),
    forget: (person) => keepOnly((each) => each.person !== person),
    dropBefore: (time) => keepOnly((each) => Date.parse(each.time) >= time),
  };

  /** What is dropped is gone from the disk, and not merely marked. */
  function keepOnly(stays: (exchange: Exchange) => boolean): Promise<readonly number[]> {
    return inOrder(path, async () => {
      const all = await readAll();
      const kept = all.filter(stays);
      if (kept.length === all.length) return [];
      await writePrivate(path, kept.map((each) => `${JSON.stringify(each)}\n`).join(''));
      return all.filter((each) => !stays(each)).flatMap(({ receipt }) => receipt ?? []);
    });
  }

  /** Oldest first, each with its last feedback. */
  async function readAll(): Promise<readonly Exchange[]> {
    const all: Exchange[] = [];
    const places = new Map<string, number>();
    for (const value of (await readLines(path)).map(parseJson)) {
      const read = exchange.safeParse(value);
      if (read.success) {
        places.set(`${read.data.person}/${read.data.receipt}`, all.length);
        all.push(read.data);
        continue;
      }
      const later = laterFeedback.safeParse(value);
      const place = later.success ? places.get(`${later.data.person}/${later.data.receipt}`) : undefined;
      const known = place === undefined ? undefined : all[place];
      if (later.success && place !== undefined && known !== undefined) {
        all[place] = { ...known, feedback: later.data.feedback };
      }
    }
    return all;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A line that was cut short is no exchange; the schema says so.
    return null;
  }
}
