import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelName, IncomingKind } from '../../src/domain/incoming.ts';
import type { Converse } from '../../src/domain/reply.ts';
import { inventAnswer, longList, type MadeConverse, makeConverse } from '../conversation/make-converse.ts';

/** A message as a person sends it; the harness puts it into the platform's own form. */
interface SentMessage {
  /** Two people never share a chat. */
  readonly person: string;
  /** Delivered again with the same id, it is the same message. */
  readonly id: number;
  readonly kind: IncomingKind;
  readonly text: string;
}

/** The channel with a behaving stand-in for its platform around it. */
interface ChannelUnderTest {
  /** The platform hands the message to the channel; may resolve before the person has the answer. */
  deliver(message: SentMessage): Promise<void>;
  /** Resolves when all that was delivered is dealt with and nothing more is going to be sent. */
  idle(): Promise<void>;
  /** Every text that the person was sent, oldest first, whole messages of the platform each. */
  seen(person: string): readonly string[];
  close(): Promise<void>;
}

export interface ChannelHarness {
  readonly name: ChannelName;
  /** The kinds that the platform has beside text. */
  readonly kinds: readonly Exclude<IncomingKind, 'text'>[];
  /** Of one of the platform's messages, in its own measure. */
  readonly limit: number;
  readonly lengthOf: (text: string) => number;
  /** Whether the platform shows the reply of a redelivered message again (WeChat answers each delivery). */
  readonly answersEachDelivery: boolean;
  /** Asks for the rest of a long reply; null where the channel sends it all at once. */
  readonly more: string | null;
  open(converse: Converse): Promise<ChannelUnderTest>;
}

const QUESTION = '去年新建了几座公园';
const STACK = /\bat .+:\d+:\d+|Error:|[a-z]+\.ts\b/u;

/** What every channel must do, whatever its platform is called. */
export function describeChannel(harness: ChannelHarness): void {
  describe(`channel contract: ${harness.name}`, () => {
    let made: MadeConverse;
    let channel: ChannelUnderTest;
    let next = 1;
    beforeEach(async () => {
      made = makeConverse();
      channel = await harness.open(made.converse);
    });
    afterEach(() => channel.close());

    async function say(text: string, person = 'zhang', kind: IncomingKind = 'text'): Promise<string> {
      const before = channel.seen(person).length;
      await channel.deliver({ person, id: next++, kind, text });
      await channel.idle();
      return channel.seen(person).slice(before).join('\n');
    }

    it('answers a question with the quote and where it stands', async () => {
      const said = await say(QUESTION);
      expect(said).toContain(`“${QUESTION}”的回答：3座。`);
      expect(said).toContain('新建口袋公园3座');
      expect(said).toContain('一、工作回顾');
    });

    it('gives each person their own answer and history', async () => {
      await Promise.all(
        ['zhang', 'li', 'wang'].map((person) =>
          channel.deliver({ person, id: next++, kind: 'text', text: `${person}问的事` }),
        ),
      );
      await channel.idle();
      for (const person of ['zhang', 'li', 'wang']) {
        expect(channel.seen(person).join('\n')).toContain(`“${person}问的事”的回答`);
      }
      await say('那今年呢', 'li');
      expect(made.asked.at(-1)?.history.map(({ question }) => question)).toEqual(['li问的事']);
    });

    it.each([1, 2, 3])('runs once and answers once for %i deliveries of a message', async (deliveries) => {
      const message = { person: 'zhang', id: next++, kind: 'text', text: QUESTION } as const;
      await Promise.all(Array.from({ length: deliveries }, () => channel.deliver(message)));
      await channel.idle();
      expect(made.asked).toHaveLength(1);
      expect(made.exchanges).toHaveLength(1);
      const answers = channel.seen('zhang').filter((text) => text.includes('的回答：3座。'));
      expect(new Set(answers).size).toBe(1);
      if (!harness.answersEachDelivery) expect(answers).toHaveLength(1);
    });

    it('limits a burst of 20 messages, and says so', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          channel.deliver({ person: 'zhang', id: next++, kind: 'text', text: `${QUESTION}，第${index}次` }),
        ),
      );
      await channel.idle();
      expect(made.asked).toHaveLength(10);
      const told = channel.seen('zhang').filter((text) => text.includes('发得太快'));
      expect(told).toHaveLength(1);
      expect(await say(QUESTION, 'li')).toContain('的回答：3座。');
    });

    it.each(harness.kinds)('answers a message of the kind %s with a short human reply', async (kind) => {
      const said = await say('', 'zhang', kind);
      expect(said.length).toBeGreaterThan(5);
      expect(said.length).toBeLessThan(120);
      expect(said).toMatch(/打字|文字|一句话|再发一遍/u);
      expect(made.asked).toEqual([]);
    });

    it('apologises with an id when something breaks, and tells staff the same id', async () => {
      const said = await say('这句会故障');
      expect(made.faults).toHaveLength(1);
      expect(said).toContain(made.faults[0]?.id);
      expect(said).toContain('抱歉');
      expect(said).not.toMatch(STACK);
      expect(await say(QUESTION)).toContain('的回答：3座。');
    });

    it('sends a long list whole, cut between its items', async () => {
      await channel.deliver({ person: 'zhang', id: next++, kind: 'text', text: '产业园清单' });
      await channel.idle();
      for (let asked = 0; harness.more !== null && asked < 8 && !isWhole(); asked += 1)
        await say(harness.more);
      const parts = channel.seen('zhang');
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) expect(harness.lengthOf(part)).toBeLessThanOrEqual(harness.limit);
      const items = longList().split('\n');
      const lost = items.filter((item) => !parts.some((part) => part.includes(item)));
      expect(lost).toEqual([]);

      function isWhole(): boolean {
        const last = longList().split('\n').at(-1) ?? '';
        return channel.seen('zhang').some((part) => part.includes(last));
      }
    });

    it('shows the passage around the quote when asked for the 原文', async () => {
      await say(QUESTION);
      expect(await say('原文')).toContain('整治背街小巷41条');
    });

    it('says small talk and refusals in the words they came with', async () => {
      for (const question of ['谢谢', '报告里没有的事']) {
        const answer = inventAnswer(question);
        expect(await say(question)).toContain(answer.statement);
      }
    });

    it('deletes what it knows of a person who asks to be forgotten', async () => {
      await say(QUESTION);
      expect(await say('忘记我')).toContain('已删除');
      expect(made.exchanges).toEqual([]);
      await say('那今年呢');
      expect(made.asked.at(-1)?.history).toEqual([]);
    });
  });
}
