import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { serve } from '../src/serve.ts';
import { type FakeBotApi, startFakeBotApi } from './channels/telegram/fake-bot-api.ts';
import { messageUpdate } from './channels/telegram/make-update.ts';
import { text } from './channels/tencent/xml-messages.ts';
import { createWechatPlatform } from './channels/wechat/wechat-platform.ts';
import { longList } from './conversation/make-converse.ts';
import { INVENTED_APP } from './invented-app.ts';

const TOKEN = `4200:${'x'.repeat(35)}`;
const CHILD = fileURLToPath(new URL('./serve-invented.ts', import.meta.url));
const ZHANG = 77;

let folder: string;
let api: FakeBotApi;
let environment: Record<string, string>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-serve-'));
  api = await startFakeBotApi(TOKEN);
  environment = {
    DATA_DIR: folder,
    HTTP_PORT: '0',
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.root,
  };
});
afterEach(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

describe('serve', () => {
  /** Serves in this process until `stop` is called; resolves once it says that it does. */
  async function start(overrides: Record<string, string | undefined> = {}) {
    const said: string[] = [];
    const controller = new AbortController();
    let tell = () => {};
    const serving = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const served = serve({
      app: INVENTED_APP,
      config: readConfig({ ...environment, ...overrides }),
      known: [],
      seeds: 'seeds',
      say(line) {
        said.push(line);
        if (line.startsWith('Serving')) tell();
      },
      signal: controller.signal,
    });
    await Promise.race([serving, served]);
    const address = /http:\S+/u.exec(said.find((line) => line.startsWith('Serving')) ?? '')?.[0];
    return {
      said,
      address,
      async stop() {
        controller.abort();
        await served;
      },
    };
  }

  it('serves what is configured, says so, and stops when it is told', async () => {
    const { said, address, stop } = await start();
    expect(said.join('\n')).toContain('telegram running');
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({
      channels: { telegram: 'running' },
    });
    api.receive(messageUpdate(ZHANG, '新建了几座公园'));
    await api.until(() => api.shown(ZHANG).length === 1);
    expect(api.shown(ZHANG)[0]?.text).toContain('“新建了几座公园”的回答');
    await stop();
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });

  it('says what is missing for the channels that are off', async () => {
    const { said, stop } = await start({ TELEGRAM_BOT_TOKEN: undefined, TELEGRAM_API_ROOT: undefined });
    await stop();
    expect(said).toContain('Off: telegram (set TELEGRAM_BOT_TOKEN)');
  });

  it('serves on where a channel cannot start, and is not ready meanwhile', async () => {
    api.fail('getMe', { error_code: 500, description: 'Internal Server Error' }, 3);
    const { said, address, stop } = await start();
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect(said.join('\n')).toMatch(/telegram has stopped: .+started again in 1 s/u);
    await stop();
  });

  it('finishes what is under way before it stops', async () => {
    const { stop } = await start();
    api.receive(messageUpdate(ZHANG, '第一问'));
    api.receive(messageUpdate(ZHANG, '第二问'));
    await api.until(() => api.shown(ZHANG).length >= 1);
    await stop();
    expect(api.shown(ZHANG)).toHaveLength(2);
  });

  it('keeps what people wrote for its owner alone, and no id or number of theirs', async () => {
    const { stop } = await start();
    api.receive(messageUpdate(ZHANG_OF_MANY_DIGITS, '我的电话13812345678，新建了几座公园'));
    await api.until(() => api.shown(ZHANG_OF_MANY_DIGITS).length === 1);
    await stop();
    const files = await readdir(folder);
    expect(files.sort()).toEqual([
      'conversations.jsonl',
      'exchanges.jsonl',
      'receipts.jsonl',
      'secret',
      'unseen.jsonl',
    ]);
    for (const file of files) {
      expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
      const content = await readFile(join(folder, file), 'utf8');
      expect(content).not.toContain('13812345678');
      expect(content).not.toContain(String(ZHANG_OF_MANY_DIGITS));
    }
  });

  it('does not start in a folder that it cannot write', async () => {
    const path = join(folder, 'secret', 'below-a-file');
    await expect(start({ DATA_DIR: join('/dev/null', path) })).rejects.toMatchObject({ code: 'data' });
  });
});

const ZHANG_OF_MANY_DIGITS = 7_654_321_987;

describe('kill -9', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  /** A process of its own; resolves once it serves, with where. */
  async function startChild(more: Readonly<Record<string, string>> = {}) {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), CHILD], {
      env: { ...process.env, ...environment, ...more },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    children.push(child);
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr?.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (said.includes('Serving')) resolve();
      });
      child.once('exit', () => reject(new Error(`the process did not start: ${said}`)));
    });
    return { child, address: /Serving (http:\S+)/u.exec(said)?.[1] ?? '' };
  }

  async function kill({ child }: { readonly child: ChildProcess }): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  it('during a conversation loses none of it, and nobody is answered twice', {
    timeout: 180_000,
  }, async () => {
    const first = await startChild();
    const question = messageUpdate(ZHANG, '新建了几座公园');
    const id = api.receive(question);
    await api.until(() => api.shown(ZHANG).length === 1);
    await conversationsSaySent(1);
    await kill(first);

    // Telegram delivers again what was not confirmed, which a killed process may not have done.
    if (api.confirmed() <= id) expect(api.state.queue.waiting).toHaveLength(1);
    else api.receive(question, id);
    await startChild();
    api.receive(messageUpdate(ZHANG, '那学校呢'));
    await api.until(() => api.shown(ZHANG).length >= 2);
    expect(api.shown(ZHANG).map(({ text }) => text.split('\n')[0])).toEqual([
      expect.stringContaining('“新建了几座公园”的回答'),
      expect.stringContaining('（接“新建了几座公园”）“那学校呢”的回答'),
    ]);
  });

  it('in a long answer loses none of it: the next process goes on with the next segment', {
    timeout: 180_000,
  }, async () => {
    const account = { WECHAT_APP_ID: 'wxba5fad812f8e6fb9', WECHAT_TOKEN: 'TheToken1' };
    const platform = { appId: account.WECHAT_APP_ID, token: account.WECHAT_TOKEN, encodingAesKey: '' };
    const say = async ({ address }: { readonly address: string }, content: string) => {
      const { deliver } = createWechatPlatform({ ...platform, mode: 'plain', address: `${address}/wechat` });
      return (await deliver({ person: 'zhang', fields: text(content) })).seen ?? '';
    };
    const first = await startChild(account);
    const seen = [await say(first, '产业园清单'), await say(first, '继续')];
    await kill(first);
    const second = await startChild(account);
    const isWhole = () => seen.join('').includes(longList().split('\n').at(-1) ?? '');
    for (let asked = 0; asked < 8 && !isWhole(); asked += 1) seen.push(await say(second, '继续'));
    for (const item of longList().split('\n')) {
      expect(
        seen.filter((part) => part.includes(item)),
        item,
      ).toHaveLength(1);
    }
  });

  /** The sent mark is written after Telegram has taken the message. */
  async function conversationsSaySent(count: number): Promise<void> {
    for (;;) {
      const lines = await readFile(join(folder, 'conversations.jsonl'), 'utf8');
      if (lines.split('"sent":true').length > count) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
});
