import { describe, expect, it } from 'vitest';
import { tellsAnotherAmount } from '../../src/answer/another-amount.ts';
import { countyReport } from './invented-report.ts';
import { ask, judge } from './make-reading.ts';

const report = countyReport({
  review:
    '粮食产量31万吨。小麦长势良好。新能源装机规模达到300万千瓦。光伏产业园开工。民生支出6亿元。学校建设提速。居民人均可支配收入3万元。有色企业利润增长9%。农村卫生厕所普及率95%。水利、交通领域投资额分别达4亿元、9亿元。新增就业5千人。超市零售额增长6%。以旧换新拉动销售额5亿元。建成人工智能平台16家。',
});
const another = (part: string, text: string) =>
  tellsAnotherAmount(ask(text), judge(report, part, ask(text)).reading);

describe('tellsAnotherAmount', () => {
  it.each([
    ['粮食产量', '去年小麦产量多少吨'],
    ['粮食产量', '去年苹果产量多少吨'],
    ['新能源装机', '光伏装机到了多少千瓦'],
    ['民生支出', '去年花在学校上的钱有多少'],
    ['民生支出', '去年学校支出多少'],
    ['粮食产量', '全县打了多少万吨苹果'],
    ['粮食产量', '去年苹果收了多少斤'],
    ['有色企业', '去年芝麻行业利润多少'],
    ['厕所', '自来水普及率有多少'],
    ['以旧换新', '芝麻糕去年卖了多少钱'],
    ['人工智能', '去年造了多少台机器人'],
    ['新增就业', '新增就业里有多少是毕业生'],
    ['新增就业', '新增就业里头残疾人有多少'],
    ['民生支出', '民生支出里花在教育上的有多少钱'],
    ['超市', '去年手机零售额增长多少'],
  ])('“%s” is no answer to “%s”', (part, text) => {
    expect(another(part, text)).not.toBeNull();
  });

  it.each([
    ['粮食产量', '去年粮食产量多少吨'],
    ['粮食产量', '去年产量是多少吨'],
    ['有色企业', '去年有色行业利润涨多少'],
    ['厕所', '厕所普及率有多少'],
    ['粮食产量', '全县打了多少万吨粮食'],
    ['新能源装机', '新能源装机到了多少千瓦'],
    ['民生支出', '去年花在民生上的钱有多少'],
    ['民生支出', '去年政府支出多少'],
    ['水利', '水利领域投资达到多少'],
    ['新增就业', '城里新增就业有多少'],
    ['新增就业', '村里有多少人新增就业'],
    ['超市', '去年超市零售额增长多少'],
    ['可支配收入', '去年老百姓收入多少'],
  ])('“%s” may answer “%s”', (part, text) => {
    expect(another(part, text)).toBeNull();
  });
});
