import { BlockList } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { MESSAGES } from '../messages.ts';
import { Refused } from '../serve/refused.ts';
import type { Metrics } from './metrics.ts';

/** Where whoever watches the service is: this machine and private networks. */
const WATCHERS = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  WATCHERS.addSubnet(network, bits, 'ipv4');
}
WATCHERS.addAddress('::1', 'ipv6');
WATCHERS.addSubnet('fc00::', 7, 'ipv6');

/** `/metrics`, for private networks alone. */
export function addMetricsRoute(server: FastifyInstance, metrics: Metrics): void {
  server.get('/metrics', async (request, reply) => {
    const address = request.ip.replace(/^::ffff:/u, '');
    if (!WATCHERS.check(address, address.includes(':') ? 'ipv6' : 'ipv4')) {
      throw new Refused(404, MESSAGES.refused.notFound);
    }
    reply.header('content-type', metrics.contentType);
    return metrics.text();
  });
}
