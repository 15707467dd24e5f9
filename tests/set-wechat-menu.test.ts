import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { setWechatMenu } from '../src/set-wechat-menu.ts';
import { startWechatApiServer, type WechatApiServer } from './channels/wechat/wechat-api-server.ts';

const KEYS = { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_TOKEN: 'Token1' };
const SECRET = 'a'.repeat(32);
let server: WechatApiServer | null = null;

afterEach(() => server?.close());

describe('npm run wechat:menu', () => {
  it('sets the menu of the configured account', async () => {
    server = await startWechatApiServer({ appId: KEYS.WECHAT_APP_ID, appSecret: SECRET });
    const config = readConfig({ ...KEYS, WECHAT_APP_SECRET: SECRET, WECHAT_API_BASE: server.address });
    const said: string[] = [];
    expect(await setWechatMenu(config, (line) => said.push(line))).toBe(0);
    expect(said.join('\n')).toContain('in place');
    expect(server.menus).toHaveLength(1);
  });

  it('names the keys that it needs', async () => {
    await expect(setWechatMenu(readConfig(KEYS), () => {})).rejects.toThrow('WECHAT_APP_SECRET');
  });
});
