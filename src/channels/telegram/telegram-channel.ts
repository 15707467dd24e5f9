import { autoRetry } from '@grammyjs/auto-retry';
import { FormattedString } from '@grammyjs/parse-mode';
import { Bot, GrammyError } from 'grammy';
import type { Converse } from '../../domain/reply.ts';
import { WenbaoError } from '../../errors.ts';
import type { Channel } from '../channel.ts';
import { type AnsweringCollaborators, answerMessage } from './answer-message.ts';
import { answerPress } from './answer-press.ts';
import { createIntake, type EventContext, type Intake } from './create-intake.ts';
import { brokenLine, COMMAND_MENU } from './messages.ts';
import { type Polling, startPolling } from './poll-updates.ts';
import { type TelegramEvent, UPDATE_KINDS } from './read-update.ts';
import { type RetryDelays, retryFaults } from './retry-faults.ts';
import { createSender, describeFault } from './send-formatted.ts';
import { createWebhookRoute, WEBHOOK_PATH } from './webhook-route.ts';
import { within } from './within.ts';

export interface TelegramCollaborators {
  /** From @BotFather. */
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own; without a slash at the end. */
  readonly apiRoot: string;
  /** Where this process is reached from outside, without a slash at the end; null where it is not. */
  readonly publicUrl: string | null;
  /** With a secret Telegram posts updates to `publicUrl`/telegram; null polls for them. */
  readonly webhookSecret: string | null;
  readonly converse: Converse;
  /** One line for staff, without anything that a person or the bot wrote. */
  readonly log: (line: string) => void;
  readonly timing?: Partial<TelegramTiming>;
}

/** How long what is waited for. */
export interface TelegramTiming {
  /** Before each further try where Telegram is in trouble. */
  readonly retryDelaysMs: RetryDelays;
  /** See `startPolling`. */
  readonly confirmAfterMs: number;
  /** “typing” lasts five seconds. https://core.telegram.org/bots/api#sendchataction */
  readonly typingAgainMs: number;
}

/** Telegram asks to wait so many times and seconds at most; a longer wait is no answer any more. */
const MOST_WAITS = 3;
const LONGEST_WAIT_SECONDS = 60;
/** Longer than a poll. */
const CALL_TIMEOUT_SECONDS = 45;
const TIMING: TelegramTiming = { retryDelaysMs: [1_000, 3_000], confirmAfterMs: 1_000, typingAgainMs: 4_000 };

