import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MadeConverse, makeConverse } from '../../conversation/make-converse.ts';
import { serveRoutes } from '../serve-routes.ts';
import { event, ofType, text } from '../tencent/xml-messages.ts';
import { type OpenWechat, openWechat } from './open-wechat.ts';
import { OUT_OF_SERVICE } from './wechat-platform.ts';

const QUESTION = '去年新建了几座公园';
const MODES = ['plain', 'compatible', 'safe'] as const;
let made: MadeConverse;
let opened: OpenWechat;

beforeEach(() => {
  made = makeConverse();
});
afterEach(() => opened.close());

describe.each(MODES)('in %s mode', (mode) => {
  beforeEach(async () => {
    opened = await openWechat(made.converse, { mode });
  });

  it('the address is accepted by the platform that knows the token, and by no other', async () => {
    expect(await opened.platform.checkAddress()).toBe(true);
    expect(await opened.platformWith({ token: 'another' }).checkAddress()).toBe(false);
  });

  it('the person gets the answer on the first delivery', async () => {
    const { seen, deliveries } = await opened.platform.deliver({ person: 'o9Ag', fields: text(QUESTION) });
    expect(deliveries).toBe(1);
    expect(seen).toContain(`“${QUESTION}”的回答：3座。`);
    expect(seen).toContain('【原文】“新建口袋公园3座”');
    expect(seen).toContain('1. 新建了几所学校');
  });

  it('what is signed with another token is neither answered nor asked', async () => {
    const forger = opened.platformWith({ token: 'another' });
    const { seen, statuses } = await forger.deliver({ person: 'o9Ag', fields: text(QUESTION) });
    expect(seen).toBe(OUT_OF_SERVICE);
    expect(statuses).toEqual([403, 403, 403]);
    expect(made.asked).toEqual([]);
    expect(opened.warnings.join('\n')).toMatch(/403/);
    expect(opened.warnings.join('\n')).not.toMatch(/o9Ag|公园/);
  });
});

it.each(['compatible', 'safe'] as const)(
  'what is encrypted for another account is refused (%s)',
  async (mode) => {
    opened = await openWechat(made.converse, { mode });
    const other = opened.platformWith({ appId: 'wx0000000000000000' });
    expect((await other.deliver({ person: 'o9Ag', fields: text(QUESTION) })).statuses).toEqual([
      403, 403, 403,
    ]);
    expect(made.asked).toEqual([]);
  },
);

describe('one message', () => {
  it.each([
    ['the same to the byte', false],
    ['signed anew', true],
  ])('delivered three times, %s, runs once and gets one reply', async (_name, signsAnew) => {
    opened = await openWechat(made.converse, {}, {}, { signsAnew });
    const message = { person: 'o9Ag', fields: text(QUESTION) };
    const shown = [];
    for (let count = 0; count < 3; count += 1) shown.push(await opened.platform.deliver(message));
    expect(new Set(shown.map(({ seen }) => seen)).size).toBe(1);
    expect(shown[0]?.seen).toContain('3座');
    expect(made.asked).toHaveLength(1);
    expect(made.exchanges).toHaveLength(1);
  });

  it('with the id of another person’s message is a message of its own', async () => {
    opened = await openWechat(made.converse);
    const fields = text(QUESTION);
    await opened.platform.deliver({ person: 'zhang', fields });
    await opened.platform.deliver({ person: 'li', fields });
    expect(made.asked).toHaveLength(2);
  });

  it('posted to the byte by somebody who has overheard it gets no answer once the retries are over', async () => {
    opened = await openWechat(made.converse);
    const statuses = [];
    const overheard = await overhear();
    for (let count = 0; count < 6; count += 1) statuses.push((await post(overheard)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 403, 403]);
    expect(made.asked).toHaveLength(1);
  });
});

