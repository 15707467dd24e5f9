import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusQuestion } from '../../src/question/focus-question.ts';

describe('focusQuestion', () => {
  it.each(['去年修了多少公里路', '修路了。多少公里?', ''])('leaves the short “%s” as it is', (text) => {
    expect(focusQuestion(text)).toBe(text);
  });

  it.each([
    ['我写论文要用:去年粮食产量是多少吨', '去年粮食产量是多少吨'],
    ['帮我们单位查个数：新建小学几所', '新建小学几所'],
    ['当家长的想问问,新建的小学都有哪些', '新建的小学都有哪些'],
    ['请问,粮食产量是多少', '粮食产量是多少'],
    ['产业园靠哪家公司建?我干劳务的', '产业园靠哪家公司建?'],
    ['四大工程是哪四个 考试背一下', '四大工程是哪四个'],
    ['写稿子核个数:去年企业利润涨幅', '去年企业利润涨幅'],
    ['考公背书:四大工程是什么', '四大工程是什么'],
    ['今年的十件实事都有什么,一条条列给我', '今年的十件实事都有什么'],
    ['今年的十件实事都是什么,一样一样列给我', '今年的十件实事都是什么'],
    ['修了多少公里路,一块告诉我', '修了多少公里路'],
    ['新高铁今年通吗 我好订票回家', '新高铁今年通吗'],
    ['我在铁路上班,想知道今年铁路上要投多少钱', '今年铁路上要投多少钱'],
    ['赔多少心里没底,县里对拆房怎么说的', '赔,县里对拆房怎么说的'],
    ['修几条路心里没谱', '修几条路心里没谱'],
    ['产业园建在哪?我家能去干活吗', '产业园建在哪?我家能去干活吗'],
    ['我是养老院的,想知道有啥补贴', '我是养老院的,想知道有啥补贴'],
    ['我想问一下,修路', '我想问一下,修路'],
    ['政务服务:多少事项能网上办', '政务服务:多少事项能网上办'],
    ['我想问两件事:修路', '我想问两件事:修路'],
  ])('leaves out of “%s” what it is asked for', (text, expected) => {
    expect(focusQuestion(text)).toBe(expected);
  });

  it('takes the asking sentence out of a long message', () => {
    const text =
      '我们村以前的路不好走,一下雨就一身泥。后来听说修路了。去年全县修了多少公里农村公路?谢谢你们。';
    expect(focusQuestion(text)).toBe('去年全县修了多少公里农村公路?');
  });

  it('keeps clauses before the asking one until it can be understood', () => {
    const text = '我是从外地搬来的,听朋友说这边的环境好,我打算在这边的山里养老,去年全县的养老院建了多少';
    const focused = focusQuestion(text);
    expect(text.endsWith(focused)).toBe(true);
    expect(focused).toContain('去年全县的养老院建了多少');
    expect(focused).not.toContain('外地');
  });

  it('leaves a long message that asks nothing as it is', () => {
    const text = '我们村的路修得很平,树也种上,晚上还有路灯,大家都很高兴,日子一天比一天好,特地来道喜';
    expect(focusQuestion(text)).toBe(text);
  });

  it('gives a part of the message that is not empty, whatever it is', () => {
    const unit = fc.constantFrom(
      '修路',
      '多少',
      '？',
      '。',
      ',',
      '，',
      '、',
      '吗',
      ' ',
      '\n',
      '🙂',
      '\ud800',
      '去年全县的',
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 60 }), (units) => {
        const text = units.join('');
        const focused = focusQuestion(text);
        expect(text).toContain(focused);
        expect(focused).not.toBe('');
      }),
    );
  });
});
