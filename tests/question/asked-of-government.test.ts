import { describe, expect, it } from 'vitest';
import { askedOfGovernment } from '../../src/question/asked-of-government.ts';

describe('askedOfGovernment', () => {
  it.each([
    ['娃班里塞了七十号人,后排听都听不清,上头管不管哩', '上头管不管'],
    ['娃撇给他奶,这样的孩儿政府操心不', '这样的孩儿政府操心不'],
    ['赶几个补习班,今年国家有什么打算', '今年国家有什么打算'],
    ['楼顶水箱多少年没人洗,吃水能放心不?今年政府抓这个不', '今年政府抓这个不'],
    ['换了个领导就不认了,上面怎么说', '上面怎么说'],
    ['厂子都往乡下搬,臭得很,这让搬吗', '这让搬吗'],
    ['占着位子不干活,这报告里提没提', '这报告里提没提'],
    ['手里没本,县里能借点不', '县里能借点不'],
    ['水脏得不能吃,有人管没', '有人管没'],
  ])('is what a story ends in: %s', (text, last) => {
    expect(askedOfGovernment(text)).toBe(last);
  });

  it.each([
    ['no story goes before it', '政府管不管补习班'],
    ['somebody is told off', '停水第三天了,你们政府管不管'],
    ['it asks how many before that', '去年修了多少公里,今年政府还修不修'],
    ['it asks when before that', '什么时候能通水,政府管不管'],
    ['whoever asks is let live', '物价涨成这样,还让不让人活'],
    ['it asks of somebody else', '娃发烧了,医生能来不'],
  ])('is nothing where %s: %s', (_, text) => {
    expect(askedOfGovernment(text)).toBeNull();
  });
});
