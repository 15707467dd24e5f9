import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../src/evaluation/percentile.ts';

/**
 * Clients that never end their request, against a running service, and people who ask meanwhile, each over a
 * connection of their own: `node --import tsx bench/slow-sockets.ts [address] [clients] [seconds]`. A client that is
 * cut off comes again a second later. Needs as many file descriptors as there are clients (`ulimit -n`).
 */
const [address = 'http://127.0.0.1:8080', clients = '10000', seconds = '60'] = process.argv.slice(2);
const { hostname, port } = new URL(address);
/** One person after the other, a little apart: whoever asks often is told to wait, whoever is slow is not. */
const APART_MS = 400;
/** So many a second connect, until all have. */
const CONNECTING = 1000;
const question =
  readFileSync('seeds/hongqi-2018/figure.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { question: string }).question)[0] ?? '';

const open = new Set<Socket>();
let cutOff = 0;
let refused = 0;
let stopped = false;
const slow = Array.from({ length: Number(clients) }, (_, client) => stayed(client));
await pause((Number(clients) / CONNECTING) * 1000);

const until = performance.now() + Number(seconds) * 1000;
const times: number[] = [];
const statuses = new Map<string, number>();
let mostOpen = 0;
while (performance.now() < until) {
  mostOpen = Math.max(mostOpen, open.size);
  const started = performance.now();
  const status = await ask();
  times.push(performance.now() - started);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  await pause(APART_MS);
}
stopped = true;
for (const socket of open) socket.destroy();
await Promise.all(slow);
console.log(
  JSON.stringify({
    clients: Number(clients),
    seconds: Number(seconds),
    mostOpen,
    cutOff,
    refused,
    statuses: Object.fromEntries(statuses),
    p50: Math.round(percentile(times, 50) ?? 0),
    p95: Math.round(percentile(times, 95) ?? 0),
    longest: Math.round(Math.max(...times)),
  }),
);

/** Half of them never end the head, half never the body. */
async function stayed(client: number): Promise<void> {
  await pause((client / CONNECTING) * 1000);
  const head = 'POST /api/ask HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
  while (!stopped) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {}).resume();
      socket.on('connect', () => {
        open.add(socket);
        socket.write(client % 2 === 0 ? head : `${head}content-length: 50\r\n\r\n{"question":`);
      });
      socket.on('close', () => {
        if (open.delete(socket)) cutOff += 1;
        else refused += 1;
        resolve();
      });
    });
    await pause(1000);
  }
}

async function ask(): Promise<string> {
  try {
    const response = await fetch(`${address}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ question }),
      signal: AbortSignal.timeout(10_000),
    });
    await response.text();
    return String(response.status);
  } catch (fault) {
    return fault instanceof Error ? fault.name : 'fault';
  }
}
