import { describe, expect, it } from 'vitest';
import type { AskedKind } from '../../src/domain/question.ts';
import { readAskedKind } from '../../src/question/read-asked-kind.ts';

describe('readAskedKind', () => {
  it.each<[question: string, kind: AskedKind]>([
    ['新修了多少公里公路', 'figure'],
    ['盖了几座水库', 'figure'],
    ['地下水位回升了几米', 'figure'],
    ['盖起几栋楼', 'figure'],
    ['参保率是多少', 'figure'],
    ['全市排第几', 'figure'],
    ['重点工程有哪些', 'list'],
    ['哪几条路要修', 'list'],
    ['三个目标分别是什么', 'list'],
    ['卫生上重点抓的三件事是什么', 'list'],
    ['谁负责修水库', 'person'],
    ['小麦和玉米收了多少,谁涨得快', 'figure'],
    ['水库什么时候修好', 'time'],
    ['要等多久', 'time'],
    ['要修多长时间', 'time'],
    ['青石茶厂的老板叫什么名字', 'person'],
    ['水库修在哪里', 'place'],
    ['水库修在哪个位置', 'place'],
    ['补助花在什么地方', 'general'],
    ['渡船一天几班', 'figure'],
    ['拆迁今年要做到哪一步', 'planned'],
    ['补助都用在哪里了', 'general'],
    ['水库在哪里', 'place'],
    ['哪家企业得奖', 'which'],
    ['叫什么名字', 'which'],
    ['医改今年有什么计划', 'planned'],
    ['修水库了吗', 'yesno'],
    ['孩子放学还得赶几个补习班,今年国家有什么打算', 'planned'],
    ['水箱多少年没人洗,吃水能放心不?今年政府抓这个不', 'yesno'],
    ['房子贵,穷人家上哪里住去,政府管不管', 'yesno'],
    ['去年修了多少公里,今年政府还修不修', 'figure'],
    ['家里老人没人照顾怎么办', 'planned'],
    ['有没有修水库', 'yesno'],
    ['水库修没修好', 'yesno'],
    ['水库会不会多修几座', 'yesno'],
    ['会不会涨到几个点', 'figure'],
    ['盖几十个章,能不能少几个', 'yesno'],
    ['能少跑几趟吗', 'yesno'],
    ['能修几座桥', 'figure'],
    ['水能不能不让几家独占,放开竞争', 'yesno'],
    ['今年会不会搞几个样板出来', 'yesno'],
    ['能不能说说今年修几座桥', 'figure'],
    ['跟邻近几个县修成路没', 'yesno'],
    ['知道修了几座桥吗', 'figure'],
    ['今年修几座桥,是真的吗', 'figure'],
    ['我们那儿几个村混着住,怎么让大家处得好', 'how'],
    ['村里几户人家没通水,管不管', 'yesno'],
    ['我们这个村才几百人,还会接着帮吗', 'yesno'],
    ['有土特产,想靠它多挣几个,帮不帮', 'yesno'],
    ['我们县去年修了几座桥,够不够', 'figure'],
    ['水库才修几座', 'figure'],
    ['我们这一大片山区几个县全是穷县,今年有动作不', 'yesno'],
    ['我们县几个乡有几座水库,够不够', 'figure'],
    ['要让村里人过上什么日子', 'general'],
    ['放水是什么日子', 'time'],
    ['这套办法是对付谁的', 'general'],
    ['这个批完那个批,什么时候能简单点', 'planned'],
    ['做茶的厂往后路在哪', 'general'],
    ['今年要上几座桥,能不能快点', 'figure'],
    ['水库就怕哪天漏了,政府管不管', 'yesno'],
    ['哪天摔一跤没人赔怎么办,今年有办法没', 'yesno'],
    ['去年茶会和今年茶会分别是第几届', 'figure'],
    ['巷子里全是垃圾,什么时候也来扫扫', 'planned'],
    ['娶个媳妇几十万,政府管不管', 'yesno'],
    ['花了几十万,修了几座桥', 'figure'],
    ['补贴哪天发,怎么办理', 'time'],
    ['今年想修几座桥', 'figure'],
    ['增速下滑,政府怎么应对', 'how'],
    ['入学率怎么提高', 'how'],
    ['产值增速怎么样', 'figure'],
    ['产值增速如何', 'figure'],
    ['问题出在哪里', 'general'],
    ['水利上的症结在什么地方', 'general'],
    ['薄弱环节到底在哪儿', 'general'],
    ['问题水库在哪里', 'place'],
    ['水库漏水的根子在哪', 'why'],
    ['漏水的原因到底在什么地方', 'why'],
    ['水库在哪类地方修', 'which'],
    ['增长点从哪儿冒出来', 'general'],
    ['修水库的钱从哪里来', 'general'],
    ['水从哪里来', 'place'],
    ['体系的代号是几个数字', 'general'],
    ['开闸是哪一天', 'time'],
    ['哪个月开闸', 'time'],
    ['没几个好学校,今年盖不盖', 'yesno'],
    ['水利五新分别新在哪', 'list'],
    ['办手续跑断腿,什么时候是个头', 'planned'],
    ['水库漏水什么时候能改', 'planned'],
    ['这种水还要喝到什么时候', 'planned'],
    ['今年任务是几千万美元', 'figure'],
    ['起征点今年提到几千块', 'figure'],
    ['收入涨了12%?', 'yesno'],
    ['为什么没修水库', 'why'],
    ['怎么治理河道', 'how'],
    ['去年水利做了什么', 'done'],
    ['水利进展', 'done'],
    ['今年水利有什么打算', 'planned'],
    ['今年打算怎么搞水利', 'planned'],
    ['水利', 'general'],
    ['2031年的水利?', 'general'],
  ])('%s asks for %s', (question, kind) => {
    expect(readAskedKind(question)).toBe(kind);
  });

  it.each<[question: string, kind: AskedKind]>([
    ['how many schools were built', 'figure'],
    ['去哪儿都嫌远,路修不修', 'yesno'],
    ['省下来的钱要用在哪', 'general'],
    ['Who is the mayor', 'person'],
    ['When will the bridge open', 'time'],
    ['Where is the new bridge', 'place'],
    ['Why was it late', 'why'],
    ['Is there a new bridge', 'yesno'],
    ['What was the harvest in 2031?', 'general'],
  ])('%s asks for %s', (question, kind) => {
    expect(readAskedKind(question)).toBe(kind);
  });

  it.each(['谁都知道修了水库', '好几个水库', '十几个村', '近几年的水利'])(
    'takes no indefinite word for asking: %s',
    (text) => {
      expect(readAskedKind(text)).toBe('general');
    },
  );

  it.each(['', ' ', '🙂', '\0', '\ud800', '\u202e'])('reads nothing out of %j', (text) => {
    expect(readAskedKind(text)).toBe('general');
  });

  it.each(['多', '几', '哪', '1', '没', '有什么'])('reads a very long run of %s soon', (unit) => {
    const started = performance.now();
    readAskedKind(unit.repeat(2_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
