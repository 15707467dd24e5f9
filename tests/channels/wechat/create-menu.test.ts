import { afterEach, describe, expect, it } from 'vitest';
import { createMenu } from '../../../src/channels/wechat/create-menu.ts';
import { createWechatApi } from '../../../src/channels/wechat/wechat-api.ts';
import { startWechatApiServer, type WechatApiServer } from './wechat-api-server.ts';

const ACCOUNT = { appId: 'wx1', appSecret: 'secret' };
let server: WechatApiServer;

afterEach(() => server.close());

describe('the menu', () => {
  it('is put in place, with the report where it can be seen', async () => {
    await createMenu(await openApi(), 'https://wen.example');
    expect(server.menus).toMatchInlineSnapshot(`
      [
        {
          "button": [
            {
              "key": "START",
              "name": "问一问",
              "type": "click",
            },
            {
              "name": "看报告",
              "type": "view",
              "url": "https://wen.example",
            },
            {
              "key": "HELP",
              "name": "使用帮助",
              "type": "click",
            },
          ],
        },
      ]
    `);
  });

  it('has two buttons where there is no page', async () => {
    await createMenu(await openApi(), null);
    expect(JSON.stringify(server.menus)).not.toContain('view');
  });

  it('that is refused is told to staff with the reason', async () => {
    const api = await openApi({ listed: false });
    await expect(createMenu(api, null)).rejects.toThrow(/menu.*40164.*IP白名单/);
  });
});

async function openApi(wrong: { readonly listed?: boolean } = {}) {
  server = await startWechatApiServer({ ...ACCOUNT, ...wrong });
  return createWechatApi({ ...ACCOUNT, apiBase: server.address }, Date.now);
}
