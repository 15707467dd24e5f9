import { readFileSync } from 'node:fs';
import { percentile } from '../src/evaluation/percentile.ts';

/**
 * People who ask a running service all at once, each again as soon as answered:
 * `node --import tsx bench/ask-web.ts [address] [people] [seconds] [pause in ms]`.
 */
const [address = 'http://127.0.0.1:8080', people = '50', seconds = '60', pause = '0'] = process.argv.slice(2);
const questions = readFileSync('seeds/hongqi-2018/figure.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { question: string }).question);

const until = performance.now() + Number(seconds) * 1000;
const times: number[] = [];
const statuses = new Map<string, number>();
await Promise.all(Array.from({ length: Number(people) }, (_, person) => ask(person)));
console.log(
  JSON.stringify({
    people: Number(people),
    seconds: Number(seconds),
    statuses: Object.fromEntries(statuses),
    answersPerSecond: Math.round((times.length / Number(seconds)) * 10) / 10,
    p50: Math.round(percentile(times, 50) ?? 0),
    p95: Math.round(percentile(times, 95) ?? 0),
  }),
);

async function ask(person: number): Promise<void> {
  let cookie = '';
  for (let turn = person; performance.now() < until; turn += 7) {
    const started = performance.now();
    const status = await fetch(`${address}/api/ask`, {
      method: 'POST',
      // Each from an address of their own, as behind a proxy on this machine.
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `198.51.100.${person % 250}`,
        cookie,
      },
      body: JSON.stringify({ question: questions[turn % questions.length] }),
    }).then(
      async (response) => {
        cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
        await response.arrayBuffer();
        if (response.status === 429) {
          await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
        }
        return String(response.status);
      },
      (fault: unknown) => String(fault),
    );
    if (status === '200') times.push(performance.now() - started);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    await sleep(Number(pause));
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) =>
    setTimeout(resolve, Math.max(0, Math.min(milliseconds, until - performance.now()))),
  );
}
