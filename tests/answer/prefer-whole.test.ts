import { describe, expect, it } from 'vitest';
import { everyOneFirst, wholeFirst } from '../../src/answer/prefer-whole.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

const REPORT = countyReport({
  review: '全年完成工业固定资产投资48.3亿元。预计完成固定资产投资151.3亿元。农村居民人均可支配收入2万元。',
});

function chosen(text: string, likelihoods: readonly [part: string, probability: number][]): string {
  const question = ask(text);
  const able = likelihoods.map(([part, probability]) => judge(REPORT, part, question, probability));
  const best = wholeFirst(question, able[0], able);
  return best === undefined ? '' : textOf(REPORT, best.quote);
}

describe('wholeFirst', () => {
  const PART = '工业固定资产投资';
  const WHOLE = '预计完成固定资产投资';

  it('takes the figure of the whole before that of a part that is not named', () => {
    expect(
      chosen('去年固定资产投资多少亿元？', [
        [PART, 0.9],
        [WHOLE, 0.5],
      ]),
    ).toContain('151.3亿元');
  });

  it('takes the figure of all trade before that with some partners', () => {
    const report = countyReport({
      review: '外贸加快发展，对东盟进出口增长16%，服务贸易进出口总额达3亿元。进出口总额增长18%。',
    });
    const question = ask('去年进出口增长多少？');
    const able = ['对东盟', '进出口总额增长'].map((part, at) =>
      judge(report, part, question, 0.9 - 0.3 * at),
    );
    const best = wholeFirst(question, able[0], able);
    expect(best === undefined ? '' : textOf(report, best.quote)).toContain('18%');
  });

  it('takes jobs and the jobless of the towns for all of them', () => {
    const report = countyReport({ plan: '城镇新增就业1万人以上。带动企业新增就业800人。' });
    const question = ask('今年新增就业多少人？');
    const able = ['1万人', '800人'].map((part, at) => judge(report, part, question, 0.9 - 0.2 * at));
    const best = wholeFirst(question, able[0], able);
    expect(best === undefined ? '' : textOf(report, best.quote)).toContain('1万人');
  });

  it('keeps the part where it is asked for', () => {
    expect(
      chosen('去年工业固定资产投资多少亿元？', [
        [PART, 0.9],
        [WHOLE, 0.8],
      ]),
    ).toContain('48.3亿元');
  });

  it('keeps the part where nothing else is near as likely', () => {
    expect(
      chosen('去年固定资产投资多少亿元？', [
        [PART, 0.9],
        [WHOLE, 0.3],
      ]),
    ).toContain('48.3亿元');
    expect(
      chosen('去年居民人均可支配收入多少？', [
        ['农村居民', 0.9],
        [WHOLE, 0.8],
      ]),
    ).toContain('2万元');
  });

  it('has nothing to choose where nothing answers', () => {
    expect(wholeFirst(ask('去年固定资产投资多少亿元？'), undefined, [])).toBeUndefined();
  });
});

describe('everyOneFirst', () => {
  const report = countyReport({
    review: '云溪铁路建成通车，新增高铁里程81公里。基础设施全面提升，实现乡乡通高铁。各村通了网。',
  });
  const chosen = (text: string, parts: readonly string[]) => {
    const question = ask(text);
    const able = parts.map((part, at) => judge(report, part, question, 0.4 - 0.15 * at));
    const best = everyOneFirst(question, able[0], able);
    return best === undefined ? '' : textOf(report, best.quote);
  };

  it('takes what is so of all before what is so of one', () => {
    expect(chosen('每个乡都通高铁了没', ['81公里', '乡乡通'])).toContain('乡乡通高铁');
    expect(chosen('乡乡都通高铁了吗', ['81公里', '乡乡通'])).toContain('乡乡通高铁');
  });

  it('keeps what is likelier where not all are asked for, or the other tells of others', () => {
    expect(chosen('高铁通了没', ['81公里', '乡乡通'])).toContain('81公里');
    expect(chosen('每个乡都通高铁了没', ['81公里', '各村'])).toContain('81公里');
    expect(chosen('每个乡都通高铁了没', [])).toBe('');
  });
});
