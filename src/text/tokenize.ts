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
/** The dictionary tags many common words as places (城建, 中考); these are on the map by their ending or by name. */
const ON_THE_MAP =
  /[省市县区州镇乡村旗盟岛]$|^(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|石家庄|太原|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|杭州|宁波|温州|合肥|福州|厦门|南昌|济南|青岛|郑州|洛阳|新乡|开封|武汉|宜昌|襄阳|长沙|广州|深圳|珠海|东莞|佛山|南宁|桂林|海口|三亚|成都|绵阳|贵阳|遵义|昆明|大理|西安|咸阳|兰州|西宁|银川|乌鲁木齐|拉萨|呼和浩特|包头|中国|美国|日本|韩国|俄罗斯|英国|法国|德国|印度|欧盟|东盟|非洲|欧洲|亚洲)/u;
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
    places: (text) => new Set([...tagged(text, PLACE_TAGS)].filter((word) => ON_THE_MAP.test(word))),
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
