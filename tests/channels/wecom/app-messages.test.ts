import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appMessages } from '../../../src/channels/wecom/app-messages.ts';
import { startWecomApiServer, type WecomApiServer } from './wecom-api-server.ts';

const APP = { corpId: 'wx5823bf96d3bd56c7', secret: 'secret', agentId: 1_000_002 };
const clock = { now: 0 };
let server: WecomApiServer;
let send: (person: string, content: string) => Promise<unknown>;

beforeEach(async () => {
  clock.now = 0;
  server = await startWecomApiServer(APP);
  ({ send } = appMessages({ ...APP, apiBase: server.address }, () => clock.now));
});
afterEach(() => server.close());

describe('a message of an app', () => {
  it('asks for one token, however many are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => send('zhang', `${index}`)));
    expect(answers).toEqual(answers.map(() => ({ kind: 'done' })));
    expect(tokensAsked()).toBe(1);
    expect(server.sent).toHaveLength(20);
  });

  it('asks for the next token five minutes before the end of the last', async () => {
    await send('zhang', '一');
    clock.now += 6_899_000;
    await send('zhang', '二');
    expect(tokensAsked()).toBe(1);
    clock.now += 1000;
    await send('zhang', '三');
    expect(tokensAsked()).toBe(2);
  });

  it('goes out with another token where the platform has ended the first, asked for once by all', async () => {
    await send('zhang', '一');
    server.endToken();
    const answers = await Promise.all([send('zhang', '二'), send('li', '三'), send('wang', '四')]);
    expect(answers).toEqual(answers.map(() => ({ kind: 'done' })));
    expect(tokensAsked()).toBe(2);
    expect(server.sent.map(({ text }) => text).sort()).toEqual(['一', '三', '二', '四']);
  });
});

function tokensAsked(): number {
  return server.calls.filter((call) => call === '/cgi-bin/gettoken').length;
}
