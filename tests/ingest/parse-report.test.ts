import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { parseReport } from '../../src/ingest/parse-report.ts';
import { readCorpus } from '../../src/ingest/read-corpus.ts';
import { chromeOf, frameText, headingTree, sentenceWith } from './describe-report.ts';
import { expectSoundReport } from './expect-sound-report.ts';

describe('reports as they come from web pages', () => {
  const reports = new Map<string, Report>();

  beforeAll(async () => {
    for (const file of await readCorpus(join(import.meta.dirname, '../fixtures/reports')))
      reports.set(file.id, parseReport(file));
  });

  it('are sound in every layout', () => {
    expect([...reports.keys()]).toHaveLength(7);
    for (const report of reports.values()) expectSoundReport(report);
  });

  it('keep byte order mark and CRLF in their offsets, and leave the page around them out', () => {
    const report = reportOf('crlf-bom-chrome');
    expect(report.text.charCodeAt(0)).toBe(0xfeff);
    expect(report.text).toContain('\r\n');
    expect(chromeOf(report)).toBe(
      '当前位置：首页>政府工作报告打印【字号：大小】来源：青禾日报时间：2021-02-18' +
        '县长林岚作政府工作报告。本报记者何一摄扫一扫在手机打开当前页责任编辑：张三打印本页关闭窗口',
    );
    expect(report.facts).toEqual({
      title: '2021年青禾县人民政府工作报告',
      issuer: '青禾县人民政府',
      speaker: '林岚',
      date: '2021-02-03',
      yearReviewed: 2020,
      yearPlanned: 2021,
    });
  });

  it('read headings that run into their paragraphs', () => {
    expect(headingTree(reportOf('crlf-bom-chrome'))).toEqual([
      '一、2020年工作回顾 [review 2020]',
      '  （一）产业根基更加牢固 [review 2020]',
      '  （二）人居环境持续改善 [review 2020]',
      '二、2021年重点工作 [plan 2021]',
      '  今年主要预期目标 [plan 2021]',
      '  （一）建设茶香小镇 [plan 2021]',
      '    加快茶旅融合 [plan 2021]',
      '    补齐民生短板 [plan 2021]',
    ]);
  });

  it('let a sentence that names another year have it', () => {
    expect(frameText(sentenceWith(reportOf('crlf-bom-chrome'), '实现乡镇幼儿园全覆盖').frame)).toBe(
      'plan 2023',
    );
  });

  it('read GBK and UTF-16 files', () => {
    expect(reportOf('gbk').facts).toMatchObject({
      title: '石湾县政府工作报告',
      speaker: '周明',
      date: '2019-01-09',
    });
    expect(sentenceWith(reportOf('gbk'), '粮食总产量').frame).toEqual({
      role: 'review',
      from: 2018,
      to: 2018,
    });
    expect(reportOf('utf-16').facts).toMatchObject({ issuer: '海岬区人民政府', speaker: '欧阳静' });
  });

  it('take the year after a delivery in December as the one planned', () => {
    expect(reportOf('utf-16').facts).toMatchObject({
      date: '2024-12-26',
      yearReviewed: 2024,
      yearPlanned: 2025,
    });
  });

  it('read half-width punctuation, points of figures and of list numbers apart', () => {
    const report = reportOf('half-width');
    expect(headingTree(report)).toEqual([
      '一、2016年工作回顾 [review 2016]',
      '  (一)工业经济稳步增长 [review 2016]',
      '  (二)村容村貌焕然一新 [review 2016]',
      '二、2017年工作打算 [plan 2017]',
      '  1.抓好招商引资 [plan 2017]',
      '  2.抓好美丽乡村建设 [plan 2017]',
    ]);
    const { start, end } = sentenceWith(report, 'PM2.5');
    expect(report.text.slice(start, end)).toBe('PM2.5平均浓度下降12.4%.');
  });

  it('follow a part that looks back and ahead through its times', () => {
    const report = reportOf('five-years');
    expect(headingTree(report)[0]).toBe('一、过去五年工作回顾 [review 2017–2021]');
    expect(headingTree(report)[3]).toContain('[none 2016–2025]');
    expect(frameText(sentenceWith(report, '棚户区').frame)).toBe('review 2016–2020');
    expect(frameText(sentenceWith(report, '新城规划面积').frame)).toBe('plan 2021–2025');
  });

  it('do not take the year of a thing, or one measured against, for the time of the sentence', () => {
    const report = reportOf('five-years');
    expect(frameText(sentenceWith(report, '2015年立项').frame)).toBe('review 2021');
    expect(frameText(sentenceWith(report, '地区生产总值从2016年').frame)).toBe('review 2021');
    expect(frameText(sentenceWith(report, '去年启动的种业园区').frame)).toBe('plan 2022');
  });

  it('leave the shortcomings in the review and out of its last point', () => {
    const shortcomings = sentenceWith(reportOf('five-years'), '我们也清醒看到');
    expect(frameText(shortcomings.frame)).toBe('review 2017–2021');
    expect(shortcomings.headingPath).toEqual(['一、过去五年工作回顾']);
  });

  it('let report.json go before the text', () => {
    expect(reportOf('five-years').facts).toMatchObject({
      issuer: '澄江市人民政府',
      speaker: '沈河',
      yearPlanned: 2022,
    });
  });

  it('read headings without numbers, appendix and glossary', () => {
    expect(headingTree(reportOf('bare-headings'))).toEqual([
      '“十四五”时期和2025年工作回顾 [review 2021–2025]',
      '  交通条件极大改善 [review 2021–2025]',
      '  生态优势更加彰显 [review 2021–2025]',
      '  特色农业提质增效 [review 2025]',
      '  文旅产业加快发展 [review 2025]',
      '“十五五”时期主要目标任务 [plan 2026–2030]',
      '2026年重点工作 [plan 2026]',
      '  （一）提升群众生活品质 [plan 2026]',
      '    稳住就业基本盘 [plan 2026]',
      '    办好家门口的学校 [plan 2026]',
      '附件 [none]',
      '  名词解释 [none]',
      '    1.“两山” [none]',
      '    2.“一村一医” [none]',
    ]);
    expect(reportOf('bare-headings').facts.speaker).toBe('扎西·顿珠');
  });

  it('join lines that the page has broken at a fixed width', () => {
    const report = reportOf('hard-wrapped');
    expect(report.passages).toHaveLength(11);
    const { start, end } = sentenceWith(report, '打通');
    expect(report.text.slice(start, end).replaceAll('\n', '')).toBe(
      '新建改建城市道路11条，打通断头路4条，新增公共停车位1600个，新建街头游园7处，城市绿化覆盖率达到39.5%。',
    );
    expect(report.facts).toMatchObject({ title: '政府工作报告', issuer: '东浦区人民政府', speaker: '许诺' });
  });

  function reportOf(id: string): Report {
    const report = reports.get(id);
    if (report === undefined) throw new Error(`There is no fixture ${id}.`);
    return report;
  }
});

