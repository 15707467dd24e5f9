import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAskQueue } from '../../../../src/channels/web/serve/ask-queue.ts';
import { cookieOf, postJson, type StartedWeb, startWeb } from '../start-web.ts';

const schema = z.record(z.string(), z.unknown());
const content = z.object({
  content: z.record(z.string(), z.object({ schema, 'x-events': z.record(z.string(), schema).optional() })),
});
const document = z.object({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.object({
      post: z.object({ requestBody: content, responses: z.record(z.string(), content) }),
    }),
  ),
});

let web: StartedWeb;
let described: z.infer<typeof document>;
beforeAll(async () => {
  web = await startWeb();
  described = document.parse(await (await fetch(`${web.address}/openapi.json`)).json());
});
afterAll(() => web.close());

/** The parser that the description gives for a response. */
function parserOf(path: string, status: number): z.ZodType {
  const found = described.paths[path]?.post.responses[status]?.content['application/json']?.schema;
  if (found === undefined) throw new Error(`${path} does not describe ${status}`);
  return z.fromJSONSchema(found);
}

describe('/openapi.json', () => {
  it('is OpenAPI 3.1', () => {
    expect(described.openapi).toBe('3.1.0');
    expect(Object.keys(described.paths)).toEqual(['/api/ask', '/api/feedback']);
  });

  it.each([
    ['an answer', '/api/ask', { question: '公园' }],
    ['a refusal', '/api/ask', { question: '没有的' }],
    ['small talk', '/api/ask', { question: '你好' }],
    ['a notice', '/api/ask', { question: '新话题' }],
    ['an empty question', '/api/ask', { question: '' }],
    ['a body that is wrong', '/api/ask', { question: 1 }],
    ['a body that is too large', '/api/ask', { question: '长'.repeat(40_000) }],
    ['feedback to nothing', '/api/feedback', { receipt: 1, verdict: 'up' }],
    ['feedback that is wrong', '/api/feedback', { receipt: 'x', verdict: 'up' }],
  ])('describes %s', async (_name, path, body) => {
    const response = await postJson(web.address + path, body);
    parserOf(path, response.status).parse(await response.json());
  });

  it('describes the passage and the thanks', async () => {
    const cookie = cookieOf(await postJson(`${web.address}/api/ask`, { question: '公园' }));
    const passages = await postJson(`${web.address}/api/ask`, { question: '原文' }, { cookie });
    parserOf('/api/ask', 200).parse(await passages.json());
    const receipt = web.made.exchanges.at(-1)?.receipt;
    const thanks = await postJson(`${web.address}/api/feedback`, { receipt, verdict: 'up' }, { cookie });
    expect(thanks.status).toBe(200);
    parserOf('/api/feedback', 200).parse(await thanks.json());
  });

  it('describes what another site, a form, too many questions and a fault are told', async () => {
    const one = { count: 1, windowS: 60 };
    const enough = { count: 1000, windowS: 60 };
    const strict = await startWeb({ limits: { address: one, person: enough, pages: enough } });
    const broken = await startWeb({ converse: () => Promise.reject(new Error('broken')) });
    try {
      const ask = (address: string, headers: Readonly<Record<string, string>> = {}) =>
        postJson(`${address}/api/ask`, { question: '公园' }, headers);
      const told = [
        await ask(strict.address, { origin: 'https://elsewhere.example' }),
        await ask(strict.address, { 'content-type': 'application/x-www-form-urlencoded' }),
        await ask(strict.address).then(() => ask(strict.address)),
        await ask(broken.address),
      ];
      expect(told.map(({ status }) => status)).toEqual([403, 415, 429, 500]);
      for (const response of told) parserOf('/api/ask', response.status).parse(await response.json());
    } finally {
      await Promise.all([strict.close(), broken.close()]);
    }
  });

  it('describes each event of a stream', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await startWeb({
      queue: createAskQueue({ running: 1, waiting: 5, waitMs: 60_000 }),
      converse: async (incoming) => {
        await gate;
        if (incoming.text === '坏的') throw new Error('broken');
        return web.made.converse(incoming);
      },
    });
    try {
      const streams = await Promise.all(
        ['公园', '学校', '坏的'].map((question) =>
          postJson(`${slow.address}/api/ask`, { question }, { accept: 'text/event-stream' }).then(
            async (response) => {
              // The first one is at work, and the others have been told their place.
              if (slow.queue.length() === 2) release();
              return response.text();
            },
          ),
        ),
      );
      const names = streams.flatMap(eventsOf).map(({ name, data }) => {
        const schema =
          described.paths['/api/ask']?.post.responses[200]?.content['text/event-stream']?.['x-events']?.[
            name
          ];
        if (schema === undefined) throw new Error(`${name} is not described`);
        z.fromJSONSchema(schema).parse(JSON.parse(data));
        return name;
      });
      expect(new Set(names)).toEqual(new Set(['queued', 'reply', 'refused']));
    } finally {
      await slow.close();
    }
  });

  it('would notice a reply of another shape', () => {
    expect(parserOf('/api/ask', 200).safeParse({ kind: 'answer' }).success).toBe(false);
  });
});

function eventsOf(stream: string): readonly { readonly name: string; readonly data: string }[] {
  return [...stream.matchAll(/^event: (\w+)\ndata: (.*)$/gmu)].map(([, name = '', data = '']) => ({
    name,
    data,
  }));
}
