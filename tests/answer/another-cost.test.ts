import { describe, expect, it } from 'vitest';
import { tellsAnotherCost } from '../../src/answer/another-cost.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

const report = countyReport({
  review:
    '云渠高速青石段全长41公里，累计完成投资27亿元。总投资58亿元的碳纤维项目投产，总投资112亿元的抽水蓄能电站开工，天枢电机项目当年签约。黛湖大桥总投资9亿元，累计完成投资3亿元。总投资36亿元的黛湖智造产业园、总投资12亿元的白塔药业二期开工。长滩物流园6月投产，榆岭水厂10月竣工，石桥冷链物流园完成投资4亿元。修缮开放白塔旧址。新开通公交线路3条。为老年人免费体检一次。博物馆全年免费开放。提升物业服务质量。投资2.8亿元，实施县城基础设施项目19个，青河大桥建成通车。白塔大桥建成通车，投资5亿元，改造道路9公里。',
});
const another = (part: string, text: string) => {
  const { reading, quote } = judge(report, part, ask(text));
  return tellsAnotherCost(ask(text), reading, textOf(report, quote));
};

describe('tellsAnotherCost', () => {
  it.each([
    ['what was spent so far', '青石段', '云渠高速总投资多少亿元'],
    ['what a section took', '青石段', '云渠高速全线花了多少亿元'],
    ['what the works beside it cost', '天枢', '天枢那个电机项目总投资多少'],
    ['what works that share a word of its name cost', '智造', '黛湖二桥花了多少钱修的'],
    ['what works of other names cost', '智造', '长街一共投了多少钱'],
    ['that it is open', '旧址', '白塔旧址要收门票吗'],
    ['that there are more', '公交', '公交票价今年有什么打算'],
    ['what else is free', '体检', '老年人坐公交要钱吗'],
    ['what the last of several took', '榆岭', '榆岭水厂投资多少'],
    ['what is done with the amount before it', '青河', '青河大桥花了多少钱'],
  ])('knows %s', (_, part, text) => {
    expect(another(part, text)).not.toBeNull();
  });

  it.each([
    ['what is free', '体检', '老年人体检要钱吗'],
    ['what is free, called a ticket', '博物馆', '博物馆要不要门票'],
    ['what is done about those who charge', '物业', '物业光收钱不干活，今年整治吗'],
    ['what is asked of no charge', '旧址', '白塔旧址开放了吗'],
    ['what was spent', '青石段', '云渠高速完成投资多少亿元'],
    ['what the section took', '青石段', '云渠高速青石段花了多少亿元'],
    ['what the work costs', '天枢', '抽水蓄能电站总投资多少'],
    ['what it costs beside what was spent so far', '黛湖', '黛湖大桥一共要花多少亿元'],
    ['what it costs before its name', '智造', '黛湖智造产业园要投多少钱'],
    ['what it took behind its name', '榆岭', '石桥冷链物流园投资多少'],
    ['what is done with it', '青河', '基础设施项目花了多少钱'],
    ['what stands behind its name', '白塔大桥', '白塔大桥花了多少钱'],
    ['how long it is', '青石段', '云渠高速全线多少公里'],
  ])('takes %s for what is meant', (_, part, text) => {
    expect(another(part, text)).toBeNull();
  });
});
