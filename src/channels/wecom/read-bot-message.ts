import { z } from 'zod';
import type { Incoming, IncomingKind } from '../../domain/incoming.ts';

/** What the platform tells a smart bot, over the long connection and in callbacks alike. */
export type BotMessage =
  | { readonly kind: 'said'; readonly incoming: Incoming }
  /** The platform asks how far an answer has come. */
  | { readonly kind: 'poll'; readonly streamId: string }
  /** The person opened the chat for the first time of the day. */
  | { readonly kind: 'entered'; readonly incoming: Incoming }
  /** Nothing that asks for an answer. */
  | { readonly kind: 'noticed' };

const said = z.object({ content: z.string() }).nullish();

/** As little as is needed, so that a new field of the platform breaks nothing. */
const messageSchema = z.object({
  msgid: z.string().min(1).max(200),
  chatid: z.string().nullish(),
  chattype: z.string().nullish(),
  from: z.object({ userid: z.string().min(1).max(200) }),
  msgtype: z.string(),
  text: said,
  voice: said,
  mixed: z.object({ msg_item: z.array(z.object({ text: said })) }).nullish(),
  event: z.object({ eventtype: z.string() }).nullish(),
});

const pollSchema = z.object({
  msgtype: z.literal('stream'),
  stream: z.object({ id: z.string().min(1).max(200) }),
});

const KINDS: Readonly<Record<string, IncomingKind>> = { image: 'photo', file: 'file', video: 'video' };

/** Who is meant stands in front of a message to a group, and sometimes behind it. */
const MENTIONS = /^(?:\s*@\S+)+|(?:\s+@\S+)+\s*$/gu;

/** Null for what is no message of the platform. https://developer.work.weixin.qq.com/document/path/100719 */
export function readBotMessage(body: unknown): BotMessage | null {
  const poll = pollSchema.safeParse(body);
  if (poll.success) return { kind: 'poll', streamId: poll.data.stream.id };
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return null;
  const { data } = parsed;
  const address = {
    channel: 'wecom',
    personId: data.from.userid,
    conversationId: data.chattype === 'group' ? (data.chatid ?? data.from.userid) : data.from.userid,
    messageId: data.msgid,
  } as const;
  if (data.msgtype === 'event') {
    if (data.event?.eventtype !== 'enter_chat') return { kind: 'noticed' };
    return { kind: 'entered', incoming: { ...address, kind: 'text', text: '', action: { kind: 'start' } } };
  }
  return { kind: 'said', incoming: { ...address, ...contentOf(data) } };
}

function contentOf(message: z.infer<typeof messageSchema>): Pick<Incoming, 'kind' | 'text'> {
  const { msgtype, chattype } = message;
  const words = wordsOf(message);
  const text = chattype === 'group' ? words.replace(MENTIONS, '').trim() : words;
  if (text.trim() !== '') return { kind: 'text', text };
  if (msgtype === 'text') return { kind: 'empty', text: '' };
  if (msgtype === 'voice') return { kind: 'voice', text: '' };
  if (msgtype === 'mixed') return { kind: 'photo', text: '' };
  return { kind: Object.hasOwn(KINDS, msgtype) ? (KINDS[msgtype] ?? 'other') : 'other', text: '' };
}

/** What was typed, or what the platform made of what was spoken. */
function wordsOf({ msgtype, text, voice, mixed }: z.infer<typeof messageSchema>): string {
  if (msgtype === 'text') return text?.content ?? '';
  if (msgtype === 'voice') return voice?.content ?? '';
  if (msgtype !== 'mixed') return '';
  return (mixed?.msg_item ?? []).map((item) => item.text?.content ?? '').join(' ');
}
