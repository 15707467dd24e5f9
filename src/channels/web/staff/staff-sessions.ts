import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Nobody works so long without a click, or so long at all. */
const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 8 * 60 * 60_000;

/** One login: `token` is in the cookie, `csrf` in every form. */
export interface StaffSession {
  readonly token: string;
  readonly csrf: string;
}

export interface StaffSessions {
  begin(): StaffSession;
  /** Null where there is none, or it has expired; else it lives on from now. */
  find(token: string | undefined): StaffSession | null;
  end(token: string): void;
  /** How many others are logged in. */
  others(token: string): number;
  endOthers(token: string): void;
}

/** In memory: a restart ends them all. Several may be logged in at once, each by itself. */
export function createStaffSessions(now: () => number): StaffSessions {
  const sessions = new Map<
    string,
    { readonly session: StaffSession; readonly begun: number; seen: number }
  >();
  return {
    begin() {
      sweep();
      const session = { token: randomBytes(24).toString('hex'), csrf: randomBytes(24).toString('hex') };
      sessions.set(session.token, { session, begun: now(), seen: now() });
      return session;
    },
    find(token) {
      sweep();
      const known = token === undefined ? undefined : sessions.get(token);
      if (known === undefined) return null;
      known.seen = now();
      return known.session;
    },
    end: (token) => void sessions.delete(token),
    others(token) {
      sweep();
      return [...sessions.keys()].filter((other) => other !== token).length;
    },
    endOthers(token) {
      for (const other of sessions.keys()) if (other !== token) sessions.delete(other);
    },
  };

  function sweep(): void {
    for (const [token, { begun, seen }] of sessions) {
      if (now() - seen >= IDLE_MS || now() - begun >= LONGEST_MS) sessions.delete(token);
    }
  }
}

/** Whether a form carries its session's token, in the same time whatever is wrong. */
export function carriesCsrf({ csrf }: StaffSession, sent: string): boolean {
  const [wanted, given] = [Buffer.from(csrf), Buffer.from(sent)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
