import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const compress = promisify(gzip);
/** Below this the packet is the same. */
const WORTH_BYTES = 1000;

/**
 * Compresses the pages of this part of the server. Never for a page that holds a secret beside words that somebody
 * else chose: the length would tell of it (BREACH).
 */
export function compressPages(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const accepted = request.headers['accept-encoding'] ?? '';
    if (typeof payload !== 'string' || payload.length < WORTH_BYTES || !/\bgzip\b/u.test(accepted))
      return payload;
    reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length');
    return compress(payload);
  });
}
