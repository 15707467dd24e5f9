import { describe, expect, it } from 'vitest';
import { countsAnother } from '../../src/answer/another-count.ts';
import { ask } from './make-reading.ts';

describe('countsAnother', () => {
  it.each([
    ['每千人医生几个', '老年医院新增76家，千人口托位数达4.7个'],
    ['每万人有多少警察', '每万人拥有律师12名'],
    ['去年新增高新技术企业多少家', '新培育6个国家级中小企业特色产业集群'],
    ['去年新增高新技术企业多少家', '国家高新技术企业达到1.9万家，实现倍增'],
    ['去年新增幼儿园多少所', '幼儿园总数达到120所'],
  ])('“%s” is not told by “%s”', (text, quoted) => {
    expect(countsAnother(ask(text), quoted)).not.toBeNull();
  });

  it.each([
    ['每千人医生几个', '每千人口执业（助理）医师数达3.2名'],
    ['每千人托位几个', '千人口托位数达4.7个'],
    ['医生有几个', '千人口托位数达4.7个'],
    ['去年新增高新技术企业多少家', '新增高新技术企业6000家'],
    ['去年新增高新技术企业多少家', '引进高新技术企业达到12家'],
    ['高新技术企业多少家', '国家高新技术企业达到1.9万家'],
    ['去年城镇新增就业多少人', '城镇就业达到9995人'],
    ['每千人医生几个了，多不多', '各级医院不断壮大'],
  ])('“%s” may be told by “%s”', (text, quoted) => {
    expect(countsAnother(ask(text), quoted)).toBeNull();
  });
});
