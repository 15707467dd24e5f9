/**
 * Spoken and regional question words with their standard form, longest first.
 * Language data only: no word here belongs to any report.
 */
const STANDARD_FORMS: readonly (readonly [spoken: string, standard: string])[] = [
  ['有冇', '有没有'],
  ['系咪', '是不是'],
  ['系唔系', '是不是'],
  ['点解', '为什么'],
  ['点样', '怎么样'],
  ['做咩', '做什么'],
  ['乜嘢', '什么'],
  ['咩嘢', '什么'],
  ['几多', '多少'],
  ['几时', '什么时候'],
  ['边度', '哪里'],
  ['边个', '哪个'],
  ['边间', '哪家'],
  ['边啲', '哪些'],
  ['旧年', '去年'],
  ['啷个', '怎么'],
  ['咋个', '怎么'],
  ['咋子', '怎么'],
  ['啥子', '什么'],
  ['好多钱', '多少钱'],
  ['哪嘎达', '哪里'],
  ['哪疙瘩', '哪里'],
  ['干哈', '干什么'],
  ['嘎哈', '干什么'],
  ['弄啥', '做什么'],
  ['干啥', '干什么'],
  ['为啥', '为什么'],
  ['咋样', '怎么样'],
  ['咋', '怎么'],
  ['啥', '什么'],
  ['咩', '什么'],
  ['冇', '没有'],
  ['唔', '不'],
  ['咗', '了'],
  ['嘅', '的'],
  ['喺', '在'],
  ['啲', '些'],
  ['俾', '给'],
  ['睇', '看'],
  ['佢', '他'],
  ['俺', '我'],
];

/** Spoken and regional question words in their standard form: 咋 → 怎么, 幾多 → 多少. */
export function standardise(text: string): string {
  let standard = text;
  for (const [spoken, form] of STANDARD_FORMS) standard = standard.replaceAll(spoken, form);
  return standard;
}
