import { describeCode } from '../tencent/describe-code.ts';

/**
 * What staff can do about an error of the platform's API.
 * https://developer.work.weixin.qq.com/document/path/90313
 */
const HINTS: Readonly<Record<number, string>> = {
  40001: 'the Secret is wrong; check WECOM_APP_SECRET',
  40003: 'the person is not known to the company',
  40013: 'the id of the company is wrong; check WECOM_CORP_ID',
  40014: 'the token is wrong; is WECOM_APP_SECRET that of this app?',
  40056: 'there is no such app; check WECOM_APP_AGENT_ID',
  42001: 'the token has ended',
  45002: 'the message is too long',
  45009: 'called too often; the platform bars the app for a minute to a day',
  45033: 'too many calls at once',
  48002: 'the app may not call this; check its permissions at the platform',
  60011: 'the app may not see the person; check its 可见范围',
  60020: 'the address of this machine is not among the 企业可信IP of the app; add it at the platform',
  81013: 'the person is not within the 可见范围 of the app',
  301002: 'the Secret is that of another app; check WECOM_APP_SECRET and WECOM_APP_AGENT_ID',
};

/** The token is refused: another one may be taken. */
export const TOKEN_REFUSED: readonly number[] = [40014, 42001];

/** The code with what it means, for the log. */
export const describeErrorCode = describeCode(HINTS);
