import { describe, expect, it } from 'vitest';
import { COMMON_ALIASES, createOtherNames, createWordings } from '../../src/question/wordings.ts';

const ALIASES = { 粮食总产量: ['收成', '打粮'], 农村公路: ['乡下的路', '路'], 常住人口: ['人口', 'POP'] };
const CORPUS = '粮食总产量稳定。农村公路成网。常住人口增加。';

describe('createWordings', () => {
  it('begins with the question itself', () => {
    expect(createWordings(ALIASES, CORPUS)('去年的收成')[0]).toBe('去年的收成');
  });

  it('puts the term of the reports where people say it otherwise', () => {
    expect(createWordings(ALIASES, CORPUS)('去年的收成多少')).toEqual([
      '去年的收成多少',
      '去年的粮食总产量多少',
    ]);
  });

  it('reads sayings in any case', () => {
    expect(createWordings(ALIASES, CORPUS)('pop多少')).toContain('常住人口多少');
  });

  it('replaces the longest saying and none within it', () => {
    expect(createWordings(ALIASES, CORPUS)('乡下的路多长')).toEqual(['乡下的路多长', '农村公路多长']);
  });

  it('brings in no term that the reports do not use', () => {
    expect(createWordings(ALIASES, '另一份报告')('去年的收成')).toEqual(['去年的收成']);
  });

  it('leaves a question alone that has the term already', () => {
    expect(createWordings(ALIASES, CORPUS)('粮食总产量也就是收成')).toEqual(['粮食总产量也就是收成']);
  });

  it('reads what stands at a “…” as any few words of the clause', () => {
    const wordings = createWordings({ 非法行医: ['没…诊所'] }, '打击非法行医。');
    expect(wordings('巷口没有执照的小诊所管不管')).toContain('巷口非法行医管不管');
    expect(wordings('没人管，诊所乱开')).toHaveLength(1);
    expect(wordings('没有哪个部门愿意来查一查这诊所')).toHaveLength(1);
  });

  it('reads nothing that asks at a “…”', () => {
    const wordings = createWordings({ 财政赤字: ['赤字…安排'] }, '财政赤字。');
    expect(wordings('赤字怎么安排')).toHaveLength(1);
    expect(wordings('赤字今年安排多少')).toContain('财政赤字多少');
  });

  it('puts in what is said within a saying with a “…”, too', () => {
    const wordings = createWordings({ 外资到位: ['实际…外资'], 利用外资: ['外资'] }, '外资到位。利用外资。');
    expect(wordings('实际进来的外资')).toEqual(['实际进来的外资', '外资到位', '实际进来的利用外资']);
  });

  it('takes marks in a saying for themselves', () => {
    const wordings = createWordings({ 高速路网: ['G(4)…路'] }, '高速路网');
    expect(wordings('G(4)那条路呢')).toContain('高速路网呢');
    expect(wordings('G4那条路呢')).toHaveLength(1);
  });

  it('stops at four wordings', () => {
    const many = Object.fromEntries(
      ['甲业', '乙业', '丙业', '丁业', '戊业'].map((term, index) => [term, [`${index}类`]]),
    );
    expect(createWordings(many, Object.keys(many).join(''))('0类1类2类3类4类')).toHaveLength(4);
  });

  it.each(['', '🙂', '\0\ud800', '长'.repeat(5_000)])('gives back what it knows no saying in', (question) => {
    expect(createWordings(ALIASES, CORPUS)(question)).toEqual([question]);
  });
});

describe('COMMON_ALIASES', () => {
  const faults = (isFault: (saying: string, term: string, sayings: readonly string[]) => boolean) =>
    Object.entries(COMMON_ALIASES).flatMap(([term, sayings]) =>
      sayings.filter((saying) => isFault(saying, term, sayings)).map((saying) => `${term}: ${saying}`),
    );

  it('lists only other names of a term, each once', () => {
    expect(faults((saying, term) => saying === term || saying.trim() === '')).toEqual([]);
    expect(faults((saying, _, sayings) => sayings.indexOf(saying) !== sayings.lastIndexOf(saying))).toEqual(
      [],
    );
  });

  it('takes no “…” for a beginning or an end, nor so little beside it that it fits anything', () => {
    expect(faults((saying) => saying.includes('…') && /^…|…$|……/u.test(saying))).toEqual([]);
    expect(faults((saying) => saying.includes('…') && saying.length < 4)).toEqual([]);
  });
});

describe('createOtherNames', () => {
  it.each([
    ['a saying by its term', '打粮', ['粮食总产量']],
    ['a saying in any case', 'pop', ['常住人口', '人口']],
    ['no word by itself', '粮食总产量', []],
    ['no word of none', '水库', []],
  ])('knows %s', (_, word, expected) => {
    expect(createOtherNames(ALIASES, CORPUS)(word)).toEqual(expected);
  });

  it('gives what the corpus has, and nothing with a gap', () => {
    const names = createOtherNames({ 地区生产总值: ['GDP', '经济增长', '经济…多大'] }, '经济增长5%。');
    expect(names('gdp')).toEqual(['经济增长']);
  });
});
