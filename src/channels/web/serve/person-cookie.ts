import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'wenbao-person';
const SHAPE = /^[0-9a-f]{32}$/u;

/** Who asks, as far as a web page can know: the browser session. A cookie that is not ours is replaced. */
export function personOf(request: FastifyRequest, reply: FastifyReply, secure: boolean): string {
  const sent = request.cookies[NAME];
  if (sent !== undefined && SHAPE.test(sent)) return sent;
  const fresh = randomBytes(16).toString('hex');
  reply.setCookie(NAME, fresh, { path: '/', httpOnly: true, sameSite: 'strict', secure });
  return fresh;
}
