import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from './app.ts';
import { createHttpServer } from './channels/http-server.ts';
import { hashAnswer } from './channels/repl/replay-receipt.ts';
import { createSupervisor } from './channels/supervise.ts';
import { type Config, NEEDED_KEYS } from './config.ts';
import { configuredChannels } from './configured-channels.ts';
import { type ConverseCollaborators, createConverse } from './conversation/create-converse.ts';
import { dropOlderThan } from './conversation/drop-older-than.ts';
import { createExchanges } from './conversation/exchanges.ts';
import { createFileStore } from './conversation/file-store.ts';
import { createHashId } from './conversation/hash-id.ts';
import { createBurstLimit } from './conversation/limit-burst.ts';
import { readLocalSecret } from './conversation/local-secret.ts';
import { createReceipts } from './conversation/receipts.ts';
import { createSafeMode } from './conversation/safe-mode.ts';
import { showPassage } from './conversation/show-passage.ts';
import { createStaffFiles } from './conversation/staff-files.ts';
import { createSuggest, type KnownQuestion } from './conversation/suggest.ts';
import { createUnseenAnswers, createUnseenFile } from './conversation/unseen-answers.ts';
import type { LogRequest } from './log.ts';
import { prepareWeb } from './serve-web.ts';
import { createStaffCases } from './staff-cases.ts';
import { maskPersonalData } from './text/mask-personal-data.ts';

/** More in a row from one person is no conversation. */
const BURST = { messages: 10, windowMs: 30_000 };
/** Whoever stops the process waits so long, and no longer. */
const DRAIN_MS = 10_000;
/** What closing takes after the channels have stopped. */
const CLOSING_MS = 1000;
const DAY_MS = 24 * 60 * 60_000;
/** What is asked after a greeting is what one may begin with. */
const GREETING = { kind: 'smalltalk', reason: 'greeting', statement: '' } as const;

export interface ServeCollaborators {
  readonly app: Pick<App, 'answerQuestion' | 'stamps' | 'reports'>;
  readonly config: Config;
  readonly known: readonly KnownQuestion[];
  /** The folder of the cases, to which staff add. */
  readonly seeds: string;
  readonly logRequest?: LogRequest;
  /** One line for staff, on stderr: ids and counts, nothing that a person wrote. */
  readonly say: (line: string) => void;
  /** Ends the service. */
  readonly signal: AbortSignal;
}

/**
 * Serves every configured channel until the signal fires, then lets what is under way finish, ten seconds at most.
 * Throws WenbaoError `config` or `data` where it cannot start.
 */
export async function serve(serving: ServeCollaborators): Promise<void> {
  const { app, config, known, seeds, say, signal, logRequest } = serving;
  const directory = config.DATA_DIR;
  const now = () => Date.now();
  const store = await createFileStore(directory);
  const hashId = createHashId(await readLocalSecret(directory));
  const unseenStore = await createUnseenFile(directory);
  const unseen = await createUnseenAnswers({
    store: unseenStore,
    hashId,
    now,
    onFault: (fault) => say(`What people have yet to see is not kept over a restart: ${describe(fault)}`),
  });
  const kept = { store, exchanges: createExchanges(directory), receipts: createReceipts(directory) };
  const safeMode = await createSafeMode(directory, say);
  const suggest = createSuggest(known);
  const starters = suggest('', GREETING, []);
  const web = prepareWeb({
    app,
    config,
    exchanges: kept.exchanges,
    safeMode,
    staffCases: createStaffCases({ ...app, ...kept, seeds, files: createStaffFiles(directory, 0) }),
    now,
    onFault: (fault) => say(`web: ${describe(fault)}`),
  });
  const collaborators: ConverseCollaborators = {
    ...kept,
    answerQuestion: web.answerQuestion,
    stamps: app.stamps,
    hashAnswer,
    suggest,
    showPassage: (citation) => showPassage(citation, app.reports),
    mask: maskPersonalData,
    hashId,
    forgetUnseen: unseen.forget,
    safeMode,
    admit: createBurstLimit(BURST, now),
    now,
    newFaultId: () => randomBytes(3).toString('hex').toUpperCase(),
    onFault: (faultId, channel, fault) => {
      web.metrics.onChannelError(channel);
      say(`Fault ${faultId} in ${channel}: ${describe(fault)}`);
    },
  };
  const converse = createConverse(collaborators);
  const channels = configuredChannels(config, { converse, unseen, say });
  const supervisor = createSupervisor({
    channels,
    say,
    wait: (milliseconds, ended) => pause(milliseconds, undefined, { signal: ended }).catch(() => undefined),
    now: () => performance.now(),
  });
  const server = createHttpServer({
    host: config.HTTP_HOST,
    port: config.HTTP_PORT,
    routes: channels.flatMap(({ name, routes }) => routes.map((route) => ({ channel: name, route }))),
    pages: web.pages(converse, starters),
    trustedProxies: config.TRUSTED_PROXIES,
    secure: config.PUBLIC_URL?.startsWith('https:') ?? false,
    onAnswered: (method, route, status, milliseconds) => {
      web.metrics.onRequest(route, status, milliseconds / 1000);
      logRequest?.(method, route, status, milliseconds);
    },
    states: supervisor.states,
    onFault: (fault) => say(`HTTP: ${describe(fault)}`),
  });

  const sweep = async () => {
    await dropOlderThan(config.DATA_RETENTION_DAYS, now(), kept);
    await unseen.dropOld();
  };
  await sweep();
  // What is loaded at the first question is loaded now: the first person shall not wait for it.
  const [first] = starters;
  if (first !== undefined) await app.answerQuestion(first, []);
  const port = await server.listen();
  const sweeping = setInterval(() => {
    sweep().catch((fault: unknown) => say(`Old records could not be deleted: ${describe(fault)}`));
  }, DAY_MS);
  await supervisor.start();
  sayWhatIsOn(`http://${config.HTTP_HOST}:${port}`);
  await aborted(signal);

  say('Stopping: what is under way is finished first, 10 s at most.');
  clearInterval(sweeping);
  const deadline = DRAIN_MS - CLOSING_MS;
  await Promise.all([supervisor.stop(deadline), server.close(deadline)]);
  await Promise.all([store.close(), unseenStore.close()]);

  function sayWhatIsOn(address: string): void {
    const states = Object.entries(supervisor.states()).map(([name, state]) => `${name} ${state}`);
    say(`Serving ${address} (/healthz, /readyz)${states.length === 0 ? '' : `; ${states.join(', ')}`}`);
    for (const [name, keys] of Object.entries(NEEDED_KEYS)) {
      if (!channels.some((channel) => channel.name === name)) say(`Off: ${name} (set ${keys.join(', ')})`);
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function describe(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
