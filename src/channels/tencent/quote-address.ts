import { citationsOf } from '../../domain/answer.ts';
import type { Reply } from '../../domain/reply.ts';
import { readerAddress } from '../reader-address.ts';

/**
 * Where the first quote of a reply is read in the report; '' where no page is to be had, null where it quotes
 * nothing.
 */
export function quoteAddress(reply: Reply, publicUrl: string | null): string | null {
  if (reply.kind !== 'answer') return null;
  const citations = citationsOf(reply.answer);
  const [first] = citations;
  if (first === undefined) return null;
  return publicUrl === null ? '' : publicUrl + readerAddress(first, citations);
}
