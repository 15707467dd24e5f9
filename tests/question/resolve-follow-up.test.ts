import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords } from '../../src/question/content-words.ts';
import { resolveFollowUp } from '../../src/question/resolve-follow-up.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const { words } = createTokenizer();
const find = (text: string) => contentWords(text, words);

const HARVEST = '去年粮食总产量是多少';
const WORKS = '今年有哪些重点工程';

describe('resolveFollowUp', () => {
  it('leaves a first message as it is', () => {
    expect(resolveFollowUp('那今年呢', null, find)).toEqual({ text: '那今年呢', ordinal: null });
  });

  it.each([
    ['那今年呢', '今年粮食总产量是多少'],
    ['今年呢,定多少', '粮食总产量今年定多少'],
    ['今年呢?', '今年粮食总产量是多少'],
    ['2029年的呢', '2029年粮食总产量是多少'],
    ['前年和大前年呢', '前年和大前年粮食总产量是多少'],
  ])('puts another time into the earlier question: %s', (text, expected) => {
    expect(resolveFollowUp(text, HARVEST, find).text).toBe(expected);
  });

  it.each([
    ['增长了多少', ['去年', '粮食', '增长了多少']],
    ['比前年多多少', ['粮食', '比前年多多少']],
    ['那是为什么', ['粮食', '为什么']],
  ])('asks more of the earlier topic: %s', (text, parts) => {
    const resolved = resolveFollowUp(text, HARVEST, find).text;
    expect(parts.filter((part) => !resolved.includes(part))).toEqual([]);
  });

  it.each([
    ['二期有多大', '科创港二期有多大'],
    ['二期呢', '科创港二期面积有多大'],
    ['医院二期有多大', '医院二期有多大'],
  ])('asks of another phase of the same work: %s', (text, expected) => {
    expect(resolveFollowUp(text, '科创港一期面积有多大', find).text).toBe(expected);
  });

  it.each([['蔬菜呢'], ['那蔬菜呢?'], ['不是,我问的是蔬菜']])(
    'asks the same of another topic: %s',
    (text) => {
      const resolved = resolveFollowUp(text, HARVEST, find).text;
      expect(resolved).toMatch(/去年.*蔬菜.*多少/);
      expect(resolved).not.toContain('粮食');
    },
  );

  it.each(['报告里那个“两改”改的是哪两样', '那6亿元花在哪里了', '这份《规划》讲了什么'])(
    'takes what is named or counted for no pointing back: %s',
    (text) => {
      expect(resolveFollowUp(text, '去年新建水库多少座', find).text).toBe(text);
    },
  );

  it('asks the same change of another topic', () => {
    expect(resolveFollowUp('蔬菜呢', '去年粮食产量增长了多少', find).text).toBe('去年蔬菜产量增长了多少');
    expect(resolveFollowUp('蔬菜呢', '2030年粮食目标增速是多少', find).text).toBe('2030年蔬菜目标增速是多少');
    expect(resolveFollowUp('能源呢', '今年交通要投多少亿', find).text).toBe('今年能源要投多少亿');
  });

  it.each([
    ['农村的呢', '去年城镇人均可支配收入是多少', '去年农村人均可支配收入是多少'],
    ['农村的是多少', '去年城镇人均可支配收入是多少', '去年农村人均可支配收入是多少'],
    ['移动终端那个呢', '3D打印产业园依托的是哪几家单位', '移动终端产业园依托单位有哪些'],
    ['农村那个呢', '去年城镇人均可支配收入是多少', '去年农村人均可支配收入是多少'],
    ['在建的呢', '五年建成了几座跨河大桥', '五年在建跨河大桥多少'],
    ['青石县的呢', '今年要开工建设哪个机场', '今年青石县建设机场'],
  ])('puts %s in the place of what it stands beside', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toBe(expected);
  });

  it.each([
    ['城里人呢', '农村居民收入今年目标涨多少', '今年城里人居民收入目标涨多少'],
    ['高速公路呢,排第几', '高铁里程全国排第几', '高速公路里程排第几'],
    ['往国外投出去的呢', '去年实际使用外资多少', '去年实际往国外投出去多少'],
    ['铁路呢', '公路通车里程全国排第几', '铁路通车里程全国排第几'],
    ['玉米呢', '今年小麦产量要达到多少', '今年玉米产量要达到多少'],
    ['里面地方的是多少', '中央赤字占多少', '地方赤字占多少'],
  ])('asks of %s, which excludes the one before, the same in the same words', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find)).toEqual({ text: expected, ordinal: null });
  });

  it.each([
    ['我们青石属于山区,什么时候轮到', '农村孩子免学费今年先在哪里实行', '我们青石属于山区,农村孩子免学费'],
    ['今年先在哪里实行', '农村孩子免学费是从哪年开始', '农村孩子免学费'],
  ])('leans on the earlier topic: %s', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toContain(expected);
  });

  it('does not take the time of the earlier question for one that asks when', () => {
    const asked = '那要到哪年全县才都有';
    expect(resolveFollowUp(asked, '今年农村合作医疗试点要扩大到多少', find).text).not.toContain('今年');
  });

  it('takes years added up for these years', () => {
    expect(resolveFollowUp('过去五年加起来呢', '去年用了多少外资', find).text).toBe('过去五年用了多少外资');
  });

  it.each(['过去五年平均下来呢', '那过去五年年均呢？'])('asks the average of several years: %s', (text) => {
    expect(resolveFollowUp(text, '去年粮食产量增长多少', find).text).toBe('过去五年年均粮食产量增长多少');
  });

  it.each([
    ['喷泉呢', '今年新增停车位多少个', '今年喷泉停车位多少'],
    ['芝麻呢', '今年小麦产量要达到多少', '今年芝麻产量多少'],
    ['羊毛呢', '“十五五”时期小麦产量年均增长多少', '“十五五”时期羊毛产量年均增长多少'],
    ['管道呢', '公路通车里程全国排第几', '管道通车里程全国排第几'],
    ['百亿级的是哪几个', '千亿级产业集群有哪些', '百亿级产业集群是哪几个'],
    ['管道呢,排第几', '公路通车里程全国排第几', '管道通车里程排第几'],
    ['恢复重建用了多久', '青石地震是几级', '青石地震恢复重建用了多久'],
  ])('searches for %s beside the earlier topic, too', (text, previous, leaning) => {
    expect(resolveFollowUp(text, previous, find).leaning).toBe(leaning);
  });

  it.each([
    ['过去五年搬了多少', '今年易地搬迁多少户', '易地搬迁过去五年搬了多少'],
    ['今年要修多少公里', '去年护岸完成了计划的百分之多少', '护岸今年要修多少公里'],
    ['今年还要创建哪些', '去年青石湖景区评上了吗', '青石湖景区评上今年还要创建哪些'],
    ['今年定的多少', '去年粮食产量全国排第几', '粮食产量今年定的多少'],
    ['一共实施了几个项目', '山海协作投入了多少资金', '山海协作投入资金一共实施了几个项目'],
    ['之前建了多少', '今年要建多少座绿色矿山', '去年建绿色矿山之前建了多少'],
    ['哪些是交付的', '今年哪些安置房全面开工', '今年安置房全面开工哪些是交付的'],
    ['五年前是多少', '去年粮食产量是多少', '五年前粮食产量是多少'],
    ['“十四五”末达到多少了', '今年粮食产量的目标', '“十四五”末粮食产量达到多少了'],
  ])('takes %s for more about the earlier topic', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toBe(expected);
  });

  it.each([
    ['那今年定的数呢', '去年实际到位外资多少', '今年外资目标是多少'],
    ['今年的目标呢', '去年社会消费品零售总额多少', '今年社会消费品零售总额目标是多少'],
    ['今年目标呢', '去年粮食产量增长多少', '今年粮食产量目标是多少'],
    ['今年的任务呢', '去年粮食产量全国排第几', '今年粮食产量目标是多少'],
  ])('asks with %s for the target of the same', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toBe(expected);
  });

  it.each([
    ['那2031年呢', '固定资产投资完成多少', '2031年固定资产投资多少'],
    ['去年呢', '今年国内生产总值增长目标多少', '去年国内生产总值增长多少'],
    ['去年完成了吗', '今年粮食产量目标是多少', '去年粮食产量多少'],
    ['去年实际完成多少', '今年粮食产量的目标是增长多少', '去年粮食产量增长多少'],
    ['实际呢', '今年粮食产量目标多少', '去年粮食产量多少'],
    ['今年呢', '去年完成投资多少', '今年投资多少'],
    ['再往前一年呢', '2031年粮食产量目标多少', '2030年粮食产量多少'],
    ['那目标呢', '去年粮食产量多少', '粮食产量目标是多少'],
  ])(
    'asks with %s for no target of what is past and nothing reached of what is planned',
    (text, previous, expected) => {
      expect(resolveFollowUp(text, previous, find).text).toBe(expected);
    },
  );

  it.each([
    ['那目标呢', '2031年粮食产量多少', '2031年粮食产量目标是多少'],
    ['去年呢', '今年的目标有哪些', '去年的目标有哪些'],
    ['去年呢', '今年计划完成率多少', '去年完成率多少'],
    ['高吗', '今年粮食产量目标多少', '今年粮食产量目标多少'],
  ])('keeps what %s leaves open', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toBe(expected);
  });

  it.each([
    ['比去年多多少', '今年财政支农投入多少', '今年财政支农投入比去年多多少'],
    ['跟去年比呢', '今年粮食产量多少', '今年粮食产量比去年多多少'],
    ['跟前一年比怎么样', '去年粮食产量多少', '去年粮食产量比上年增长多少'],
    ['比去年多吗', '2031年利用外资目标多少', '2031年利用外资比去年多多少'],
    ['比去年多还是少', '今年打通断头路多少条', '今年打通断头路比去年多多少'],
    ['那比去年少了吗', '粮食产量目标是多少', '今年粮食产量比去年多多少'],
    ['比去年有没有增加', '今年培训多少人', '今年培训比去年多多少'],
    ['跟去年比是高了还是低了', '今年粮食产量增长目标多少', '今年粮食产量增速比去年高几个百分点'],
    ['比上一年降了没有', '去年失业率是多少', '去年失业率比上年增长多少'],
    ['是增加了还是减少了', '去年粮食产量多少', '去年粮食产量比上年增长多少'],
    ['涨了吗', '今年粮食产量要达到多少', '今年粮食产量比去年多多少'],
  ])('takes the year that %s compares with for no time of its own', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toBe(expected);
  });

  it.each([
    ['居民收入呢，要涨多少', '2031年粮食产量增长多少', '2031年居民收入要涨多少'],
    ['失业率呢', '今年新增就业目标多少', '今年失业率多少'],
    ['原来呢', '今年粮食产量全国排第几', '去年粮食产量全国排第几'],
    ['之前呢', '去年粮食产量多少', '前年粮食产量多少'],
    ['再往前一年是多少', '2023年粮食产量多少', '2022年粮食产量多少'],
    ['原来的呢', '粮食产量全国排第几', '原来的粮食产量全国排第几'],
  ])('keeps the time of the conversation: %s', (text, previous, expected) => {
    expect(resolveFollowUp(text.replace('，', ','), previous, find).text).toBe(expected);
  });

  it.each([
    ['现在已经到多少了', '到2035年森林覆盖率目标是多少', '森林覆盖率现在已经到多少了'],
    ['目前有多少', '2035年公路通车里程要达到多少公里', /^公路.*里程.*目前有多少$/],
    ['现在呢', '2029年游客有多少', '游客有多少'],
    ['现在呢', '今年粮食产量目标多少', '去年粮食产量多少'],
  ])('asks with %s of no year that a target is for', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toMatch(expected);
  });

  it('asks why of what was compared with the year before', () => {
    expect(resolveFollowUp('为什么少了', '去年苹果产量比上年增长多少', find).text).toBe(
      '去年苹果产量为什么少了',
    );
  });

  it.each([
    ['这些圈具体在哪儿', '“10分钟健身圈”是今年要做的吗', '今年10分钟健身圈具体在哪儿'],
    ['这条公路修了多长', '青石公路通车了吗', '青石公路修了多长'],
    ['今年靠这家公司打造哪个园', '青石产业园去年搞得怎么样', '今年靠青石产业园打造哪个园'],
  ])('finds what %s points at by its noun', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toMatch(expected);
  });

  it.each([
    ['花了多少天建好的', '去年青石中心建起来没有', /^去年青石中心.*花了多少天建好的$/],
    ['今年定多少', '去年粮食产量多少', /^粮食产量今年定多少$/],
    ['标准是每人每月几百块', '去年帮扶低保对象多少人', /^去年.*低保.*标准是每人每月几百块$/],
    ['为什么定这么高', '今年粮食产量目标多少', /^今年粮食产量为什么定这么高$/],
  ])('puts the subject that %s leaves out before it', (text, previous, expected) => {
    expect(resolveFollowUp(text, previous, find).text).toMatch(expected);
  });

  it('asks the other level for the same', () => {
    expect(resolveFollowUp('地方呢', '今年中央财政赤字多少', find).text).toBe('地方今年赤字多少');
    expect(resolveFollowUp('中央呢', '今年地方赤字多少', find).text).toBe('中央今年赤字多少');
  });

  it('asks another side of the same thing', () => {
    expect(resolveFollowUp('对东盟呢', '去年外贸增长多少', find).text).toBe('去年外贸对东盟增长多少');
  });

  it('cuts no name and no verb in two', () => {
    expect(resolveFollowUp('热力站呢', '去年绿化新增多少', find).text).toBe('去年热力站多少');
    expect(resolveFollowUp('金融业呢', '去年第三产业占GDP多少', find).text).toBe('去年金融业占GDP多少');
    expect(resolveFollowUp('减轻负担多少', '农业税几年取消', find).leaning).toBe('农业税减轻负担多少');
  });

  it('takes 里头 for pointing back where it is not the inside of something named', () => {
    const previous = '今年医保补助加多少钱';
    expect(resolveFollowUp('这里头拿多少用在大病上', previous, find).text).toMatch(
      /^今年医保补助.*拿多少用在大病上$/u,
    );
    expect(resolveFollowUp('那村里头有没有看病的地方', '乡镇卫生院归谁办', find).text).toContain(
      '村里头有没有',
    );
  });

  it('takes 该 before a verb for no pointing', () => {
    const text = '我该去哪儿签,带身份证就行吗';
    expect(resolveFollowUp(text, '家庭医生今年签不签', find).text).toBe(text);
  });

  it.each(['除了白鹭还有什么', '除了白鹭以外，还有哪些'])('asks once more: %s', (text) => {
    expect(resolveFollowUp(text, '青石湖来了哪些候鸟', find).text).toBe('青石湖来了哪些候鸟');
  });

  it('takes a message that opens with a preposition for one without its subject', () => {
    const previous = '青石河生态补偿机制建了吗';
    expect(resolveFollowUp('跟哪几个县一起建的', previous, find).text).toMatch(/青石.*补偿机制.*跟哪几个县/u);
  });

  it('asks no average of a single year', () => {
    const previous = '粮食产量年均增长多少';
    expect(resolveFollowUp('我说的是去年小麦的', previous, find).text).toBe('去年小麦粮食产量增长多少');
  });

  it.each([
    ['不是，我问的是去年', '去年粮食产量目标是多少'],
    ['你说错了，我想问去年的', '去年粮食产量目标是多少'],
    ['我问的是县里的', '县里今年粮食产量目标是多少'],
    ['不是全县，我问的是全市', '全市今年粮食产量目标是多少'],
    ['不是粮食，我问的是蔬菜', '今年蔬菜产量目标是多少'],
  ])('hears the correction: %s', (text, expected) => {
    expect(resolveFollowUp(text, '今年粮食产量目标是多少', find).text).toBe(expected);
  });

  it.each([
    ['今年建了几所学校', HARVEST],
    ['绿化做了多少', HARVEST],
    ['这街呢,哪几条要提升', '今年要提升哪些商圈'],
  ])('leaves %s its own topic', (text, previous) => {
    expect(resolveFollowUp(text, previous, find).text).toBe(text);
  });

  it('stays with the earlier topic where another side of it is named', () => {
    expect(resolveFollowUp('道路方面呢', '青石工业园今年有哪些改革', find).text).toMatch(
      /青石工业园.*道路方面/,
    );
  });

  it.each([
    ['第三个是什么', undefined],
    ['第三个是啥来着', undefined],
    ['第二个今年要怎么干', '今年要怎么干'],
    ['那最后一个投资多少', '投资多少'],
  ])('tells what %s asks of the member', (text, onward) => {
    expect(resolveFollowUp(text, WORKS, find).onward).toBe(onward);
  });

  it.each([
    ['它建在哪里', /青石水库.*建在哪里/],
    ['这个工程投资多少', /青石水库.*投资多少/],
  ])('puts the earlier topic where %s points at it', (text, expected) => {
    expect(resolveFollowUp(text, '青石水库什么时候修好', find).text).toMatch(expected);
  });

  it.each([
    ['第三个是什么', 3],
    ['第2项呢', 2],
    ['说说第十二条', 12],
    ['最后一个呢', -1],
  ])('reads %s as a member of the earlier list', (text, ordinal) => {
    expect(resolveFollowUp(text, WORKS, find)).toMatchObject({ text: WORKS, ordinal });
  });

  it.each([
    ['第三件民生实事是什么', '民生实事有哪些', 3],
    ['今年的十件实事第10项是啥', '今年的十件实事有哪些', 10],
    ['第二个百年目标是什么', '第二个百年目标是什么', null],
    ['第三项是什么', '第三项是什么', null],
  ])('reads %s, with nothing said before, as a member of the list it names', (text, asked, ordinal) => {
    expect(resolveFollowUp(text, null, find)).toEqual({ text: asked, ordinal });
  });

  it.each(['第三产业增加值是多少', '第0个', '第一季度粮食产量是多少'])(
    'reads no member of a list out of %s',
    (text) => {
      expect(resolveFollowUp(text, WORKS, find).ordinal).toBeNull();
    },
  );

  it.each(['全县一共新建了多少公里的农村公路', '今年打算招聘多少名乡村教师'])(
    'leaves %s, which has a topic of its own, as it is',
    (text) => {
      expect(resolveFollowUp(text, HARVEST, find)).toMatchObject({ text, ordinal: null });
    },
  );

  it.each(['', '?', '呢', '🙂', '\0', '\ud800'])('falls back on the earlier question for %j', (text) => {
    expect(resolveFollowUp(text, HARVEST, find).text).toBe(HARVEST);
  });

  it('takes the dollar signs of an earlier topic for nothing else', () => {
    const findBridge = (text: string) =>
      [...text.matchAll(/\$&桥|建/g)].map(({ 0: word, index }) => ({
        word,
        start: index,
        end: index + word.length,
      }));
    expect(resolveFollowUp('它建在哪里', '$&桥多长', findBridge).text).toBe('$&桥建在哪里');
  });

  it('never throws and never gives a nameless place in a list', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '那',
        '今年',
        '去年',
        '呢',
        '它',
        '这个',
        '第',
        '三',
        '0',
        '个',
        '最后一个',
        '粮食',
        '多少',
        '我问的是',
        '不是,',
        '？',
        '$&',
        '\ud800',
      ),
    );
    const message = fc.array(unit, { maxLength: 10 }).map((units) => units.join(''));
    fc.assert(
      fc.property(message, fc.option(message), (text, previous) => {
        const { ordinal } = resolveFollowUp(text, previous, find);
        expect(ordinal === null || ordinal === -1 || ordinal >= 1).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
