import { WenbaoError } from '../../errors.ts';
import { MENU_KEYS } from '../tencent/read-message.ts';
import type { TokenApi } from '../tencent/token-api.ts';
import { MENU } from './messages.ts';

/**
 * Puts our buttons under the account's conversations, in place of those that are there; people see them within a
 * day. Rejects with WenbaoError `channel` where the platform refuses (an uncertified 订阅号 may not have them).
 * https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Creating_Custom-Defined_Menu.html
 */
export async function createMenu(api: TokenApi, publicUrl: string | null): Promise<void> {
  const report = { type: 'view', name: MENU.report, url: publicUrl };
  const button = [
    { type: 'click', name: MENU.samples, key: MENU_KEYS.start },
    ...(publicUrl === null ? [] : [report]),
    { type: 'click', name: MENU.help, key: MENU_KEYS.help },
  ];
  const answer = await api('/cgi-bin/menu/create', { button });
  if (answer.kind === 'refused')
    throw new WenbaoError('channel', `The menu of the WeChat account was not made: ${answer.why}`);
}
