import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/split-sentences.ts';

function split(text: string): readonly string[] {
  return splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

function splitWithLeads(text: string): readonly string[] {
  return splitSentences(text, { start: 0, end: text.length }).map(({ start, end, leadIn }) => {
    const lead = leadIn === null ? '' : `{${text.slice(leadIn.start, leadIn.end)}}`;
    return lead + text.slice(start, end);
  });
}

describe('splitSentences', () => {
  it.each([
    ['修桥3座。建校2所！谁来管？', ['修桥3座。', '建校2所！', '谁来管？']],
    ['　修桥3座。 \n　建校2所。　', ['修桥3座。', '建校2所。']],
    ['同比增长13%;财政增长9%。', ['同比增长13%;财政增长9%。']],
    ['增长3.5%.建校2所.PM2.5下降.', ['增长3.5%.', '建校2所.', 'PM2.5下降.']],
    ['1.抓好招商.引进4家.', ['1.抓好招商.', '引进4家.']],
    ['没有句号的一行', ['没有句号的一行']],
    ['太好了！！真的？！', ['太好了！！', '真的？！']],
    ['', []],
    ['　\n', []],
  ])('splits %j at its full stops', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    ['实现“农业强。农村美。”的目标。再接再厉。', ['实现“农业强。农村美。”的目标。', '再接再厉。']],
    ['“绿水青山就是金山银山。”实施蓝天工程。', ['“绿水青山就是金山银山。”', '实施蓝天工程。']],
    ['他说：“实干兴邦。”我们要实干。', ['他说：“实干兴邦。”', '我们要实干。']],
    ['（注：数据为初步核算。以公报为准。）下一句。', ['（注：数据为初步核算。以公报为准。）下一句。']],
    ['“幸福是奋斗出来的”。让我们努力。', ['“幸福是奋斗出来的”。', '让我们努力。']],
    ['“没有收尾的引号。后面还有一句。', ['“没有收尾的引号。', '后面还有一句。']],
    ['贯彻《办法。试行》精神。', ['贯彻《办法。试行》精神。']],
  ])('does not tear quotes and brackets apart in %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('leaves a short list whole and splits a long one into its clauses', () => {
    expect(split('修桥3座；建校2所；种树9棵。')).toHaveLength(1);
    const long = `新建公路十二公里，${'惠及沿线群众两千余人，'.repeat(4)}；新建学校两所；绿化荒山九百亩。`;
    expect(split(long)).toHaveLength(3);
    expect(split(long)[1]).toBe('新建学校两所；');
  });

  it('gives the clauses of a list the words before it to lean on', () => {
    const text =
      '工作中还面临不少困难和问题：一是产业链条偏短，龙头型企业不多；二是财政收支矛盾突出，偿债压力较大；三是少数干部作风不实，担当不够。对此要认真解决。';
    expect(splitWithLeads(text)).toEqual([
      '工作中还面临不少困难和问题：',
      '{工作中还面临不少困难和问题：}一是产业链条偏短，龙头型企业不多；',
      '{工作中还面临不少困难和问题：}二是财政收支矛盾突出，偿债压力较大；',
      '{工作中还面临不少困难和问题：}三是少数干部作风不实，担当不够。',
      '对此要认真解决。',
    ]);
  });

  it('widens a lead-in that is only a phrase by the sentence before it', () => {
    const text = `仍存在不少矛盾和问题。主要是：${'产业结构不合理，自主创新能力不强，'.repeat(3)}；就业压力较大。`;
    const leads = splitSentences(text, { start: 0, end: text.length }).map(({ leadIn }) => leadIn);
    expect(leads).toEqual([null, null, { start: 0, end: 15 }, { start: 0, end: 15 }]);
  });

  it('follows a list whose items are sentences of their own', () => {
    expect(
      splitWithLeads('必须把握以下原则：一是以人民为中心。依靠群众，造福群众；二是稳中求进。稳字当头。'),
    ).toEqual([
      '必须把握以下原则：',
      '{必须把握以下原则：}一是以人民为中心。',
      '依靠群众，造福群众；',
      '{必须把握以下原则：}二是稳中求进。',
      '稳字当头。',
    ]);
  });

  it('lets items lean on the sentence that announces them', () => {
    expect(splitWithLeads('持续办好民生实事。一是新建学校2所。二是修桥3座。')).toEqual([
      '持续办好民生实事。',
      '{持续办好民生实事。}一是新建学校2所。',
      '{持续办好民生实事。}二是修桥3座。',
    ]);
  });

  it('splits items that are joined by commas', () => {
    const text = `草案明确了今后的目标：一是首都功能持续提升，二是高质量发展迈上新台阶，三是改革开放取得新突破，四是群众生活品质不断提高。`;
    expect(split(text)).toHaveLength(5);
  });

  it('takes what precedes the span as lead-in of its first list, if it ends in a colon', () => {
    const text = `今年预期目标：${'生产总值增长百分之八，财政收入增长百分之九，'.repeat(2)}；新增就业一万人；能耗下降百分之三。`;
    const before = { start: 0, end: 7 };
    const clauses = splitSentences(text, { start: 7, end: text.length }, before);
    expect(clauses).toHaveLength(3);
    for (const clause of clauses) expect(clause.leadIn).toEqual(before);
  });

  it('covers all but blanks, in order, whatever the text', () => {
    const unit = fc.constantFrom(...'。；！？，：;.!?“”‘’"（）()《》、一二是第①0１年的字 　\n\u200b');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 150 }), fc.nat(20), (text, start) => {
        const span = { start: Math.min(start, text.length), end: text.length };
        const sentences = splitSentences(text, span);
        let at = span.start;
        for (const sentence of sentences) {
          expect(text.slice(at, sentence.start)).toMatch(/^[\s\u200b]*$/u);
          expect(text.slice(sentence.start, sentence.end)).not.toMatch(/^[\s\u200b]|[\s\u200b]$|^$/u);
          at = sentence.end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u200b]*$/u);
      }),
      { numRuns: 1000 },
    );
  });
});
