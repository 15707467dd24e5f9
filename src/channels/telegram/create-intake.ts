import { sequentialize } from '@grammyjs/runner';
import type { Bot, Context } from 'grammy';
import type { Update } from 'grammy/types';
import { LRUCache } from 'lru-cache';
import { conversationOf } from './answer-message.ts';
import type { BotIdentity } from './read-addressing.ts';
import { readUpdate, type TelegramEvent } from './read-update.ts';

/** Where updates go in, whether they were polled or came by webhook. */
export interface Intake {
  /** Resolves once the update is dealt with, the same promise for each delivery of it; never rejects. */
  take(update: Update): Promise<void>;
  /** Ids of the updates that are not dealt with yet, ascending. */
  underway(): readonly number[];
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** What an update carries once it is read. */
export type EventContext = Context & { event?: TelegramEvent };

interface EventHandlers {
  readonly handle: (event: TelegramEvent) => Promise<void>;
  /** Called where `handle` rejects, so that nobody waits for nothing. */
  readonly apologise: (event: TelegramEvent) => Promise<void>;
}

/** Telegram delivers an update again within minutes or not at all. */
const MOST_REMEMBERED = 5_000;

/** Deals with each update once: those of one chat one after the other, those of different chats side by side. */
export function createIntake(
  bot: Bot<EventContext>,
  me: BotIdentity,
  { handle, apologise }: EventHandlers,
  log: (line: string) => void,
): Intake {
  const taken = new LRUCache<number, Promise<void>>({ max: MOST_REMEMBERED });
  const underway = new Map<number, Promise<void>>();
  bot.use(async (context, next) => {
    const event = readUpdate(context.update, me);
    if (event === null) return;
    context.event = event;
    await next();
  });
  bot.use(sequentialize(({ event }) => (event === undefined ? undefined : chatOf(event))));
  bot.use(async ({ event }) => {
    if (event === undefined) return;
    try {
      await handle(event);
    } catch (fault) {
      log(`Telegram: update T${event.updateId} was not dealt with: ${placeOfFault(fault)}`);
      await apologise(event);
    }
  });

  return {
    take(update) {
      const id = update.update_id;
      const known = taken.get(id);
      if (known !== undefined) return known;
      const done = dealWith(update).finally(() => underway.delete(id));
      taken.set(id, done);
      underway.set(id, done);
      return done;
    },
    underway: () => [...underway.keys()].sort((left, right) => left - right),
    async idle() {
      while (underway.size > 0) await Promise.all(underway.values());
    },
  };

  async function dealWith(update: Update): Promise<void> {
    try {
      await bot.handleUpdate(update);
    } catch (fault) {
      log(`Telegram: update T${update.update_id} was not dealt with: ${placeOfFault(fault)}`);
    }
  }
}

/** That somebody stopped the bot waits behind nothing: it ends what is under way. */
function chatOf(event: TelegramEvent): string | undefined {
  return event.kind === 'membership' ? undefined : conversationOf(event.place);
}

/** The kind of a fault and where it happened, without its message, in which words of a person could stand. */
function placeOfFault(fault: unknown): string {
  const cause = fault instanceof Error && 'error' in fault ? fault.error : fault;
  if (!(cause instanceof Error)) return 'something that is no error was thrown';
  const frame = cause.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return `${cause.name}${frame}`;
}
