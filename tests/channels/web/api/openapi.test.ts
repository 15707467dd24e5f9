import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cookieOf, postJson, type StartedWeb, startWeb } from '../start-web.ts';

const schema = z.record(z.string(), z.unknown());
const content = z.object({ content: z.record(z.string(), z.object({ schema })) });
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

  it('would notice a reply of another shape', () => {
    expect(parserOf('/api/ask', 200).safeParse({ kind: 'answer' }).success).toBe(false);
  });
});