describe('a part that goes through five years and the last of them', () => {
  const report = parse(
    [
      '2022年青山县政府工作报告\n\n各位代表：\n\n一、过去五年和2021年工作回顾\n\n',
      '五年来，我们负重前行。全县建成水库9座。\n\n2021年，预计完成地区生产总值142亿元。\n\n',
      '回顾五年特别是过去一年的工作，我们主要抓了以下几个方面：\n\n（一）产业更加坚实\n\n',
      '项目提速。新建标准厂房8万平方米。五年累计争取上级资金74亿元。\n\n农业增效。新增茶园3万亩。\n\n',
      '（二）民生持续增进\n\n五年来民生支出累计达103亿元。为民实事全部完成。\n\n',
      '教育优先。新增学位810个。\n\n文旅融合。全年接待游客286万人次，恢复到2019年的91%。\n\n',
      '二、2022年重点工作\n\n办好10件实事：1.新增车位100个，改造公厕12座；2.新建幸福院12所；3.改造农贸市场3个。\n',
    ].join(''),
  );

  it.each([
    ['全县建成水库9座。', 'review 2017–2021'],
    ['新建标准厂房8万平方米。', 'review 2021'],
    ['五年累计争取上级资金74亿元。', 'review 2017–2021'],
    ['新增茶园3万亩。', 'review 2021'],
    ['五年来民生支出累计达103亿元。', 'review 2017–2021'],
    ['为民实事全部完成。', 'review 2021'],
    ['新增学位810个。', 'review 2021'],
    ['全年接待游客286万人次，恢复到2019年的91%。', 'review 2021'],
  ])('has the years of what was said for them: %s', (words, frame) => {
    expect(frameText(sentenceWith(report, words).frame)).toBe(frame);
  });

  it('keeps the number of an item with it where it follows a colon', () => {
    const first = sentenceWith(report, '新增车位100个');
    expect(report.text.slice(first.start, first.end)).toBe('1.新增车位100个，改造公厕12座；');
    expect(report.text.slice(first.leadIn?.start, first.leadIn?.end)).toBe('办好10件实事：');
  });
});

