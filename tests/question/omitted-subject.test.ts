import { describe, expect, it } from 'vitest';
import { contentWords } from '../../src/question/content-words.ts';
import {
  asksOtherKind,
  inUnitOf,
  omitsSubject,
  unmarkedJoint,
  withSubjectOf,
} from '../../src/question/omitted-subject.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const { words } = createTokenizer();
const find = (text: string) => contentWords(text, words);

describe('omitsSubject', () => {
  it.each([
    '今年再建几个',
    '今年开工多少套',
    '还要搬多少人',
    '一共花多少钱',
    '今年目标定的是多少?',
    '现在多少公里',
    '到2035年要通多少',
  ])('is so for %s', (part) => {
    expect(omitsSubject(part)).toBe(true);
  });

  it.each(['今年互联网企业多少家', '教师有几名', '今年打算招多少教师', '增长了多少', '比去年低多少', ''])(
    'is not so for %s',
    (part) => {
      expect(omitsSubject(part)).toBe(false);
    },
  );
});

describe('inUnitOf', () => {
  it.each([
    ['现在通了多少', '到2035年高铁要通多少公里', '现在通了多少公里'],
    ['花了多少', '去年建了多少公里', '花了多少'],
    ['现在通了多少米', '到2035年高铁要通多少公里', '现在通了多少米'],
  ])('counts %s after %s in what that was counted in', (part, previous, expected) => {
    expect(inUnitOf(previous, part)).toBe(expected);
  });
});

describe('withSubjectOf', () => {
  it.each([
    ['今年再建几个', '村卫生室这五年建了几个', '今年村卫生室再建几个'],
    ['到2035年要通多少公里', '高铁现在通了多少公里', '2035年高铁要通多少公里'],
    ['今年要修多少公里', '农村公路过去五年修了多少公里', '今年农村公路要修多少公里'],
    ['今年打算引进多少家', '去年引进首店多少家', '今年引进首店打算引进多少家'],
    ['今年目标又是多少', '粮食去年实际产了多少', '今年粮食目标又是多少'],
    ['今年打算种多少', '去年种了多少果树', '今年果树打算种多少'],
    ['今年要达到多少', '风电装机已经有多少了', '今年风电装机要达到多少'],
    ['今年又是怎么提的', '工人的收入去年涨了多少', '今年工人的收入又是怎么提的'],
    ['投多少钱', '体育馆建在哪', '体育馆投多少钱'],
    ['什么时候能用上', '新医院在哪建', '新医院什么时候能用上'],
    ['往后五年又打算每年涨多少', '过去五年出口平均每年涨多少', '往后五年出口又打算每年涨多少'],
    ['今年还剩什么活', '公厕改造,去年弄完多少座', '今年公厕改造还剩什么活'],
    ['今年有什么动作', '说说机器人:去年来了几家企业', '今年机器人有什么动作'],
    ['今年再取缔多少家', '污染企业取缔了多少家', '今年污染企业再取缔多少家'],
  ])('%s after %s', (part, previous, whole) => {
    expect(withSubjectOf(part, previous, find)).toBe(whole);
  });

  it('leaves what has a subject, and what finds none', () => {
    expect(withSubjectOf('今年招多少教师', '去年种了多少树', find)).toBeNull();
    expect(withSubjectOf('今年再建几个', '多少', find)).toBeNull();
  });
});

describe('asksOtherKind', () => {
  it.each([
    ['体育馆建在哪', '投多少钱', true],
    ['东环路修好了没', '西环路什么时候开工', true],
    ['要修地铁是真的吗', '几月开工', false],
    ['修了多少路', '种了多少树', false],
    ['哪天开的茶会', '第几届第几次', false],
    ['茶会是哪天', '在什么地方办的', false],
    ['农民和工人收入多少', '谁涨得快', false],
  ])('of %s and %s', (before, after, expected) => {
    expect(asksOtherKind(before, after)).toBe(expected);
  });
});

describe('unmarkedJoint', () => {
  it('is where another time begins behind what was asked', () => {
    expect(
      '公路去年修了多少公里今年修多少公里'.slice(unmarkedJoint('公路去年修了多少公里今年修多少公里')),
    ).toBe('今年修多少公里');
    expect(unmarkedJoint('公路去年修了多少公里')).toBe(-1);
  });
});
