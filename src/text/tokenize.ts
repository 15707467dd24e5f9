import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import places from './places.json' with { type: 'json' };

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
  /** Those of the words that the dictionary or the map takes for places. */
  sites(text: string): ReadonlySet<string>;
  /** What the lexical index holds: the words, and the character pairs of Han runs that are not words already. */
  terms(text: string): string[];
}

const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** jieba's tags of person, place, organisation and other proper nouns. */
const NAME_TAGS: ReadonlySet<string> = new Set(['nr', 'nrt', 'nrfg', 'ns', 'nt', 'nz']);
const AGENT_TAGS: ReadonlySet<string> = new Set(['nr', 'nrt', 'nrfg', 'nt']);
/** Provinces, their cities, countries and continents, by their short names. */
const PLACE_NAMES = places.flatMap((line) => line.split(' '));
/** 卫滨区, 兰考县: named by their ending, whatever the dictionary tags them as … */
const DISTRICT = /^\p{Script=Han}{2,3}[区县旗]$/u;
/** … and no kind of area (老城区, 开发区, 百强县). */
const KIND_OF_AREA =
  /(?:[小社园市城郊特战灾牧林山库辖地老新街校片景矿厂湖东西南北商学教展棚港军分赛灌禁]|开发|自贸|综试|自创|经开|高新|农高|综保|创新|度假|加工|农业|养殖|种植|主产|名胜|游览|观光|游乐|展示|生态|缓冲|隔离|监管|规划|建成|居民|家属|宿舍|别墅|采空|沉陷|[蓄滞泄分行]洪|聚居|绿化|起步|控制|敏感|污染|危险|[高多]发|免税|行政|经济|金融|科研|文化|边境|所在|示范|自治|住宅|生活|工业|保税|集聚|聚集|功能|核心|主城|中心|试验|实验|合作|贸易|保护|产业|商务|商业|旅游|风景|休闲|物流|居住|安置|棚户|服务|办公|活动|管理|安全|试点|先行|引领|片)区$|(?:全|本|各|贫困|百强|试点|强|大|小|先进|农业|人口|州|市|扶贫|脱贫|特困|重点|生态|模范|边境|示范|产粮|受灾)县$|[国党红锦大彩]旗$/u;
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
    sites: (text) =>
      new Set(
        dictionary()
          .tag(normalise(text), true)
          .filter(({ word, tag }) => PLACE_TAGS.has(tag) || isOnTheMap(word))
          .map(({ word }) => word),
      ),
    places: (text) =>
      new Set(
        dictionary()
          .tag(normalise(text), true)
          .filter(({ word, tag }) => isDistrict(word) || (PLACE_TAGS.has(tag) && isOnTheMap(word)))
          .map(({ word }) => word),
      ),
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

/** 江湾区, but no 老城区. */
export function isDistrict(word: string): boolean {
  return DISTRICT.test(word) && !KIND_OF_AREA.test(word);
}

/** By its short name, with or without more behind it: 安阳, 安阳市, 北京地铁. */
function isOnTheMap(word: string): boolean {
  return PLACE_NAMES.some((name) => word.startsWith(name));
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
