import { createServer } from 'node:http';
import { type LocalServer, listenLocally } from '../listen-locally.ts';

/** A server on 127.0.0.1 that answers every request with JSON, as the APIs of the platforms do. */
export async function startJsonServer(
  answer: (method: string, url: URL, body: string) => unknown,
): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(answer(request.method ?? '', url, body)));
  });
  return listenLocally(server);
}

/** The tokens of a platform: one at a time, the same until it ends. */
export interface IssuedTokens {
  /** What is given out now; another one where the last has ended. */
  give(): string;
  /** Another one in any case. */
  draw(): string;
  end(): void;
  state(token: string): 'good' | 'ended' | 'unknown';
}

/** `isStuck`: what has ended is given out all the same, until another is drawn. */
export function issueTokens(isStuck = false): IssuedTokens {
  let last = 1;
  let ended = isStuck ? 1 : 0;
  return {
    give() {
      if (ended === last && !isStuck) last += 1;
      return `token-${last}`;
    },
    draw() {
      last += 1;
      return `token-${last}`;
    },
    end() {
      ended = last;
    },
    state(token) {
      if (token !== `token-${last}`) return 'unknown';
      return ended === last ? 'ended' : 'good';
    },
  };
}
