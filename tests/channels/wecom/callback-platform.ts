import { randomInt } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';

/** WeCom as it calls a bot or an app: signs, encrypts, delivers again, asks streams how far they have come. */
export interface CallbackPlatform {
  /** What pressing 保存 on the page of the callback settings comes to. */
  checkAddress(): Promise<boolean>;
  /** Posts once; `text` is the decrypted body of the response, '' where it is empty. */
  post(plain: string): Promise<{ readonly status: number; readonly text: string }>;
  /** A message to a smart bot, delivered until it is answered, and its stream asked for until it is finished. */
  tellBot(message: Readonly<Record<string, unknown>>): Promise<string | null>;
  /** A message to an app, delivered up to three times; what the person is shown. */
  tellApp(person: string, fields: Readonly<Record<string, string>>): Promise<string | null>;
}

export interface CallbackPlatformOptions {
  readonly address: string;
  readonly token: string;
  readonly encodingAesKey: string;
  /** '' for a smart bot, the corpid for an app. */
  readonly receiverId: string;
  readonly form: 'json' | 'xml';
}

const MOST_STREAM_BYTES = 20_480;
const MOST_TEXT_BYTES = 2048;

export function createCallbackPlatform(options: CallbackPlatformOptions): CallbackPlatform {
  const { address, token, encodingAesKey, receiverId, form } = options;
  return { checkAddress, post, tellBot, tellApp };

  async function checkAddress(): Promise<boolean> {
    const echo = String(randomInt(1e9));
    const echostr = encrypt(encodingAesKey, echo, receiverId);
    const response = await fetch(`${address}?${sign(echostr)}&echostr=${encodeURIComponent(echostr)}`);
    return response.status === 200 && (await response.text()) === echo;
  }

  async function post(plain: string) {
    const sealed = encrypt(encodingAesKey, plain, receiverId);
    const body =
      form === 'json'
        ? JSON.stringify({ encrypt: sealed })
        : `<xml><ToUserName><![CDATA[${receiverId}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt><AgentID><![CDATA[218]]></AgentID></xml>`;
    const response = await fetch(`${address}?${sign(sealed)}`, { method: 'POST', body });
    const answer = await response.text();
    return { status: response.status, text: answer === '' || answer === 'success' ? '' : open(answer) };
  }

  async function tellBot(message: Readonly<Record<string, unknown>>): Promise<string | null> {
    let response = await post(JSON.stringify(message));
    for (let polls = 0; polls < 200; polls += 1) {
      if (response.status !== 200) throw new Error(`the bot answers ${response.status}`);
      if (response.text === '') return null;
      const { msgtype, stream, text } = JSON.parse(response.text);
      if (msgtype === 'text') return text.content;
      if (Buffer.byteLength(stream.content) > MOST_STREAM_BYTES) throw new Error('the stream is too long');
      if (stream.finish) return stream.content;
      response = await post(JSON.stringify({ msgtype: 'stream', stream: { id: stream.id } }));
    }
    throw new Error('the stream does not end');
  }

  async function tellApp(person: string, fields: Readonly<Record<string, string>>): Promise<string | null> {
    const head = {
      ToUserName: receiverId,
      FromUserName: person,
      CreateTime: String(seconds()),
      AgentID: '218',
    };
    const children = Object.entries({ ...head, ...fields }).map(
      ([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`,
    );
    for (let deliveries = 0; deliveries < 3; deliveries += 1) {
      const { status, text } = await post(`<xml>${children.join('')}</xml>`);
      if (status !== 200) continue;
      if (text === '') return null;
      const content = /<Content><!\[CDATA\[(.*)\]\]><\/Content>/s.exec(text)?.[1] ?? '';
      if (Buffer.byteLength(content) > MOST_TEXT_BYTES) throw new Error('the text is cut by the platform');
      return content;
    }
    throw new Error('the app does not answer');
  }

  function sign(sealed: string): string {
    const timestamp = String(seconds());
    const nonce = String(randomInt(1e9));
    const msg_signature = getSignature(token, timestamp, nonce, sealed);
    return new URLSearchParams({ msg_signature, timestamp, nonce }).toString();
  }

  /** The response must be signed and sealed as the request was. */
  function open(answer: string): string {
    const field = (name: string) =>
      new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`).exec(answer)?.[1] ?? '';
    const parts =
      form === 'json'
        ? JSON.parse(answer)
        : {
            encrypt: field('Encrypt'),
            msgsignature: field('MsgSignature'),
            timestamp: field('TimeStamp'),
            nonce: field('Nonce'),
          };
    const expected = getSignature(token, parts.timestamp, parts.nonce, parts.encrypt);
    const { message, id } = decrypt(encodingAesKey, parts.encrypt);
    if (parts.msgsignature !== expected || id !== receiverId) throw new Error('the response is not sealed');
    return message;
  }
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
