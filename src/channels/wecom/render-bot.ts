import type { Reply } from '../../domain/reply.ts';
import { renderReply } from '../render-reply.ts';
import { measureText, splitText } from '../split-text.ts';
import { LINK_LABEL, MORE_HINT, SOURCE_HINT } from '../tencent/messages.ts';
import { quoteAddress } from '../tencent/quote-address.ts';
import { GROUP_HINT } from './messages.ts';

/** Of a stream, in bytes of UTF-8. https://developer.work.weixin.qq.com/document/path/101031 */
const STREAM_BYTES = 20_480;

/**
 * A reply for a smart bot, which reads Markdown: what would make a tag, a mention or a link of somebody's words is
 * broken up. None for silence.
 */
export function renderBot(reply: Reply, publicUrl: string | null, opening = ''): readonly string[] {
  const text = renderReply(reply)
    .replace(/<(?=[a-z/!?@])/giu, '＜')
    .replace(/\](?=[([])/gu, '] ');
  const address = quoteAddress(reply, publicUrl);
  const link = address === null || address === '' ? [] : [`[${LINK_LABEL}](${address})`];
  const lines = [opening, text, ...link, ...(address === null ? [] : [SOURCE_HINT])].filter(
    (line) => line !== '',
  );
  return splitText(
    lines.join('\n'),
    STREAM_BYTES - measureText(MORE_HINT + GROUP_HINT, 'utf-8-bytes'),
    'utf-8-bytes',
  );
}
