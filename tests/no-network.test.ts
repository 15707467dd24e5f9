import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readAnswerLine } from './contracts/answer-line.ts';
import { runMain } from './run-main.ts';

const refuseNetwork = new URL('./fixtures/refuse-network.js', import.meta.url).href;
const report = fileURLToPath(new URL('./fixtures/reports/crlf-bom-chrome', import.meta.url));

let folder: string;
let log: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wenbao-network-'));
  log = join(folder, 'network.log');
});
afterEach(() => rm(folder, { recursive: true }));

it('builds the index and answers in processes that reach no network, and that do not try', async () => {
  await cp(report, join(folder, 'corpus', 'qinghe'), { recursive: true });
  const environment = {
    CORPUS_DIR: join(folder, 'corpus'),
    INDEX_DIR: join(folder, 'index'),
    NODE_OPTIONS: `--import=${refuseNetwork}`,
    NETWORK_LOG: log,
  };
  const question = '{"id":"1","question":"去年新建公厕多少座？"}\n';
  const { code, stdout, stderr } = await runMain(['ask', '--batch', '-'], environment, question);
  expect(code, stderr).toBe(0);

  const text = await readFile(join(report, 'report.txt'), 'utf8');
  expect(readAnswerLine(stdout, { qinghe: text })).toMatchObject({ id: '1', kind: 'answer' });
  expect(stdout).toContain('36座');
  const noted = (await readFile(log, 'utf8')).trim().split('\n');
  // Ours and the encoder's.
  expect(new Set(noted.map((line) => Number.parseInt(line, 10))).size).toBeGreaterThanOrEqual(2);
  expect(noted.filter((line) => !line.endsWith(' closed'))).toEqual([]);
});

it.each([
  ['a fetch', 'await fetch(address)'],
  ['a request of node:http', 'http.get(address)'],
  ['a socket', "net.connect(Number(new URL(address).port), '127.0.0.1')"],
  ['a look-up of a name', "await dns.promises.lookup('localhost')"],
])('would notice %s', async (_name, attempt) => {
  let connections = 0;
  const server = createServer(() => {
    connections += 1;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const program = `
    import dns from 'node:dns'; import http from 'node:http'; import net from 'node:net';
    const address = 'http://127.0.0.1:${(server.address() as AddressInfo).port}/';
    ${attempt};`;
  const running = spawn(
    process.execPath,
    ['--import', refuseNetwork, '--input-type=module', '--eval', program],
    {
      env: { ...process.env, NETWORK_LOG: log },
      stdio: 'ignore',
    },
  );
  const [code] = await once(running, 'close');
  server.close();
  expect(code).not.toBe(0);
  expect(connections).toBe(0);
  expect(await readFile(log, 'utf8')).toMatch(/ attempt (?:net|http|dns|fetch)/u);
});
