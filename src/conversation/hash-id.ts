import { createHmac } from 'node:crypto';
import type { Incoming } from '../domain/incoming.ts';

export type HashId = (...parts: readonly string[]) => string;

/** Hex digits kept: enough that no two people meet in one. */
const LENGTH = 24;

/** A platform's id as it is stored: without the secret nobody can tell whose it is, nor try ids out. */
export function createHashId(secret: Uint8Array): HashId {
  return (...parts) =>
    createHmac('sha256', secret).update(JSON.stringify(parts), 'utf8').digest('hex').slice(0, LENGTH);
}

/** A person in a channel, and their conversation in one of its chats, which begins with the person. */
export function keysOf(
  hashId: HashId,
  { channel, personId, conversationId }: Pick<Incoming, 'channel' | 'personId' | 'conversationId'>,
): { readonly person: string; readonly conversation: string } {
  const person = hashId(channel, personId);
  return { person, conversation: `${person}/${hashId(channel, conversationId)}` };
}
