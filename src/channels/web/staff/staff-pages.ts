import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ApprovedAnswers } from '../../../domain/approved-answer.ts';
import type { Filing } from '../../../domain/case.ts';
import type { Exchanges } from '../../../domain/exchange.ts';
import type { ChannelName } from '../../../domain/incoming.ts';
import type { Report } from '../../../domain/report.ts';
import { WenbaoError } from '../../../errors.ts';
import { MESSAGES } from '../messages.ts';
import { answerErrors } from '../serve/answer-errors.ts';
import { collectMethods } from '../serve/answer-methods.ts';
import { createRateLimit, type RateLimit } from '../serve/limit-rate.ts';
import { refuseForeign } from '../serve/refuse-foreign.ts';
import { Refused } from '../serve/refused.ts';
import { readStaticAssets } from '../serve/static-assets.ts';
import { checkPassword } from './password.ts';
import type { Modes } from './render-forms.ts';
import { renderLogin } from './render-login.ts';
import { renderStaff } from './render-staff.ts';
import { STAFF } from './staff-messages.ts';
import { carriesCsrf, createStaffSessions, type StaffSession } from './staff-sessions.ts';

const COOKIE = 'wenbao-staff';
const RECENT = 2000;
const HTML = 'text/html; charset=utf-8';
const CHANNELS = ['web', 'telegram', 'wechat', 'wecom'] as const satisfies readonly ChannelName[];

/** Guessing a password takes years at this rate. */
export const LOGIN_LIMIT: RateLimit = { count: 5, windowS: 300 };

const text = (most: number) => z.string().trim().min(1).max(most);
const login = z.object({ password: z.string().max(200) });
const safeMode = z.object({
  channel: z.enum(['all', ...CHANNELS]),
  mode: z.enum(['on', 'quote-only', 'off']),
  comment: text(200),
});
const rated = z.object({ receipt: z.coerce.number().int().positive(), verdict: z.enum(['right', 'wrong']) });
const approval = z.object({
  question: text(300),
  statement: text(600),
  quote: text(600),
  reportId: text(100),
  author: text(40),
  expires: z.iso.date(),
});

export type ChannelMode = Omit<z.infer<typeof safeMode>, 'channel'>;

export interface StaffCollaborators {
  /** As `hash-password` makes it. */
  readonly passwordHash: string;
  readonly exchanges: Pick<Exchanges, 'recent'>;
  readonly approved: ApprovedAnswers;
  readonly reports: readonly Report[];
  readonly safeMode: (channel: ChannelName) => Promise<ChannelMode>;
  readonly setSafeMode: (channel: ChannelName | 'all', mode: ChannelMode) => Promise<void>;
  /**
   * Makes a case of an answer that is right; null where the receipt is not known or gives another answer now.
   * @throws WenbaoError `cases` where the folder of the cases cannot be used.
   */
  readonly makeCase: (receipt: number) => Promise<Filing | null>;
  /** Keeps a remark that an answer is wrong. */
  readonly noteWrong: (receipt: number) => Promise<void>;
  readonly isQuoted: (reportId: string, quote: string) => boolean;
  readonly limitLogin: RateLimit;
  /** '' where none is configured. */
  readonly publicUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
}

