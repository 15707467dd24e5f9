import type { Reply } from '../../domain/reply.ts';
import { renderReply } from '../render-reply.ts';
import { measureText, splitText } from '../split-text.ts';
import { LINK_LABEL, MORE_HINT, SOURCE_HINT } from '../tencent/messages.ts';
import { quoteAddress } from '../tencent/quote-address.ts';

/**
 * Of one message, in bytes of UTF-8, with the hint that more follows. The platform takes 2,048; where exactly it
 * cuts is not documented. https://github.com/MamaShip/Observer/issues/77
 */
export const SEGMENT_BYTES = 2000;

/** A reply as messages of WeChat, which shows plain text and links; none for silence. */
export function renderWechat(reply: Reply, publicUrl: string | null, opening = ''): readonly string[] {
  const text = renderReply(reply).replace(/<(?=[a-z/!?])/giu, '＜');
  const lines = [opening, text, ...extras(reply, publicUrl)].filter((line) => line !== '');
  return splitText(lines.join('\n'), SEGMENT_BYTES - measureText(MORE_HINT, 'utf-8-bytes'), 'utf-8-bytes');
}

function extras(reply: Reply, publicUrl: string | null): readonly string[] {
  const address = quoteAddress(reply, publicUrl);
  if (address === null) return [];
  return [...(address === '' ? [] : [`<a href="${address}">${LINK_LABEL}</a>`]), SOURCE_HINT];
}
