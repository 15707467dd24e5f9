import cookie from '@fastify/cookie';
import type { FastifyPluginAsync } from 'fastify';
import type { Converse } from '../../domain/reply.ts';
import type { Report } from '../../domain/report.ts';
import { addAskRoutes } from './api/ask-route.ts';
import { describeApi } from './api/openapi.ts';
import { MESSAGES } from './messages.ts';
import type { Metrics } from './operations/metrics.ts';
import { addMetricsRoute } from './operations/metrics-route.ts';
import { answerErrors } from './serve/answer-errors.ts';
import { collectMethods } from './serve/answer-methods.ts';
import type { AskQueue } from './serve/ask-queue.ts';
import { createRateLimit, type RateLimit } from './serve/limit-rate.ts';
import { addPageRoutes } from './serve/page-routes.ts';
import { refuseForeign } from './serve/refuse-foreign.ts';
import { Refused } from './serve/refused.ts';
import { readStaticAssets } from './serve/static-assets.ts';

export interface WebCollaborators {
  readonly converse: Converse;
  /** The newest first. */
  readonly reports: readonly [Report, ...Report[]];
  /** Questions to begin with. */
  readonly starters: readonly string[];
  readonly queue: AskQueue;
  readonly metrics: Metrics;
  /** Where people reach this server, without a closing slash; '' where that is not configured. */
  readonly publicUrl: string;
  readonly limits: WebLimits;
  /** For staff: what a person was only told that it went wrong. */
  readonly onFault: (fault: unknown) => void;
}

/** How much is taken from one address, one person, and one reader of pages. */
export interface WebLimits {
  readonly address: RateLimit;
  readonly person: RateLimit;
  readonly pages: RateLimit;
}

/** An office or a village behind one address asks more than one person does. */
export const WEB_LIMITS: WebLimits = {
  address: { count: 240, windowS: 60 },
  person: { count: 20, windowS: 60 },
  pages: { count: 600, windowS: 60 },
};

/** The chat, the reader and the interface behind them, to be registered on the process's HTTP server. */
export function webPages(collaborators: WebCollaborators): FastifyPluginAsync {
  return async (server) => {
    const { publicUrl, limits, metrics, onFault } = collaborators;
    const assets = await readStaticAssets();
    const limitPages = createRateLimit(limits.pages);
    const addMethodNotAllowed = collectMethods(server);
    answerErrors(server, assets.address, onFault);
    await server.register(cookie);
    await server.register(async (pages) =>
      addPageRoutes(pages, { ...collaborators, assets, limitAddress: limitPages }),
    );
    await server.register(async (api) => {
      refuseForeign(api, publicUrl);
      addAskRoutes(api, {
        ...collaborators,
        limitAddress: createRateLimit(limits.address),
        limitPerson: createRateLimit(limits.person),
      });
      const description = describeApi(publicUrl);
      api.get('/openapi.json', async () => description);
    });
    await server.register(async (operations) => addMetricsRoute(operations, metrics));
    addMethodNotAllowed();
    server.all('/*', async () => {
      throw new Refused(404, MESSAGES.refused.notFound);
    });
  };
}