describe('an event', () => {
  beforeEach(async () => {
    opened = await openWechat(made.converse);
  });

  it.each([event('subscribe'), event('SCAN', '1'), event('CLICK', 'START')])(
    'that begins ($Event) gets the welcome',
    async (fields) => {
      const { seen } = await opened.platform.deliver({ person: 'o9Ag', fields });
      expect(seen).toContain('您好，请直接提问。');
    },
  );

  it('delivered twice is one', async () => {
    const createTime = Math.floor(Date.now() / 1000);
    for (let count = 0; count < 2; count += 1)
      await opened.platform.deliver({ person: 'o9Ag', fields: event('subscribe'), createTime });
    expect(made.asked).toHaveLength(1);
  });

  it.each([event('VIEW', 'http://127.0.0.1/'), event('LOCATION')])(
    'that asks for nothing ($Event) gets nothing',
    async (fields) => {
      const { seen, statuses } = await opened.platform.deliver({ person: 'o9Ag', fields });
      expect({ seen, statuses }).toEqual({ seen: null, statuses: [200] });
      expect(made.asked).toEqual([]);
    },
  );

  it('unsubscribe deletes what is known of the person, and gets nothing', async () => {
    await opened.platform.deliver({ person: 'o9Ag', fields: text(QUESTION) });
    const { seen } = await opened.platform.deliver({ person: 'o9Ag', fields: event('unsubscribe') });
    expect(seen).toBeNull();
    expect(made.exchanges).toEqual([]);
    await opened.platform.deliver({ person: 'o9Ag', fields: text('那今年呢') });
    expect(made.asked.at(-1)?.history).toEqual([]);
  });
});

describe('words instead of buttons', () => {
  beforeEach(async () => {
    opened = await openWechat(made.converse);
    await ask(QUESTION);
  });

  it.each(['原文', '原文。'])('%s shows the passage with the quote marked', async (word) => {
    expect(await ask(word)).toContain('【新建口袋公园3座】，整治背街小巷41条');
  });

  it.each(['2', '２', '②'])('%s asks the second suggested question', async (word) => {
    expect(await ask(word)).toContain('“改造了几个小区”的回答');
  });

  it.each([
    ['👍', 'up'],
    ['有用', 'up'],
    ['👎', 'down'],
    ['没用', 'down'],
  ])('%s is noted', async (word, verdict) => {
    expect(await ask(word)).toContain('谢谢');
    expect(made.exchanges.at(-1)?.feedback?.verdict).toBe(verdict);
  });

  it('继续 with nothing left shows the last answer again, and says so', async () => {
    expect(await ask('继续')).toMatch(
      new RegExp(`^没有更多内容了，上一条回答再发一遍：\n“${QUESTION}”的回答`, 'u'),
    );
  });
});

describe('speech', () => {
  it('that the platform has recognised is a question', async () => {
    opened = await openWechat(made.converse);
    const fields = ofType('voice', { MediaId: 'm', Recognition: QUESTION });
    expect((await opened.platform.deliver({ person: 'o9Ag', fields })).seen).toContain('3座');
  });
});

describe('what a message may hold', () => {
  it('] ] > and emoji come through, both ways', async () => {
    opened = await openWechat(made.converse);
    expect(await ask('a]]>b 🙂 公园')).toContain('“a]]>b 🙂 公园”的回答');
  });

  it('no element gets into a reply but our own link', async () => {
    opened = await openWechat(made.converse, { publicUrl: 'https://wen.example' });
    const said = await ask('<a href="https://evil.example">公园</a>');
    expect(said.match(/<[^>]*>/g)).toEqual([
      '<a href="https://wen.example/report/yunxi?s=10-18#s=10-18">',
      '</a>',
    ]);
  });

  it('a conversation that breaks is apologised for', async () => {
    opened = await openWechat(() => Promise.reject(new Error('at secret.ts:1:1')));
    expect(await ask(QUESTION)).toBe('抱歉，系统出了点问题，这次没能回答。请稍后再试。');
    expect(opened.warnings.join('\n')).toContain('secret.ts');
  });
});

it('takes bodies up to 64 KB', async () => {
  opened = await openWechat(made.converse);
  const response = await fetch(opened.address, { method: 'POST', body: 'a'.repeat(64 * 1024 + 1) });
  expect(response.status).toBe(413);
  expect(await response.text()).toBe('');
});

async function ask(question: string): Promise<string> {
  return (await opened.platform.deliver({ person: 'o9Ag', fields: text(question) })).seen ?? '';
}

interface Overheard {
  readonly query: string;
  readonly body: string;
}

/** A request of the platform as it passes somebody on the way. */
async function overhear(): Promise<Overheard> {
  let overheard: Overheard = { query: '', body: '' };
  const tap = await serveRoutes([
    {
      method: 'POST',
      path: '/wechat',
      maxBodyBytes: 64 * 1024,
      async handle({ query, body }) {
        overheard = { query: new URLSearchParams(query).toString(), body: body.toString() };
        return { status: 200, body: 'success' };
      },
    },
  ]);
  const platform = opened.platformWith({ address: `${tap.address}/wechat` });
  await platform.deliver({ person: 'o9Ag', fields: text(QUESTION) });
  await tap.close();
  return overheard;
}

function post({ query, body }: Overheard): Promise<Response> {
  return fetch(`${opened.address}?${query}`, { method: 'POST', body });
}
