import { describe, expect, it } from 'vitest';
import { lackingTitle } from '../../src/answer/lacking-title.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const report = countyReport({
  plan: '支持甲市申建空港综保区，支持乙市申建保税物流中心。支持丙市、丁市建设国家物流枢纽。支持戊市创建国家公园。',
});
const lacking = (part: string, text: string) =>
  lackingTitle(ask(text), judge(report, part, ask(text)).reading);

describe('lackingTitle', () => {
  it.each([
    ['乙市', '今年支持哪个市申建跨境电商综合试验区'],
    ['丙市', '支持哪些市建国家骨干冷链物流基地'],
    ['丙市', '数据标注基地定在哪个市'],
  ])('misses in what is told of %s: %s', (part, text) => {
    expect(lacking(part, text)).not.toBeNull();
  });

  it.each([
    ['乙市', '今年支持哪个市申建保税物流中心'],
    ['丙市', '支持哪些市建国家物流枢纽'],
    ['丙市', '物流枢纽建在哪些市'],
    ['戊市', '哪个市在争创国家公园'],
    ['丙市', '国家骨干冷链物流基地建得怎样'],
  ])('misses nothing in what is told of %s: %s', (part, text) => {
    expect(lacking(part, text)).toBeNull();
  });
});
