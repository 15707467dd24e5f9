import type { LocalServer } from '../listen-locally.ts';
import { issueTokens, startJsonServer } from '../tencent/json-server.ts';

/** The platform's API over HTTP: gives tokens, sends messages to people, and answers its errors. */
export interface WechatApiServer extends LocalServer {
  /** What each person was sent, in order. */
  readonly sent: { readonly person: string; readonly text: string }[];
  /** `path command` of each call. */
  readonly calls: string[];
  readonly menus: unknown[];
  /** A message of the person lets five be sent. */
  spoke(person: string): void;
  /** The token that is given out ends now; what is asked for next gets another. */
  endToken(): void;
  /** The next calls to send get these codes. */
  readonly failures: number[];
}

export interface ApiServerOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly certified?: boolean;
  /** Whether the caller is in the IP whitelist. */
  readonly listed?: boolean;
  /** Gives out tokens that it refuses, until it is made to draw another. */
  readonly stuckToken?: boolean;
}

const MOST_BYTES = 2048;
const QUOTA = 5;
const MENU_NAME_BYTES = 16;

export async function startWechatApiServer(options: ApiServerOptions): Promise<WechatApiServer> {
  const quotas = new Map<string, number>();
  const sent: WechatApiServer['sent'] = [];
  const calls: string[] = [];
  const menus: unknown[] = [];
  const failures: number[] = [];
  const tokens = issueTokens(options.stuckToken);
  const server = await startJsonServer((_method, url, raw) => answer(url, raw));
  return {
    ...server,
    sent,
    calls,
    menus,
    failures,
    spoke: (person) => void quotas.set(person, QUOTA),
    endToken: tokens.end,
  };

  function answer(url: URL, raw: string): unknown {
    const body = JSON.parse(raw);
    if (url.pathname === '/cgi-bin/stable_token') return giveToken(body);
    calls.push(`${url.pathname} ${body.command ?? ''}`.trim());
    const refused = refuseToken(url.searchParams.get('access_token') ?? '');
    if (refused !== 0) return { errcode: refused, errmsg: 'invalid credential' };
    switch (url.pathname) {
      case '/cgi-bin/message/custom/send':
        return { errcode: send(body, raw), errmsg: 'hint' };
      case '/cgi-bin/message/custom/typing':
        return { errcode: options.certified === false ? 48001 : 0, errmsg: 'hint' };
      case '/cgi-bin/menu/create':
        return { errcode: createMenu(body), errmsg: 'hint' };
      default:
        return { errcode: 40066, errmsg: 'invalid url' };
    }
  }

  function giveToken(body: Record<string, unknown>): unknown {
    calls.push(`/cgi-bin/stable_token ${body.force_refresh === true ? 'forced' : ''}`.trim());
    if (options.listed === false) return { errcode: 40164, errmsg: 'invalid ip' };
    if (body.appid !== options.appId) return { errcode: 40013, errmsg: 'invalid appid' };
    if (body.secret !== options.appSecret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    const token = body.force_refresh === true ? tokens.draw() : tokens.give();
    return { access_token: token, expires_in: 7200 };
  }

  function refuseToken(token: string): number {
    return { good: 0, ended: 42001, unknown: 40001 }[tokens.state(token)];
  }

  function send(
    body: { touser?: unknown; msgtype?: unknown; text?: { content?: unknown } },
    raw: string,
  ): number {
    const failure = failures.shift();
    if (failure !== undefined) return failure;
    if (options.certified === false) return 48001;
    const person = String(body.touser);
    const text = String(body.text?.content);
    const left = quotas.get(person);
    // Escapes are shown as they are; nobody wants to read them.
    if (/\\u[0-9a-f]{4}/i.test(raw)) return 47001;
    if (body.msgtype !== 'text') return 40008;
    if (Buffer.byteLength(text) > MOST_BYTES) return 45002;
    if (left === undefined) return 45015;
    if (left === 0) return 45047;
    quotas.set(person, left - 1);
    sent.push({ person, text });
    return 0;
  }

  function createMenu(body: {
    button?: { name?: unknown; type?: unknown; key?: unknown; url?: unknown }[];
  }): number {
    const buttons = body.button ?? [];
    if (buttons.length < 1 || buttons.length > 3) return 40016;
    if (buttons.some(({ name }) => Buffer.byteLength(String(name)) > MENU_NAME_BYTES)) return 40018;
    if (buttons.some(({ type, key }) => type === 'click' && typeof key !== 'string')) return 40019;
    if (buttons.some(({ type, url }) => type === 'view' && !/^https?:/.test(String(url)))) return 40020;
    menus.push(body);
    return 0;
  }
}