describe('a sentence that goes on to another time', () => {
  const report = parse(
    [
      '2019年青山县政府工作报告\n\n各位代表：\n\n一、2018年工作回顾\n\n',
      '2018年新建学校10所，今年计划新建20所。关停小矿山50家，今年要关停10家；改造危房300户。',
      '去年修建公路30公里，2019年，再修40公里。绿化覆盖率比2017年高2个百分点，由去年的30%提高到32%。',
      '建成“去年立项，今年动工”的桥3座。三件实事完成两件，另一件顺延至今年6月。过去一年，法治不断加强。新的一年，要依法办事。扩大法律援助。\n\n二、2019年重点工作\n\n修渠。新修梯田7万亩，力争2021年实现梯田化。粮食年均增产2%，到2022年突破9万吨。\n',
    ].join(''),
  );

  it.each([
    ['新建学校10所，', 'review 2018'],
    ['今年计划新建20所。', 'plan 2019'],
    ['关停小矿山50家，', 'review 2018'],
    ['今年要关停10家；', 'plan 2019'],
    ['改造危房300户。', 'review 2018'],
    ['去年修建公路30公里，', 'review 2018'],
    ['2019年，再修40公里。', 'plan 2019'],
    ['绿化覆盖率比2017年高2个百分点，由去年的30%提高到32%。', 'review 2018'],
    ['建成“去年立项，今年动工”的桥3座。', 'review 2018'],
    ['三件实事完成两件，另一件顺延至今年6月。', 'review 2018'],
    ['法治不断加强。', 'review 2018'],
    ['要依法办事。', 'plan 2019'],
    ['扩大法律援助。', 'plan 2019'],
    ['新修梯田7万亩，', 'plan 2019'],
    ['力争2021年实现梯田化。', 'plan 2021'],
    ['粮食年均增产2%，', 'plan 2019'],
    ['到2022年突破9万吨。', 'plan 2022'],
  ])('is cut there: %s', (words, frame) => {
    const sentence = sentenceWith(report, words);
    expect(report.text.slice(sentence.start, sentence.end).endsWith(words)).toBe(true);
    expect(frameText(sentence.frame)).toBe(frame);
  });

  it('leans on the words before', () => {
    const { leadIn } = sentenceWith(report, '今年要关停10家');
    expect(leadIn && report.text.slice(leadIn.start, leadIn.end)).toBe('关停小矿山50家，');
    expectSoundReport(report);
  });
});

describe('facts that the text does not give', () => {
  it('stay empty', () => {
    const report = parse('各位代表：\n我们要加强城市管理，改善人居环境，提高群众满意度。\n');
    expect(report.facts).toEqual({
      title: '',
      issuer: '',
      speaker: '',
      date: '',
      yearReviewed: null,
      yearPlanned: null,
    });
  });

  it('leave a bare 区人民政府 without a place unsaid', () => {
    expect(parse('各位代表：\n现在，我代表区人民政府，向大会报告工作，请予审议。\n').facts.issuer).toBe('');
  });

  it('include the years where 去年 is followed by one, or five years are measured against the one before', () => {
    expect(
      parse('一、去年工作回顾\n2005年，全县粮食增产。\n二、今年任务\n再增产。\n').facts.yearPlanned,
    ).toBe(2006);
    const five =
      '一、过去五年工作回顾\n财政收入从2007年的3亿元增加到2012年的9亿元。公路由2007年的90公里增加到2012年的180公里。\n';
    expect(parse(five).facts.yearReviewed).toBe(2012);
  });
});

describe('a stretch of years that is said first', () => {
  const frames = (review: string) =>
    parse(`一、2015年工作回顾\n${review}\n二、2016年工作安排\n再修桥。\n`)
      .sentences.filter(({ kind }) => kind === 'body')
      .map(({ frame }) => frame.from)
      .slice(0, -1);

  it('holds for the rest of its passage where it tells no figure', () => {
    expect(
      frames('2015年是收官之年。过去五年，成就举世瞩目。修桥30座。新增就业9000人。\n种树5万棵。'),
    ).toEqual([2015, 2011, 2011, 2011, 2015]);
  });

  it('holds for its own sentence where it tells one, and until another time is said', () => {
    expect(frames('形势很好。过去五年，修桥30座。种树5万棵。')).toEqual([2015, 2011, 2015]);
    expect(frames('形势很好。过去五年，成就很大。2015年，再创佳绩。种树5万棵。')).toEqual([
      2015, 2011, 2015, 2015,
    ]);
  });
});

