import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/parse-report.ts';
import { expectSoundReport } from './expect-sound-report.ts';

const LINES = [
  '各位代表：',
  '各位代表！',
  '各位代表，过去一年很不平凡。我们办成了3件实事。',
  '一、2017年工作回顾',
  '二、2018年重点工作',
  '三、关于《',
  '规划纲要（草案）',
  '》的说明',
  '“十四五”时期主要成就和“十五五”时期目标任务',
  '（一）经济运行稳中向好。预计全年完成投资151.3亿元，同比增长12%;财政收入7亿元；就业9995人；新建公厕6座；绿化2万平方米。',
  '（二）城乡面貌改善',
  '——交通更加便捷。新建公路12公里。',
  '——',
  '一是做强工业。新建厂房3万平方米。',
  '二是做优农业。',
  '1.“两山”：指绿水青山与金山银山。',
  '(1)half-width.新建学校2所,扩建1所!',
  '提高生态环境质量。“绿水青山就是金山银山。”实施蓝天工程，治理河道8公里。',
  '提高社会保障水平。发放养老金2亿元，惠及4万人，参保率达到98%。',
  '今年预期目标：生产总值增长8%；城镇新增就业1万人以上；居民收入与经济增长同步；节能减排完成上级下达任务，单位能耗下降3%。',
  '工作中还存在不少困难和问题：一是产业不强；二是财政困难；三是作风不实。',
  '同时必须把握以下原则：一是以人民为中心。依靠群众，造福群众；二是稳中求进。稳字当头。',
  '到2030年，森林覆盖率达到60%。去年新栽树木3万株，比2015年多1万株',
  '2026年某县人民政府工作报告',
  '——2026年1月5日在某县第三届人民代表大会第二次会议上',
  '县长 王　雨',
  '来源：某报',
  '打印',
  '粗体文字',
  "'",
  '相关报道：',
  '\u200b',
  '',
  '　',
  'PM',
  '2.5',
  '“没有收尾的引号。后面还有一句；',
  '）》”。；',
  '附件1',
  '名词解释',
];

describe('parseReport', () => {
  it('gives a sound report for any arrangement of lines that such pages have', () => {
    const line = fc.constantFrom(...LINES);
    const page = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n', '\n　　', '\u2028')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(page, fc.boolean(), (lines, marked) => {
        const text = (marked ? '\ufeff' : '') + lines.map(([words, end]) => words + end).join('');
        expectSoundReport(parseReport({ id: 'invented', text, sha256: '', facts: {} }));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every sentence of the report, whatever stands between', () => {
    const prose = LINES.filter((words) => words.length >= 24 && words.endsWith('。') && !words.includes('('));
    const line = fc.constantFrom(...LINES.filter((words) => words !== '打印' && words !== '相关报道：'));
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 15 }),
        fc.constantFrom(...prose),
        fc.array(line, { maxLength: 15 }),
        (before, kept, after) => {
          const text = [...before, kept, ...after].join('\n');
          const { passages } = parseReport({ id: 'invented', text, sha256: '', facts: {} });
          expect(passages.some(({ start, end }) => text.slice(start, end).includes(kept))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives a sound report for any text at all', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        ...'。；！？，：:;.!?“”‘’"\'（）()《》【】—-、一二三四十是年月日五0123456789 　\n\r\u200b\ufeff的附件第各位代表',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (text) => {
        expectSoundReport(parseReport({ id: 'invented', text, sha256: '', facts: {} }));
      }),
      { numRuns: 600 },
    );
  });
});
