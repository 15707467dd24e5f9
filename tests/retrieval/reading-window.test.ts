import { describe, expect, it } from 'vitest';
import { readingWindow, type TokenMatch } from '../../src/retrieval/reading-window.ts';

const LONG =
  '推动未来产业蓄力发展，全国首个人形机器人马拉松比赛举世瞩目，青鸟三号可重复使用火箭首飞入轨，新型显示、生物医药、智能制造等产业集群加快形成，规模以上工业企业突破三千家。';

/** One token a character; the question's only token is near to those of `words` and to no other. */
function match(text: string, words: string): TokenMatch {
  const characters = [...text];
  const at = text.indexOf(words);
  return {
    questionSpans: Uint16Array.from([0, 1]),
    sentenceSpans: Uint16Array.from(characters.flatMap((_, index) => [index, index + 1])),
    cosines: Float32Array.from(
      characters.map((_, index) => (index >= at && index < at + words.length ? 0.9 : 0.1)),
    ),
  };
}

describe('readingWindow', () => {
  it('leaves a short sentence and one of a single clause whole', () => {
    const short = '青鸟三号火箭首飞入轨，规模以上工业企业突破三千家。';
    expect(readingWindow(short, match(short, '火箭'))).toBe(short);
    const single = '新型显示'.repeat(20);
    expect(readingWindow(single, match(single, '新型'))).toBe(single);
  });

  it.each(['火箭', '推动', '三千家'])('keeps whole clauses around %s', (words) => {
    const read = readingWindow(LONG, match(LONG, words));
    expect(read).toContain(words);
    expect(read.length).toBeLessThanOrEqual(80);
    expect(read.length).toBeGreaterThan(30);
    const at = LONG.indexOf(read);
    expect(at === 0 || LONG[at - 1] === '，').toBe(true);
    expect(LONG.slice(at + read.length)).toMatch(/^[，。]/u);
  });

  it('reads a clause that is longer than that alone', () => {
    const long = `建设${'新型显示和'.repeat(20)}园区，修路。`;
    expect(readingWindow(long, match(long, '新型'))).toBe(long.slice(0, long.indexOf('，')));
  });
});
