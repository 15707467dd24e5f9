let lastMessageId = 24_000_000_000_000_000n;

/** A text as the platforms deliver it; every call is another message. */
export function text(content: string) {
  return ofType('text', { Content: content });
}

/** A message of another type. */
export function ofType(type: string, fields: Readonly<Record<string, string>> = {}) {
  lastMessageId += 1n;
  return { MsgType: type, ...fields, MsgId: String(lastMessageId) };
}

export function event(name: string, key = '') {
  return { MsgType: 'event', Event: name, EventKey: key };
}
