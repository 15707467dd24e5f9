import { describe, expect, it } from 'vitest';
import { asksMember, namesMember } from '../../src/answer/class-asked.ts';
import { ask, TOKENIZER } from './make-reading.ts';

const names = (asked: string, text: string) => namesMember(ask(asked), text, TOKENIZER);

describe('asksMember', () => {
  it.each(['园子靠哪家企业打造', '要建的幼儿园是哪几所', '跟哪几个国家签了约'])('by %s', (text) => {
    expect(asksMember(text)).toBe(true);
  });

  it.each(['要建好哪几个国家公园', '国家有哪些优势', '培育多少家企业', '现代化国家是哪几个词'])(
    'not by %s',
    (text) => {
      expect(asksMember(text)).toBe(false);
    },
  );
});

describe('namesMember', () => {
  it.each([
    [
      'a firm by what stands beside the thing',
      '青石医疗园靠哪家企业打造',
      '推进青石医疗园和白鹭康养医院建设',
    ],
    ['a firm by a university', '科技园跟哪些公司一起建', '依托湖滨交通大学，打造科技园'],
    ['a firm by the word of the question', '科技园靠哪家公司', '全面启动科技园建设'],
    [
      'firms by their products',
      '获批上市的一类创新药是哪些公司研发的',
      '4个一类创新药获批上市、数量居全国前列',
    ],
    ['banks by insurers', '想让哪些银行来落地', '推进长岭人寿、亚太保险等企业落地'],
    ['banks by their number', '引进了哪些银行', '引进银行3家'],
    ['kindergartens by schools', '要建的公办幼儿园是哪几所', '推进东庄小学、平原小学及公办幼儿园建设'],
    ['countries by a currency', '打算利用哪些国家的外资', '力争利用外资8000万美元'],
    ['a department by another clause', '智慧消防是哪个部门牵头搞', '落实国务院办法，推进“智慧消防”建设'],
    ['schools by their number', '完工的小学是哪几所', '新建小学5所完工'],
  ])('misses %s', (_, asked, text) => {
    expect(names(asked, text)).toBe(false);
  });

  it.each([
    ['with whom it is done', '光学园靠哪家公司', '依托百合光电打造光学园'],
    ['who leads', '得奖的是哪家企业牵头的', '泽川重机牵头完成的技术得奖'],
    ['with whom, in the clause before', '打造科技园靠哪些高校', '依托湖滨交通大学，打造科技园'],
    ['one of several', '哪几家企业通过了认定', '百合光电等5家企业通过认定'],
    ['a firm by its ending', '哪家公司要改体制', '深化新东建设投资有限公司体制改革'],
    ['insurers', '要落地的保险公司是哪几家', '推进长岭人寿、亚太保险等企业落地'],
    ['a kind', '哪些机构要拓展养老', '支持有条件的卫生机构拓展养老'],
    ['schools by their numbers', '要新建、扩建哪几所学校', '开工建设星槎中学、下滩小学，改扩建东澜二中'],
    ['schools', '要建哪些学校', '推进东庄小学、平原小学建设'],
    ['countries', '跟哪些国家签了协定', '与新西兰、冰岛签署协定'],
    ['countries in general', '援助主要给哪些国家', '对发展中国家提供援助'],
    ['a department', '药价归哪个部门管', '药价由发改委管理'],
    ['what asks for no class', '园子建了吗', '园子开工'],
  ])('finds %s', (_, asked, text) => {
    expect(names(asked, text)).toBe(true);
  });
});
