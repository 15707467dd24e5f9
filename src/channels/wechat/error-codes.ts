import { describeCode } from '../tencent/describe-code.ts';

/**
 * What staff can do about an error of the platform's API.
 * https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
 */
const HINTS: Readonly<Record<number, string>> = {
  40001: 'the AppSecret is wrong or the token has ended; check WECHAT_APP_SECRET',
  40013: 'the AppID is wrong; check WECHAT_APP_ID',
  40014: 'the token is wrong',
  40125: 'the AppSecret is wrong; check WECHAT_APP_SECRET',
  40164:
    'the address of this machine is not in the IP whitelist (IP白名单) of the account; add it at the platform',
  40243: 'the AppSecret is frozen; thaw it at the platform',
  42001: 'the token has ended',
  43004: 'the person does not follow the account',
  45002: 'the message is too long',
  45009: 'the quota of the day is used up',
  45015: 'the person has not written for 48 hours',
  45047: 'the person has been sent five messages since the last of theirs',
  48001: 'the account may not call this; is it certified? If not, set WECHAT_CERTIFIED=false',
};

/** The token is refused: another one may be taken. */
export const TOKEN_REFUSED: readonly number[] = [40001, 40014, 42001];

/** The code with what it means, for the log. */
export const describeErrorCode = describeCode(HINTS);
