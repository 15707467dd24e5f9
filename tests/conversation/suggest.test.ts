import { describe, expect, it } from 'vitest';
import { createSuggest, type KnownQuestion } from '../../src/conversation/suggest.ts';
import type { Answer } from '../../src/domain/answer.ts';

const LIFE = ['一、回顾', '（三）民生'];
const CITY = ['一、回顾', '（二）城乡'];
const PLAN = ['二、安排', '（一）产业'];

function known(question: string, headingPath: readonly string[], start: number): KnownQuestion {
  return { question, reportId: 'yunxi', headingPath, spans: [{ start, end: start + 10 }] };
}

const KNOWN = [
  known('新建了几座公园', CITY, 100),
  known('公园新建了多少座', CITY, 105),
  known('改造了几个老旧小区', CITY, 200),
  known('整治了几条背街小巷', CITY, 300),
  known('新增了几条公交线路', CITY, 400),
  known('新建了几所幼儿园', LIFE, 500),
  known('四大集群是哪四个', PLAN, 600),
];

function answerAt(start: number, headingPath: readonly string[], quote: string): Answer {
  const citation = { reportId: 'yunxi', headingPath, quote, passage: 1, start, end: start + 10 };
  return { kind: 'answer', statement: quote, citations: [citation], confidence: 0.9 };
}

const PARKS = answerAt(100, CITY, '新建口袋公园3座');
const HELLO: Answer = { kind: 'smalltalk', reason: 'greeting', statement: '您好。' };

describe('createSuggest', () => {
  const suggest = createSuggest(KNOWN);

  it('suggests what stands near, three at most, never what has the same answer', () => {
    expect(suggest('建了几座公园', PARKS, [])).toEqual([
      '改造了几个老旧小区',
      '整治了几条背街小巷',
      '新增了几条公交线路',
    ]);
  });

  it('suggests nothing that was asked before', () => {
    const asked = ['改造了几个老旧小区', '整治了几条背街小巷'];
    expect(suggest('建了几座公园', PARKS, asked)).not.toEqual(expect.arrayContaining(asked));
  });

  it('puts what has words in common first', () => {
    const said = answerAt(900, CITY, '新增公交线路4条');
    expect(suggest('公交线路新增几条', said, [])[0]).toBe('新增了几条公交线路');
  });

  it('suggests nothing that has nothing to do with the answer', () => {
    expect(suggest('出口多少', answerAt(950, ['三、外贸'], '出口额突破8亿元'), [])).toEqual([]);
  });

  it('begins with questions from all over the report, of which no two have the same answer', () => {
    const samples = suggest('你好', HELLO, []);
    expect(samples).toHaveLength(3);
    expect(samples).toEqual(expect.arrayContaining(['新建了几所幼儿园', '四大集群是哪四个']));
  });

  it('offers whole questions only, no words for a search engine and none cut short', () => {
    const offered = createSuggest([
      known('云溪 公园 数量', CITY, 200),
      known('绿地今年目标', CITY, 300),
      known('路灯几盏', CITY, 400),
      known('今年要新建多少公里绿道', CITY, 500),
    ]);
    expect(offered('建了几座公园', PARKS, [])).toEqual(['今年要新建多少公里绿道']);
    expect(offered('你好', HELLO, [])).toEqual(['今年要新建多少公里绿道']);
  });

  it('has nothing to suggest without cases', () => {
    expect(createSuggest([])('你好', HELLO, [])).toEqual([]);
    expect(createSuggest([])('建了几座公园', PARKS, [])).toEqual([]);
  });
});