/** The staff page under /staff, without scripts; to be registered only where a password is set. */
export function staffPages(collaborators: StaffCollaborators): FastifyPluginAsync {
  return async (server) => {
    const { passwordHash, approved, reports, publicUrl, now, onFault } = collaborators;
    const assets = await readStaticAssets();
    const sessions = createStaffSessions(now);
    const limitLogin = createRateLimit(collaborators.limitLogin);
    const addMethodNotAllowed = collectMethods(server);
    answerErrors(server, assets.address, onFault);
    refuseForeign(server, publicUrl);
    await server.register(cookie);
    readForms(server);

    server.get('/staff', async (request, reply) => {
      reply.header('content-type', HTML);
      const session = sessions.find(request.cookies[COOKIE]);
      return session === null ? renderLogin('', assets.address) : show(session, '');
    });

    server.post('/staff/login', async (request, reply) => {
      await limitLogin(request.ip);
      const { password } = parse(login, request.body);
      if (!(await checkPassword(password, passwordHash))) {
        reply.status(401).header('content-type', HTML);
        return renderLogin(STAFF.wrongPassword, assets.address);
      }
      const { token } = sessions.begin();
      const secure = publicUrl.startsWith('https:');
      reply.setCookie(COOKIE, token, { path: '/staff', httpOnly: true, sameSite: 'strict', secure });
      return reply.redirect('/staff', 303);
    });

    change('logout', async ({ token }, _body, reply) => {
      sessions.end(token);
      reply.clearCookie(COOKIE, { path: '/staff' });
      return null;
    });
    change('end-others', async ({ token }) => {
      sessions.endOthers(token);
      return STAFF.saved;
    });
    change('safe-mode', async (_session, body) => {
      const { channel, ...mode } = parse(safeMode, body);
      await collaborators.setSafeMode(channel, mode);
      return STAFF.saved;
    });
    change('case', async (_session, body) => {
      const { receipt, verdict } = parse(rated, body);
      if (verdict === 'wrong') {
        await collaborators.noteWrong(receipt);
        return STAFF.noted;
      }
      return makeCase(receipt);
    });
    change('approve', async (_session, body) => {
      const answer = parse(approval, body);
      if (!collaborators.isQuoted(answer.reportId, answer.quote)) return STAFF.notInReport;
      await approved.add(answer);
      return STAFF.saved;
    });
    change('unapprove', async (_session, body) => {
      await approved.remove(parse(approval.pick({ question: true }), body).question);
      return STAFF.saved;
    });
    addMethodNotAllowed();

    /** A folder that cannot be written is told like every other reason: in an image the cases are read-only. */
    async function makeCase(receipt: number): Promise<string> {
      try {
        const filing = await collaborators.makeCase(receipt);
        if (filing === null) return STAFF.noReceipt;
        return filing.kind === 'filed' ? STAFF.filed(filing.id) : STAFF.notFiled(filing.problems.join('；'));
      } catch (fault) {
        if (!(fault instanceof WenbaoError)) throw fault;
        return STAFF.notFiled(fault.message);
      }
    }

    /** A form of somebody who is logged in; null leads back to the login. */
    function change(
      name: string,
      work: (session: StaffSession, body: unknown, reply: FastifyReply) => Promise<string | null>,
    ): void {
      server.post(`/staff/${name}`, async (request: FastifyRequest, reply) => {
        const session = sessions.find(request.cookies[COOKIE]);
        const { csrf } = z
          .object({ csrf: z.string().catch('') })
          .catch({ csrf: '' })
          .parse(request.body);
        reply.header('content-type', HTML);
        if (session === null || !carriesCsrf(session, csrf)) {
          reply.status(403);
          return renderLogin(STAFF.expired, assets.address);
        }
        const said = await work(session, request.body, reply);
        return said === null ? reply.redirect('/staff', 303) : show(session, said);
      });
    }

    async function show(session: StaffSession, said: string): Promise<string> {
      const modes: Modes = await Promise.all(
        CHANNELS.map(async (channel) => ({ channel, ...(await collaborators.safeMode(channel)) })),
      );
      const [exchanges, answers] = await Promise.all([
        collaborators.exchanges.recent(RECENT),
        approved.list(),
      ]);
      const others = sessions.others(session.token);
      return renderStaff(
        { exchanges, approved: answers, reports, modes, session, others, said, now: now() },
        assets.address,
      );
    }
  };
}

/** What a browser's form sends; nothing else is read here. */
function readForms(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

function parse<Parsed>(
  schema: { safeParse(body: unknown): { success: true; data: Parsed } | { success: false } },
  body: unknown,
): Parsed {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refused(400, `${STAFF.incomplete}${MESSAGES.refused.back}`);
}
