import { z } from 'zod';
import { askReply, askRequest, feedbackRequest, noted, queued, refused } from './ask-schemas.ts';

/** The description of the HTTP interface, made of the schemas that requests and replies are parsed with. */
export function describeApi(publicUrl: string): Readonly<Record<string, unknown>> {
  const refusals = Object.fromEntries(
    [
      ['400', 'The body is not what the schema says.'],
      ['403', 'The request comes from another site.'],
      ['413', 'The body is too large.'],
      ['415', 'The body is no JSON.'],
      ['429', 'Too many questions, or too many people at once; Retry-After says when to come back.'],
      ['500', 'Something broke on our side.'],
    ].map(([status, description]) => [status, json(refused, description ?? '')]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: '问报 wenbao',
      version: '1',
      description:
        'Answers questions about a government work report with its own words. Who asks is told by a cookie, so that follow-up questions are understood; without one every question stands alone.',
    },
    ...(publicUrl === '' ? {} : { servers: [{ url: publicUrl }] }),
    paths: {
      '/api/ask': {
        post: {
          operationId: 'ask',
          summary: 'Asks a question, or says 原文, 新话题, 忘记我 as in every other channel.',
          requestBody: { required: true, ...content(askRequest) },
          responses: {
            '200': {
              description:
                'The reply. As text/event-stream (by Accept): `queued` events with the place in the queue, then one `reply`, or one `refused`.',
              content: {
                'application/json': { schema: toSchema(askReply) },
                'text/event-stream': {
                  schema: {
                    type: 'string',
                    description: 'event: queued | reply | refused; data: the JSON of x-events',
                  },
                  'x-events': {
                    queued: toSchema(queued),
                    reply: toSchema(askReply),
                    refused: toSchema(refused),
                  },
                },
              },
            },
            ...refusals,
          },
        },
      },
      '/api/feedback': {
        post: {
          operationId: 'feedback',
          summary: 'Says whether an answer of the same conversation was of use.',
          requestBody: { required: true, ...content(feedbackRequest) },
          responses: {
            '200': json(noted, 'It was noted.'),
            ...refusals,
            '404': json(refused, 'There is no such answer in this conversation.'),
          },
        },
      },
    },
  };
}

function json(schema: z.ZodType, description: string): object {
  return { description, ...content(schema) };
}

function content(schema: z.ZodType): object {
  return { content: { 'application/json': { schema: toSchema(schema) } } };
}

/** What is sent, not what it is parsed to: a key with a default may be left out. */
function toSchema(schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
