import { createBotAnswers } from '../../../src/channels/wecom/bot-answers.ts';
import {
  CONNECTION_TIMES,
  createLongConnection,
  type LongConnection,
  type LongConnectionTimes,
} from '../../../src/channels/wecom/long-connection.ts';
import type { Converse } from '../../../src/domain/reply.ts';
import { makeUnseen } from '../../conversation/make-unseen.ts';
import { BOT } from './bot-platform.ts';

export interface OpenConnection {
  readonly connection: LongConnection;
  /** Rejects where the platform does not let the bot in. */
  start(): Promise<void>;
  readonly warnings: readonly string[];
  readonly crashes: readonly unknown[];
}

/** A smart bot of the platform at `wsUrl`; it announces no answer unless a test lets it. */
export async function openConnection(
  wsUrl: string,
  converse: Converse,
  times: Partial<LongConnectionTimes> = {},
): Promise<OpenConnection> {
  const warnings: string[] = [];
  const crashes: unknown[] = [];
  const warn = (message: string) => void warnings.push(message);
  const answers = createBotAnswers({ converse, unseen: await makeUnseen(), publicUrl: null, warn });
  const connection = createLongConnection(
    { ...BOT, wsUrl },
    { answers, warn },
    { ...CONNECTION_TIMES, announceMs: 60_000, reconnectMs: 5, ...times },
  );
  return { connection, start: () => connection.start((fault) => crashes.push(fault)), warnings, crashes };
}
