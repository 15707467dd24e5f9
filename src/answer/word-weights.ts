/** How much a content word tells sentences apart: the rarer in the corpus, the more. */
export type WordWeight = (word: string) => number;

/** Inverse document frequency of words over the texts of all sentences; a word none of them has weighs most. */
export function createWordWeight(texts: readonly string[]): WordWeight {
  const lower = texts.map((text) => text.toLowerCase());
  const known = new Map<string, number>();
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const holding = lower.filter((text) => text.includes(word.toLowerCase())).length;
    const weight = Math.log((texts.length + 1) / (holding + 0.5));
    known.set(word, weight);
    return weight;
  };
}
