import { createMenu } from './channels/wechat/create-menu.ts';
import { createWechatApi } from './channels/wechat/wechat-api.ts';
import type { Config } from './config.ts';
import { WenbaoError } from './errors.ts';

/** Sets the menu of the configured WeChat account; returns the exit status, throws WenbaoError where it cannot. */
export async function setWechatMenu(config: Config, say: (line: string) => void): Promise<number> {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_API_BASE: apiBase } = config;
  if (appId === undefined || appSecret === undefined) {
    const message = 'The menu needs WECHAT_APP_ID, WECHAT_TOKEN and WECHAT_APP_SECRET; set them.';
    throw new WenbaoError('config', message);
  }
  const api = createWechatApi({ appId, appSecret, apiBase }, Date.now);
  await createMenu(api, config.PUBLIC_URL ?? null);
  say('The menu is in place; people see it within a day.');
  return 0;
}
