import { describe, expect, it } from 'vitest';
import { contentWords } from '../../src/question/content-words.ts';
import { splitQuestions } from '../../src/question/split-questions.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const { words } = createTokenizer();
const split = (text: string) => splitQuestions(text, (part) => contentWords(part, words));

describe('splitQuestions', () => {
  it.each([
    ['去年种了多少树?今年打算种多少?', ['去年种了多少树', '今年打算种多少']],
    ['县长是谁?学校在哪里?修了多少路?', ['县长是谁', '学校在哪里', '修了多少路']],
    ['1、去年种了多少树 2、今年目标多少', ['去年种了多少树', '今年目标多少']],
    ['两个事:一是县长是谁,二是学校在哪里', ['县长是谁', '学校在哪里']],
    ['想问俩事 一个是去年种了多少树 另一个是学校在哪里', ['去年种了多少树', '学校在哪里']],
    ['第一,去年种了多少树?第二,今年目标?', ['去年种了多少树', '今年目标']],
    ['去年种了多少树,另外教师有几名', ['去年种了多少树', '教师有几名']],
    ['去年种了多少树、招了几名教师,帮我对一下', ['去年种了多少树', '招了几名教师']],
    ['种树目标多少棵 教师目标多少名', ['种树目标多少棵', '教师目标多少名']],
    ['公厕去年建了几座,今年再建几座', ['公厕去年建了几座', '今年再建几座']],
    ['公厕去年建了几座今年打算建几座', ['公厕去年建了几座', '今年打算建几座']],
    ['粮食产量“十四五”到了多少,今年要到多少', ['粮食产量“十四五”到了多少', '今年要到多少']],
    ['体育馆建在哪、投多少钱', ['体育馆建在哪', '投多少钱']],
    ['去年收入增速排第几,产量增速排第几', ['去年收入增速排第几', '产量增速排第几']],
    ['去年种了多少树?,教师有几名', ['去年种了多少树', '教师有几名']],
    ['种了多少树?修了多少路?都要去年的', ['去年种了多少树', '去年修了多少路']],
    ['山林占地多大,还有教师有几名', ['山林占地多大', '教师有几名']],
    ['要建的小学是哪两所,合作的中学又是哪个', ['要建的小学是哪两所', '合作的中学又是哪个']],
    ['四大工程是哪四个 三大景区又是哪三个', ['四大工程是哪四个', '三大景区又是哪三个']],
    ['外贸(进出口)去年有多少,这回目标呢', ['外贸(进出口)去年有多少', '今年目标是多少']],
    ['去年种了多少树。对了,学校在哪里', ['去年种了多少树', '学校在哪里']],
  ])('takes the questions of “%s” apart', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    ['one question', '去年种了多少树?'],
    ['numbers of something else', '一是不是种了树,二是种了多少'],
    ['decimals', '去年增长1.5了吗,2.5是多少'],
    ['members that are named', '三大工程一是修路,二是种树,三是什么'],
    ['a background', '我家门口种树了。去年种了多少树?'],
    ['more asked of the same things', '今年要建哪些公园,公园里头有哪些设施'],
    ['which, of nothing named', '去年修了哪些路,又是哪家修的'],
    ['the target of a year that is planned', '今年要种多少树,目标呢'],
    ['a part too short to be one', '去年种了多少树?啥?'],
    ['more of the same thing', '去年种了多少树,增长了多少'],
    ['two times and what they make', '种树去年多少棵,今年多少棵,差多少'],
    ['more questions than a reply can hold', '种了多少树?修了多少路?盖了多少楼?招了多少人?'],
    ['a story', `${'我家在山里住了很久,'.repeat(10)}种了多少树?修了多少路?`],
    ['what nobody wants to hear', '种树到底有几棵啊,别光跟我说涨了几个点'],
    ['marks', '???'],
    ['nothing', ''],
    ['emoji', '🙂?🙂?'],
    ['a lone surrogate', '\ud800?'],
  ])('leaves %s whole', (_, text) => {
    expect(split(text)).toEqual([text]);
  });
});
