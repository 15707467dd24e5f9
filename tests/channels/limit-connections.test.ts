import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limitConnections } from '../../src/channels/limit-connections.ts';

const MOST = 5;
const HEAD = 'POST / HTTP/1.1\r\nhost: x\r\n';

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let clients: Client[];
beforeEach(async () => {
  answer = (request, response) => request.resume().on('end', () => response.end('ok'));
  clients = [];
  server = createServer((request, response) => answer(request, response));
  limitConnections(server, MOST);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  for (const { socket } of clients) socket.destroy();
  server.closeAllConnections();
  server.close();
});

interface Client {
  readonly socket: Socket;
  heard: string;
  closed: boolean;
}

/** Connects, and sends the bytes as they are. */
async function send(bytes: string): Promise<Client> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const client = { socket, heard: '', closed: false };
  clients.push(client);
  socket.setEncoding('utf8').on('data', (part) => {
    client.heard += part;
  });
  socket
    .on('error', () => {})
    .on('close', () => {
      client.closed = true;
    });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(bytes);
  return client;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function connections(): Promise<number> {
  return new Promise((resolve) => server.getConnections((_fault, count) => resolve(count)));
}

describe('more connections than are kept', () => {
  it('cut off those who have waited longest with their request, so that a whole one is answered', async () => {
    const slow: Client[] = [];
    for (let count = 0; count < 3 * MOST; count += 1) slow.push(await send(count % 2 === 0 ? '' : HEAD));
    const person = await send(`${HEAD}content-length: 2\r\n\r\nhi`);
    await until(() => person.heard.endsWith('ok'));
    await until(() => slow.filter(({ closed }) => closed).length === 2 * MOST + 1);
    expect(slow.slice(-MOST + 1).map(({ closed }) => closed)).not.toContain(true);
    expect(await connections()).toBe(MOST);
  });

  it('cut off whoever never ends a body, and not whoever is waiting for an answer', async () => {
    const held: ServerResponse[] = [];
    answer = (request, response) => {
      request.resume().on('end', () => held.push(response));
    };
    const waiting = await send(`${HEAD}content-length: 2\r\n\r\nhi`);
    const got = await send('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    await until(() => held.length === 2);
    const slow: Client[] = [];
    for (let count = 0; count < 2 * MOST; count += 1)
      slow.push(await send(`${HEAD}content-length: 9\r\n\r\nh`));
    await until(() => slow.filter(({ closed }) => closed).length === MOST + 2);
    for (const response of held) response.end('late');
    await until(() => waiting.heard.endsWith('late') && got.heard.endsWith('late'));
  });

  it('are turned away where everybody is waiting for an answer', async () => {
    const held: ServerResponse[] = [];
    answer = (request, response) => {
      request.resume().on('end', () => held.push(response));
    };
    const whole = `${HEAD}content-length: 2\r\n\r\nhi`;
    for (let count = 0; count < MOST; count += 1) await send(whole);
    await until(() => held.length === MOST);
    const late = await send(whole);
    await until(() => late.closed);
    expect(late.heard).toBe('');
    for (const response of held) response.end('ok');
    await until(() => clients.slice(0, MOST).every(({ heard }) => heard.endsWith('ok')));
  });

  it('cut off whoever was answered and asks nothing more, and leave room when people go', async () => {
    const idle = await send(`${HEAD}content-length: 2\r\n\r\nhi`);
    await until(() => idle.heard.endsWith('ok'));
    for (let count = 0; count < MOST; count += 1) await send(HEAD);
    await until(() => idle.closed);
    clients[1]?.socket.destroy();
    await until(() => clients[1]?.closed === true);
    while ((await connections()) !== MOST - 1) await new Promise((resolve) => setTimeout(resolve, 2));
    const next = await send(`${HEAD}content-length: 2\r\n\r\nhi`);
    await until(() => next.heard.endsWith('ok'));
    expect(clients.slice(2).map(({ closed }) => closed)).not.toContain(true);
  });
});
