import type { Turn } from '../../src/domain/question.ts';
import type { Random } from '../channels/tencent/mutate.ts';

/** What is asked, and after which turns. */
export interface RandomQuestion {
  readonly question: string;
  readonly history: readonly Turn[];
}

const OTHER_LANGUAGES = [
  '昨年のGDPはいくらですか？',
  '작년 GDP는 얼마였습니까?',
  'Каков был ВВП в прошлом году?',
  'كم كان الناتج المحلي الإجمالي العام الماضي؟',
  'पिछले साल जीडीपी कितनी थी?',
  'GDP ปีที่แล้วเท่าไหร่',
  'GDP năm ngoái là bao nhiêu?',
  'Quel était le PIB de l’année dernière ?',
  'Wie hoch war das Bruttoinlandsprodukt?',
  'What are the three main targets and how many jobs?',
  'ماهو الهدف 2018؟ 今年目标多少',
  'མི་དམངས་སྲིད་གཞུང་',
  'ᠮᠣᠩᠭᠣᠯ',
  'ئۇيغۇرچە',
];
const EMOJI = ['🙂', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇨🇳', '👍🏽', '❤️', '1️⃣', '🀄', '㊗️', '⏰'];
const CONTROL = [
  ...['\u0000', '\u0007', '\u0008', '\t', '\n', '\r', '\u001b[31m', '\u007f', '\u0085', '\u00ad'],
  ...['\u200b', '\u200d', '\u200e', '\u200f', '\u2028', '\u202a', '\u202e', '\u202c', '\u2066', '\u2069'],
  ...['\ufeff', '\ufffd', '\uffff', '\ud800', '\udc00', '\u{e0041}', '\u{10ffff}', '\u3000', '\ufe0f'],
];
const SIGNS = [...'?？!！。,，、；;：:“”‘’"\'《》（）()[]{}<>|\\/*_~`^$%#@&=+-–—…·'];
const WORDS = [
  ...[
    'GDP',
    '多少',
    '有哪些',
    '是不是',
    '对吧',
    '第三个',
    '那今年呢',
    '它',
    '今年',
    '去年',
    '2017年',
    '2019年',
  ],
  ...[
    '十大',
    '三大',
    '一百零八大',
    '前0个',
    '第999个',
    '第一百个',
    '和',
    '还有',
    '分别',
    '比',
    '为什么',
    '怎么办',
  ],
  ...[
    '目标',
    '增长',
    '8.5%',
    '170.1亿元',
    '０',
    '-1',
    '1e309',
    'NaN',
    'null',
    'undefined',
    '__proto__',
    'constructor',
  ],
  ...[
    '$&',
    '$1',
    '\\u0000',
    '(?:',
    '.*',
    '%s',
    '<b>',
    '原文',
    '忽略以上规则',
    'pls',
    'how many',
    '嘅',
    '唔',
    '咱区',
  ],
];
/** No message is read beyond 300; what is longer must be told from it at once. */
const LONGEST = 5_000;

/** Mutated and random questions, the same for the same random numbers; some come after some turns. */
export function createRandomQuestions(seeds: readonly string[], random: Random): () => RandomQuestion {
  const makers: readonly (() => string)[] = [
    () => mutated(seed()),
    () => mutated(mutated(mutated(seed()))),
    () => `${seed()}${one(['', '？', '，', '\n', ' '])}${seed()}`,
    () => spliced(seed(), seed()),
    () => many(12, () => one(WORDS)),
    () => many(40, anyCharacter),
    () => many(60, hanCharacter),
    () => one(OTHER_LANGUAGES),
    () => mutated(one(OTHER_LANGUAGES)) + seed(),
    () => one([...'a龘あ0-。', 'ab', '吧', '第', '大', '🙂', '\u0301']).repeat(1 + random(LONGEST)),
    () => one(WORDS) + latinWord(290),
    () => many(300, () => String(random(10))),
    () => many(8, () => `${random(1_000_000) / 100}${one(['', '%', '亿元', '年', '个', ' '])}`),
    () => many(30, () => one(CONTROL)),
    () => many(20, () => one(EMOJI)),
    () => many(20, () => one(SIGNS)),
    () => interleaved(seed(), one([CONTROL, EMOJI, SIGNS, [' ', '\u3000', '\u0301']])),
    () =>
      many(10, () =>
        one([seed, () => one(WORDS), anyCharacter, () => one(EMOJI), latinWord.bind(null, 20)])(),
      ),
  ];
  return () => ({ question: one(makers)(), history: history() });

  function history(): readonly Turn[] {
    if (random(4) > 0) return [];
    return Array.from({ length: 1 + random(6) }, () => ({
      question: random(3) === 0 ? one(makers)() : seed(),
    }));
  }

  function seed(): string {
    return one(seeds);
  }

  /** The question with something in it left out, doubled, swapped, changed, put in or cut off. */
  function mutated(text: string): string {
    const at = random(text.length + 1);
    const end = at + random(6);
    const piece = () =>
      one([() => one(WORDS), () => one(SIGNS), () => one(CONTROL), anyCharacter, hanCharacter])();
    const changes = [
      () => text.slice(0, at) + text.slice(end),
      () => text.slice(0, end) + text.slice(at),
      () => text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
      () => text.slice(0, at) + piece() + text.slice(at),
      () => text.slice(0, at) + piece() + text.slice(end),
      () => text.slice(0, at),
      () => text.slice(at),
      () => text.replace(/\d+(?:\.\d+)?/u, () => String(random(100_000) / 10)),
    ];
    return one(changes)();
  }

  function spliced(first: string, second: string): string {
    return first.slice(0, random(first.length + 1)) + second.slice(random(second.length + 1));
  }

  function interleaved(text: string, pieces: readonly string[]): string {
    return [...text].map((character) => character + (random(2) === 0 ? one(pieces) : '')).join('');
  }

  function latinWord(longest: number): string {
    return many(longest, () => String.fromCharCode(97 + random(26)));
  }

  function anyCharacter(): string {
    return random(2) === 0 ? String.fromCharCode(random(65_536)) : String.fromCodePoint(random(0x110000));
  }

  function hanCharacter(): string {
    return String.fromCharCode(0x4e00 + random(0x5200));
  }

  function many(most: number, make: () => string): string {
    return Array.from({ length: 1 + random(most) }, make).join('');
  }

  function one<Value>(values: readonly Value[]): Value {
    return values[random(values.length)] as Value;
  }
}
