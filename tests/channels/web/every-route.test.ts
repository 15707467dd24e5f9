import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { postJson, type StartedWeb, startWeb } from './start-web.ts';

let web: StartedWeb;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web.close());

const QUESTION = JSON.stringify({ question: '公园' });
const FEEDBACK = JSON.stringify({ receipt: 99, verdict: 'up' });
const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** Method, path, body, status, type: what each route answers to a stranger. */
const ROUTES: readonly (readonly [string, string, string | null, number, string])[] = [
  ['GET', '/', null, 200, HTML],
  ['GET', '/report/qingxi-2018', null, 200, HTML],
  ['GET', '/openapi.json', null, 200, JSON_TYPE],
  ['GET', '/healthz', null, 200, JSON_TYPE],
  ['GET', '/readyz', null, 200, JSON_TYPE],
  ['GET', '/metrics', null, 200, 'text/plain; version=0.0.4; charset=utf-8'],
  ['POST', '/api/ask', QUESTION, 200, JSON_TYPE],
  ['POST', '/api/feedback', FEEDBACK, 404, JSON_TYPE],
  // Without a password there is no staff page, and nothing that tells of one.
  ['GET', '/staff', null, 404, JSON_TYPE],
  ['POST', '/staff/login', '{}', 404, JSON_TYPE],
];
const CHANGING = ROUTES.filter(([method, path]) => method === 'POST' && path.startsWith('/api/'));

function send(method: string, path: string, body: string | null, headers: Record<string, string> = {}) {
  const type = body === null ? {} : { 'content-type': 'application/json' };
  return fetch(web.address + path, { method, headers: { ...type, ...headers }, body });
}

describe.each(ROUTES)('%s %s', (method, path, body, status, type) => {
  it('answers to no cookie and to bad ones alike', async () => {
    for (const cookie of [
      null,
      'wenbao-person=1; wenbao-staff=1',
      '=;;',
      'wenbao-staff=%00%ff',
      'x'.repeat(3000),
    ]) {
      const response = await send(method, path, body, cookie === null ? {} : { cookie });
      expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    }
  });

  it('carries the security headers', async () => {
    const { headers } = await send(method, path, body);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/u);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
  });

  it('refuses every other method', async () => {
    for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
      (each) => each !== method,
    )) {
      const response = await send(other, path, other === 'GET' ? null : '{}');
      expect([other, response.status < 400]).toEqual([other, false]);
      expect(response.status).toBeLessThan(500);
    }
  });
});

describe.each(CHANGING)('%s %s from elsewhere', (_method, path, body) => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a name that begins alike', { origin: 'http://127.0.0.1.evil.example' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that says same-site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused: %s', async (_name, headers) => {
    const asked = web.made.asked.length;
    expect((await send('POST', path, body, headers)).status).toBe(403);
    expect(web.made.asked).toHaveLength(asked);
  });

  it('is taken from this very site', async () => {
    const headers = { origin: web.address, 'sec-fetch-site': 'same-origin' };
    expect((await send('POST', path, body, headers)).status).not.toBe(403);
  });
});

describe('paths', () => {
  it.each([
    '/report/../../etc/passwd',
    '/report/..%2f..%2fetc%2fpasswd',
    '/report/%2e%2e%2f%2e%2e%2fcorpus',
    '/report/....//....//etc/passwd',
    '/report/qingxi-2018%00.txt',
    '/report/qingxi-2018/../../package.json',
    '/report/__proto__',
    '/report/constructor',
    '/report/',
    '/assets/x/page.css',
    '/assets/../web-pages.ts',
    '/assets/..%2f..%2fweb-pages.ts',
    '/nothing/here',
  ])('%s leads nowhere', async (path) => {
    // fetch would tidy the path before it is sent.
    const answer = await sendRaw(web.address, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u);
    expect(answer).not.toMatch(/root:|"name"|import |产业园/u);
  });

  it('serve no file of the browser’s folder that is no page’s', async () => {
    const page = await (await fetch(web.address)).text();
    const version = /\/assets\/(\w+)\/page\.css/u.exec(page)?.[1];
    expect((await fetch(`${web.address}/assets/${version}/page.css`)).status).toBe(200);
    for (const name of ['tsconfig.json', 'wire.d.ts', '..%2Fmessages.ts']) {
      expect((await fetch(`${web.address}/assets/${version}/${name}`)).status).toBe(404);
    }
  });

  it('shows a page to a browser that is lost', async () => {
    const response = await fetch(`${web.address}/nothing`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有这个页面');
  });
});

describe('the log', () => {
  it('names routes, and nothing that a person sent', async () => {
    web.requests.splice(0);
    await fetch(`${web.address}/report/qingxi-2018?q=13812345678`);
    await postJson(`${web.address}/api/ask`, { question: '我叫张三' });
    await fetch(`${web.address}/my/secret/path`);
    expect(web.requests).toEqual(['GET /report/:id 200', 'POST /api/ask 200', 'GET /* 404']);
    const metrics = await (await fetch(`${web.address}/metrics`)).text();
    expect(metrics).not.toMatch(/张三|138|secret/u);
  });

  it('is not shown to the world, nor are the metrics', async () => {
    const response = await fetch(`${web.address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.5' } });
    expect(response.status).toBe(404);
  });
});

describe('many slow clients', () => {
  const sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  it('of more connections than are kept do not keep others from being answered', async () => {
    const { hostname, port } = new URL(web.address);
    const cutOff = Array.from({ length: 2500 }, (_, client) => {
      const socket = connect(Number(port), hostname);
      sockets.push(socket);
      socket.on('error', () => {}).resume();
      const head = 'POST /api/ask HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
      socket.write(client % 2 === 0 ? head : `${head}content-length: 50\r\n\r\n{"question":`);
      return new Promise<void>((resolve) => socket.on('close', () => resolve()));
    });
    for (let count = 0; count < 5; count += 1) {
      expect((await postJson(`${web.address}/api/ask`, { question: '公园' })).status).toBe(200);
    }

    await Promise.all(cutOff.slice(0, 500));
  });

  it('who never end their request do not keep others from being answered, and are cut off', async () => {
    const { hostname, port } = new URL(web.address);
    const closed = Array.from({ length: 500 }, () => {
      const socket = connect(Number(port), hostname);
      sockets.push(socket);
      // What is not read never comes to its end.
      socket.on('error', () => {}).resume();
      socket.write('POST /api/ask HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n');
      return new Promise<void>((resolve) => socket.on('close', () => resolve()));
    });
    for (let count = 0; count < 5; count += 1) {
      expect((await postJson(`${web.address}/api/ask`, { question: '公园' })).status).toBe(200);
    }
    await Promise.all(closed);
  });
});

/** Sends bytes as they are and returns all that comes back. */
function sendRaw(address: string, request: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
    socket.write(request);
  });
}