/** The bot in Telegram. Throws WenbaoError `config` where a webhook has no public https address. */
export function createTelegramChannel(collaborators: TelegramCollaborators): Channel {
  const { token, apiRoot, publicUrl, webhookSecret, converse, log } = collaborators;
  if (webhookSecret !== null && !publicUrl?.startsWith('https://')) {
    const message = 'TELEGRAM_WEBHOOK_SECRET needs PUBLIC_URL, the https address that Telegram posts to';
    throw new WenbaoError('config', `${message}; leave the secret out to poll instead`);
  }
  const timing = { ...TIMING, ...collaborators.timing };
  const blocked = new Set<number>();
  let running: { readonly intake: Intake; readonly polling: Polling | null } | null = null;

  return {
    name: 'telegram',
    routes: webhookSecret === null ? [] : [createWebhookRoute(webhookSecret, () => running?.intake ?? null)],

    async start(onCrash) {
      const bot = new Bot<EventContext>(token, {
        client: { apiRoot, timeoutSeconds: CALL_TIMEOUT_SECONDS },
      });
      const waits = autoRetry({
        maxRetryAttempts: MOST_WAITS,
        maxDelaySeconds: LONGEST_WAIT_SECONDS,
        rethrowInternalServerErrors: true,
        rethrowHttpErrors: true,
      });
      bot.api.config.use(
        retryFaults(timing.retryDelaysMs),
        // “typing” that had to wait is of no use.
        (previous, method, payload, signal) =>
          method === 'sendChatAction'
            ? previous(method, payload, signal)
            : waits(previous, method, payload, signal),
      );
      bot.botInfo = await connect(bot);
      const send = createSender({ api: bot.api, blocked, log });
      const answering = { api: bot.api, converse, send, publicUrl, typingAgainMs: timing.typingAgainMs };
      const intake = createIntake(
        bot,
        bot.botInfo,
        {
          handle: (event) => handle(event, answering),
          apologise: (event) => apologise(event, send),
        },
        log,
      );
      await offerMenu(bot);
      running = {
        intake,
        polling:
          webhookSecret === null
            ? startPolling(bot, intake, { confirmAfterMs: timing.confirmAfterMs, log, onCrash })
            : null,
      };
    },

    async stop(deadlineMs) {
      if (running === null) return;
      const { intake, polling } = running;
      // The webhook stays set: what comes meanwhile waits at Telegram.
      running = null;
      const finish = async (): Promise<void> => {
        await polling?.stop();
        await intake.idle();
      };
      const deadline = performance.now() + deadlineMs;
      if (!(await within(finish(), deadlineMs)))
        log(`Telegram: ${intake.underway().length} messages were not answered in time`);
      if (polling !== null) await within(polling.confirm(), Math.max(1_000, deadline - performance.now()));
    },
  };

  /** Finds out who we are, and where updates come from. */
  async function connect(bot: Bot<EventContext>) {
    try {
      const me = await bot.api.getMe();
      if (webhookSecret === null) await bot.api.deleteWebhook();
      else
        await bot.api.setWebhook(`${publicUrl}${WEBHOOK_PATH}`, {
          secret_token: webhookSecret,
          allowed_updates: [...UPDATE_KINDS],
        });
      return me;
    } catch (fault) {
      throw explain(fault, apiRoot);
    }
  }

  async function offerMenu(bot: Bot<EventContext>): Promise<void> {
    for (const language of ['zh', 'en'] as const) {
      const menu = COMMAND_MENU.map(({ command, words }) => ({ command, description: words[language] }));
      try {
        await bot.api.setMyCommands(menu, { language_code: language });
        // Whoever's language has no menu of its own sees this one.
        if (language === 'zh') await bot.api.setMyCommands(menu);
      } catch (fault) {
        log(describeFault('setMyCommands', fault));
      }
    }
  }

  async function apologise(event: TelegramEvent, send: AnsweringCollaborators['send']): Promise<void> {
    if (event.kind === 'membership') return;
    const { place, messageId, updateId, language } = event;
    const formatted = new FormattedString(brokenLine(updateId, language));
    await send({ place, answers: messageId, formatted, rows: [] });
  }

  async function handle(event: TelegramEvent, answering: AnsweringCollaborators): Promise<void> {
    if (event.kind === 'membership') {
      if (event.blocked) blocked.add(event.chatId);
      else blocked.delete(event.chatId);
      return;
    }
    // Who writes has not blocked us, or no longer.
    blocked.delete(event.place.chatId);
    if (event.kind === 'message') await answerMessage(event, answering);
    else await answerPress(event, answering);
  }
}

/** What staff can do about a start that failed; the token never stands in it. */
function explain(fault: unknown, apiRoot: string): WenbaoError {
  const wrongToken = fault instanceof GrammyError && [401, 404].includes(fault.error_code);
  if (wrongToken) {
    const message = 'TELEGRAM_BOT_TOKEN: Telegram knows no bot with this token. Copy it anew from @BotFather';
    return new WenbaoError('config', message);
  }
  if (fault instanceof GrammyError) return new WenbaoError('channel', describeFault(fault.method, fault));
  const advice = 'Check the network, or name another server in TELEGRAM_API_ROOT';
  return new WenbaoError('channel', `Telegram cannot be reached at ${apiRoot}. ${advice}`);
}
