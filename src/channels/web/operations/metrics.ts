import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ChannelName } from '../../../domain/incoming.ts';
import type { Answered } from '../../../domain/trace.ts';

const BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is counted while the service runs; no label ever holds what a person wrote. */
export interface Metrics {
  readonly onAnswered: (answered: Answered) => void;
  readonly onChannelError: (channel: ChannelName) => void;
  readonly onRequest: (route: string, status: number, seconds: number) => void;
  /** In the text format of Prometheus. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** `queued` is asked each time for how many people wait. */
export function createMetrics(queued: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const answers = new Counter({
    name: 'wenbao_answers_total',
    help: 'Answers by outcome and reason.',
    labelNames: ['outcome', 'reason'],
    registers,
  });
  const stages = new Histogram({
    name: 'wenbao_stage_seconds',
    help: 'How long each stage of an answer took.',
    labelNames: ['stage'],
    buckets: BUCKETS_S,
    registers,
  });
  const requests = new Histogram({
    name: 'wenbao_http_request_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['route', 'status'],
    buckets: BUCKETS_S,
    registers,
  });
  const channelErrors = new Counter({
    name: 'wenbao_channel_errors_total',
    help: 'Faults by channel.',
    labelNames: ['channel'],
    registers,
  });
  new Gauge({
    name: 'wenbao_queue_length',
    help: 'People who wait for their turn on the web.',
    registers,
    collect() {
      this.set(queued());
    },
  });
  new Gauge({
    name: 'wenbao_resident_memory_bytes',
    help: 'Memory of this process; the encoder has a process of its own.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return {
    onAnswered({ answer, trace }) {
      answers.inc({ outcome: answer.kind, reason: 'reason' in answer ? answer.reason : '' });
      for (const [stage, milliseconds] of Object.entries(trace.stages)) {
        stages.observe({ stage }, milliseconds / 1000);
      }
    },
    onChannelError: (channel) => channelErrors.inc({ channel }),
    onRequest: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
