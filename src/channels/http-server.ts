import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { ChannelName } from '../domain/incoming.ts';
import { messageOf, WenbaoError } from '../errors.ts';
import type { HttpResponse, HttpRoute } from './channel.ts';
import { limitConnections } from './limit-connections.ts';
import type { ChannelState } from './supervise.ts';
import { addSecurityHeaders } from './web/serve/security-headers.ts';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly routes: readonly { readonly channel: ChannelName; readonly route: HttpRoute }[];
  /** What a channel serves beside webhooks, each in a scope of its own. */
  readonly pages: readonly FastifyPluginAsync[];
  readonly states: () => Readonly<Partial<Record<ChannelName, ChannelState>>>;
  /** For staff; what is answered says nothing of it. */
  readonly onFault: (fault: unknown) => void;
  /** Each request that was answered, or given up (499): its route and not its address, which may hold what somebody searched. */
  readonly onAnswered?: (method: string, route: string, status: number, milliseconds: number) => void;
  /** Proxies whose word on who asks is taken, as Fastify's trustProxy has them; none where it is left out. */
  readonly trustedProxies?: string;
  /** People come by https, so browsers may be told to insist on it. */
  readonly secure?: boolean;
}

export interface HttpServer {
  /** Rejects with WenbaoError `config` where the port cannot be had; returns the port. */
  listen(): Promise<number>;
  /** Takes nothing new, waits for what is under way until the deadline, and then hangs up. */
  close(deadlineMs: number): Promise<void>;
}

/** A client has so long to send its request; nobody keeps a connection for nothing. */
const SLOWEST_REQUEST_MS = 15_000;
const SLOWEST_HEAD_MS = 10_000;
const IDLE_MS = 10_000;
/** How often slow requests are looked for. */
const LOOK_MS = 2000;
const LARGEST_BODY = 64 * 1024;
const MOST_CONNECTIONS = 2000;
/** The status of a whole request whose client left before it was answered. */
const GONE = 499;

/** The process's one HTTP server: health, readiness, the channels' webhooks and pages. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { host, port, routes, pages, states, onFault, onAnswered, trustedProxies, secure } = options;
  const server: FastifyInstance = Fastify({
    trustProxy: trustedProxies ?? false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: SLOWEST_REQUEST_MS,
    keepAliveTimeout: IDLE_MS,
    http: { headersTimeout: SLOWEST_HEAD_MS, connectionsCheckingInterval: LOOK_MS },
    forceCloseConnections: 'idle',
  });
  limitConnections(server.server, MOST_CONNECTIONS);
  let draining = false;

  addSecurityHeaders(server, secure ?? false);
  server.addHook('onRequest', async ({ method, routeOptions, raw: request }, reply) => {
    reply.raw.once('close', () => {
      // Half a request is none: whoever sends many of those shall not fill the log.
      if (reply.raw.writableFinished || !request.complete) return;
      onAnswered?.(method, routeOptions.url ?? '', GONE, reply.elapsedTime);
    });
  });
  server.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    onAnswered?.(method, routeOptions.url ?? '', statusCode, elapsedTime);
  });

  server.setErrorHandler((fault: unknown, _request, answer) => {
    const status = statusOf(fault);
    if (status >= 500) onFault(fault);
    return answer.code(status).type('text/plain').send(`${status}\n`);
  });
  server.setNotFoundHandler((_request, answer) => answer.code(404).type('text/plain').send('404\n'));
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, answer) => {
    const channels = states();
    const ready = !draining && Object.values(channels).every((state) => state === 'running');
    return answer.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', channels });
  });
  server.register(async (scope) => {
    // Signatures are over the bytes, so nothing is parsed here.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const { channel, route } of routes) mount(scope, channel, route);
  });
  for (const page of pages) server.register(page);

  return {
    async listen() {
      try {
        await server.listen({ host, port });
      } catch (cause) {
        const remedy = 'Stop what uses the port, or set HTTP_HOST and HTTP_PORT to another one.';
        throw new WenbaoError(
          'config',
          `HTTP server on ${host}:${port}: ${messageOf(cause)}. ${remedy}`,
          cause,
        );
      }
      return portOf(server.server.address()) ?? port;
    },
    async close(deadlineMs) {
      draining = true;
      const timer = setTimeout(() => server.server.closeAllConnections(), deadlineMs);
      try {
        await server.close();
      } finally {
        clearTimeout(timer);
      }
    },
  };

  function mount(scope: FastifyInstance, channel: ChannelName, route: HttpRoute): void {
    scope.route({
      method: route.method,
      url: route.path,
      bodyLimit: Math.max(route.maxBodyBytes, 1),
      handler: async (request, answer) => {
        const response: HttpResponse =
          states()[channel] === 'running'
            ? await route.handle({
                method: route.method,
                path: route.path,
                query: firstValues(request.query),
                headers: firstValues(request.headers),
                body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
              })
            : { status: 503, body: '' };
        return answer
          .code(response.status)
          .headers(response.headers ?? {})
          .send(response.body);
      },
    });
  }
}

/** Null for what is no address of the network. */
function portOf(address: ReturnType<FastifyInstance['server']['address']>): number | null {
  return address === null || typeof address === 'string' ? null : address.port;
}

/** The first value of each key; Fastify gives an array where a key comes twice. */
function firstValues(record: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record ?? {}).flatMap(([key, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[key, first]] : [];
    }),
  );
}

/** What Fastify found wrong with a request; 500 for anything else. */
function statusOf(fault: unknown): number {
  const status = fault instanceof Error && 'statusCode' in fault ? Number(fault.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
