import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createRequestLog } from '../src/log.ts';

it('a request is one line of JSON, without process or host', () => {
  const output = new PassThrough();
  createRequestLog(output)('POST', '/api/ask', 200, 41.26);
  const line = JSON.parse(String(output.read()));
  expect(line).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
    method: 'POST',
    route: '/api/ask',
    status: 200,
    ms: 41.3,
    msg: 'request',
  });
});
