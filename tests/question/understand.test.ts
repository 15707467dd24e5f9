import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question, Turn } from '../../src/domain/question.ts';
import { type Reader, type Understanding, understand } from '../../src/question/understand.ts';
import { createTokenizer } from '../../src/text/tokenize.ts';

const LIMIT = 300;
const READER: Reader = {
  segment: createTokenizer().words,
  facts: { title: '', issuer: '', speaker: '', date: '', yearReviewed: 2030, yearPlanned: 2031 },
  wordings: (question) => [question],
};

function questions(raw: string, ...history: string[]): readonly Question[] {
  const understood = understand(raw, turns(history), READER);
  return understood.kind === 'questions' ? understood.questions : [];
}

function turns(history: readonly string[]): readonly Turn[] {
  return history.map((question) => ({ question }));
}

/** `smalltalk greeting`, `no empty`, `questions`. */
function outcome(understood: Understanding): string {
  return 'reason' in understood ? `${understood.kind} ${understood.reason}` : understood.kind;
}

describe('understand', () => {
  it('reads what a question asks, and of what time', () => {
    expect(questions(' 去年粮食总產量是幾多？ ')).toMatchObject([
      {
        raw: ' 去年粮食总產量是幾多？ ',
        text: '去年粮食总产量是多少?',
        asks: 'figure',
        time: { years: [2030] },
        language: 'zh',
      },
    ]);
  });

  it('gives a question the wordings of its reader', () => {
    const reader: Reader = { ...READER, wordings: (question) => [question, `${question}（别名）`] };
    const understood = understand('粮食总产量是多少', [], reader);
    expect(understood).toMatchObject({
      questions: [{ wordings: ['粮食总产量是多少', '粮食总产量是多少（别名）'] }],
    });
  });

  it('searches a question without its time and the place of the report, too', () => {
    const facts = { ...READER.facts, issuer: '青石县人民政府' };
    const understood = understand('青石县去年全县粮食总产量是多少', [], { ...READER, facts });
    expect(understood).toMatchObject({
      questions: [
        { wordings: ['青石县去年全县粮食总产量是多少', '粮食总产量是多少'], time: { years: [2030] } },
      ],
    });
  });

  it('gives no stretch of years to what asks for no figure', () => {
    expect(questions('这五年种了多少树?那个新苗圃弄到哪一步了')[1]?.text).not.toContain('五年');
    expect(questions('这五年种了多少树?修了几条路')[1]?.text).toContain('五年');
  });

  it('gives the year said first to what follows in the same breath', () => {
    const [, second] = questions('去年种了多少树、招了几名教师');
    expect(second?.time.years).toEqual([2030]);
  });

  it('asks each side of a comparison for itself', () => {
    const understood = understand('去年小麦产量比玉米产量多多少吨', [], READER);
    expect(understood).toMatchObject({ comparison: 'difference' });
    expect(questions('去年小麦产量比玉米产量多多少吨').map(({ text }) => text)).toEqual([
      '去年小麦产量是多少吨',
      '去年玉米产量是多少吨',
    ]);
  });

  it('reads two questions of one message one after the other', () => {
    expect(questions('去年种了多少树？今年打算种多少？').map(({ time }) => time.years)).toEqual([
      [2030],
      [2031],
    ]);
  });

  it('lets the second question of a message lean on the first', () => {
    expect(questions('去年粮食总产量是多少？那今年是多少？').at(-1)?.text).toMatch(/今年.*粮食/);
  });

  it('makes a follow-up stand alone', () => {
    expect(questions('那今年呢', '去年粮食总产量是多少')).toMatchObject([
      { text: '今年粮食总产量是多少', time: { years: [2031] } },
    ]);
  });

  it('leans on the question before small talk', () => {
    expect(questions('那今年呢', '去年粮食总产量是多少', '谢谢')[0]?.text).toBe('今年粮食总产量是多少');
  });

  it('leans on an earlier follow-up as it was understood then', () => {
    expect(questions('前年呢', '去年粮食总产量是多少', '那今年呢')[0]?.text).toBe('前年粮食总产量是多少');
  });

  it('keeps the topic where a message in between names none', () => {
    const [asked] = questions('那是为什么', '去年粮食总产量是多少', '今年定多少');
    expect(asked?.text).toContain('粮食总产量');
  });

  it('leans on what an earlier follow-up leaned on that only says what was done', () => {
    const [question] = questions('二期有多大', '科创港一期建成没有', '入驻了多少企业');
    expect(question?.text).toBe('科创港二期有多大');
  });

  it('asks how it stands by now behind the year of a target', () => {
    const texts = questions('到2035年高铁要通多少公里，现在通了多少').map(({ text }) => text);
    expect(texts).toEqual(['到2035年高铁要通多少公里', '高铁现在通了多少公里']);
  });

  it('remembers the question that a message leans on', () => {
    expect(questions('那今年呢', '去年粮食总产量是多少')[0]?.leansOn).toBe('去年粮食总产量是多少');
    expect(questions('全县去年一共新建了多少公里农村公路', '去年粮食总产量是多少')[0]?.leansOn).toBe('');
  });

  it('searches for a message without the time of what it leans on, too', () => {
    expect(questions('芝麻呢', '今年小麦产量要达到多少')[0]?.wordings).toEqual([
      '今年芝麻多少',
      '芝麻多少',
      '今年芝麻产量多少',
      '芝麻产量多少',
    ]);
  });

  it('remembers the member of a list that is asked for', () => {
    expect(questions('第二个是什么', '今年有哪些重点工程')).toMatchObject([
      { text: '今年有哪些重点工程', ordinal: 2 },
    ]);
  });

  it('searches for what a long message asks, and for the message', () => {
    const long =
      '我们村以前的路不好走,一下雨就一身泥。后来听说修路了。去年全县修了多少公里农村公路?谢谢你们。';
    const [question] = questions(long);
    expect(question).toMatchObject({ text: '去年全县修了多少公里农村公路?', time: { years: [2030] } });
    expect(question?.wordings).toContain(long);
  });

  it('words an English question in Chinese', () => {
    expect(questions('How much was the GDP last year?')).toMatchObject([
      { language: 'en', asks: 'figure', time: { years: [2030] } },
    ]);
  });

  it('takes one English word for English, an abbreviation not', () => {
    expect(questions('toilets')).toMatchObject([{ language: 'en', text: '厕所' }]);
    expect(questions('GDP')).toMatchObject([{ language: 'zh' }]);
  });

  it('leans an English follow-up on the English question before it', () => {
    expect(questions('How about this year?', 'How much was the GDP last year?')).toMatchObject([
      { language: 'en', text: '今年地区生产总值多少' },
    ]);
  });

  it.each([
    ['nothing', '', 'no empty'],
    ['white space', ' \n\u3000', 'no empty'],
    ['control characters', '\0\u0007', 'no not-understood'],
    ['zero-width characters', '\u200b\u2060', 'no not-understood'],
    ['right-to-left marks', '\u202e\u200f', 'no not-understood'],
    ['lone surrogates', '\ud83d\ud83d', 'no not-understood'],
    ['emoji', '🙂🎉', 'no not-understood'],
    ['characters of another encoding', '锟斤拷烫烫烫', 'no not-understood'],
    ['marks', '？？？', 'no not-understood'],
    ['digits', '12345', 'no not-understood'],
    ['another script', 'Сколько', 'no not-understood'],
    ['a message over the limit', '长'.repeat(LIMIT + 1), 'no too-long'],
    ['a message far over the limit', '长'.repeat(200_000), 'no too-long'],
    ['English about something else', 'tell me about kittens', 'foreign'],
    ['a greeting', '你好', 'smalltalk greeting'],
  ])('answers %s without a search', (_, raw, expected) => {
    expect(outcome(understand(raw, [], READER))).toBe(expected);
  });

  it('reads a message just as long as the limit', () => {
    expect(outcome(understand('粮'.repeat(LIMIT), [], READER))).toBe('questions');
  });

  it('measures the message without its invisible characters', () => {
    expect(outcome(understand(`粮食总产量是多少${'\u200b'.repeat(LIMIT)}`, [], READER))).toBe('questions');
  });

  it('does not grow over the limit by what it leans on', () => {
    const earlier = `今年${'粮食'.repeat(LIMIT / 2 - 1)}`;
    expect(questions('今年'.repeat(LIMIT / 2), earlier).map(({ text }) => text.length <= LIMIT)).toEqual([
      true,
    ]);
  });

  it('never throws and never gives a question that is empty or over the limit, whatever is sent before and now', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '粮食',
        '今年',
        '去年',
        '多少',
        '？',
        '那',
        '呢',
        '它',
        '第三个',
        'gdp ',
        'how much ',
        '，',
        '另外',
        '粮食'.repeat(60),
        '\ud800',
        '\u202e',
        '\0',
      ),
    );
    const message = fc.array(unit, { maxLength: 8 }).map((units) => units.join(''));
    fc.assert(
      fc.property(message, fc.array(message, { maxLength: 3 }), (raw, history) => {
        for (const { text, wordings } of questions(raw, ...history)) {
          expect(text.length).toBeLessThanOrEqual(LIMIT);
          expect(text).not.toBe('');
          expect(wordings).not.toContain('');
        }
      }),
      { numRuns: 400 },
    );
  });
});
