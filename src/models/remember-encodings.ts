import type { Encoder, Encoding } from './encoder.ts';

/** A question is read and searched in a handful of texts. */
const KEPT = 8;

/** The same encoder, which has the last `kept` texts by heart: what a message was read by is searched by as well. */
export function rememberEncodings<Kind extends Encoder>(encoder: Kind, kept: number = KEPT): Kind {
  const known = new Map<string, Encoding>();
  return {
    ...encoder,
    async encode(texts: readonly string[]) {
      const found = new Map(texts.flatMap((text) => entry(text, known.get(text))));
      const fresh = [...new Set(texts)].filter((text) => !found.has(text));
      const encodings = fresh.length === 0 ? [] : await encoder.encode(fresh);
      for (const [index, text] of fresh.entries()) {
        const encoding = encodings[index];
        if (encoding === undefined) continue;
        found.set(text, encoding);
        known.set(text, encoding);
      }
      for (const text of known.keys()) if (known.size > kept) known.delete(text);
      return texts.flatMap((text) => found.get(text) ?? []);
    },
  };
}

function entry(text: string, encoding: Encoding | undefined): [string, Encoding][] {
  return encoding === undefined ? [] : [[text, encoding]];
}
