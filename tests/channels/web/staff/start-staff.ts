import type { FastifyPluginAsync } from 'fastify';
import { createHttpServer } from '../../../../src/channels/http-server.ts';
import { createMetrics } from '../../../../src/channels/web/operations/metrics.ts';
import { createAskQueue } from '../../../../src/channels/web/serve/ask-queue.ts';
import { hashPassword } from '../../../../src/channels/web/staff/password.ts';
import {
  type ChannelMode,
  type StaffCollaborators,
  staffPages,
} from '../../../../src/channels/web/staff/staff-pages.ts';
import { WEB_LIMITS, webPages } from '../../../../src/channels/web/web-pages.ts';
import type { ApprovedAnswer, ApprovedAnswers } from '../../../../src/domain/approved-answer.ts';
import type { Exchange } from '../../../../src/domain/exchange.ts';
import { makeConverse } from '../../../conversation/make-converse.ts';
import { fixtureReport } from '../../../evaluation/fixture-report.ts';

export const PASSWORD = 'correct horse battery';
/** Cheap: it is checked at every login. */
const HASH = hashPassword(PASSWORD, 2 ** 10);

export interface StartedStaff {
  readonly address: string;
  readonly clock: { now: number };
  readonly modes: { readonly channel: string; readonly mode: ChannelMode }[];
  readonly approved: ApprovedAnswer[];
  readonly cases: number[];
  readonly wrong: number[];
  readonly close: () => Promise<void>;
}

/** The staff page on a real server of 127.0.0.1; `overrides` replaces single collaborators. */
export async function startStaff(
  exchanges: readonly Exchange[] = [],
  overrides: Partial<StaffCollaborators> = {},
): Promise<StartedStaff> {
  const clock = { now: Date.UTC(2024, 4, 20, 8) };
  const modes: StartedStaff['modes'] = [];
  const approved: ApprovedAnswer[] = [];
  const [cases, wrong]: [number[], number[]] = [[], []];
  const report = fixtureReport();
  const pages = staffPages({
    passwordHash: await HASH,
    exchanges: { recent: async (count) => exchanges.slice(0, count) },
    approved: inMemory(approved),
    reports: [report],
    safeMode: async () => ({ mode: 'on', comment: '' }),
    setSafeMode: async (channel, mode) => void modes.push({ channel, mode }),
    async makeCase(receipt) {
      cases.push(receipt);
      return receipt === 404
        ? null
        : { kind: 'filed', id: 'figure-1', split: 'dev', path: 'seeds/figure.jsonl' };
    },
    noteWrong: async (receipt) => void wrong.push(receipt),
    isQuoted: (_reportId, quote) => report.text.includes(quote),
    limitLogin: { count: 5, windowS: 60 },
    publicUrl: '',
    now: () => clock.now,
    onFault: () => {},
    ...overrides,
  });
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    routes: [],
    pages: [pages, citizensPages()],
    states: () => ({}),
    onFault: () => {},
  });
  const address = `http://127.0.0.1:${await server.listen()}`;
  return { address, clock, modes, approved, cases, wrong, close: () => server.close(1000) };
}

/** The pages that the staff page stands beside: its style sheets are theirs. */
function citizensPages(): FastifyPluginAsync {
  const queue = createAskQueue({ running: 1, waiting: 1, waitMs: 1000 });
  return webPages({
    converse: makeConverse().converse,
    reports: [fixtureReport()],
    starters: [],
    queue,
    metrics: createMetrics(queue.length),
    publicUrl: '',
    limits: WEB_LIMITS,
    onFault: () => {},
  });
}

/** Logs in and returns the cookie and the token of the forms. */
export async function logIn(address: string): Promise<{ readonly cookie: string; readonly csrf: string }> {
  const response = await sendForm(`${address}/staff/login`, { password: PASSWORD });
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const page = await (await fetch(`${address}/staff`, { headers: { cookie } })).text();
  const csrf = /name="csrf" value="([0-9a-f]+)"/u.exec(page)?.[1] ?? '';
  return { cookie, csrf };
}

/** As a browser sends a form; redirects are not followed. */
export function sendForm(
  address: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(address, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
}

/** An exchange of the day of the clock. */
export function exchange(question: string, more: Partial<Exchange> = {}): Exchange {
  return {
    time: '2024-05-20T07:00:00.000Z',
    channel: 'web',
    person: 'p',
    question,
    kind: 'answer',
    reason: '',
    receipt: 7,
    latencyMs: 42,
    feedback: null,
    ...more,
  };
}

function inMemory(all: ApprovedAnswer[]): ApprovedAnswers {
  return {
    list: async () => [...all].reverse(),
    add: async (answer) => void all.push(answer),
    async remove(question) {
      all.splice(0, all.length, ...all.filter((each) => each.question !== question));
    },
  };
}
