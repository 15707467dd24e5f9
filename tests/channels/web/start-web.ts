import { createHttpServer } from '../../../src/channels/http-server.ts';
import { createMetrics } from '../../../src/channels/web/operations/metrics.ts';
import { type AskQueue, createAskQueue } from '../../../src/channels/web/serve/ask-queue.ts';
import { type WebCollaborators, webPages } from '../../../src/channels/web/web-pages.ts';
import type { Report } from '../../../src/domain/report.ts';
import { type MadeConverse, makeConverse } from '../../conversation/make-converse.ts';
import { fixtureReport } from '../../evaluation/fixture-report.ts';

/** The web pages on a real server of 127.0.0.1, over a conversation in memory. */
export interface StartedWeb {
  readonly address: string;
  readonly made: MadeConverse;
  readonly queue: AskQueue;
  readonly faults: unknown[];
  /** One line for each request that was answered. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

const ENOUGH = { count: 10_000, windowS: 60 };

/** `overrides` replaces single collaborators. */
export async function startWeb(
  overrides: Partial<WebCollaborators> = {},
  made: MadeConverse = makeConverse({ admit: () => ({ kind: 'admitted' }) }),
): Promise<StartedWeb> {
  const queue = overrides.queue ?? createAskQueue({ running: 4, waiting: 20, waitMs: 60_000 });
  const metrics = createMetrics(queue.length);
  const faults: unknown[] = [];
  const requests: string[] = [];
  const reports: [Report, ...Report[]] = [fixtureReport()];
  const pages = webPages({
    converse: made.converse,
    reports,
    starters: ['去年新建了几所小学'],
    queue,
    metrics,
    publicUrl: '',
    limits: { address: ENOUGH, person: ENOUGH, pages: ENOUGH },
    onFault: (fault) => faults.push(fault),
    ...overrides,
  });
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: [],
    pages: [pages],
    states: () => ({ web: 'running' }),
    trustedProxies: 'loopback',
    onFault: (fault) => faults.push(fault),
    onAnswered: (method, route, status) => {
      metrics.onRequest(route, status, 0);
      requests.push(`${method} ${route} ${status}`);
    },
  });
  const address = `http://127.0.0.1:${await server.listen()}`;
  return { address, made, queue, faults, requests, close: () => server.close(1000) };
}

/** POSTs JSON as the page does. */
export function postJson(
  address: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The person's cookie that a response sets, as it is sent back. */
export function cookieOf(response: Response): string {
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}
