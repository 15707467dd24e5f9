import type { LocalServer } from '../listen-locally.ts';
import { issueTokens, startJsonServer } from '../tencent/json-server.ts';

/** The API of WeCom, as far as an app calls it, with its limits and its errors. */
export interface WecomApiServer extends LocalServer {
  /** What each person was sent, in order, as the platform shows it. */
  readonly sent: { readonly person: string; readonly text: string }[];
  /** The path of each call. */
  readonly calls: string[];
  /** The token that is given out ends now; what is asked for next gets another. */
  endToken(): void;
  /** The next calls to send get these codes. */
  readonly failures: number[];
}

export interface WecomApiOptions {
  readonly corpId: string;
  readonly secret: string;
  readonly agentId: number;
  /** Whether the caller is among the 企业可信IP. */
  readonly listed?: boolean;
  /** Who is within the 可见范围 of the app; everybody where it is left out. */
  readonly visible?: readonly string[];
  /** Has no licence: messages are taken, and not passed on. */
  readonly unlicensed?: string;
}

const MOST_BYTES = 2048;
/** A minute and member; what is more is taken, and not passed on. */
const MOST_A_MINUTE = 30;

/** https://developer.work.weixin.qq.com/document/path/90236 */
export async function startWecomApiServer(options: WecomApiOptions): Promise<WecomApiServer> {
  const tokens = issueTokens();
  const sent: WecomApiServer['sent'] = [];
  const calls: string[] = [];
  const failures: number[] = [];
  const server = await startJsonServer((method, url, body) => {
    calls.push(url.pathname);
    switch (`${method} ${url.pathname}`) {
      case 'GET /cgi-bin/gettoken':
        return giveToken(url.searchParams);
      case 'POST /cgi-bin/message/send':
        return send(url.searchParams.get('access_token') ?? '', body);
      default:
        return { errcode: 404, errmsg: 'no such path' };
    }
  });
  return { ...server, sent, calls, failures, endToken: tokens.end };

  function giveToken(query: URLSearchParams): unknown {
    if (query.get('corpid') !== options.corpId) return { errcode: 40013, errmsg: 'invalid corpid' };
    if (query.get('corpsecret') !== options.secret) return { errcode: 40001, errmsg: 'invalid credential' };
    return { errcode: 0, errmsg: 'ok', access_token: tokens.give(), expires_in: 7200 };
  }

  function send(token: string, raw: string): unknown {
    const code = refuse(token, raw);
    if (code !== 0) return { errcode: code, errmsg: 'hint: […], more info at …' };
    const { touser, text } = JSON.parse(raw);
    const took = { errcode: 0, errmsg: 'ok', invaliduser: '', msgid: 'm' };
    if (touser === options.unlicensed) return { ...took, unlicenseduser: touser };
    const isTooMuch = sent.filter(({ person }) => person === touser).length >= MOST_A_MINUTE;
    if (!isTooMuch) sent.push({ person: touser, text: cut(text.content) });
    return took;
  }

  function refuse(token: string, raw: string): number {
    const failure = failures.shift();
    if (failure !== undefined) return failure;
    const refused = { good: 0, ended: 42001, unknown: 40014 }[tokens.state(token)];
    if (refused !== 0) return refused;
    if (options.listed === false) return 60020;
    const body = JSON.parse(raw);
    // Escapes are shown as they are; nobody wants to read them.
    if (/\\u[0-9a-f]{4}/i.test(raw)) return 47001;
    if (body.msgtype !== 'text' || typeof body.text?.content !== 'string') return 40008;
    if (body.agentid !== options.agentId) return 40056;
    return options.visible !== undefined && !options.visible.includes(body.touser) ? 81013 : 0;
  }
}

/** What is longer is cut, and nobody is told. */
function cut(text: string): string {
  return Buffer.from(text).subarray(0, MOST_BYTES).toString('utf8');
}
