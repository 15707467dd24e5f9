import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askReply } from '../../../../src/channels/web/api/ask-schemas.ts';
import { createAskQueue } from '../../../../src/channels/web/serve/ask-queue.ts';
import type { Converse } from '../../../../src/domain/reply.ts';
import { inventAnswer, makeConverse } from '../../../conversation/make-converse.ts';
import { cookieOf, postJson, type StartedWeb, startWeb } from '../start-web.ts';

let web: StartedWeb;
afterEach(() => web.close());

const ONE = { count: 1, windowS: 60 };
const ENOUGH = { count: 1000, windowS: 60 };

describe('/api/ask', () => {
  it('answers with the quotes and where each is read', async () => {
    web = await startWeb();
    const response = await postJson(`${web.address}/api/ask`, { question: '新建了几座口袋公园' });
    expect(response.status).toBe(200);
    const reply = askReply.parse(await response.json());
    expect(reply).toMatchObject({
      kind: 'answer',
      reason: '',
      receipt: 1,
      quotes: [{ role: 'quote', text: '新建口袋公园3座', address: '/report/yunxi?s=10-18#s=10-18' }],
      suggestions: ['新建了几所学校', '改造了几个小区'],
    });
    expect(reply.copy).toContain('【原文】“新建口袋公园3座”');
  });

  it('knows a person again by the cookie, which scripts and other sites cannot use', async () => {
    web = await startWeb();
    const first = await postJson(`${web.address}/api/ask`, { question: '新建了几座公园' });
    expect(first.headers.getSetCookie()[0]).toMatch(
      /^wenbao-person=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Strict$/u,
    );
    const cookie = cookieOf(first);
    const second = await postJson(`${web.address}/api/ask`, { question: '那今年呢' }, { cookie });
    expect(second.headers.getSetCookie()).toEqual([]);
    await postJson(`${web.address}/api/ask`, { question: '那明年呢' });
    expect(web.made.asked.map(({ history }) => history.length)).toEqual([0, 1, 0]);
  });

  it.each([
    'wenbao-person=',
    'wenbao-person=../../etc/passwd',
    'wenbao-person=0123456789ABCDEF0123456789ABCDEF',
    `wenbao-person=${'a'.repeat(4000)}`,
    ';;;=;',
  ])('gives a new cookie for %j', async (cookie) => {
    web = await startWeb();
    const response = await postJson(`${web.address}/api/ask`, { question: '你好' }, { cookie });
    expect(response.status).toBe(200);
    expect(cookieOf(response)).toMatch(/^wenbao-person=[0-9a-f]{32}$/u);
  });

  it('gives the passage where 原文 is typed, with what was quoted of it', async () => {
    web = await startWeb();
    const cookie = cookieOf(await postJson(`${web.address}/api/ask`, { question: '新建了几座公园' }));
    const response = await postJson(`${web.address}/api/ask`, { question: '原文' }, { cookie });
    const { kind, quotes } = askReply.parse(await response.json());
    expect(kind).toBe('passages');
    const [passage] = quotes;
    expect(passage?.text.slice(passage.mark?.start, passage.mark?.end)).toBe('新建口袋公园3座');
    expect(passage?.address).toBe('/report/yunxi#p4');
  });

  it('streams the reply where that is asked for', async () => {
    web = await startWeb();
    const response = await postJson(
      `${web.address}/api/ask`,
      { question: '公园' },
      { accept: 'text/event-stream' },
    );
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const [, name, data] = /^event: (\w+)\ndata: (.*)\n\n$/u.exec(await response.text()) ?? [];
    expect(name).toBe('reply');
    expect(askReply.parse(JSON.parse(data ?? '')).kind).toBe('answer');
  });

  it.each([
    ['no JSON', 'question=1'],
    ['half of one', '{"question":'],
    ['an array', []],
    ['nothing asked', {}],
    ['a number', { question: 5 }],
    ['null', { question: null }],
    ['a key that is not known', { question: 'a', admin: true }],
    ['a prototype', '{"question":"a","__proto__":{"admin":true}}'],
    ['too many characters', { question: '长'.repeat(2001) }],
  ])('refuses %s', async (_name, body) => {
    web = await startWeb();
    const response = await postJson(`${web.address}/api/ask`, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: expect.stringContaining('JSON') });
    expect(web.made.asked).toEqual([]);
  });

  it('refuses what is not sent as JSON, and what is too large', async () => {
    web = await startWeb();
    const form = await fetch(`${web.address}/api/ask`, {
      method: 'POST',
      body: new URLSearchParams({ question: '你好' }),
    });
    expect(form.status).toBe(415);
    const large = await postJson(`${web.address}/api/ask`, { question: '大'.repeat(100_000) });
    expect(large.status).toBe(413);
    expect(web.made.asked).toEqual([]);
  });

  it('gives back script in a question as text, never as a page', async () => {
    web = await startWeb();
    const response = await postJson(`${web.address}/api/ask`, { question: '<script>alert(1)</script>' });
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('tells one who asks too often when to come back', async () => {
    web = await startWeb({ limits: { address: ENOUGH, person: ONE, pages: ENOUGH } });
    const first = await postJson(`${web.address}/api/ask`, { question: '你好' });
    const second = await postJson(
      `${web.address}/api/ask`,
      { question: '你好' },
      { cookie: cookieOf(first) },
    );
    expect(second.status).toBe(429);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await second.json()).toEqual({ message: expect.stringMatching(/请过\d+秒再问/u) });
  });

  it('counts by address, which a proxy on this machine may name', async () => {
    web = await startWeb({ limits: { address: ONE, person: ENOUGH, pages: ENOUGH } });
    const ask = (address: string) =>
      postJson(`${web.address}/api/ask`, { question: '你好' }, { 'x-forwarded-for': address });
    expect((await ask('203.0.113.5')).status).toBe(200);
    expect((await ask('203.0.113.5')).status).toBe(429);
    expect((await ask('203.0.113.6')).status).toBe(200);
  });

  it('passes on the limit of the conversation', async () => {
    web = await startWeb({}, makeConverse({ admit: () => ({ kind: 'limited', seconds: 7 }) }));
    const response = await postJson(`${web.address}/api/ask`, { question: '你好' });
    expect(response.status).toBe(429);
    expect(response.headers.has('retry-after')).toBe(true);
  });

  it('says sorry and nothing else where the conversation breaks', async () => {
    const converse: Converse = async () => {
      throw new Error('/secret/path is broken');
    };
    web = await startWeb({ converse });
    const json = await postJson(`${web.address}/api/ask`, { question: '你好' });
    expect(json.status).toBe(500);
    expect(await json.text()).not.toContain('secret');
    const stream = await postJson(
      `${web.address}/api/ask`,
      { question: '你好' },
      { accept: 'text/event-stream' },
    );
    expect(await stream.text()).toMatch(/^event: refused\ndata: \{"message":"抱歉[^/]*\n\n$/u);
    expect(web.faults).toHaveLength(2);
  });
});

describe('the queue of /api/ask', () => {
  /** A conversation that answers when it is told to. */
  function held(): { converse: Converse; readonly started: string[]; release: () => void } {
    const started: string[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { converse } = makeConverse({ admit: () => ({ kind: 'admitted' }) });
    return {
      started,
      release: () => release(),
      async converse(incoming) {
        started.push(incoming.text);
        await gate;
        return converse(incoming);
      },
    };
  }

  it('tells people their place, then answers them', async () => {
    const { converse, started, release } = held();
    const queue = createAskQueue({ running: 1, waiting: 5, waitMs: 60_000 });
    web = await startWeb({ converse, queue });
    const first = postJson(`${web.address}/api/ask`, { question: '一' });
    await until(() => started.length === 1);
    const stream = await postJson(
      `${web.address}/api/ask`,
      { question: '二' },
      { accept: 'text/event-stream' },
    );
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('event: queued\ndata: {"place":1}\n\n');
    release();
    expect((await reader?.read())?.value).toMatch(/^event: reply/u);
    expect((await first).status).toBe(200);
  });

  it('turns people away when it is full', async () => {
    const { converse, release } = held();
    web = await startWeb({ converse, queue: createAskQueue({ running: 1, waiting: 1, waitMs: 60_000 }) });
    const asked = [1, 2].map(() => postJson(`${web.address}/api/ask`, { question: '问' }));
    await until(() => !web.queue.hasRoom());
    const third = await postJson(`${web.address}/api/ask`, { question: '问' });
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('3');
    release();
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('never starts the work of one who has gone', async () => {
    const { converse, started, release } = held();
    const queue = createAskQueue({ running: 1, waiting: 5, waitMs: 60_000 });
    web = await startWeb({ converse, queue });
    const first = postJson(`${web.address}/api/ask`, { question: '留下' });
    await until(() => started.length === 1);
    const leaving = new AbortController();
    const gone = fetch(`${web.address}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: '走了' }),
      signal: leaving.signal,
    }).catch(() => 'gone');
    await until(() => queue.length() === 1);
    leaving.abort();
    expect(await gone).toBe('gone');
    await until(() => queue.length() === 0);
    release();
    expect((await first).status).toBe(200);
    expect(started).toEqual(['留下']);
    expect(web.faults).toEqual([]);
  });
});

describe('a client that goes away', () => {
  it.each(['application/json', 'text/event-stream'])(
    'has its answer given up, with nothing kept of it: %s',
    async (accept) => {
      const signals: (AbortSignal | undefined)[] = [];
      const made = makeConverse({
        admit: () => ({ kind: 'admitted' }),
        answerQuestion: async (question, _history, signal) => {
          signals.push(signal);
          if (question === '走了') await once(signal as AbortSignal, 'abort');
          signal?.throwIfAborted();
          return {
            answer: inventAnswer(question),
            trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
          };
        },
      });
      web = await startWeb({ queue: createAskQueue({ running: 1, waiting: 5, waitMs: 60_000 }) }, made);
      const leaving = connect(Number(new URL(web.address).port), '127.0.0.1');
      const body = JSON.stringify({ question: '走了' });
      leaving.write(
        `POST /api/ask HTTP/1.1\r\nhost: a\r\naccept: ${accept}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      await until(() => signals.length === 1);
      expect(signals[0]?.aborted).toBe(false);
      leaving.destroy();
      await until(() => signals[0]?.aborted === true);
      await until(() => web.requests.length > 0);
      const next = await postJson(`${web.address}/api/ask`, { question: '留下' });
      expect(next.status).toBe(200);
      expect(made.exchanges.map(({ question }) => question)).toEqual(['留下']);
      expect(made.receipts).toHaveLength(1);
      expect(web.requests).toEqual(['POST /api/ask 499', 'POST /api/ask 200']);
      expect([web.faults, made.faults]).toEqual([[], []]);
    },
  );
});

describe('a client that never sends its whole question', () => {
  it('is no request to be logged when it goes away', async () => {
    web = await startWeb();
    const half = connect(Number(new URL(web.address).port), '127.0.0.1');
    half.write(
      'POST /api/ask HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"question":',
    );
    // Answered on the same server after it, so the half request is there by then.
    await postJson(`${web.address}/api/ask`, { question: '公园' });
    const closed = once(half, 'close');
    half.destroy();
    await closed;
    await postJson(`${web.address}/api/ask`, { question: '学校' });
    expect(web.requests).toEqual(['POST /api/ask 200', 'POST /api/ask 200']);
  });
});

describe('/api/feedback', () => {
  it('notes what a person thinks of an answer', async () => {
    web = await startWeb();
    const cookie = cookieOf(await postJson(`${web.address}/api/ask`, { question: '公园' }));
    const body = { receipt: 1, verdict: 'down', reason: '数字不对' };
    const response = await postJson(`${web.address}/api/feedback`, body, { cookie });
    expect(response.status).toBe(200);
    expect(z.object({ message: z.string() }).parse(await response.json()).message).toContain('谢谢');
    expect(web.made.exchanges[0]?.feedback).toEqual({ verdict: 'down', reason: '数字不对' });
  });

  it('lets nobody rate another person’s answer', async () => {
    web = await startWeb();
    await postJson(`${web.address}/api/ask`, { question: '公园' });
    const response = await postJson(`${web.address}/api/feedback`, { receipt: 1, verdict: 'up' });
    expect(response.status).toBe(404);
    expect(web.made.exchanges[0]?.feedback).toBeNull();
  });
});

/** Waits until something has come about on the other side of the connection. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
