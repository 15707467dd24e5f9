import type { Exchanges } from '../domain/exchange.ts';
import type { Receipts } from '../domain/receipt.ts';
import type { ConversationStore } from './store.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Deletes conversations, exchanges and their receipts that are older than so many days. */
export async function dropOlderThan(
  days: number,
  now: number,
  { store, exchanges, receipts }: { store: ConversationStore; exchanges: Exchanges; receipts: Receipts },
): Promise<void> {
  const oldest = now - days * DAY_MS;
  const conversations = (await store.list()).filter(({ lastAt }) => lastAt < oldest);
  await store.delete(conversations.map(({ key }) => key));
  await receipts.drop(await exchanges.dropBefore(oldest));
}
