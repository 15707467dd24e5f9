import { type FindContentWords, namesTopic } from './content-words.ts';

/** What follows a verb that tells what came of it: 搬了, 引进过, 定的多少. */
const BEHIND_VERB = /^(?:[了过到成出掉完]|下来|的是?(?=[多几什啥哪怎谁]))/u;
/** What stands before a verb: 还要创建, 能建成, 打算开. */
const BEFORE_VERB = /(?:要|会|能|将|还|又|再|想|打算|计划|准备|力争|争取|已|已经|可以)$/u;
/** 哪些是交付的 */
const BETWEEN = { before: /是$/u, behind: /^的[?？]?$/u } as const;
/** Kinds of things that everything consists of, where so many or which of them are asked for: 实施了几个项目. */
const ANY_KIND = /^(?:项目|工程|活动|任务|措施|单位|地方|部门)$/u;
const ASKED = /(?:几|多少|哪|什么|啥)(?:个|些|项|家|件|种|处)?$/u;
/** 还要, which the dictionary takes for one word, and words for another time. */
const NO_SUBJECT = /^(?:[还又再都也][要会能想将]|之前|以前|原来|原先|此前|先前|后来|之后|当时)$/u;

/** A message that says what is done or how many there are, and not of what: 过去五年搬了多少, 今年还要创建哪些. */
export function onlyAsksMore(message: string, find: FindContentWords): boolean {
  const words = find(message).filter((word) => namesTopic(word) && !NO_SUBJECT.test(word.word));
  const isVerb = words.map(({ start, end }) => {
    const before = message.slice(0, start);
    const behind = message.slice(end);
    return (
      BEHIND_VERB.test(behind) ||
      BEFORE_VERB.test(before) ||
      (BETWEEN.before.test(before) && BETWEEN.behind.test(behind))
    );
  });
  return (
    isVerb.includes(true) &&
    words.every(
      ({ word, start }, index) =>
        isVerb[index] || (ANY_KIND.test(word) && ASKED.test(message.slice(0, start))),
    )
  );
}

/** 入驻了多少企业 opens with what was done, and leaves out where. */
export function opensWithVerb(message: string, find: FindContentWords): boolean {
  const [first] = find(message);
  return first !== undefined && first.start === 0 && BEHIND_VERB.test(message.slice(first.end));
}
