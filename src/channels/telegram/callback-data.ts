/** What a button below a message asks for; a receipt names the answer, null means the last one. */
export type Pressed =
  | { readonly kind: 'source'; readonly receipt: number | null }
  | { readonly kind: 'ask'; readonly number: number; readonly receipt: number | null }
  | { readonly kind: 'verdict'; readonly verdict: 'up' | 'down'; readonly receipt: number | null }
  /** `number` is the 1-based place of the reason in the list. */
  | { readonly kind: 'reason'; readonly number: number; readonly receipt: number | null };

/**
 * Short ids instead of words: Telegram takes 1–64 bytes, and the words stand on the button itself.
 * https://core.telegram.org/bots/api#inlinekeyboardbutton
 */
export function writeCallbackData(pressed: Pressed): string {
  const receipt = pressed.receipt === null ? '' : `:${pressed.receipt}`;
  switch (pressed.kind) {
    case 'source':
      return `source${receipt}`;
    case 'ask':
      return `ask/${pressed.number}${receipt}`;
    case 'verdict':
      return `${pressed.verdict}${receipt}`;
    case 'reason':
      return `reason/${pressed.number}${receipt}`;
  }
}

/** Null where it is none of ours: an old button, or something sent by a program. */
export function readCallbackData(data: string): Pressed | null {
  const [, name, digits, tail] = /^([a-z]{2,6})(?:\/([1-9]))?(?::(\d{1,15}))?$/.exec(data) ?? [];
  const receipt = tail === undefined ? null : Number(tail);
  const number = digits === undefined ? null : Number(digits);
  if (name === 'source' && number === null) return { kind: 'source', receipt };
  if ((name === 'up' || name === 'down') && number === null)
    return { kind: 'verdict', verdict: name, receipt };
  if ((name === 'ask' || name === 'reason') && number !== null) return { kind: name, number, receipt };
  return null;
}
