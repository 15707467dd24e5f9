import { createServer } from 'node:http';
import type { HttpRoute } from '../../src/channels/channel.ts';
import { type LocalServer, listenLocally } from './listen-locally.ts';

/** Routes of a channel on a server of their own, as the process's server offers them. */
export async function serveRoutes(routes: readonly HttpRoute[]): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const route = routes.find(({ method, path }) => method === request.method && path === url.pathname);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (route === undefined) return void response.writeHead(404).end();
    if (body.length > route.maxBodyBytes) return void response.writeHead(413).end();
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value].flat()[0] ?? '']),
    );
    const query: Record<string, string> = {};
    for (const [name, value] of url.searchParams) query[name] ??= value;
    const answer = await route.handle({
      method: route.method,
      path: url.pathname,
      query,
      headers,
      body,
    });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  return listenLocally(server);
}
