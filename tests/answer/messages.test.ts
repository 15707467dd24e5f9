import { describe, expect, it } from 'vitest';
import {
  failureStatement,
  notSaid,
  nowNote,
  refusalStatement,
  smallTalkStatement,
} from '../../src/answer/messages.ts';
import type { RefusalReason, SmallTalk } from '../../src/domain/answer.ts';
import type { Language } from '../../src/domain/question.ts';
import type { ReportFacts } from '../../src/domain/report.ts';

const FACTS: ReportFacts = {
  title: '云溪县人民政府工作报告',
  issuer: '云溪县人民政府',
  speaker: '沈岚',
  date: '2034-01-09',
  yearReviewed: 2033,
  yearPlanned: 2034,
};
const BARE: ReportFacts = {
  title: '',
  issuer: '',
  speaker: '',
  date: '',
  yearReviewed: null,
  yearPlanned: null,
};
const REASONS = Object.keys({
  'not-in-report': 0,
  'mentioned-but-not-this': 0,
  'other-year': 0,
  errand: 0,
  complaint: 0,
  emergency: 0,
  opinion: 0,
  'off-topic': 0,
  injection: 0,
  privacy: 0,
  'not-understood': 0,
  'too-long': 0,
  empty: 0,
} satisfies Record<RefusalReason, 0>) as RefusalReason[];
const TALK = Object.keys({
  greeting: 0,
  thanks: 0,
  goodbye: 0,
  identity: 0,
  help: 0,
  acknowledgement: 0,
  abuse: 0,
} satisfies Record<SmallTalk['reason'], 0>) as SmallTalk['reason'][];
const LANGUAGES: readonly Language[] = ['zh', 'en'];

const everything = (facts: ReportFacts) =>
  LANGUAGES.flatMap((language) => [
    ...REASONS.map((reason) => refusalStatement(reason, facts, language, null)),
    ...TALK.map((reason) => smallTalkStatement(reason, facts, language)),
    failureStatement(language),
  ]);

describe('messages', () => {
  it('has words of its own for each reason', () => {
    const said = REASONS.map((reason) => refusalStatement(reason, FACTS, 'zh', null));
    expect(new Set(said).size).toBe(REASONS.length);
  });

  it.each([
    ['the facts', FACTS, ['2033', '2034']],
    ['nothing', BARE, []],
  ])('says no figures but those of %s, the numbers to call and the longest question', (_, facts, known) => {
    const figures = new Set(everything(facts).flatMap((said) => said.match(/\d+/gu) ?? []));
    const called = ['12345', '110', '119', '120', '300'];
    expect([...figures].filter((figure) => !known.includes(figure)).sort()).toEqual(called.sort());
  });

  it('never leaves a gap where a fact is missing', () => {
    for (const said of everything(BARE)) expect(said).not.toMatch(/null|undefined|《》|NaN|，，|\(\)| {2}/u);
  });

  it('speaks the language of the question', () => {
    const said = (language: Language) => [
      ...REASONS.map((reason) => refusalStatement(reason, BARE, language, null)),
      ...TALK.map((reason) => smallTalkStatement(reason, BARE, language)),
      failureStatement(language),
    ];
    for (const english of said('en')) expect(english).not.toMatch(/\p{Script=Han}/u);
    for (const chinese of said('zh')) expect(chinese).toMatch(/\p{Script=Han}.*[。]$/u);
  });

  it('names the year that the report does not speak of', () => {
    const time = { years: [2030, 2033], period: null, now: false };
    expect(refusalStatement('other-year', FACTS, 'zh', time)).toBe(
      '这份报告只讲2033年的完成情况和2034年的安排，没有2030年的内容。',
    );
    expect(refusalStatement('other-year', FACTS, 'zh', null)).toContain('没有别的年份的内容');
  });

  it('repeats the question that is not answered', () => {
    for (const language of LANGUAGES) expect(notSaid('航天发射几次', language)).toContain('“航天发射几次”');
  });

  it('says how old the report is, where it says it itself', () => {
    expect(nowNote(FACTS, 'zh')).toContain('2034年1月');
    expect(LANGUAGES.map((language) => nowNote(BARE, language))).toEqual(['', '']);
  });
});
