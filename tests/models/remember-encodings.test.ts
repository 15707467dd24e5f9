import { describe, expect, it } from 'vitest';
import type { Encoder } from '../../src/models/encoder.ts';
import { rememberEncodings } from '../../src/models/remember-encodings.ts';
import { CHARACTER_ENCODER } from '../retrieval/character-encoder.ts';

function createCounted(kept?: number) {
  const passes: string[] = [];
  const encoder: Encoder = {
    ...CHARACTER_ENCODER,
    encode(texts) {
      passes.push(...texts);
      return CHARACTER_ENCODER.encode(texts);
    },
  };
  return { passes, encoder: rememberEncodings(encoder, kept) };
}

describe('rememberEncodings', () => {
  it('gives what the encoder gives, in order, whatever it knows already', async () => {
    const { encoder } = createCounted();
    await encoder.encode(['公园']);
    const texts = ['学校', '公园', '学校', '道路'];
    expect(await encoder.encode(texts)).toEqual(await CHARACTER_ENCODER.encode(texts));
  });

  it('encodes a text once while it is fresh', async () => {
    const { encoder, passes } = createCounted();
    await encoder.encode(['公园']);
    await encoder.encode(['公园', '学校', '学校']);
    expect(passes).toEqual(['公园', '学校']);
  });

  it('forgets the oldest of many', async () => {
    const { encoder, passes } = createCounted();
    await encoder.encode(['公园']);
    for (let place = 0; place < 8; place += 1) await encoder.encode([`道路${place}`]);
    await encoder.encode(['公园']);
    expect(passes.filter((text) => text === '公园')).toHaveLength(2);
  });

  it('forgets none where all are to be kept', async () => {
    const { encoder, passes } = createCounted(Number.POSITIVE_INFINITY);
    const texts = Array.from({ length: 100 }, (_, place) => `道路${place}`);
    await encoder.encode(texts);
    await encoder.encode(texts);
    expect(passes).toEqual(texts);
  });
});
