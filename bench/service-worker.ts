/** The program that starts an app, answers, and tells how quickly and what it and its models hold in memory. */
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { readFile } from 'node:fs/promises';
import { startApp } from '../src/app.ts';
import { answersPerSecond } from './answers-per-second.ts';
import type { Resident, ServiceFigures, ServiceRequest } from './service-messages.ts';
import { throwFaults } from './throw-faults.ts';

const children: ChildProcess[] = [];
// The app keeps its models' processes to itself; Node tells of every process that is started.
subscribe('child_process', (message) => children.push((message as { process: ChildProcess }).process));

process.on('message', async ({ config, questions, concurrency }: ServiceRequest) => {
  const app = await startApp(config, throwFaults);
  const afterStart = await resident();
  const sequential = await answersPerSecond(questions, 1, app.answerQuestion);
  const concurrent = await answersPerSecond(questions, concurrency, app.answerQuestion);
  const figures: ServiceFigures = { afterStart, afterAnswers: await resident(), sequential, concurrent };
  await app.close();
  process.send?.(figures);
});

async function resident(): Promise<Resident> {
  const held = await Promise.all(children.filter(({ exitCode }) => exitCode === null).map(residentOf));
  return {
    process: process.memoryUsage.rss(),
    models: held.reduce((sum, bytes) => (sum === null || bytes === null ? null : sum + bytes)),
  };
}

async function residentOf({ pid }: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s*(\d+) kB$/mu.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
