import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEnumerations } from '../../src/text/enumerations.ts';

/** Members joined by |, then their announced number. */
function read(text: string): readonly string[] {
  return findEnumerations(text).map(
    ({ items, count }) =>
      `${items.map(({ start, end }) => text.slice(start, end)).join('|')} ${count ?? '?'}`,
  );
}

describe('findEnumerations', () => {
  it.each([
    ['光伏、储能、氢能三大产业', ['光伏|储能|氢能 3']],
    ['光伏、储能和氢能三大产业', ['光伏|储能|氢能 3']],
    ['指标分为约束性和预期性两大类', ['约束性|预期性 2']],
    ['路线包括山上与山下2条', ['山上|山下 2']],
    ['养老和医疗提高了两个百分点', []],
    ['水库、泵站等6项工程', ['水库|泵站 6']],
    ['教育、医疗和养老等领域', ['教育|医疗|养老 ?']],
    ['道路、供水以及通信设施', ['道路|供水|通信设施 ?']],
    ['完善甲港、乙港、丙港“三港联动”机制', ['甲港|乙港|丙港 3']],
    ['做强东港、西港、南港、北港4大港区', ['东港|西港|南港|北港 4']],
    ['加强对产权、股权、债权、金融资产交易场所的监管', ['产权|股权|债权|金融资产交易场所的监管 ?']],
    ['从创新、协调、共享3个方面着手', ['创新|协调|共享 3']],
    ['强调要牢固树立和贯彻落实创新、协调、绿色、开放的理念', ['创新|协调|绿色|开放 ?']],
    ['着力提升东大街、人民路特色街、北大街', ['东大街|人民路特色街|北大街 ?']],
    ['力争开工甲高铁、乙高铁、丙高速改扩建等项目', ['甲高铁|乙高铁|丙高速改扩建 ?']],
    ['培育壮大东街、南市广场等商圈', ['东街|南市广场 ?']],
    ['继续推动东、中、西、东北“四大板块”协调发展', ['东|中|西|东北 4']],
    ['实现质量提升、成本降低、收入增长', ['质量提升|成本降低|收入增长 ?']],
    ['开展文明创建、走访困难群众、慰问老人', ['开展文明创建|走访困难群众|慰问老人 ?']],
    ['推动实现产业水平、改革效能、人民生活品质', ['产业水平|改革效能|人民生活品质 ?']],
    ['将运输业、建筑业等行业税率降低', ['运输业|建筑业 ?']],
    ['在政策、金融、人才等方面支持', ['政策|金融|人才 ?']],
    ['完善知识产权创造、保护、运用体系', ['知识产权创造|保护|运用体系 ?']],
    ['我们把民主决策、推进依法行政、加强监督作为工作的三项准则', ['民主决策|推进依法行政|加强监督 3']],
    ['着力推进甲厂、乙厂、丙桥东安置房建设全面开工', ['甲厂|乙厂|丙桥东安置房 ?']],
    ['积极推进甲小学、乙小学及公办幼儿园项目建设', ['甲小学|乙小学|公办幼儿园 ?']],
    ['支持甲市、乙市、丙市等市推进钢铁、造船、航天等项目', ['甲市|乙市|丙市 ?']],
    ['推动创新实力、开放水平、发展能力等“三个提升”', ['创新实力|开放水平|发展能力 3']],
    ['“甲戏”、“乙”美食节、“丙套餐”、丁灯等受人欢迎', ['“甲戏”|“乙”美食节|“丙套餐”|丁灯 ?']],
    ['办好甲运动会、“乙超”、“丙争锋”、丁自行车赛等赛事', ['甲运动会|“乙超”|“丙争锋”|丁自行车赛 ?']],
    ['快速推进甲村、乙村、丙村等征迁', ['甲村|乙村|丙村 ?']],
    ['搞好退耕还林、天然林保护、风沙源和石漠化治理等工程', ['退耕还林|天然林保护|风沙源和石漠化治理 ?']],
    ['签署内地与东港、内地与西港的安排', ['签署内地与东港|内地与西港的安排 ?']],
    ['将范围扩大到东河县和西河县两县', ['东河县|西河县 2']],
    ['东河、西河、北河创建为文明县', ['东河|西河|北河 ?']],
    ['依托甲公司、乙大学和丙研究院联合打造产业园', ['甲公司|乙大学|丙研究院 ?']],
    ['由甲建设集团、乙公司联合打造产业园', ['甲建设集团|乙公司 ?']],
    ['着力稳就业、稳金融、稳预期', ['稳就业|稳金融|稳预期 ?']],
    ['工作人员要自觉接受法律监督、监察监督和人民监督', ['法律监督|监察监督|人民监督 ?']],
    ['经济发展中周期性、结构性、体制性问题交织', ['周期性|结构性|体制性 ?']],
    ['普惠性、基础性、兜底性民生', ['普惠性|基础性|兜底性 ?']],
    ['关闭了一大批质量低劣、浪费资源和污染严重的企业', ['质量低劣|浪费资源|污染严重 ?']],
    ['抓好一批重大任务、重大改革举措、重大项目', ['重大任务|重大改革举措|重大项目 ?']],
    ['全县要大兴甲风，提升执行力，大兴乙风，大兴丙风', ['大兴甲风|大兴乙风|大兴丙风 ?']],
    [
      '鼓励探索政企分开、管办分开、医药分开、盈利和公益分开的形式',
      ['政企分开|管办分开|医药分开|盈利和公益分开 ?'],
    ],
    ['甲铁路、乙铁路、丙铁路加快建设', ['甲铁路|乙铁路|丙铁路 ?']],
    ['甲铁路、乙铁路、丙铁路和丁机场', ['甲铁路|乙铁路|丙铁路|丁机场 ?']],
    ['电影《甲》、戏曲《乙》、歌曲《丙》荣获“五个一工程”奖', ['电影《甲》|戏曲《乙》|歌曲《丙》 ?']],
    ['法治乡村、信用乡村、和谐乡村', ['法治乡村|信用乡村|和谐乡村 ?']],
    ['持久和平、共同繁荣的和谐世界', ['持久和平|共同繁荣的和谐世界 ?']],
    ['法治建设、信用建设和平安建设', ['法治建设|信用建设|平安建设 ?']],
    ['信息公开、社会参与、民众普及', ['信息公开|社会参与|民众普及 ?']],
    ['完善规划、发展产业、建设新区', ['完善规划|发展产业|建设新区 ?']],
    ['坚持党的领导、坚持人民至上、坚持统筹发展和安全', ['坚持党的领导|坚持人民至上|坚持统筹发展和安全 ?']],
  ])('finds the row of %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['四大工程（强基、富民、宜居、创新）', ['强基|富民|宜居|创新 4']],
    ['工程（强基、富民）', ['强基|富民 ?']],
  ])('finds the bracketed members of %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['建成“东苑”、“西苑”和“南苑”三个小区', ['“东苑”|“西苑”|“南苑” 3']],
    ['获评“文明县”“卫生县”', ['“文明县”|“卫生县” ?']],
  ])('finds the quoted names of %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('does not take the figure of the last member for the number of members', () => {
    expect(read('新建道路12条、桥梁3座、公园5个')).toEqual(['新建道路12条|桥梁3座|公园5个 ?']);
  });

  it('keeps the rows of two clauses apart', () => {
    expect(read('发展种植、养殖，推进旅游、康养')).toEqual(['发展种植|养殖 ?', '推进旅游|康养 ?']);
  });

  it('spans a row of clauses with the count right before it', () => {
    const text = '投资要确保“三个高于”，即：用于农村的高于上年，用于教育的高于上年，用于西部的高于上年。';
    const [row] = findEnumerations(text);
    expect(text.slice(row?.span.start, row?.span.end)).toContain('三个高于');
    expect(row?.count).toBe(3);
  });

  it('spans a row with the words that sum it up', () => {
    const text = '发展光伏、储能三大产业';
    const [row] = findEnumerations(text);
    expect(text.slice(row?.span.start, row?.span.end)).toContain('光伏、储能三大');
  });

  it.each(['没有列举', '、、、', '（、）', '（）', '', '🙂', '一、'])('finds none in “%s”', (text) => {
    expect(findEnumerations(text)).toEqual([]);
  });

  it('gives members inside the text, in order and apart', () => {
    const unit = fc.constantFrom(
      ...[
        '甲乙',
        '丙',
        '、',
        '，',
        '和',
        '等',
        '三个',
        '四大',
        '以及',
        '（',
        '）',
        '“',
        '”',
        '5',
        '。',
        ' ',
        '\0',
        '\ud800',
      ],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 24 }), (units) => {
        const text = units.join('');
        for (const { items, span } of findEnumerations(text)) {
          expect(items.length).toBeGreaterThanOrEqual(2);
          expect(span.end).toBeLessThanOrEqual(text.length);
          let from = span.start;
          for (const { start, end } of items) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(end).toBeGreaterThan(start);
            from = end;
          }
          expect(text.length).toBeGreaterThanOrEqual(from);
        }
      }),
      { numRuns: 500 },
    );
  });
});
