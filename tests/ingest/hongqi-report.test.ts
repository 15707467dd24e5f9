import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { parseReport } from '../../src/ingest/parse-report.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { chromeOf, frameText, headingTree, sentenceWith, wordsOf } from './describe-report.ts';
import { expectSoundReport } from './expect-sound-report.ts';

describe('the first report of the corpus', () => {
  let report: Report;
  let bare: Report;

  beforeAll(async () => {
    const files = await readCorpus(join(import.meta.dirname, '../../corpus'));
    const file = files.find(({ id }) => id === 'hongqi-2018');
    if (file === undefined) throw new Error('corpus/hongqi-2018 is missing');
    report = parseReport(file);
    bare = parseReport({ ...file, facts: {} });
  });

  it('is sound, and nothing of it is lost', () => {
    expectSoundReport(report);
    expect(chromeOf(report)).toBe('');
  });

  it('has its facts, with and without report.json', () => {
    const facts = {
      title: '',
      issuer: '红旗区人民政府',
      speaker: '刘宏锋',
      date: '2018-01-14',
      yearReviewed: 2017,
      yearPlanned: 2018,
    };
    expect(report.facts).toEqual(facts);
    expect(bare.facts).toEqual(facts);
  });

  it('has its heading tree and years', () => {
    expect(headingTree(report)).toEqual([
      '一、2017年工作回顾 [review 2017]',
      '  （一）经济运行稳中向好 [review 2017]',
      '  （二）发展活力持续增强 [review 2017]',
      '  （三）转型升级步伐加快 [review 2017]',
      '  （四）城乡面貌焕然一新 [review 2017]',
      '  （五）社会治理体系更加完善 [review 2017]',
      '  （六）民生福祉持续改善 [review 2017]',
      '二、2018年重点工作 [plan 2018]',
      '  2018年工作总体要求 [plan 2018]',
      '  2018年经济社会发展预期目标 [plan 2018]',
      '  （一）实施产业振兴战略，打造现代产业新体系 [plan 2018]',
      '    倾力打造“十大专业园” [plan 2018]',
      '    大力推动工业转型增效 [plan 2018]',
      '    全面实施服务业提速增收 [plan 2018]',
      '  （二）聚焦改革开放，激活经济发展新动能 [plan 2018]',
      '    推动新东产业集聚区晋位升级 [plan 2018]',
      '    构建协同创新服务体系 [plan 2018]',
      '    大力开展“一招四引” [plan 2018]',
      '  （三）提升城乡品质，建设生态宜居新家园 [plan 2018]',
      '    加快实施新型城镇化战略 [plan 2018]',
      '    全面实施乡村振兴战略 [plan 2018]',
      '    提高生态环境质量 [plan 2018]',
      '  （四）改善保障民生，回应群众美好生活新期盼 [plan 2018]',
      '    全面推进教文体事业 [plan 2018]',
      '    大力推进“健康红旗”建设 [plan 2018]',
      '    提高社会保障水平 [plan 2018]',
      '    完善公共服务体系 [plan 2018]',
      '    做好风险防范化解 [plan 2018]',
      '  （五）加强政府作风建设，树立干部队伍新形象 [plan 2018]',
      '    加强政治建设 [plan 2018]',
      '    坚持依法行政 [plan 2018]',
      '    强化责任担当 [plan 2018]',
      '    加强反腐倡廉 [plan 2018]',
    ]);
  });

  it('gives a paragraph between two lead headings to the first of them', () => {
    expect(sentenceWith(report, '妥善解决电池厂').headingPath).toEqual([
      '二、2018年重点工作',
      '（三）提升城乡品质，建设生态宜居新家园',
      '加快实施新型城镇化战略',
    ]);
  });

  it('splits the targets by kind, each leaning on what they are targets of', () => {
    const target = sentenceWith(report, '主要效益指标方面');
    expect(report.text.slice(target.start, target.end)).toBe('主要效益指标方面，一般公共预算收入增长9%；');
    expect(report.text.slice(target.leadIn?.start, target.leadIn?.end)).toBe('2018年经济社会发展预期目标：');
  });

  it('keeps the difficulties in the review, as items of one list', () => {
    const items = wordsOf(
      report,
      ({ leadIn }) => leadIn !== null && report.text.slice(leadIn.start, leadIn.end).endsWith('困难和问题：'),
    );
    expect(items.map((item) => item.slice(0, 2))).toEqual(['一是', '二是', '三是']);
    expect(frameText(sentenceWith(report, '二是风险隐患增多').frame)).toBe('review 2017');
    expect(sentenceWith(report, '二是风险隐患增多').headingPath).toEqual(['一、2017年工作回顾']);
  });

  it('marks salutations and leaves the opening words without years', () => {
    expect(wordsOf(report, ({ kind }) => kind === 'salutation')).toEqual([
      '各位代表：',
      '各位代表！',
      '各位代表！',
    ]);
    expect(frameText(sentenceWith(report, '请予审议').frame)).toBe('none');
  });
});
