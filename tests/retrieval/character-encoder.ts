import type { Encoder, Encoding } from '../../src/models/encoder.ts';

/** More than the characters that all tests together use. */
const DIMENSIONS = 1536;

const places = new Map<string, number>();

/** A token is a character, its vector is its own: two texts are as near as the characters they share. */
export function encodeCharacters(text: string): Encoding {
  const characters = [...text].filter((character) => character.trim() !== '');
  const tokens = new Float32Array(characters.length * DIMENSIONS);
  const cls = new Float32Array(DIMENSIONS);
  const spans: number[] = [];
  let end = 0;
  for (const [row, character] of characters.entries()) {
    const place = placeOf(character);
    tokens[row * DIMENSIONS + place] = 1;
    cls[place] = 1;
    const start = text.indexOf(character, end);
    end = start + character.length;
    spans.push(start, end);
  }
  const length = Math.sqrt(cls.reduce((sum, value) => sum + value, 0));
  return {
    cls: length === 0 ? cls.fill(1, 0, 1) : cls.map((value) => value / length),
    tokens,
    tokenCount: characters.length,
    spans: Uint16Array.from(spans),
  };
}

export const CHARACTER_ENCODER: Encoder = {
  id: 'characters@000000000000',
  dimensions: DIMENSIONS,
  encode: async (texts) => texts.map(encodeCharacters),
  close: async () => {},
};

function placeOf(character: string): number {
  const place = places.get(character) ?? places.size;
  if (place === DIMENSIONS) throw new Error('the tests use more characters than the encoder has dimensions');
  places.set(character, place);
  return place;
}
