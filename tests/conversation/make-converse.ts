import { type ConverseCollaborators, createConverse } from '../../src/conversation/create-converse.ts';
import { createHashId } from '../../src/conversation/hash-id.ts';
import { createBurstLimit } from '../../src/conversation/limit-burst.ts';
import { createMemoryStore } from '../../src/conversation/memory-store.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Exchange, Exchanges } from '../../src/domain/exchange.ts';
import type { Turn } from '../../src/domain/question.ts';
import type { Receipt, Receipts } from '../../src/domain/receipt.ts';
import type { Converse } from '../../src/domain/reply.ts';
import type { AnswerQuestion } from '../../src/domain/trace.ts';

/** A conversation in memory, with everything that a test may look at or lay hands on. */
export interface MadeConverse {
  readonly converse: Converse;
  /** Every question that reached `AnswerQuestion`, with the turns before it. */
  readonly asked: { readonly question: string; readonly history: readonly Turn[] }[];
  readonly faults: { readonly id: string; readonly fault: unknown }[];
  readonly exchanges: readonly Exchange[];
  readonly receipts: readonly Receipt[];
  /** Milliseconds since 1970; only moves when a test moves it. */
  readonly clock: { now: number };
}

const QUOTE = '新建口袋公园3座';
const STAMPS = { report: 'r', model: 'm', index: 'i', calibration: 'c', configuration: 'k' };

/** Answers in the way of the real thing: 你好 with a greeting, 没有… with a refusal, 故障 with a failure. */
export function inventAnswer(question: string): Answer {
  if (question.includes('故障')) return { kind: 'failure', reason: 'internal', statement: '抱歉。' };
  if (/^(?:你好|你是谁|你能回答什么|谢谢)$/u.test(question)) {
    return { kind: 'smalltalk', reason: 'greeting', statement: '您好，请直接提问。' };
  }
  if (question.includes('没有')) {
    const statement = '报告里没有提到这个。';
    return { kind: 'refusal', reason: 'not-in-report', statement, related: [], confidence: 0.9 };
  }
  const statement = question.includes('清单') ? longList() : `“${question}”的回答：3座。`;
  const citation = { reportId: 'yunxi', headingPath: ['一、工作回顾'], quote: QUOTE, passage: 4 };
  return { kind: 'answer', statement, citations: [{ ...citation, start: 10, end: 18 }], confidence: 0.9 };
}

/** A numbered list of some 3,000 characters, with figures and quotes in it. */
export function longList(): string {
  const items = Array.from({ length: 75 }, (_, index) => {
    const figures = `总投资${(index * 1.37 + 2).toFixed(2)}亿元，带动就业${1000 + index}人`;
    return `${index + 1}. 第${index + 1}产业园（依托“云溪制造${index}”，${figures}）；`;
  });
  return ['报告列出的产业园，共75个：', ...items].join('\n');
}

/** `overrides` replaces single collaborators; the rest behaves like the real thing, in memory. */
export function makeConverse(overrides: Partial<ConverseCollaborators> = {}): MadeConverse {
  const asked: MadeConverse['asked'] = [];
  const faults: MadeConverse['faults'] = [];
  const clock = { now: Date.UTC(2024, 0, 9) };
  const exchanges = memoryExchanges();
  const receipts = memoryReceipts();
  const now = () => clock.now;
  const answerQuestion: AnswerQuestion =
    overrides.answerQuestion ??
    (async (question) => ({
      answer: inventAnswer(question),
      trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
    }));
  const converse = createConverse({
    stamps: STAMPS,
    hashAnswer: (answer) => String(JSON.stringify(answer).length),
    receipts,
    exchanges,
    store: createMemoryStore(),
    suggest: (_question, answer) => (answer.kind === 'answer' ? ['新建了几所学校', '改造了几个小区'] : []),
    showPassage: ({ reportId, headingPath, passage }) => {
      const text = `城乡面貌改善。${QUOTE}，整治背街小巷41条。`;
      return { reportId, headingPath, passage, text, start: 7, end: 7 + QUOTE.length };
    },
    mask: (text) => text,
    hashId: createHashId(Buffer.alloc(32, 1)),
    forgetUnseen: async () => {},
    safeMode: async () => ({ mode: 'on', comment: '' }),
    admit: createBurstLimit({ messages: 10, windowMs: 30_000 }, now),
    now,
    newFaultId: () => `F${faults.length + 1}`,
    onFault: (id, _channel, fault) => faults.push({ id, fault }),
    ...overrides,
    answerQuestion: (question, history, signal) => {
      asked.push({ question, history });
      return answerQuestion(question, history, signal);
    },
  });
  return { converse, asked, faults, exchanges: exchanges.all, receipts: receipts.all, clock };
}

function memoryReceipts(): Receipts & { readonly all: Receipt[] } {
  const all: Receipt[] = [];
  let last = 0;
  return {
    all,
    async append(receipt) {
      last += 1;
      all.push({ number: last, ...receipt });
      return last;
    },
    async find(number) {
      return all.find((receipt) => receipt.number === number) ?? null;
    },
    async drop(numbers) {
      all.splice(0, all.length, ...all.filter(({ number }) => !numbers.includes(number)));
    },
  };
}

function memoryExchanges(): Exchanges & { readonly all: Exchange[] } {
  const all: Exchange[] = [];
  const drop = (gone: (exchange: Exchange) => boolean) => {
    const dropped = all.filter(gone).flatMap(({ receipt }) => receipt ?? []);
    all.splice(0, all.length, ...all.filter((exchange) => !gone(exchange)));
    return dropped;
  };
  return {
    all,
    async append(exchange) {
      all.push(exchange);
    },
    async recent(count) {
      return [...all].reverse().slice(0, count);
    },
    async setFeedback(person, receipt, feedback) {
      const index = all.findLastIndex((each) => each.person === person && each.receipt === receipt);
      const known = all[index];
      if (known !== undefined) all[index] = { ...known, feedback };
      return known !== undefined;
    },
    async forget(person) {
      return drop((exchange) => exchange.person === person);
    },
    async dropBefore(time) {
      return drop((exchange) => Date.parse(exchange.time) < time);
    },
  };
}
