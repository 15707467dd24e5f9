import type { FastifyInstance } from 'fastify';

/** Nothing from another host, nothing inline, no frame around it. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // What may be kept says so itself.
  'cache-control': 'no-store',
} as const;

const YEAR_S = 31_536_000;

/** Sets the headers of every response, errors too; `secure` where the public address is https. */
export function addSecurityHeaders(server: FastifyInstance, secure: boolean): void {
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS);
    if (secure) reply.header('strict-transport-security', `max-age=${YEAR_S}`);
  });
}
