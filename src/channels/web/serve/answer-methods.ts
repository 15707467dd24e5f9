import type { FastifyInstance, HTTPMethods } from 'fastify';
import { MESSAGES } from '../messages.ts';
import { Refused } from './refused.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Answers 405 with the methods that a path has. To be called before its routes are added, and again after. */
export function collectMethods(server: FastifyInstance): () => void {
  const known = new Map<string, Set<string>>();
  server.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    known.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...known]) {
      const allow = [...methods].sort().join(', ');
      const missing = METHODS.filter((method) => !methods.has(method));
      server.route({
        method: missing,
        url,
        handler: async (_request, reply) => {
          reply.header('allow', allow);
          throw new Refused(405, MESSAGES.refused.method);
        },
      });
    }
  };
}
