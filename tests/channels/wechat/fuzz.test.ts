import { createMessageCipher } from '../../../src/channels/tencent/message-cipher.ts';
import { signatureOf } from '../../../src/channels/tencent/signature.ts';
import { createWechatChannel } from '../../../src/channels/wechat/create-wechat-channel.ts';
import { describeFuzz, FUZZ_NOW, type FuzzedRoute } from '../tencent/describe-fuzz.ts';
import { mutate, type Random } from '../tencent/mutate.ts';
import { SETTINGS } from './open-wechat.ts';

type Request = ReturnType<FuzzedRoute['signed']>;
const cipher = createMessageCipher(SETTINGS.encodingAesKey ?? '', SETTINGS.appId);

for (const mode of ['plain', 'safe'] as const)
  describeFuzz({
    name: `WeChat in ${mode} mode`,
    path: '/wechat',
    create: (collaborators) => createWechatChannel({ ...SETTINGS, mode }, collaborators),
    message,
    signed: (text, nonce) => signed(mode, text, nonce),
    forged: (random) => forge(mode, random),
    readable: (body) => readable(mode, body),
  });

let lastId = 1_000_000;

function message(random: Random): string {
  lastId += 1;
  const head = `<ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o${random(50)}]]></FromUserName><CreateTime>${1_700_000_000 + random(1000)}</CreateTime>`;
  const bodies = [
    `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[去年新建了几座公园${random(100)}]]></Content><MsgId>${lastId}</MsgId>`,
    `<MsgType><![CDATA[voice]]></MsgType><Recognition><![CDATA[问题]]></Recognition><MsgId>${lastId}</MsgId>`,
    `<MsgType><![CDATA[image]]></MsgType><PicUrl><![CDATA[http://a]]></PicUrl><MsgId>${lastId}</MsgId>`,
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event><EventKey></EventKey>',
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[CLICK]]></Event><EventKey><![CDATA[HELP]]></EventKey>',
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[unsubscribe]]></Event>',
  ];
  return `<xml>${head}${bodies[random(bodies.length)]}</xml>`;
}

function signed(mode: 'plain' | 'safe', text: string, nonce: string): Request {
  const timestamp = String(FUZZ_NOW / 1000);
  const signature = signatureOf(SETTINGS.token, timestamp, nonce);
  if (mode === 'plain') return request({ timestamp, nonce, signature }, text);
  const encrypt = cipher.encrypt(text);
  const msg_signature = signatureOf(SETTINGS.token, timestamp, nonce, encrypt);
  const query = { timestamp, nonce, signature, msg_signature, encrypt_type: 'aes' };
  return request(query, `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`);
}

/** Nothing of it is signed with our token, or what is signed was changed. */
function forge(mode: 'plain' | 'safe', random: Random): Request {
  const { query, body } = signed(mode, message(random), String(random(1e9)));
  const name = mode === 'plain' ? 'signature' : 'msg_signature';
  const forgeries: readonly (() => Readonly<Record<string, string>>)[] = [
    () => ({ ...query, [name]: mutate(query[name] ?? '', random) }),
    () => ({ ...query, nonce: `${query.nonce}0` }),
    () => ({ ...query, timestamp: mutate(query.timestamp ?? '', random) }),
    () => ({ timestamp: '', nonce: '', signature: '' }),
    () => ({ ...query, [name]: signatureOf('another', query.timestamp ?? '', query.nonce ?? '') }),
  ];
  const forged = forgeries[random(forgeries.length)]?.() ?? {};
  const unchanged =
    forged[name] === query[name] && forged.nonce === query.nonce && forged.timestamp === query.timestamp;
  const nothing = { ...forged, [name]: '' };
  return request(
    unchanged ? nothing : forged,
    random(2) === 0 ? body.toString() : mutate(body.toString(), random),
  );
}

function request(query: Request['query'], body: string): Request {
  return { query, body: Buffer.from(body) };
}

function readable(mode: 'plain' | 'safe', body: string): string {
  if (mode === 'plain' || body === 'success' || body === '') return body;
  const opened = cipher.decrypt(/<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? '');
  if (opened.kind === 'refused') throw new Error(`a reply cannot be decrypted: ${opened.reason}`);
  return opened.text;
}
