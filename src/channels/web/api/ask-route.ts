import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Action } from '../../../domain/incoming.ts';
import type { Converse, Reply } from '../../../domain/reply.ts';
import type { Report } from '../../../domain/report.ts';
import { MESSAGES } from '../messages.ts';
import type { AskQueue } from '../serve/ask-queue.ts';
import type { TakeOne } from '../serve/limit-rate.ts';
import { personOf } from '../serve/person-cookie.ts';
import { Refused } from '../serve/refused.ts';
import { type AskReply, askRequest, feedbackRequest } from './ask-schemas.ts';
import { wireReply } from './wire-reply.ts';

export interface AskCollaborators {
  readonly converse: Converse;
  readonly reports: readonly Report[];
  readonly queue: AskQueue;
  readonly limitAddress: TakeOne;
  readonly limitPerson: TakeOne;
  /** '' where none is configured. */
  readonly publicUrl: string;
  readonly onFault: (fault: unknown) => void;
}

/** Where a conversation that sends too much is told to wait, besides the limits of this server. */
const TOO_FAST_S = 30;
const FULL_S = 3;

/** `/api/ask` and `/api/feedback`. */
export function addAskRoutes(server: FastifyInstance, collaborators: AskCollaborators): void {
  const { converse, reports, queue, limitAddress, limitPerson, publicUrl, onFault } = collaborators;
  const secure = publicUrl.startsWith('https:');

  server.post('/api/ask', async (request, reply) => {
    const { question } = parse(askRequest, request.body);
    const person = await admit(request, reply);
    if (!queue.hasRoom()) throw new Refused(429, MESSAGES.refused.busy, FULL_S);
    const gone = goneSignal(reply);
    if (!(request.headers.accept ?? '').includes('text/event-stream')) {
      const said = await ask(person, question, undefined, gone, () => {});
      reply.header('content-type', 'application/json; charset=utf-8');
      return JSON.stringify(said);
    }
    reply.header('content-type', 'text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
    return Readable.from(streamAnswer((onPlace) => ask(person, question, undefined, gone, onPlace), onFault));
  });

  server.post('/api/feedback', async (request, reply) => {
    const { receipt, verdict, reason } = parse(feedbackRequest, request.body);
    const person = await admit(request, reply);
    const action: Action = { kind: 'feedback', verdict, receipt, ...(reason === '' ? {} : { reason }) };
    const said = await ask(person, '', action, goneSignal(reply), () => {});
    if (said.reason === 'nothing-yet') throw new Refused(404, MESSAGES.refused.unknownReceipt);
    reply.header('content-type', 'application/json; charset=utf-8');
    return JSON.stringify({ message: said.text });
  });

  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    await limitAddress(request.ip);
    const person = personOf(request, reply, secure);
    await limitPerson(person);
    return person;
  }

  async function ask(
    person: string,
    text: string,
    action: Action | undefined,
    gone: AbortSignal,
    onPlace: (place: number) => void,
  ): Promise<AskReply> {
    const { reply, sent } = await queue.run(
      () =>
        converse(
          {
            channel: 'web',
            personId: person,
            conversationId: person,
            messageId: randomUUID(),
            kind: 'text',
            text,
            ...(action === undefined ? {} : { action }),
          },
          gone,
        ),
      gone,
      onPlace,
    );
    await sent();
    return wireReply(heard(reply), reports, publicUrl);
  }
}

/** The conversation's own limit is the same "no" as the server's. */
function heard(reply: Reply): Exclude<Reply, { kind: 'silence' }> {
  if (reply.kind === 'notice' && reply.notice === 'too-fast') throw new Refused(429, reply.text, TOO_FAST_S);
  if (reply.kind === 'silence') throw new Refused(429, MESSAGES.refused.tooFast(TOO_FAST_S), TOO_FAST_S);
  return reply;
}

/** `queued` events with the place until it is their turn, then one `reply` or `refused`. */
async function* streamAnswer(
  ask: (onPlace: (place: number) => void) => Promise<AskReply>,
  onFault: (fault: unknown) => void,
): AsyncGenerator<string> {
  let place = 0;
  let wake = () => {};
  let ended = false;
  const answer = ask((next) => {
    place = next;
    wake();
  }).then(
    (said) => eventText('reply', said),
    (fault: unknown) => {
      if (!(fault instanceof Refused)) onFault(fault);
      const message = fault instanceof Refused ? fault.message : MESSAGES.refused.fault;
      return eventText('refused', { message });
    },
  );
  const end = answer.then(() => {
    ended = true;
    wake();
  });
  for (let told = 0; !ended; ) {
    if (place !== told) {
      told = place;
      yield eventText('queued', { place });
    } else {
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([changed, end]);
    }
  }
  yield await answer;
}

function eventText(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Fires when the client has gone before it was answered. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new Refused(499, MESSAGES.refused.fault));
  });
  return controller.signal;
}

function parse<Parsed>(
  schema: { safeParse(body: unknown): { success: true; data: Parsed } | { success: false } },
  body: unknown,
): Parsed {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Refused(400, MESSAGES.refused.notJson);
}
