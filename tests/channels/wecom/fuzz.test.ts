import { createMessageCipher } from '../../../src/channels/tencent/message-cipher.ts';
import { signatureOf } from '../../../src/channels/tencent/signature.ts';
import { createWecomChannel } from '../../../src/channels/wecom/create-wecom-channel.ts';
import { describeFuzz, FUZZ_NOW } from '../tencent/describe-fuzz.ts';
import { mutate, type Random } from '../tencent/mutate.ts';
import { CALLBACKS } from './open-callbacks.ts';

const SIDES = {
  bot: { ...CALLBACKS.botCallback, receiverId: '', wrap: (encrypt: string) => JSON.stringify({ encrypt }) },
  app: {
    ...CALLBACKS.app,
    receiverId: CALLBACKS.app.corpId,
    wrap: (encrypt: string) => `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`,
  },
} as const;

let lastId = 0;

for (const side of ['bot', 'app'] as const) {
  const { token, encodingAesKey, receiverId, wrap } = SIDES[side];
  const cipher = createMessageCipher(encodingAesKey, receiverId);
  const message = side === 'bot' ? botMessage : appMessage;
  const signed = (text: string, nonce: string) => {
    const timestamp = String(FUZZ_NOW / 1000);
    const encrypt = cipher.encrypt(text);
    const msg_signature = signatureOf(token, timestamp, nonce, encrypt);
    return { query: { timestamp, nonce, msg_signature }, body: Buffer.from(wrap(encrypt)) };
  };
  describeFuzz({
    name: `the ${side} of WeCom`,
    path: `/wecom/${side}`,
    create: (collaborators) =>
      createWecomChannel({ connection: null, publicUrl: null, ...CALLBACKS }, collaborators),
    message,
    signed,
    forged(random, sent) {
      const { query, body } = signed(message(random), String(sent));
      return {
        query: { ...query, msg_signature: signatureOf('another', String(sent)) },
        body: random(2) === 0 ? body : Buffer.from(mutate(body.toString(), random)),
      };
    },
    readable(body) {
      if (body === '' || body === 'success') return body;
      const encrypt = side === 'bot' ? JSON.parse(body).encrypt : /CDATA\[(.*?)\]\]/.exec(body)?.[1];
      const opened = cipher.decrypt(encrypt ?? '');
      if (opened.kind === 'refused') throw new Error(`a reply cannot be decrypted: ${opened.reason}`);
      return opened.text;
    },
  });
}

function botMessage(random: Random): string {
  lastId += 1;
  const head = {
    msgid: `m${lastId}`,
    chatid: 'g',
    chattype: random(2) === 0 ? 'group' : 'single',
    from: { userid: `u${random(50)}` },
  };
  const bodies = [
    { msgtype: 'text', text: { content: `@问报 去年新建了几座公园${random(100)}` } },
    { msgtype: 'voice', voice: { content: '问题' } },
    { msgtype: 'mixed', mixed: { msg_item: [{ msgtype: 'text', text: { content: '问题' } }] } },
    { msgtype: 'event', event: { eventtype: 'enter_chat' } },
    { msgtype: 'stream', stream: { id: 'abc' } },
  ];
  return JSON.stringify({ ...head, ...bodies[random(bodies.length)] });
}

function appMessage(random: Random): string {
  lastId += 1;
  const head = `<ToUserName><![CDATA[wx]]></ToUserName><FromUserName><![CDATA[u${random(50)}]]></FromUserName><CreateTime>1700000000</CreateTime><AgentID>218</AgentID>`;
  const bodies = [
    `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[去年新建了几座公园${random(100)}]]></Content><MsgId>${lastId}</MsgId>`,
    `<MsgType><![CDATA[image]]></MsgType><MsgId>${lastId}</MsgId>`,
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[enter_agent]]></Event>',
  ];
  return `<xml>${head}${bodies[random(bodies.length)]}</xml>`;
}
