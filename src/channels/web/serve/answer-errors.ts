import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MESSAGES } from '../messages.ts';
import type { AssetAddress } from '../page-shell.ts';
import { renderNotice } from '../render-notice.ts';
import { Refused } from './refused.ts';

/** A stream that nobody reads to its end; no fault of ours. */
const CLIENT_GONE = 'ERR_STREAM_PREMATURE_CLOSE';

/** Every error as words for a person; what broke on our side is logged and never shown. */
export function answerErrors(
  server: FastifyInstance,
  asset: AssetAddress,
  onFault: (fault: unknown) => void,
): void {
  server.setErrorHandler((fault: FastifyError, request, reply) => {
    const status = fault.statusCode ?? 500;
    if (fault instanceof Refused) {
      if (fault.retryAfterS > 0) reply.header('retry-after', String(fault.retryAfterS));
      return refuse(request, reply, status, fault.message);
    }
    if (status >= 500) {
      if (fault.code !== CLIENT_GONE) onFault(fault);
      return refuse(request, reply, 500, MESSAGES.refused.fault);
    }
    const message = status === 413 ? MESSAGES.refused.tooLarge : MESSAGES.refused.notJson;
    return refuse(request, reply, status, message);
  });

  /** A page for a browser, JSON for a program. */
  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    message: string,
  ): FastifyReply {
    reply.status(status);
    if (!(request.headers.accept ?? '').includes('text/html')) {
      // What failed may have been about to send another type.
      return reply.header('content-type', 'application/json; charset=utf-8').send({ message });
    }
    return reply.header('content-type', 'text/html; charset=utf-8').send(renderNotice(message, asset));
  }
}
