import type { Writable } from 'node:stream';
import { pino } from 'pino';

/** One request that was answered: nothing of who asked or what. */
export type LogRequest = (method: string, route: string, status: number, milliseconds: number) => void;

/** JSON lines for machines; `route` is the pattern and never the address, which may hold what somebody searched. */
export function createRequestLog(output: Writable): LogRequest {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, output);
  return (method, route, status, milliseconds) =>
    log.info({ method, route, status, ms: Math.round(milliseconds * 10) / 10 }, 'request');
}
