import type { FastifyPluginAsync } from 'fastify';
import type { App } from './app.ts';
import { createMetrics, type Metrics } from './channels/web/operations/metrics.ts';
import { createAskQueue } from './channels/web/serve/ask-queue.ts';
import { LOGIN_LIMIT, staffPages } from './channels/web/staff/staff-pages.ts';
import { WEB_LIMITS, webPages } from './channels/web/web-pages.ts';
import type { Config } from './config.ts';
import { createApprovedAnswers } from './conversation/approved-answers.ts';
import { citationOf, giveApproved } from './conversation/give-approved.ts';
import { type SafeMode, writeSafeMode } from './conversation/safe-mode.ts';
import type { Exchanges } from './domain/exchange.ts';
import type { ChannelName } from './domain/incoming.ts';
import type { Converse } from './domain/reply.ts';
import type { Report } from './domain/report.ts';
import type { AnswerQuestion } from './domain/trace.ts';
import type { StaffCases } from './staff-cases.ts';
import { chinaDay } from './text/china-time.ts';
import { normalise } from './text/normalise.ts';

/** The encoder takes one question at a time; a second one is read meanwhile. */
const RUNNING = 2;
const WAITING = 40;
const LONGEST_WAIT_MS = 2000;

export interface WebService {
  /** The app's, counted, with approved answers before it: for the conversation of every channel. */
  readonly answerQuestion: AnswerQuestion;
  readonly metrics: Metrics;
  /** To be registered on the process's HTTP server. */
  pages(converse: Converse, starters: readonly string[]): readonly FastifyPluginAsync[];
}

interface Collaborators {
  readonly app: Pick<App, 'answerQuestion' | 'reports'>;
  readonly config: Config;
  readonly exchanges: Exchanges;
  readonly safeMode: (channel: ChannelName) => Promise<SafeMode>;
  readonly staffCases: StaffCases;
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
}

/** The web's part of the service: the pages for people, and those for staff where a password is set. */
export function prepareWeb(collaborators: Collaborators): WebService {
  const { app, config, exchanges, safeMode, staffCases, now, onFault } = collaborators;
  const approved = createApprovedAnswers(config.DATA_DIR, fold);
  const queue = createAskQueue({ running: RUNNING, waiting: WAITING, waitMs: LONGEST_WAIT_MS });
  const metrics = createMetrics(queue.length);
  const publicUrl = config.PUBLIC_URL ?? '';
  const { reports } = app;
  const asked = giveApproved({ ...app, approved, fold, today: () => chinaDay(now()), onFault });
  return {
    metrics,
    async answerQuestion(question, history, signal) {
      const answered = await asked(question, history, signal);
      metrics.onAnswered(answered);
      return answered;
    },
    pages(converse, starters) {
      const [newest, ...others] = newestFirst(reports);
      if (newest === undefined) return [];
      const pages = webPages({
        converse,
        reports: [newest, ...others],
        starters,
        queue,
        metrics,
        publicUrl,
        limits: WEB_LIMITS,
        onFault,
      });
      if (config.STAFF_PASSWORD_HASH === undefined) return [pages];
      const staff = staffPages({
        ...staffCases,
        passwordHash: config.STAFF_PASSWORD_HASH,
        exchanges,
        approved,
        reports,
        safeMode,
        setSafeMode: (channel, mode) => writeSafeMode(config.DATA_DIR, channel, mode),
        isQuoted: (reportId, quote) => citationOf({ reportId, quote }, reports) !== null,
        limitLogin: LOGIN_LIMIT,
        publicUrl,
        now,
        onFault,
      });
      return [pages, staff];
    },
  };
}

/** Two ways of writing one question: full-width, traditional, with or without its mark. */
function fold(question: string): string {
  return normalise(question).replace(/[\s\p{P}]/gu, '');
}

function newestFirst(reports: readonly Report[]): readonly Report[] {
  const year = ({ facts }: Report) => facts.yearPlanned ?? facts.yearReviewed ?? 0;
  return [...reports].sort((one, other) => year(other) - year(one));
}
