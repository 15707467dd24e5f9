import { badRequest } from './bot-api-fault.ts';

/** https://core.telegram.org/bots/api#sendmessage: 1–4096 characters after entity parsing, in UTF-16 units. */
const LONGEST_TEXT = 4096;
/** https://core.telegram.org/bots/api#inlinekeyboardbutton: 1–64 bytes. */
const LONGEST_CALLBACK_DATA = 64;
const MOST_ENTITIES = 100;
const KNOWN_ENTITIES = [
  'bold',
  'italic',
  'underline',
  'blockquote',
  'expandable_blockquote',
  'text_link',
  'code',
];

type Json = Readonly<Record<string, unknown>>;

/** Text of a message: there, and not too long. */
export function checkText(text: unknown): string {
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('message text is empty');
  if (text.length > LONGEST_TEXT) throw badRequest('message is too long');
  // A lone half of a surrogate pair is no UTF-8.
  if (/\p{Cs}/u.test(text)) throw badRequest('text must be encoded in UTF-8');
  return text;
}

/**
 * Entities of a text: in bounds, not inside a character, and nested or apart, never crossing. Stricter than
 * Telegram, which clips silently what a bot sets wrongly.
 */
export function checkEntities(entities: unknown, text: string): readonly Json[] {
  if (entities === undefined) return [];
  if (!Array.isArray(entities)) throw badRequest("can't parse entities: expected an Array");
  if (entities.length > MOST_ENTITIES) throw badRequest("can't parse entities: too many of them");
  const checked = entities.map((entity: unknown) => checkEntity(entity, text));
  for (const one of checked) {
    if (checked.some((other) => crosses(one, other))) throw badRequest("can't parse entities: they cross");
  }
  return checked.map(({ entity }) => entity);
}

interface CheckedEntity {
  readonly entity: Json;
  readonly start: number;
  readonly end: number;
}

function checkEntity(entity: unknown, text: string): CheckedEntity {
  const { type, offset, length, url } = isRecord(entity) ? entity : {};
  if (typeof type !== 'string' || !KNOWN_ENTITIES.includes(type))
    throw badRequest(`can't parse entities: unsupported type ${String(type)}`);
  if (!isCount(offset) || !isCount(length) || length === 0)
    throw badRequest("can't parse entities: offset or length is wrong");
  const end = offset + length;
  if (end > text.length) throw badRequest("can't parse entities: one ends behind the text");
  if (insideCharacter(text, offset) || insideCharacter(text, end))
    throw badRequest("can't parse entities: one begins or ends inside a character");
  if (type === 'text_link') checkUrl(url);
  return { entity: entity as Json, start: offset, end };
}

function crosses(one: CheckedEntity, other: CheckedEntity): boolean {
  return one.start < other.start && other.start < one.end && one.end < other.end;
}

function insideCharacter(text: string, index: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[index - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[index] ?? '');
}

/** A keyboard below a message: each button has a text and does exactly one thing. */
export function checkMarkup(markup: unknown): Json | undefined {
  if (markup === undefined) return undefined;
  const rows = isRecord(markup) ? markup.inline_keyboard : undefined;
  if (!Array.isArray(rows)) throw badRequest("can't parse reply keyboard markup JSON object");
  if (rows.flat().length > 100) throw badRequest('reply markup is too long');
  for (const button of rows.flat()) checkButton(button);
  return markup as Json;
}

function checkButton(button: unknown): void {
  const { text, callback_data: data, url } = isRecord(button) ? button : {};
  if (typeof text !== 'string' || text.trim() === '')
    throw badRequest('inline keyboard button text is empty');
  if ((data === undefined) === (url === undefined))
    throw badRequest('Text buttons are unallowed in the inline keyboard');
  if (url !== undefined) checkUrl(url);
  const bytes = data === undefined ? 1 : Buffer.byteLength(String(data));
  if (bytes < 1 || bytes > LONGEST_CALLBACK_DATA) throw badRequest('BUTTON_DATA_INVALID');
}

function checkUrl(url: unknown): void {
  if (!URL.canParse(String(url)) || !/^(?:https?|tg):$/.test(new URL(String(url)).protocol))
    throw badRequest('BUTTON_URL_INVALID');
}

/** Commands of the menu. https://core.telegram.org/bots/api#botcommand */
export function checkCommands(commands: unknown): readonly Json[] {
  if (!Array.isArray(commands) || commands.length > 100) throw badRequest("can't parse BotCommand");
  for (const entry of commands) {
    const { command, description } = isRecord(entry) ? entry : {};
    if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID');
    const length = typeof description === 'string' ? description.length : 0;
    if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return commands as readonly Json[];
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
