import { describe, expect, it } from 'vitest';
import type { Channel, HttpRequest } from '../../../src/channels/channel.ts';
import type { TencentCollaborators } from '../../../src/channels/tencent/collaborators.ts';
import { makeConverse } from '../../conversation/make-converse.ts';
import { makeUnseen } from '../../conversation/make-unseen.ts';
import { createRandom, mutate, type Random, STACK } from './mutate.ts';

/** `npm run fuzz` sends ten times as many. */
const COUNT = Number(process.env.FUZZ_COUNT ?? 2000);
const PATIENCE_MS = 120_000 + 60 * COUNT;
const SEED = 20_180_109;
/** When everything is signed and received. */
export const FUZZ_NOW = Date.UTC(2024, 0, 9);

export interface FuzzedRoute {
  readonly name: string;
  readonly path: string;
  readonly create: (collaborators: TencentCollaborators) => Channel;
  /** A message as the platform writes it. */
  readonly message: (random: Random) => string;
  /** What carries it, signed and sealed as the platform would. */
  readonly signed: (text: string, nonce: string) => Pick<HttpRequest, 'query' | 'body'>;
  /** Nothing of it is signed with our token, or what is signed was changed. */
  readonly forged: (random: Random, sent: number) => Pick<HttpRequest, 'query' | 'body'>;
  /** A response without its seal. */
  readonly readable: (body: string) => string;
}

/** What holds of every address that one of the platforms posts to, whatever is sent there. */
export function describeFuzz({ name, path, create, message, signed, forged, readable }: FuzzedRoute): void {
  describe(`random and mutated bodies to ${name}`, () => {
    it(
      'that are not signed are never answered',
      async () => {
        const { post, asked } = await open();
        const random = createRandom(SEED);
        for (let sent = 0; sent < COUNT / 2; sent += 1) {
          const response = await post(forged(random, sent));
          expect([400, 403]).toContain(response.status);
          expect(response.body).toBe('');
        }
        expect(asked()).toBe(0);
      },
      PATIENCE_MS,
    );

    it(
      'that are signed crash nothing, hang nothing, and show no stack trace',
      async () => {
        const { post, asked, warnings, faults } = await open();
        const random = createRandom(SEED + 1);
        for (let sent = 0; sent < COUNT / 2; sent += 1) {
          const response = await post(signed(mutate(message(random), random), String(sent)));
          expect([200, 400]).toContain(response.status);
          expect(readable(response.body).replaceAll(/“[^”]*”的回答/gu, '')).not.toMatch(STACK);
        }
        expect((await post(signed(message(random), 'last'))).status).toBe(200);
        expect(asked()).toBeGreaterThan(COUNT / 200);
        expect(warnings.filter((line) => line.includes('could not be answered'))).toEqual([]);
        expect(faults).toEqual([]);
      },
      PATIENCE_MS,
    );
  });

  async function open() {
    const made = makeConverse({ admit: () => ({ kind: 'admitted' }) });
    const warnings: string[] = [];
    const warn = (line: string) => void warnings.push(line);
    const { converse } = made;
    const channel = create({ converse, unseen: await makeUnseen(), warn, now: () => FUZZ_NOW });
    const route = channel.routes.find((each) => each.method === 'POST' && each.path === path);
    const post = (request: Pick<HttpRequest, 'query' | 'body'>) => {
      if (route === undefined) throw new Error(`the channel has no ${path}`);
      return route.handle({ method: 'POST', path, headers: {}, ...request });
    };
    return { post, asked: () => made.asked.length, warnings, faults: made.faults };
  }
}