describe('a loose heading', () => {
  it('takes what it holds with it where it ends', () => {
    const report = parse(
      '各位代表：\n二是做优农业。\n——2026年1月5日在某县第三届人民代表大会第二次会议上\n今年预期目标：生产总值增长8%；城镇新增就业1万人以上；居民收入与经济增长同步；节能减排完成上级下达任务，单位能耗下降3%。\n',
    );
    expectSoundReport(report);
    expect(report.headings.map(({ level }) => level)).toEqual([1, 2, 1]);
  });
});

describe('wrapped and marked-up lines', () => {
  it('join a title that the page has broken, an office and a name', () => {
    const report = parse(
      '政府工作报\n告\n\n——2017年3月5日在第二届人民代表大会第一次会议上\n\n市长\n　王　雨\n\n各位代表：\n\n一、2016年工作回顾\n\n修桥3座。\n',
    );
    expect(report.facts).toMatchObject({ title: '政府工作报告', speaker: '王雨' });
  });

  it('join words that the page has linked, and drop the mark-up of bold type', () => {
    const text =
      "各位代表：\n\n一、2006年工作回顾\n\n颁布了《\n防汛条例\n》，建成\n高速公路\n90公里。\n\n'\n——改革进一步深化。'\n粗体文字\n重点领域改革取得新进展。\n";
    const report = parse(text);
    expectSoundReport(report);
    expect(
      report.passages.map(({ start, end }) => report.text.slice(start, end).replaceAll('\n', '')),
    ).toEqual([
      '各位代表：',
      '一、2006年工作回顾',
      '颁布了《防汛条例》，建成高速公路90公里。',
      '——改革进一步深化。',
      '重点领域改革取得新进展。',
    ]);
    expect(sentenceWith(report, '重点领域').headingPath).toEqual(['一、2006年工作回顾', '改革进一步深化']);
  });

  it('leave a table of contents out, and keep headings that come before the first salutation', () => {
    const body =
      '一、2017年工作回顾\n修桥3座，方便群众出行。\n各位代表！成绩来之不易。\n二、2018年重点工作\n建校2所，新增学位900个。\n';
    const report = parse(`政府工作报告\n目录\n一、2017年工作回顾\n二、2018年重点工作\n${body}`);
    expect(chromeOf(report)).toBe('目录一、2017年工作回顾二、2018年重点工作');
    expect(headingTree(report)).toEqual([
      '一、2017年工作回顾 [review 2017]',
      '二、2018年重点工作 [plan 2018]',
    ]);
  });

  it('keep opening words without a salutation, also where the page breaks them', () => {
    const report = parse(
      '区长 王雨\n我代表区人民政府，向大会报告工作，请予审议，\n并请列席人员提意见。\n一、2017年工作回顾\n修桥3座。\n',
    );
    expect(report.facts.speaker).toBe('王雨');
    expect(chromeOf(report)).toBe('');
    expect(report.passages).toHaveLength(4);
  });

  it('end the report where the page’s tail begins, but not at a lone line like one', () => {
    const long = `${'我们要坚持不懈抓好各项工作落实，'.repeat(10)}办好民生实事。`;
    const report = parse(
      `各位代表：\n一、2018年重点工作\n${long}\n打印\n${long}\n${long}\n${long}\n相关报道：\n另一条新闻\n`,
    );
    expect(report.passages).toHaveLength(7);
    expect(chromeOf(report)).toBe('相关报道：另一条新闻');
  });

  it('make each row of a table a sentence that leans on the first row and is of no single year', () => {
    const report = parse(
      '政府工作报告\n各位代表：\n一、2017年工作回顾\n修桥3座。\n附件1\n主要指标\n指标 | 2017年完成 | 2018年目标\n粮食产量 | 62万斤 | 65万斤以上\n养老床位 | 36张 | 39张\n附件2\n名词解释\n甲：指乙。\n',
    );
    const rows = report.sentences.filter(({ leadIn }) => leadIn !== null);
    expect(rows.map(({ start, end }) => report.text.slice(start, end))).toEqual([
      '粮食产量 | 62万斤 | 65万斤以上',
      '养老床位 | 36张 | 39张',
    ]);
    for (const { leadIn, frame, headingPath } of rows) {
      expect(report.text.slice(leadIn?.start, leadIn?.end)).toBe('指标 | 2017年完成 | 2018年目标');
      expect(frameText(frame)).toBe('none');
      expect(headingPath.at(-1)).toBe('主要指标');
    }
    expectSoundReport(report);
  });
});

function parse(text: string): Report {
  return parseReport({ id: 'invented', text, sha256: '', facts: {} });
}
