import { randomInt } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { signatureOf } from '../../../src/channels/tencent/signature.ts';

/** The platform as it posts to a bot: signs, encrypts, hangs up, delivers again, and shows a person the reply. */
export interface WechatPlatform {
  /** What pressing 提交 on the page of the server settings comes to. */
  checkAddress(): Promise<boolean>;
  /** Delivers a message until it is answered, as often as the platform would. */
  deliver(message: PlatformMessage): Promise<Delivered>;
}

/** The fields of a message beside sender, account and time; texts go in CDATA, numbers do not. */
interface PlatformMessage {
  readonly person: string;
  readonly fields: Readonly<Record<string, string | number>>;
  /** Seconds since 1970; now where left out. */
  readonly createTime?: number;
}

interface Delivered {
  /** What the person sees: a reply, nothing, or that the account is out of service. */
  readonly seen: string | null;
  readonly deliveries: number;
  /** The status of each delivery; 0 where the platform hung up. */
  readonly statuses: readonly number[];
}

export interface PlatformOptions {
  /** Of the bot, with its path. */
  readonly address: string;
  readonly token: string;
  readonly appId: string;
  readonly encodingAesKey: string;
  readonly mode: 'plain' | 'compatible' | 'safe';
  readonly timeoutMs?: number;
  readonly deliveries?: number;
  /** Whether a redelivery is signed anew, or is the same to the byte. */
  readonly signsAnew?: boolean;
}

export const OUT_OF_SERVICE = '该公众号暂时无法提供服务，请稍后再试';
const ACCOUNT = 'gh_97417a04a28d';
/** What is longer is not shown whole. */
const MOST_BYTES = 2048;

export function createWechatPlatform(options: PlatformOptions): WechatPlatform {
  const { address, token, appId, encodingAesKey, mode } = options;
  return { checkAddress, deliver };

  async function checkAddress(): Promise<boolean> {
    const echostr = String(randomInt(1e9));
    const response = await fetch(`${address}?${sign({ echostr })}`);
    return response.status === 200 && (await response.text()) === echostr;
  }

  async function deliver({ person, fields, createTime = seconds() }: PlatformMessage): Promise<Delivered> {
    const plain = toXml({ ToUserName: ACCOUNT, FromUserName: person, CreateTime: createTime, ...fields });
    let request = seal(plain, person);
    const statuses: number[] = [];
    for (let count = 1; count <= (options.deliveries ?? 3); count += 1) {
      if (count > 1 && options.signsAnew === true) request = seal(plain, person);
      const response = await post(request);
      statuses.push(response?.status ?? 0);
      if (response?.status === 200) return { seen: show(response.body, person), deliveries: count, statuses };
    }
    return { seen: OUT_OF_SERVICE, deliveries: statuses.length, statuses };
  }

  function seal(plain: string, person: string): { readonly query: string; readonly body: string } {
    if (mode === 'plain') return { query: sign({ openid: person }), body: plain };
    const encrypted = encrypt(encodingAesKey, plain, appId);
    const query = sign({ openid: person, encrypt_type: 'aes' });
    const { timestamp, nonce } = Object.fromEntries(new URLSearchParams(query));
    const signature = getSignature(token, timestamp ?? '', nonce ?? '', encrypted);
    const sealed = `<Encrypt><![CDATA[${encrypted}]]></Encrypt>`;
    return {
      query: `${query}&msg_signature=${signature}`,
      body:
        mode === 'safe'
          ? `<xml><ToUserName><![CDATA[${ACCOUNT}]]></ToUserName>${sealed}</xml>`
          : plain.replace('</xml>', `${sealed}</xml>`),
    };
  }

  function sign(parameters: Readonly<Record<string, string>>): string {
    const timestamp = String(seconds());
    const nonce = String(randomInt(1e9));
    const signature = signatureOf(token, timestamp, nonce);
    return new URLSearchParams({ signature, timestamp, nonce, ...parameters }).toString();
  }

  async function post({ query, body }: { readonly query: string; readonly body: string }) {
    try {
      const response = await fetch(`${address}?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body,
        signal: AbortSignal.timeout(options.timeoutMs ?? 5000),
      });
      return { status: response.status, body: await response.text() };
    } catch {
      return null;
    }
  }

  function show(body: string, person: string): string | null {
    if (body === '' || body === 'success') return null;
    const xml = mode === 'plain' ? body : decryptReply(body);
    if (xml === null || cdata(xml, 'ToUserName') !== person || cdata(xml, 'FromUserName') !== ACCOUNT) {
      return OUT_OF_SERVICE;
    }
    const content = cdata(xml, 'Content');
    return Buffer.byteLength(content) > MOST_BYTES ? OUT_OF_SERVICE : content;
  }

  function decryptReply(body: string): string | null {
    const encrypted = cdata(body, 'Encrypt');
    const timestamp = /<TimeStamp>(\d+)<\/TimeStamp>/.exec(body)?.[1] ?? '';
    const expected = getSignature(token, timestamp, cdata(body, 'Nonce'), encrypted);
    if (encrypted === '' || expected !== cdata(body, 'MsgSignature')) return null;
    const { message, id } = decrypt(encodingAesKey, encrypted);
    return id === appId ? message : null;
  }
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function toXml(fields: Readonly<Record<string, string | number>>): string {
  const children = Object.entries(fields).map(([name, value]) => {
    const text =
      typeof value === 'number' ? value : `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    return `<${name}>${text}</${name}>`;
  });
  return `<xml>${children.join('\n')}</xml>`;
}

/** The text of an element, its parts of CDATA joined. */
function cdata(xml: string, name: string): string {
  const inner = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? '';
  return [...inner.matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map(([, text]) => text).join('');
}
