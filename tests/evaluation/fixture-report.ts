import type { Passage, Report, Sentence, Span, YearFrame } from '../../src/domain/report.ts';

/** An invented report small enough to read: a review of 2017, then the plan of 2018. */
const TEXT = `清溪县政府工作报告
一、2017年工作回顾
预计全年实现地区生产总值120.5亿元，同比增长8%；一般公共预算收入完成6.2亿元，同比增长10.5%。新增就业8800人以上，新建小学3所。
二、2018年工作安排
地区生产总值增长8.5%，一般公共预算收入增长9%。建设四大产业园：食品产业园、光学产业园、物流产业园、智能产业园。
`;

/** A report over `text`: a passage a line, a sentence up to each 。 or ；, the second part planned. */
export function fixtureReport(text: string = TEXT, id = 'qingxi-2018'): Report {
  const turn = text.indexOf('二、');
  const frameAt = (start: number): YearFrame =>
    start < turn || turn < 0
      ? { role: 'review', from: 2017, to: 2017 }
      : { role: 'plan', from: 2018, to: 2018 };
  const pathAt = (start: number): readonly string[] => [
    start < turn ? '一、2017年工作回顾' : '二、2018年工作安排',
  ];
  const passages = spans(text, /[^\n]+/g).map(
    (span, index): Passage => ({
      ...span,
      index,
      heading: null,
      headingPath: pathAt(span.start),
      frame: frameAt(span.start),
    }),
  );
  const sentences = spans(text, /[^。；\n]+[。；]?/g).map(
    (span, index): Sentence => ({
      ...span,
      index,
      passage: passages.findIndex(({ start, end }) => start <= span.start && span.end <= end),
      kind: 'body',
      leadIn: null,
      headingPath: pathAt(span.start),
      frame: frameAt(span.start),
    }),
  );
  return {
    id,
    facts: {
      title: '清溪县政府工作报告',
      issuer: '',
      speaker: '',
      date: '2018-01-20',
      yearReviewed: 2017,
      yearPlanned: 2018,
    },
    text,
    headings: [],
    passages,
    sentences,
  };
}

function spans(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
