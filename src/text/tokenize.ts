import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';

/** Cuts Chinese text into words. */
export interface Tokenizer {
  /** Words in the order of the text, NFKC, lower-cased, without punctuation. */
  words(text: string): string[];
  /** The text cut by the dictionary alone: what is no word falls apart into single characters. */
  pieces(text: string): string[];
  /** Those of the words that name a person, a place, an organisation or a brand. */
  names(text: string): ReadonlySet<string>;
  /** Those of the words that name a person or an organisation. */
  agents(text: string): ReadonlySet<string>;
  /** Those of the words that name a place on the map. */
  places(text: string): ReadonlySet<string>;
  /** What the lexical index holds: the words, and the character pairs of Han runs that are not words already. */
  terms(text: string): string[];
}

const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** jieba's tags of person, place, organisation and other proper nouns. */
const NAME_TAGS: ReadonlySet<string> = new Set(['nr', 'nrt', 'nrfg', 'ns', 'nt', 'nz']);
const AGENT_TAGS: ReadonlySet<string> = new Set(['nr', 'nrt', 'nrfg', 'nt']);
const PLACE_TAGS: ReadonlySet<string> = new Set(['ns']);
/** jieba's tag of a word it has guessed. */
const UNKNOWN = 'x';
const GRAMMAR_AT_ITS_EDGE =
  /(?<=^[那这就也还都要会能将被把从咱俺])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[会要能将是有在就也还都了过着吗呢吧]$)/u;
const HAN_RUN = /\p{Script=Han}{2,}/gu;

/** All tokenizers without words of their own share one dictionary. */
let plainJieba: Jieba | null = null;

/**
 * The dictionary (about 150 ms, 40 MB) is loaded at the first word that is asked for;
 * `extraWords` are kept whole wherever they stand, and cost a dictionary of their own.
 */
export function createTokenizer(extraWords: readonly string[] = []): Tokenizer {
  let jieba: Jieba | null = null;

  return {
    words: (text) => whole(normalise(text)).filter(hasContent),
    pieces: (text) => dictionary().cut(normalise(text), false),
    names: (text) => tagged(text, NAME_TAGS),
    agents: (text) => tagged(text, AGENT_TAGS),
    places: (text) => tagged(text, PLACE_TAGS),
    terms(text) {
      const normalised = normalise(text);
      const terms: string[] = [];
      const wordStarts = new Set<string>();
      let start = 0;
      for (const word of cut(normalised)) {
        if (hasContent(word)) terms.push(word);
        wordStarts.add(`${start}:${word}`);
        start += word.length;
      }
      for (const pair of hanPairs(normalised)) {
        if (!wordStarts.has(`${pair.start}:${pair.text}`)) terms.push(pair.text);
      }
      return terms;
    },
  };

  function tagged(text: string, tags: ReadonlySet<string>): ReadonlySet<string> {
    const words = dictionary().tag(normalise(text), true);
    return new Set(words.filter(({ tag }) => tags.has(tag)).map(({ word }) => word));
  }

  /** Words, with the grammar that the guess at unknown words takes in parted off again: 房会 → 房, 会. */
  function whole(text: string): string[] {
    return dictionary()
      .tag(text, true)
      .flatMap(({ word, tag }) =>
        tag === UNKNOWN ? word.split(GRAMMAR_AT_ITS_EDGE).filter((part) => part !== '') : [word],
      );
  }

  function cut(text: string): string[] {
    return dictionary().cut(text, true);
  }

  function dictionary(): Jieba {
    if (extraWords.length > 0) jieba ??= loadJieba(extraWords.map(normalise));
    else jieba ??= plainJieba ??= loadJieba([]);
    return jieba;
  }
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function hasContent(text: string): boolean {
  return HAS_LETTER_OR_DIGIT.test(text);
}

/** Neighbouring characters of each run of Han characters, with their offset in UTF-16 units. */
function hanPairs(text: string): { readonly start: number; readonly text: string }[] {
  return [...text.matchAll(HAN_RUN)].flatMap((run) => {
    const characters = [...run[0]];
    let start = run.index;
    return characters.slice(1).map((character, index) => {
      const before = characters[index] ?? '';
      const pair = { start, text: before + character };
      start += before.length;
      return pair;
    });
  });
}

/** `require`, because an import would load the native module and read 5 MB before any word is asked for. */
function loadJieba(extraWords: readonly string[]): Jieba {
  const require = createRequire(import.meta.url);
  const library: typeof import('@node-rs/jieba') = require('@node-rs/jieba');
  const { dict }: typeof import('@node-rs/jieba/dict.js') = require('@node-rs/jieba/dict.js');
  const jieba = library.Jieba.withDict(dict);
  const lines = extraWords.filter((word) => /^\S+$/u.test(word)).map((word) => `${word} 1000000 nz\n`);
  if (lines.length > 0) jieba.loadDict(Buffer.from(lines.join('')));
  return jieba;
}
