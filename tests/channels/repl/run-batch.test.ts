import { describe, expect, it } from 'vitest';
import { runBatch } from '../../../src/channels/repl/run-batch.ts';
import { readAnswerLine } from '../../contracts/answer-line.ts';
import { answerWithThanks } from './answer-with-thanks.ts';

describe('runBatch', () => {
  it('answers one line after the other, in their order', async () => {
    const { lines, asked } = await answerAll('{"id":"a","question":"路"}\n{"id":"b","question":"桥"}\n');
    expect(asked.map(({ raw }) => raw)).toEqual(['路', '桥']);
    expect(lines.map(({ id, text }) => [id, text])).toEqual([
      ['a', '谢谢第1句'],
      ['b', '谢谢第2句'],
    ]);
  });

  it('hands on the history of a line as it stands there, and none where it has none', async () => {
    const turns = [{ question: '路呢', answer: '86公里。' }, { question: '桥呢' }];
    const input = `${JSON.stringify({ id: 'a', question: '那今年呢', history: turns })}\n{"id":"b","question":"路"}`;
    const { asked } = await answerAll(input);
    expect(asked.map(({ history }) => history)).toEqual([turns, []]);
  });

  it('takes a number for an id, passes over unknown keys, and answers an id twice', async () => {
    const { lines } = await answerAll('{"id":1,"question":"路","source":"x"}\n{"id":1,"question":"桥"}');
    expect(lines).toMatchObject([
      { id: '1', kind: 'smalltalk' },
      { id: '1', kind: 'smalltalk' },
    ]);
  });

  it('puts a line together that comes in single bytes', async () => {
    const bytes = Buffer.from('{"id":"a","question":"路"}\r\n{"id":"b","question":"桥"}\r\n');
    const { asked } = await answerAll(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(asked.map(({ raw }) => raw)).toEqual(['路', '桥']);
  });

  it.each(['', '\n', '\r\n\r\n', '\ufeff', ' \t\n'])('writes nothing for %j', async (input) => {
    expect((await answerAll(input)).lines).toEqual([]);
  });

  it('asks nothing of a line that it cannot read, and tells how many lines it has answered', async () => {
    const { lines, asked, counts } = await answerAll('\n{"id":"a"}\nnull\n{"id":"b","question":"路"}\n');
    expect(lines.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'failure'],
      ['line-3', 'failure'],
      ['b', 'smalltalk'],
    ]);
    expect(asked).toHaveLength(1);
    expect(counts).toEqual([1, 2, 3]);
  });
});

async function answerAll(...chunks: readonly (string | Uint8Array)[]) {
  const { answerQuestion, asked } = answerWithThanks();
  const counts: number[] = [];
  let written = '';
  await runBatch(bytesOf(chunks), answerQuestion, {
    write: (line) => {
      written += line;
    },
    onAnswered: (count) => counts.push(count),
  });
  const lines = written.split('\n').slice(0, -1);
  return { lines: lines.map((line) => readAnswerLine(line, {})), asked, counts };
}

async function* bytesOf(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
