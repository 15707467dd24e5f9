import { describe, expect, it } from 'vitest';
import { tellsSaying } from '../../src/answer/sayings.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

const REPORT = countyReport({
  plan: '修好水库。抓好去产能、去库存、降成本、补短板。持续稳就业、稳金融、稳外贸和稳预期。推进甲服通、甲政通、甲企通、甲通码等应用。村里要建设环境美、庭院美、风尚美。各部门不断增强政治意识、大局意识、核心意识。会前听取人大代表、政协代表、工人代表、农民代表的意见。'.concat(
    '开展“三个一批”行动：新上一批，开工泵站5个；技改一批，改造车间3座，投资4亿元；淘汰一批，关停窑厂12家。建立“三张清单”：权力清单，公开事项8项；责任清单，落实到人。',
  ),
});

function told(text: string): readonly string[] {
  const question = ask(text);
  const verdict = tellsSaying(question, [judge(REPORT, '修好水库', question)]);
  if (verdict?.kind !== 'answer') return [];
  return verdict.list?.items.map((item) => textOf(REPORT, item)) ?? [];
}

describe('tellsSaying', () => {
  it.each([
    ['“两去一降一补”是哪四样', ['去产能', '去库存', '降成本', '补短板']],
    ['四稳是哪四稳', ['稳就业', '稳金融', '稳外贸', '稳预期']],
    ['三通一码是什么意思', ['甲服通', '甲政通', '甲企通', '甲通码']],
    ['报告里说的三美指的是什么', ['环境美', '庭院美', '风尚美']],
    [
      '三个一批是指哪三批',
      ['新上一批，开工泵站5个', '技改一批，改造车间3座，投资4亿元', '淘汰一批，关停窑厂12家'],
    ],
    ['三个意识是什么', ['政治意识', '大局意识', '核心意识']],
  ])('tells what “%s” asks for', (text, members) => {
    expect(told(text)).toEqual(members);
  });

  it.each([
    ['a row of another number', '三个代表是什么'],
    ['a row of another number', '六稳是哪六稳'],
    ['fewer clauses than it counts', '三张清单是什么'],
    ['a saying that stands nowhere', '四个一批是什么'],
    ['half of a row', '两去一降是什么'],
    ['two that stand side by side', '两降是什么'],
    ['a question that asks of it something else', '四稳做得怎么样'],
  ])('takes no row for %s: %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
