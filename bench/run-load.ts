import { setTimeout as pause } from 'node:timers/promises';
import { isOf, tagOf, tagsIn } from './tag-answers.ts';

/** One channel as its people use it: sends a message and gives all that the person was shown for it. */
export interface LoadChannel {
  readonly name: string;
  /** `tag` stands in the reply that is waited for; rejects where none comes. */
  ask(person: number, text: string, tag: string): Promise<string>;
}

export interface LoadOptions {
  readonly people: number;
  readonly turns: number;
  /** Messages a second over all channels. */
  readonly rate: number;
  readonly questions: readonly string[];
  readonly channels: readonly LoadChannel[];
}

export interface LoadResult {
  readonly sent: number;
  /** Replies that held another message's answer. */
  readonly crossed: number;
  /** Replies that brought an earlier answer of the person's own once more: 继续 after a late one. */
  readonly late: number;
  /** Messages without their answer. */
  readonly lost: number;
  /** Milliseconds from message to reply, by channel. */
  readonly times: ReadonlyMap<string, readonly number[]>;
}

/**
 * Everybody asks turn by turn, all of them interleaved: message k is sent at k ÷ rate seconds, or when its person
 * has the reply to the one before, whichever is later. People are dealt out over the channels.
 */
export async function runLoad({
  people,
  turns,
  rate,
  questions,
  channels,
}: LoadOptions): Promise<LoadResult> {
  const times = new Map(channels.map(({ name }) => [name, [] as number[]]));
  let crossed = 0;
  let late = 0;
  let lost = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const channel = channels[person % channels.length];
      for (let turn = 1; channel !== undefined && turn <= turns; turn += 1) {
        const due = started + (((turn - 1) * people + person) / rate) * 1000;
        await pause(Math.max(0, due - performance.now()));
        await ask(channel, person, turn);
      }
    }),
  );
  return { sent: people * turns, crossed, late, lost, times };

  async function ask(channel: LoadChannel, person: number, turn: number): Promise<void> {
    const tag = tagOf(person, turn);
    const question = questions[(person * turns + turn) % questions.length] ?? '';
    const began = performance.now();
    try {
      const shown = await channel.ask(person, `${question}${tag}`, tag);
      const tags = tagsIn(shown);
      if (!tags.includes(tag)) lost += 1;
      if (tags.some((other) => !isOf(other, person))) crossed += 1;
      else if (tags.some((other) => other !== tag)) late += 1;
      times.get(channel.name)?.push(performance.now() - began);
    } catch {
      lost += 1;
    }
  }
}
