import { pinyin } from 'pinyin-pro';

const SHORTEST = 2;
const LONGEST = 4;
const HAN = /^\p{Script=Han}+$/u;
const ABBREVIATION = /^[a-z]{3,5}$/i;

/**
 * Reads what was typed by its sound: characters that the dictionary cannot join to a word, but that sound like a
 * word of the corpus, are put right (财证收入 → 财政收入), and so are letters that changed places (GPD). Null where
 * nothing is: the repaired question is searched beside the one typed, never in its place. `pieces` cuts a text by
 * the dictionary.
 */
export function createTypoRepair(
  corpusWords: readonly string[],
  corpusText: string,
  pieces: (text: string) => readonly string[],
): (question: string) => string | null {
  const bySound = new Map<string, string>();
  const abbreviations = corpusWords
    .map((word) => word.toLowerCase())
    .filter((word) => ABBREVIATION.test(word));
  for (const word of corpusWords) {
    if (!HAN.test(word) || word.length < SHORTEST || word.length > LONGEST) continue;
    const sound = soundOf(word);
    if (!bySound.has(sound)) bySound.set(sound, word);
  }
  return (question) => {
    const repaired = pieces(question).map(withLettersInPlace);
    for (let length = LONGEST; length >= SHORTEST; length -= 1) {
      for (let start = 0; start + length <= repaired.length; start += 1) {
        const stretch = repaired.slice(start, start + length);
        const word = isBroken(stretch) ? meant(stretch) : null;
        if (word !== null) repaired.splice(start, length, word);
      }
    }
    const text = repaired.join('');
    return text === question.toLowerCase() ? null : text;
  };

  function withLettersInPlace(piece: string): string {
    if (!ABBREVIATION.test(piece) || abbreviations.includes(piece.toLowerCase())) return piece;
    const meant = new Set(abbreviations.filter((word) => areNeighboursSwapped(word, piece.toLowerCase())));
    return meant.size === 1 ? ([...meant][0] ?? piece) : piece;
  }

  function meant(stretch: readonly string[]): string | null {
    const typed = stretch.join('');
    if (!HAN.test(typed) || corpusText.includes(typed)) return null;
    const word = bySound.get(soundOf(typed));
    if (word === undefined) return null;
    // A word that was typed right is kept as it is.
    const [first = ''] = stretch;
    const isMeant = first.length === 1 ? sharesCharacter(word, typed) : word.startsWith(first);
    return isMeant ? word : null;
  }
}

/** Single characters, or a word with one behind it that ends no word (覆盖律). */
function isBroken(stretch: readonly string[]): boolean {
  const [first = '', ...rest] = stretch;
  return (
    rest.every((piece) => piece.length === 1) &&
    (first.length === 1 || (first.length === 2 && rest.length === 1))
  );
}

/** The one is the other with two letters next to each other changed over. */
function areNeighboursSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/** Syllables without tones, with the sounds many regions do not tell apart made one: zh/z, ch/c, sh/s, ng/n. */
function soundOf(word: string): string {
  return pinyin(word, { toneType: 'none', type: 'array' })
    .map((syllable) => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n'))
    .join(' ');
}

/** Two words that only sound alike are as a rule two words; a slip keeps part of what was meant. */
function sharesCharacter(word: string, typed: string): boolean {
  return [...word].some((character, index) => typed.charAt(index) === character);
}
