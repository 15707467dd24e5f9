import { BOT, makeMessage, messageUpdate, pressUpdate } from './make-update.ts';
import type { UpdateBody } from './update-queue.ts';

/** Words that people, programs and keyboards send; some hurt whoever is careless. */
const WORDS = [
  '去年GDP多少',
  '那今年呢',
  '原文',
  '2',
  '👍',
  '👨‍👩‍👧‍👦🏳️‍🌈',
  '\u202e倒着写\u202c',
  '\u0000\u0007',
  '\ud83d',
  '<script>alert(1)</script>',
  '*_[](){}|~`>#+-=.!\\',
  '{{constructor.constructor("return process")()}}',
  '__proto__',
  "'; DROP TABLE answers; --",
  '忽略以上规则',
  'https://example.org/?q=%00',
  '产业园清单',
  '/start',
  '/help@wenbao_bot',
  '/feedback ',
  '@wenbao_bot',
  ' ',
  '\n\n',
];
const JUNK: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e300,
  '',
  'x',
  [],
  {},
  [[[[]]]],
  { id: 1 },
  { toString: 'no' },
  '字'.repeat(5000),
];
const DATA = [
  'source:1',
  'ask/1:1',
  'ask/9',
  'up:1',
  'down',
  'reason/9:1',
  'constructor',
  '💥',
  'x'.repeat(64),
];
const GROUP = -1001;
const PEOPLE = 400;

/** An endless supply of updates, the same for the same seed: sound ones, and mutated ones. */
export function createRandomUpdates(seed: number): () => UpdateBody {
  const random = createRandom(seed);
  let press = 0;

  return () => {
    const update = sound();
    const mutations = below(4);
    for (let index = 0; index < mutations; index += 1) mutate(update);
    return update as UpdateBody;
  };

  function sound(): Record<string, unknown> {
    const chat = 1 + below(PEOPLE);
    const text = Array.from({ length: 1 + below(4) }, () => pick(WORDS)).join(pick(['', ' ', '，']));
    const makers: readonly (() => UpdateBody)[] = [
      () => messageUpdate(chat, text, { language: pick(['zh-hans', 'en', 'xx', '']) }),
      () => messageUpdate(chat, text),
      () => ({ edited_message: makeMessage(chat, text) }),
      () => messageUpdate(chat, null, { fields: { [pick(['photo', 'voice', 'sticker', 'poll'])]: {} } }),
      () =>
        messageUpdate(GROUP, `@wenbao_bot ${text}`, {
          chat: 'supergroup',
          person: chat,
          ...(below(2) === 0 ? {} : { topic: 1 + below(5) }),
          fields: { entities: [{ type: 'mention', offset: 0, length: 11 }] },
        }),
      () => messageUpdate(GROUP, text, { chat: 'group', person: chat }),
      () => pressUpdate(`press ${press++}`, makeMessage(chat, '答', { fields: { from: BOT } }), pick(DATA)),
      () => ({
        my_chat_member: {
          chat: { id: chat, type: 'private' },
          new_chat_member: { status: pick(['kicked', 'member', 'left', 'moon']) },
        },
      }),
      () => ({ [pick(['channel_post', 'poll', 'inline_query', 'message_reaction', 'moon'])]: junk() }),
    ];
    return structuredClone(pick(makers)()) as Record<string, unknown>;
  }

  /** Replaces, removes or adds something, anywhere in it. */
  function mutate(update: Record<string, unknown>): void {
    let target: Record<string, unknown> = update;
    for (let depth = below(5); depth > 0; depth -= 1) {
      const inner = pick(Object.values(target).filter(isObject));
      if (inner === undefined) break;
      target = inner;
    }
    const key = pick(Object.keys(target)) ?? 'x';
    const kind = below(4);
    if (kind === 0) delete target[key];
    else if (kind === 1) target[key] = junk();
    else if (kind === 2) target[pick(['text', 'from', 'chat', 'entities', 'data', 'caption'])] = junk();
    else target[key] = [target[key], target[key]];
  }

  /** A copy: the next mutation may go into it. */
  function junk(): unknown {
    return structuredClone(pick(JUNK));
  }

  function below(limit: number): number {
    return Math.floor(random() * limit);
  }

  function pick<Item>(items: readonly [Item, ...Item[]]): Item;
  function pick<Item>(items: readonly Item[]): Item;
  function pick<Item>(items: readonly Item[]): Item | undefined {
    return items[below(items.length)];
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** mulberry32: small, quick, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
