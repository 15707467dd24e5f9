import type { Question } from '../domain/question.ts';
import type { Span } from '../domain/report.ts';

/** A word that says what a question is about, with where it stands in the question. */
export interface ContentWord extends Span {
  readonly word: string;
}

/** Finds the content words of a text. */
export type FindContentWords = (text: string) => readonly ContentWord[];

/** Words of grammar, of asking and of time: they do not say what a question is about. */
const FUNCTION_WORDS = new Set(
  `的 了 吗 呢 吧 啊 呀 嘛 哦 么 着 过 得 地 之 和 与 及 或 或者 还是 以及 而 而且 但 但是 可是 不过 所以 因为 为了 如果 那 那么 这 这个 那个 这些 那些 这样 那样 它 他 她 它们 他们 我 我们 你 你们 您 咱 咱们 自己 人家 大家 谁 什么 啥 哪 哪个 哪些 哪家 哪里 哪儿 哪位 哪几 哪种 几 几个 几家 几项 几条 几大 几名 几座 几所 多少 多大 多高 多长 多久 多 怎么 怎样 怎么样 如何 为什么 为何 何时 何处 是 是不是 是否 不是 有 没有 有没有 没 无 有无 不 别 能 能不能 会 会不会 可以 可不可以 要 要不要 想 应该 该 得 请 请问 麻烦 问 问问 问下 请教 告诉 说 说说 讲 讲讲 介绍 介绍一下 一下 下 看 看看 知道 了解 想知道 听说 查 查下 查查 帮 帮忙 帮我 给 给我 把 被 让 使 对 对于 关于 在 从 到 向 往 于 由 用 以 按 按照 跟 同 比 就 才 都 也 还 又 再 很 太 更 最 挺 真 真的 到底 究竟 其实 大概 大约 左右 一共 总共 共 合计 全部 所有 具体 分别 各 各自 每 等 等等 第 做 做了 搞 弄 干 干了 办 办了 整 进行 开展 完成 实现 达到 情况 方面 部分 内容 东西 事 事情 地方 时候 时间 年 年度 今年 去年 明年 前年 后年 全年 本年 现在 目前 当前 最新 如今 今后 未来 计划 打算 准备 目标 安排 报告 政府 工作报告 政府工作报告 里 里面 中 上 内 当中 上面 提到 提及 点名 点到 写 写到 说到 讲到 咋样 行 好 没错 记错 属实 吧 呗 哈 个 家 名 位 项 条 座 所 种 类 点 块 件 次 年份 一个 一些 有些 那年 当年 其 其中 将 将要 即将 已 已经 曾 正 正在 包括 包含 属于 列 列出 列举 名单 清单 名字 叫 称 叫做`.split(
    /\s+/,
  ),
);

/** The interrogative a word of the dictionary opens with, and the measure behind it: 哪几个, 几处, 哪些项目 → 项目. */
const INTERROGATIVE =
  /^(?:哪些|(?:哪[一几两]?|几|多少)(?:个|家|种|项|条|所|座|类|处|位|名|次|天|块|件|点|户|人|里|号|月|年|成|倍)?$)/u;

/** The number and measure behind 哪: 哪五条 asks for no 五条. */
const COUNTED =
  /^[二两三四五六七八九十]{1,3}(?:个|家|种|项|条|所|座|类|处|位|名|件|点|大|样|招|步|手|句|块)$/u;

/** 医院今年有什么项目 asks of the hospital: of what kind the answer is stands in many a sentence about something else. */
const ASKED_KIND =
  /(?:哪些|什么|啥)(?:新|大|好|具体)?(?<kind>项目|工程|举措|措施|办法|做法|动作|成绩|成效|成果|变化|进展)[了呢吗]?[?？。]?$/u;

/** Words that ask more of a subject already named, or weigh it: they bring no topic of their own. */
const TOPICLESS =
  /^(?:增长|增|涨|长|下降|降|跌|提高|升|占|比重?|占比|排|排名|第几|增加|减少|多|少|高|低|快|慢|增速|增幅|同比|差|超|超出|多出|上年|全市|全省|全国|要|花|投|投资|总投资|打算|计划|预计|预期|目标|实际|数|总数|总额|规模|钱|人|点|万|亿|万元|亿元|元|回|次)$/u;

/** Whether a content word can stand for what a question is about. */
export function namesTopic({ word }: Pick<ContentWord, 'word'>): boolean {
  return !TOPICLESS.test(word);
}

/** The word comes from the earlier question, not from the message. */
export function isLeanedOn(word: string, { raw, leansOn = '' }: Pick<Question, 'raw' | 'leansOn'>): boolean {
  return leansOn.toLowerCase().includes(word) && !raw.toLowerCase().includes(word);
}

/** The content words of a normalised question in order; `segment` cuts it into words (jieba). */
export function contentWords(
  text: string,
  segment: (text: string) => readonly string[],
): readonly ContentWord[] {
  const found: ContentWord[] = [];
  let from = 0;
  const lower = lowerCase(text);
  for (const segmented of segment(text)) {
    const word = segmented.replace(INTERROGATIVE, '');
    if (word === '') continue;
    const start = lower.indexOf(lowerCase(word), from);
    if (start < 0) continue;
    from = start + word.length;
    const isCount = COUNTED.test(word) && lower.charAt(start - 1) === '哪';
    if (!FUNCTION_WORDS.has(word) && !isCount && !/^\d{2,4}年?$/.test(word))
      found.push({ word, start, end: from });
  }
  const kind = ASKED_KIND.exec(text)?.groups?.kind;
  const others = found.filter(({ word }) => word !== kind);
  return others.length > 0 ? others : found;
}

/** Lower case of the same length, so that places hold: İ in lower case is two units and stays. */
function lowerCase(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}
