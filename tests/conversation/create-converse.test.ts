import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/conversation/memory-store.ts';
import type { SafeMode } from '../../src/conversation/safe-mode.ts';
import type { Incoming } from '../../src/domain/incoming.ts';
import type { Converse, Reply } from '../../src/domain/reply.ts';
import { maskPersonalData } from '../../src/text/mask-personal-data.ts';
import { inventAnswer, makeConverse } from './make-converse.ts';

const MINUTE = 60_000;
let next = 1;

function incoming(text: string, overrides: Partial<Incoming> = {}): Incoming {
  const messageId = String(next++);
  return {
    channel: 'wechat',
    personId: 'zhang',
    conversationId: 'zhang',
    messageId,
    kind: 'text',
    text,
    ...overrides,
  };
}

async function say(converse: Converse, text: string, overrides: Partial<Incoming> = {}): Promise<Reply> {
  return (await converse(incoming(text, overrides))).reply;
}

/** `AnswerQuestion` that waits until it is let go, question by question. */
function heldAnswers() {
  const held = new Map<string, () => void>();
  return {
    isHeld: (question: string) => held.has(question),
    letGo: (question: string) => held.get(question)?.(),
    async answerQuestion(question: string) {
      await new Promise<void>((resolve) => held.set(question, resolve));
      return {
        answer: inventAnswer(question),
        trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
      };
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a message', () => {
  it('runs once however often it is delivered, and each delivery has the same reply', async () => {
    const held = heldAnswers();
    const { converse, asked, exchanges } = makeConverse({ answerQuestion: held.answerQuestion });
    const message = incoming('几座公园');
    const first = converse(message);
    const second = converse(message);
    await settle();
    held.letGo('几座公园');
    const [one, other, late] = [await first, await second, await converse(message)];
    expect([one.repeated, other.repeated, late.repeated]).toEqual([false, true, true]);
    expect(other.reply).toBe(one.reply);
    expect(late.reply).toBe(one.reply);
    expect([asked.length, exchanges.length]).toEqual([1, 1]);
  });

  it('is another one in another chat, of another person, and in another channel', async () => {
    const { converse, asked } = makeConverse();
    const same = { messageId: 'same' };
    await say(converse, '几座公园', same);
    await say(converse, '几座公园', { ...same, conversationId: 'group' });
    await say(converse, '几座公园', { ...same, personId: 'li' });
    await say(converse, '几座公园', { ...same, channel: 'web' });
    expect(asked).toHaveLength(4);
  });

  it('waits for the one before it of the same person, and for nobody else’s', async () => {
    const held = heldAnswers();
    const { converse, asked } = makeConverse({ answerQuestion: held.answerQuestion });
    const first = say(converse, '第一问');
    const second = say(converse, '第二问');
    const other = say(converse, '别人的', { personId: 'li', conversationId: 'li' });
    await settle();
    expect([held.isHeld('第一问'), held.isHeld('第二问'), held.isHeld('别人的')]).toEqual([
      true,
      false,
      true,
    ]);
    held.letGo('别人的');
    await other;
    held.letGo('第一问');
    await first;
    await settle();
    held.letGo('第二问');
    await second;
    expect(asked.at(-1)?.history.map(({ question }) => question)).toEqual(['第一问']);
  });

  it('is answered after a restart as it would have been, where it was answered but not sent', async () => {
    const store = createMemoryStore();
    const message = incoming('几座公园');
    const before = await makeConverse({ store }).converse(message);
    const again = makeConverse({ store });
    const after = await again.converse(message);
    expect(after).toMatchObject({ reply: before.reply, repeated: false });
    expect(again.asked).toEqual([]);
  });

  it('is not sent again after a restart where it was', async () => {
    const store = createMemoryStore();
    const [first, second] = [incoming('几座公园'), incoming('几所学校')];
    const before = makeConverse({ store });
    for (const message of [first, second]) await (await before.converse(message)).sent();
    const after = makeConverse({ store });
    expect(await after.converse(first)).toMatchObject({ reply: { kind: 'silence' }, repeated: true });
    expect(await after.converse(second)).toMatchObject({ reply: { kind: 'answer' }, repeated: true });
    expect(after.asked).toEqual([]);
  });
});

describe('a person who leaves', () => {
  it('is not answered, and nothing is kept of the question; asked again it is answered', async () => {
    const leaving = new AbortController();
    const store = createMemoryStore();
    const { converse, asked, exchanges, receipts, faults } = makeConverse({
      store,
      answerQuestion: async (question, _history, signal) => {
        if (!leaving.signal.aborted) leaving.abort(new Error('left'));
        signal?.throwIfAborted();
        return {
          answer: inventAnswer(question),
          trace: { question: null, candidates: [], further: [], rule: 'invented', stages: {} },
        };
      },
    });
    const message = incoming('几座公园');
    await expect(converse(message, leaving.signal)).rejects.toThrow('left');
    expect([exchanges, receipts, faults, await store.list()]).toEqual([[], [], [], []]);
    expect((await converse(message)).reply).toMatchObject({ kind: 'answer', receipt: 1 });
    expect(asked.map(({ history }) => history)).toEqual([[], []]);
  });

  it('stops nothing that another delivery waits for', async () => {
    const held = heldAnswers();
    const { converse, exchanges } = makeConverse({ answerQuestion: held.answerQuestion });
    const leaving = new AbortController();
    const message = incoming('几座公园');
    const left = converse(message, leaving.signal);
    const other = converse(message);
    await settle();
    leaving.abort(new Error('left'));
    held.letGo('几座公园');
    expect((await other).reply.kind).toBe('answer');
    expect((await left).reply).toBe((await other).reply);
    expect(exchanges).toHaveLength(1);
  });

  it('after the answer was found is not half kept: an answer that comes too late is dropped whole', async () => {
    const held = heldAnswers();
    const store = createMemoryStore();
    const { converse, exchanges, receipts } = makeConverse({ store, answerQuestion: held.answerQuestion });
    const leaving = new AbortController();
    const left = converse(incoming('几座公园'), leaving.signal);
    await settle();
    leaving.abort(new Error('left'));
    held.letGo('几座公园');
    await expect(left).rejects.toThrow('left');
    expect([exchanges, receipts, await store.list()]).toEqual([[], [], []]);
  });

  it('has all of theirs deleted where that was the wish', async () => {
    const { converse, exchanges } = makeConverse();
    await say(converse, '几座公园');
    const leaving = new AbortController();
    const forgetting = converse(incoming('忘记我'), leaving.signal);
    leaving.abort(new Error('left'));
    await forgetting;
    expect(exchanges).toEqual([]);
  });
});

describe('the turns before', () => {
  it('are given with the question, four at most', async () => {
    const { converse, asked } = makeConverse();
    for (const question of ['一问', '二问', '三问', '四问', '五问', '六问']) await say(converse, question);
    expect(asked.at(-1)?.history.map(({ question }) => question)).toEqual(['二问', '三问', '四问', '五问']);
    expect(asked.at(-1)?.history[0]?.answer).toBe('“二问”的回答：3座。');
  });

  it('are forgotten after 30 minutes of silence, and not before', async () => {
    const { converse, asked, clock } = makeConverse();
    await say(converse, '几座公园');
    clock.now += 30 * MINUTE - 1;
    await say(converse, '那学校呢');
    expect(asked.at(-1)?.history).toHaveLength(1);
    clock.now += 30 * MINUTE;
    await say(converse, '那医院呢');
    expect(asked.at(-1)?.history).toEqual([]);
  });

  it('are forgotten on 新话题', async () => {
    const { converse, asked } = makeConverse();
    await say(converse, '几座公园');
    expect(await say(converse, '新话题')).toMatchObject({ kind: 'notice', notice: 'new-topic' });
    await say(converse, '那学校呢');
    expect(asked.at(-1)?.history).toEqual([]);
  });

  it('survive a restart', async () => {
    const store = createMemoryStore();
    await say(makeConverse({ store }).converse, '几座公园');
    const { converse, asked } = makeConverse({ store });
    await say(converse, '那学校呢');
    expect(asked[0]?.history.map(({ question }) => question)).toEqual(['几座公园']);
  });
});

describe('an action', () => {
  it('shows the passages of the last answer, also after small talk, or of the one with the receipt', async () => {
    const { converse } = makeConverse();
    const first = await say(converse, '几座公园');
    await say(converse, '谢谢');
    expect(await say(converse, '原文')).toMatchObject({ kind: 'passages', receipt: 1 });
    const receipt = first.kind === 'answer' ? (first.receipt ?? 0) : 0;
    const pressed = await say(converse, '', { action: { kind: 'source', receipt } });
    expect(pressed).toMatchObject({ kind: 'passages', receipt: 1 });
    const unknown = await say(converse, '', { action: { kind: 'source', receipt: 99 } });
    expect(unknown).toMatchObject({ kind: 'notice', notice: 'nothing-yet' });
  });

  it('asks the suggested question of a number', async () => {
    const { converse, asked } = makeConverse();
    await say(converse, '几座公园');
    expect(await say(converse, '2')).toMatchObject({ kind: 'answer' });
    expect(asked.at(-1)?.question).toBe('改造了几个小区');
  });

  it('keeps what a person thinks of an answer, masked', async () => {
    const { converse, exchanges } = makeConverse({ mask: maskPersonalData });
    await say(converse, '几座公园');
    const thanked = await say(converse, '👎 不对，打我电话13812345678');
    expect(thanked).toMatchObject({ kind: 'notice', notice: 'thanks-for-feedback' });
    expect(exchanges[0]?.feedback).toEqual({ verdict: 'down', reason: '不对，打我电话***' });
  });

  it('takes nobody’s word on another’s answer', async () => {
    const { converse, exchanges } = makeConverse();
    await say(converse, '几座公园');
    const action = { kind: 'feedback', verdict: 'down', receipt: 1 } as const;
    const reply = await say(converse, '', { personId: 'li', conversationId: 'li', action });
    expect(reply).toMatchObject({ kind: 'notice', notice: 'nothing-yet' });
    expect(exchanges[0]?.feedback).toBeNull();
  });

  it.each(['原文', '继续', '👍'])('%s says so where there is nothing to go with it', async (text) => {
    expect(await say(makeConverse().converse, text)).toMatchObject({ kind: 'notice', notice: 'nothing-yet' });
  });

  it('says the last reply once more', async () => {
    const { converse, asked } = makeConverse();
    const reply = await say(converse, '几座公园');
    expect(await say(converse, '继续')).toEqual(reply);
    expect(asked).toHaveLength(1);
  });

  it('welcomes with what may be asked', async () => {
    const { converse, asked } = makeConverse({ suggest: () => ['几座公园', '几所学校'] });
    const reply = await say(converse, '', { action: { kind: 'start' } });
    expect(reply).toMatchObject({ answer: { kind: 'smalltalk' }, suggestions: ['几座公园', '几所学校'] });
    expect(asked.map(({ question }) => question)).toEqual(['你好']);
  });

  it('deletes everything of a person, in every chat of theirs, and nothing of others', async () => {
    const store = createMemoryStore();
    const { converse, exchanges, receipts } = makeConverse({ store });
    await say(converse, '几座公园');
    await say(converse, '几座公园', { conversationId: 'group' });
    await say(converse, '几所学校', { personId: 'li', conversationId: 'li' });
    expect(await say(converse, '忘记我')).toMatchObject({ kind: 'notice', notice: 'forgotten' });
    expect(exchanges.map(({ question }) => question)).toEqual(['几所学校']);
    expect(receipts.map(({ question }) => question)).toEqual(['几所学校']);
    expect(await store.list()).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('is masked, and holds no id of the platform', async () => {
    const store = createMemoryStore();
    const { converse, asked, exchanges, receipts } = makeConverse({ store, mask: maskPersonalData });
    const ids = { personId: 'openid-zhang', conversationId: 'chat-zhang' };
    await say(converse, '我是41070219900307123X，几座公园', ids);
    const [one] = await store.list();
    const everything = JSON.stringify([await store.get(one?.key ?? ''), one, asked, exchanges, receipts]);
    expect(everything).not.toMatch(/41070219900307123X|openid-zhang|chat-zhang/u);
    expect(exchanges[0]?.question).toBe('我是***，几座公园');
  });

  it('is one exchange a question, with its outcome and its receipt', async () => {
    const { converse, exchanges, receipts } = makeConverse();
    await say(converse, '几座公园');
    await say(converse, '没有的事');
    await say(converse, '谢谢');
    expect(exchanges.map(({ kind, reason, receipt }) => [kind, reason, receipt])).toEqual([
      ['answer', '', 1],
      ['refusal', 'not-in-report', 2],
      ['smalltalk', 'greeting', null],
    ]);
    expect(receipts[1]).toMatchObject({ question: '没有的事', history: [{ question: '几座公园' }] });
  });
});

describe('safe mode', () => {
  function inMode(mode: SafeMode['mode']) {
    return makeConverse({
      safeMode: async (channel) => ({ mode: channel === 'wechat' ? mode : 'on', comment: 'c' }),
    });
  }

  it('lets only the report’s own words through, in its channel alone', async () => {
    const { converse } = inMode('quote-only');
    const reply = await say(converse, '几座公园');
    expect(reply).toMatchObject({
      answer: { statement: '报告原文是这样写的：', citations: [{ quote: '新建口袋公园3座' }] },
    });
    const elsewhere = await say(converse, '几座公园', { channel: 'web' });
    expect(elsewhere).toMatchObject({ answer: { statement: '“几座公园”的回答：3座。' } });
  });

  it('says that the service is paused, and still deletes what a person left', async () => {
    const { converse, asked } = inMode('off');
    expect(await say(converse, '几座公园')).toMatchObject({ kind: 'notice', notice: 'off' });
    expect(await say(converse, '忘记我')).toMatchObject({ kind: 'notice', notice: 'forgotten' });
    expect(asked).toEqual([]);
  });
});

describe('too many messages', () => {
  it('are told once in a window, and answered again after it', async () => {
    const { converse, asked, clock } = makeConverse();
    const replies: Reply[] = [];
    for (let index = 0; index < 20; index += 1) replies.push(await say(converse, `第${index}问`));
    expect(replies.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 10 }, () => 'answer'),
      'notice',
      ...Array.from({ length: 9 }, () => 'silence'),
    ]);
    expect(replies[10]).toMatchObject({ notice: 'too-fast', text: expect.stringContaining('30秒') });
    expect(asked).toHaveLength(10);
    clock.now += 30_000;
    expect(await say(converse, '几座公园')).toMatchObject({ kind: 'answer' });
  });
});

