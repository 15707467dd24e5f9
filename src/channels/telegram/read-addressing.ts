/** Who the bot is, from getMe. */
export interface BotIdentity {
  readonly id: number;
  readonly username: string;
}

/** A stretch of a message's text with a meaning, in UTF-16 units. https://core.telegram.org/bots/api#messageentity */
export interface MarkedStretch {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly user?: { readonly id: number } | undefined;
}

/** To whom a message speaks, and what remains of it without the bot's name and the command. */
interface Addressing {
  readonly text: string;
  /** `start` of `/start@bot hello`, lower case; null where the message begins with no command. */
  readonly command: string | null;
  /** The message says the bot's name. */
  readonly named: boolean;
  /** The command is meant for another bot of the group. */
  readonly otherBot: boolean;
}

/** Takes the bot's own name out of a message, wherever it stands, and reads the command it begins with. */
export function readAddressing(
  text: string,
  stretches: readonly MarkedStretch[],
  me: BotIdentity,
): Addressing {
  const own = stretches.filter((stretch) => namesMe(text, stretch, me));
  const rest = own
    .toSorted((left, right) => right.offset - left.offset)
    .reduce((left, { offset, length }) => cutOut(left, offset, length), text)
    .trim();
  const [whole, command, bot] = /^\/(\w{1,32})(?:@(\w+))?(?=\s|$)/.exec(rest) ?? [];
  if (whole === undefined || command === undefined)
    return { text: rest, command: null, named: own.length > 0, otherBot: false };
  const mine = bot?.toLowerCase() === me.username.toLowerCase();
  return {
    text: rest.slice(whole.length).trim(),
    command: command.toLowerCase(),
    named: own.length > 0 || mine,
    otherBot: bot !== undefined && !mine,
  };
}

function namesMe(text: string, { type, offset, length, user }: MarkedStretch, me: BotIdentity): boolean {
  if (type === 'text_mention') return user?.id === me.id;
  if (type !== 'mention') return false;
  return text.slice(offset, offset + length).toLowerCase() === `@${me.username.toLowerCase()}`;
}

/** One blank is left where two words would run together, none before a mark. */
function cutOut(text: string, offset: number, length: number): string {
  const before = text.slice(0, offset).trimEnd();
  const after = text.slice(offset + length).trimStart();
  return before === '' || after === '' || /^[\p{P}]/u.test(after) ? before + after : `${before} ${after}`;
}
