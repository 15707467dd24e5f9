import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Report } from '../../../domain/report.ts';
import { renderChat } from '../chat/render-chat.ts';
import { MESSAGES } from '../messages.ts';
import { readReaderQuery } from '../reader/read-reader-query.ts';
import { renderReader } from '../reader/render-reader.ts';
import { compressPages } from './compress-pages.ts';
import type { TakeOne } from './limit-rate.ts';
import { Refused } from './refused.ts';
import type { StaticAssets } from './static-assets.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const HTML = 'text/html; charset=utf-8';
/** A key that comes twice is no reason for a fault. */
const firstValues = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()).transform(([first]) => first ?? '')]),
);

export interface PageCollaborators {
  /** The newest first. */
  readonly reports: readonly [Report, ...Report[]];
  readonly starters: readonly string[];
  readonly assets: StaticAssets;
  readonly limitAddress: TakeOne;
}

/** The chat, the reader of each report, and the files that they are made of. */
export function addPageRoutes(
  server: FastifyInstance,
  { reports, starters, assets, limitAddress }: PageCollaborators,
): void {
  const [newest, ...others] = reports;
  const chat = renderChat(newest, others, starters, assets.address);
  compressPages(server);

  server.get('/', async (_request, reply) => {
    reply.header('content-type', HTML).header('cache-control', 'no-cache');
    return chat;
  });

  server.get<{ Params: { id: string } }>('/report/:id', async (request, reply) => {
    await limitAddress(request.ip);
    // Looked up among the reports that were read: an id is never a path.
    const report = reports.find(({ id }) => id === request.params.id);
    if (report === undefined) throw new Refused(404, MESSAGES.refused.notFound);
    const query = readReaderQuery(firstValues.parse(request.query), report.text.length);
    reply.header('content-type', HTML).header('cache-control', 'no-cache');
    return renderReader(report, query, assets.address);
  });

  server.get<{ Params: { version: string; name: string } }>(
    '/assets/:version/:name',
    async (request, reply) => {
      const asset = assets.find(request.params.name);
      if (asset === undefined || request.params.version !== assets.version) {
        throw new Refused(404, MESSAGES.refused.notFound);
      }
      const accepted = request.headers['accept-encoding'] ?? '';
      const encoding = (['br', 'gzip'] as const).find((each) =>
        new RegExp(`\\b${each}\\b`, 'u').test(accepted),
      );
      if (encoding !== undefined) reply.header('content-encoding', encoding);
      reply
        .header('content-type', asset.type)
        .header('cache-control', FOR_EVER)
        .header('vary', 'accept-encoding');
      return asset.bytes[encoding ?? 'identity'];
    },
  );
}
