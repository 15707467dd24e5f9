import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest, HttpRoute } from '../../src/channels/channel.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../src/channels/http-server.ts';
import type { ChannelState } from '../../src/channels/supervise.ts';

const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)));
});

/** A server on a free port; returns its address and everything it was handed. */
async function serve(overrides: Partial<HttpServerOptions> = {}) {
  const faults: unknown[] = [];
  const states: Partial<Record<'wechat' | 'web', ChannelState>> = { wechat: 'running', web: 'running' };
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: [],
    pages: [],
    states: () => states,
    onFault: (fault) => faults.push(fault),
    ...overrides,
  });
  open.push(server);
  const port = await server.listen();
  return { server, states, faults, port, address: `http://127.0.0.1:${port}` };
}

function route(handle: HttpRoute['handle'], method: 'GET' | 'POST' = 'POST') {
  return [{ channel: 'wechat', route: { method, path: '/wechat', maxBodyBytes: 100, handle } }] as const;
}

describe('createHttpServer', () => {
  it('says that the process lives, and whether every channel runs', async () => {
    const { address, states } = await serve();
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${address}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', channels: { wechat: 'running', web: 'running' } },
    ]);
    states.wechat = 'waiting';
    const waiting = await fetch(`${address}/readyz`);
    expect([waiting.status, await waiting.json()]).toEqual([
      503,
      { status: 'not ready', channels: { wechat: 'waiting', web: 'running' } },
    ]);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it('hands a webhook the bytes, the first value of each key, and sends what it answers', async () => {
    const requests: HttpRequest[] = [];
    const { address } = await serve({
      routes: route(async (request) => {
        requests.push(request);
        return { status: 201, headers: { 'content-type': 'application/xml' }, body: '<xml/>' };
      }),
    });
    const answer = await fetch(`${address}/wechat?nonce=1&nonce=2&timestamp=3`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml', 'X-Secret': 's' },
      body: Buffer.from([0x3c, 0xff, 0x00]),
    });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      201,
      'application/xml',
      '<xml/>',
    ]);
    expect(requests[0]?.query).toEqual({ nonce: '1', timestamp: '3' });
    expect(requests[0]?.headers['x-secret']).toBe('s');
    expect([...(requests[0]?.body ?? [])]).toEqual([0x3c, 0xff, 0x00]);
  });

  it.each(['text/xml', 'application/json', 'application/x-www-form-urlencoded', 'no/such; =type'])(
    'does not parse a body that is called %s',
    async (type) => {
      const { address } = await serve({
        routes: route(async ({ body }) => ({ status: 200, body: body.toString('utf8') })),
      });
      const headers = { 'Content-Type': type };
      const answer = await fetch(`${address}/wechat`, { method: 'POST', headers, body: '{"a":' });
      expect([answer.status, await answer.text()]).toEqual([200, '{"a":']);
    },
  );

  it('refuses a body over the limit before the handler sees it', async () => {
    let handled = 0;
    const { address, faults } = await serve({
      routes: route(async () => {
        handled += 1;
        return { status: 200, body: '' };
      }),
    });
    const answer = await fetch(`${address}/wechat`, { method: 'POST', body: 'x'.repeat(101) });
    expect([answer.status, handled, faults]).toEqual([413, 0, []]);
  });

  it('answers 503 for a channel that does not run', async () => {
    const { address, states } = await serve({ routes: route(async () => ({ status: 200, body: 'a' })) });
    states.wechat = 'waiting';
    expect((await fetch(`${address}/wechat`, { method: 'POST', body: 'x' })).status).toBe(503);
  });

  it('tells staff of a fault, and whoever asked only that there was one', async () => {
    const fault = new Error('the secret is 42');
    const { address, faults } = await serve({
      routes: route(async () => {
        throw fault;
      }),
    });
    const answer = await fetch(`${address}/wechat`, { method: 'POST', body: 'x' });
    expect([answer.status, await answer.text(), faults]).toEqual([500, '500\n', [fault]]);
    const missing = await fetch(`${address}/no-such?q=secret`);
    expect([missing.status, await missing.text()]).toEqual([404, '404\n']);
  });

  it('serves the pages of a channel beside the webhooks', async () => {
    const { address } = await serve({
      pages: [
        async (server) => {
          server.post('/ask', async ({ body }) => ({ heard: body }));
        },
      ],
    });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${address}/ask`, { method: 'POST', headers, body: '{"question":"几座"}' });
    expect(await answer.json()).toEqual({ heard: { question: '几座' } });
  });

  it('says which port it could not have', async () => {
    const { port } = await serve();
    const second = createHttpServer({
      host: '127.0.0.1',
      port,
      routes: [],
      pages: [],
      states: () => ({}),
      onFault: () => {},
    });
    await expect(second.listen()).rejects.toMatchObject({
      code: 'config',
      message: expect.stringContaining(`127.0.0.1:${port}`),
    });
  });

  it('finishes what is under way before it closes, and takes nothing new', async () => {
    const held = resolvers();
    const arrived = resolvers();
    const { server, address } = await serve({
      routes: route(async () => {
        arrived.resolve();
        await held.promise;
        return { status: 200, body: 'done' };
      }),
    });
    const asked = fetch(`${address}/wechat`, { method: 'POST', body: 'x' });
    await arrived.promise;
    const closed = server.close(60_000);
    held.resolve();
    expect(await (await asked).text()).toBe('done');
    await closed;
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });

  it('hangs up at the deadline', async () => {
    const { server, address } = await serve({ routes: route(() => new Promise(() => {})) });
    const asked = fetch(`${address}/wechat`, { method: 'POST', body: 'x' });
    await expect(Promise.all([asked, server.close(10)])).rejects.toThrow();
  });
});

function resolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
