import type { FastifyInstance } from 'fastify';
import { MESSAGES } from '../messages.ts';
import { Refused } from './refused.ts';

const HARMLESS = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses what another site's page sends here: browsers say where a request comes from. */
export function refuseForeign(server: FastifyInstance, publicUrl: string): void {
  server.addHook('onRequest', async (request) => {
    if (HARMLESS.includes(request.method)) return;
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') throw new Refused(403, MESSAGES.refused.foreign);
    if (origin === undefined) return;
    const own = [
      `http://${host}`,
      `https://${host}`,
      ...(publicUrl === '' ? [] : [new URL(publicUrl).origin]),
    ];
    if (!own.includes(origin)) throw new Refused(403, MESSAGES.refused.foreign);
  });
}
