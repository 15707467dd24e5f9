import type { Action, Incoming, IncomingKind } from '../../domain/incoming.ts';
import type { XmlFields } from './xml.ts';

/** A message or an event of WeChat, or of an app of WeCom, which has the same fields. */
export interface XmlMessage {
  /** The platform's id of the person. */
  readonly person: string;
  /** The account it was sent to; a reply comes from there. */
  readonly account: string;
  /** The same for every delivery. */
  readonly messageId: string;
  readonly content:
    | { readonly kind: 'said'; readonly said: Said }
    /** The person follows the account no more. */
    | { readonly kind: 'left' }
    /** Nothing that asks for an answer: a page opened, a place reported. */
    | { readonly kind: 'noticed' };
}

/** What a message says. */
type Said = Pick<Incoming, 'kind' | 'text' | 'action'>;

/** What the buttons of the menu send back. */
export const MENU_KEYS = { start: 'START', help: 'HELP' } as const;

const KINDS: Readonly<Record<string, IncomingKind>> = {
  image: 'photo',
  video: 'video',
  shortvideo: 'video',
  location: 'location',
  link: 'link',
  file: 'file',
};

/** What stands in a text message where a person sent a sticker. */
const STICKER = /^(?:【收到不支持的消息类型，暂无法显示】|\[Unsupported Message\])$/u;

/**
 * Null where a field is missing that every message has.
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html
 */
export function readMessage(fields: XmlFields): XmlMessage | null {
  const person = fields.get('FromUserName')?.trim() ?? '';
  const account = fields.get('ToUserName')?.trim() ?? '';
  const type = fields.get('MsgType')?.trim() ?? '';
  if (person === '' || account === '' || type === '') return null;
  if (type === 'event') return readEvent(person, account, fields);
  const messageId = fields.get('MsgId')?.trim() ?? '';
  if (!/^\d{1,20}$/.test(messageId)) return null;
  return { person, account, messageId, content: { kind: 'said', said: readContent(type, fields) } };
}

function readContent(type: string, fields: XmlFields): Said {
  if (type === 'text') {
    const text = fields.get('Content') ?? '';
    if (text.trim() === '') return { kind: 'empty', text: '' };
    return STICKER.test(text.trim()) ? { kind: 'sticker', text: '' } : { kind: 'text', text };
  }
  if (type === 'voice') {
    // The platform may recognise speech, and has begun to leave it out.
    const recognised = fields.get('Recognition')?.trim() ?? '';
    return recognised === '' ? { kind: 'voice', text: '' } : { kind: 'text', text: recognised };
  }
  return { kind: Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'other') : 'other', text: '' };
}

/** An event has no MsgId: who, when and what make it one. */
function readEvent(person: string, account: string, fields: XmlFields): XmlMessage | null {
  const event = fields.get('Event')?.trim() ?? '';
  const time = fields.get('CreateTime')?.trim() ?? '';
  if (event === '' || !/^\d{1,11}$/.test(time)) return null;
  const message = { person, account, messageId: `${time}-${event}` };
  if (event === 'unsubscribe') return { ...message, content: { kind: 'left' } };
  const action = actionOf(event, fields.get('EventKey') ?? '');
  if (action === null) return { ...message, content: { kind: 'noticed' } };
  return { ...message, content: { kind: 'said', said: { kind: 'text', text: '', action } } };
}

function actionOf(event: string, key: string): Action | null {
  if (event === 'subscribe' || event === 'SCAN') return { kind: 'start' };
  if (event === 'CLICK') return { kind: key === MENU_KEYS.start ? 'start' : 'help' };
  return null;
}
