import { createRunner, createSource } from '@grammyjs/runner';
import { type Bot, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { EventContext, Intake } from './create-intake.ts';
import { UPDATE_KINDS } from './read-update.ts';
import { describeFault } from './send-formatted.ts';
import { within } from './within.ts';

/** How long Telegram holds a poll that has nothing, in seconds. */
const POLL_SECONDS = 30;
/** The pause after a poll that failed. */
const RETRY_MS = 3_000;
/** More are not begun before some of these are done. */
const MOST_UNDERWAY = 200;
/** A wrong token, a second bot with the same token, or no such bot: asking again does not help. */
const UNRECOVERABLE = [401, 404, 409];

export interface Polling {
  /** Resolves once no more updates come in; those taken may still be under way. */
  stop(): Promise<void>;
  /** Tells Telegram that everything taken is done with, but for what is still under way. */
  confirm(): Promise<void>;
}

interface PollingOptions {
  /**
   * Asking for the next updates confirms the last ones: they are then lost if the process is killed. So those
   * under way get this long first; an answer that takes longer must not hold up other chats.
   */
  readonly confirmAfterMs: number;
  readonly log: (line: string) => void;
  /** Told what ends the polling, where it is not `stop`. */
  readonly onCrash: (fault: unknown) => void;
}

/** Long polling: https://core.telegram.org/bots/api#getupdates */
export function startPolling(
  bot: Bot<EventContext>,
  intake: Intake,
  { confirmAfterMs, log, onCrash }: PollingOptions,
): Polling {
  let offset = 0;
  const stopped = new AbortController();
  const runner = createRunner(createSource<Update>({ supply }), {
    async handle(updates) {
      const done = Promise.all(updates.map((update) => intake.take(update)));
      await within(done, confirmAfterMs);
      while (intake.underway().length >= MOST_UNDERWAY && !stopped.signal.aborted)
        await within(intake.idle(), confirmAfterMs);
      return MOST_UNDERWAY;
    },
    size: () => intake.underway().length,
    snapshot: () => [],
  });
  runner.start();
  let crashed = false;
  runner.task()?.catch((fault: unknown) => {
    crashed = true;
    onCrash(fault);
  });

  return {
    async stop() {
      stopped.abort();
      await runner.stop();
    },
    async confirm() {
      // After a crash another bot may be polling, which this would end in turn.
      if (offset === 0 || crashed) return;
      const [lowest = offset] = intake.underway();
      try {
        await bot.api.getUpdates({ offset: Math.min(lowest, offset), limit: 1, timeout: 0 });
      } catch (fault) {
        log(describeFault('getUpdates', fault));
      }
    },
  };

  async function supply(pace: number, signal: Parameters<Bot['api']['getUpdates']>[1]): Promise<Update[]> {
    const limit = Math.max(1, Math.min(pace, 100));
    for (;;) {
      try {
        const updates = await bot.api.getUpdates(
          { offset, limit, timeout: POLL_SECONDS, allowed_updates: [...UPDATE_KINDS] },
          signal,
        );
        const last = updates.at(-1)?.update_id;
        if (last !== undefined) offset = last + 1;
        return updates;
      } catch (fault) {
        if (signal?.aborted) throw fault;
        log(describeFault('getUpdates', fault));
        if (fault instanceof GrammyError && UNRECOVERABLE.includes(fault.error_code)) throw fault;
        await within(untilAborted(stopped.signal), RETRY_MS);
        if (stopped.signal.aborted) throw fault;
      }
    }
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