describe('a fault', () => {
  it('of the answer ends in an apology with the id that staff see, and is in the log', async () => {
    const { converse, faults, exchanges } = makeConverse();
    const reply = await say(converse, '故障');
    expect(reply).toMatchObject({ kind: 'notice', notice: 'fault', text: expect.stringContaining('F1') });
    expect(faults).toEqual([{ id: 'F1', fault: 'answering ended in: internal' }]);
    expect(exchanges[0]).toMatchObject({ kind: 'failure', reason: 'internal' });
  });

  it.each(['get', 'put'] as const)('of the store (%s) does the same', async (broken) => {
    const fault = new Error('disk full');
    const store = { ...createMemoryStore(), [broken]: () => Promise.reject(fault) };
    const { converse, faults } = makeConverse({ store });
    expect(await say(converse, '几座公园')).toMatchObject({ kind: 'notice', notice: 'fault' });
    expect(faults).toEqual([{ id: 'F1', fault }]);
  });

  it('while the reply is marked as sent is told to staff and to nobody else', async () => {
    const store = createMemoryStore();
    const { converse, faults } = makeConverse({ store });
    const { sent } = await converse(incoming('几座公园'));
    store.put = () => Promise.reject(new Error('disk full'));
    await sent();
    expect(faults).toHaveLength(1);
  });
});

it('answers what is no text with a reply of its own, in the person’s language', async () => {
  const { converse, asked } = makeConverse();
  expect(await say(converse, '', { kind: 'voice' })).toMatchObject({ text: expect.stringContaining('语音') });
  expect(await say(converse, ' ', {})).toMatchObject({
    notice: 'not-text',
    text: expect.stringContaining('没有收到'),
  });
  const english = await say(converse, '', { kind: 'photo', language: 'en' });
  expect(english).toMatchObject({ text: expect.stringContaining('pictures') });
  expect(asked).toEqual([]);
});
