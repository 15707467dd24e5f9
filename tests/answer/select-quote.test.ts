import { describe, expect, it } from 'vitest';
import { inOwnWords } from '../../src/answer/read-candidate.ts';
import { selectQuote } from '../../src/answer/select-quote.ts';
import type { Report } from '../../src/domain/report.ts';
import { askedUnitKind } from '../../src/text/unit-kinds.ts';
import { countyReport, REPORT } from './invented-report.ts';
import { ask, judge, textOf } from './make-reading.ts';

function quote(report: Report, part: string, question: string): string {
  const asked = ask(question);
  const { reading } = judge(report, part, asked);
  return textOf(report, selectQuote(reading, asked, askedUnitKind(asked.text)).quote);
}

describe('selectQuote', () => {
  it.each([
    ['新建口袋公园多少座？', '新建口袋公园3座'],
    ['铺设燃气管网多少公里？', '铺设燃气管网26公里'],
    ['整治背街小巷多少条？', '整治背街小巷41条'],
  ])('quotes the one clause that answers %s', (question, expected) => {
    expect(quote(REPORT, '口袋公园', question)).toBe(expected);
  });

  it('quotes a figure with the clauses that have no subject of their own', () => {
    const report = countyReport({
      review: '新建标准厂房12万平方米，完成工业投资9.6亿元，同比增长11%，占全部投资的40%，引进企业8家。',
    });
    expect(quote(report, '工业投资', '完成工业投资多少？')).toBe(
      '完成工业投资9.6亿元，同比增长11%，占全部投资的40%',
    );
  });

  it.each([
    ['奖学金', '奖学金一个学生给多少钱', '首批奖励学生36名，每人5000元'],
    ['年初承诺', '去年承诺的十件实事都办成了没', '年初承诺的十件民生实事，完成九件'],
    [
      '大雨',
      '那场大雨死人了没有',
      '面对特大暴雨大雨，党员干部日夜坚守、运送物资，武警官兵出动380人次、冲锋舟26艘，转移群众1.3万人，实现无一人伤亡',
    ],
    ['老街', '老街还剩13户没签，是吧', '剩下3户正在做工作'],
  ])('quotes of %s for “%s” the clause with what is asked for', (part, question, expected) => {
    const report = countyReport({
      review:
        '面对特大暴雨大雨，党员干部日夜坚守、运送物资，武警官兵出动380人次、冲锋舟26艘，转移群众1.3万人，实现无一人伤亡。奖学金由乡贤捐资100万元设立，首批奖励学生36名，每人5000元。年初承诺的十件民生实事，完成九件，公园一件未完成，在此作出检讨，今后要引以为戒、举一反三、抓紧补上。老街一期签约218户，签约率98.6%，剩下3户正在做工作，首批93户已于年底领到过渡费。',
    });
    expect(quote(report, part, question)).toContain(expected);
  });

  it('quotes the figure of the group that is asked for', () => {
    const report = countyReport({
      review: '开工建设保障性住房1240套，竣工980套，分配入住860户，全部实行公开摇号。',
    });
    expect(quote(report, '保障性', '去年保障性住房竣工了几套')).toContain('竣工980套');
    expect(quote(report, '保障性', '去年保障性住房开工了几套')).toBe('开工建设保障性住房1240套');
  });

  it.each([
    [
      '权益',
      '去年为务工人员的权益办了哪些事',
      '从解决工资偏低和拖欠、加强就业培训和社会保障等方面，维护了务工人员的合法权益',
    ],
    ['整村搬迁', '去年搬了几个村多少户', '4个村完成整村搬迁，涉及1873户、5926人'],
    ['大病', '医保补助里拿多少用在大病上', '医保补助标准再增加40元，一半用于大病保险'],
  ])('quotes with a clause of %s for “%s” what belongs to it', (part, question, expected) => {
    const report = countyReport({
      review:
        '制定并实施解决务工问题的政策措施，从解决工资偏低和拖欠、加强就业培训和社会保障等方面，维护了务工人员的合法权益。湾头、沙洼、小寨、青石4个村完成整村搬迁，涉及1873户、5926人，征收房屋61万平方米，腾出发展用地3120亩。提高基本医保和大病保险水平，居民医保补助标准再增加40元，一半用于大病保险。',
    });
    expect(quote(report, part, question)).toContain(expected);
  });

  it.each([
    ['年均', '五年里财政收入平均每年涨多少', '年均增长20%'],
    ['地铁', '地铁现在总共有多长', '总里程达909公里'],
    ['班列', '班列能到多少个城市', '通达9个国家的26座城市'],
    ['床位', '医院总共有多少张床位', '新增床位600张'],
    ['千亿县', '千亿县总共有几个', '新增4个千亿县'],
    ['法律', '去年制定了多少部法律和法规', '提请审议修订法律95部，制定修订行政法规195部'],
    ['380亿', '到2030年生产总值要到多少', '到2030年突破380亿元'],
  ])('quotes of %s for “%s” the clause that misses nothing', (part, question, expected) => {
    const report = countyReport({
      review:
        '财政收入由7亿元增加到19亿元，是五年前的2.5倍，年均增长20%。开通3条地铁新线、新增运营里程30公里，总里程达909公里。班列开行156列，比上年多开30列，货值3亿美元，通达9个国家的26座城市。提请审议修订法律95部，制定修订行政法规195部，修改废止一大批部门规章。儿童医院新院区投入使用，新增床位600张；基层中医馆的覆盖率达到100%，打造名医团队。青城跨入生产总值两万亿级城市行列，新增3个过三千亿元城市，新增4个千亿县。',
      plan: '生产总值年均增长10%以上，到2030年突破380亿元，农业稳步发展。',
    });
    expect(quote(report, part, question)).toContain(expected);
  });

  it('quotes what came of it with why, and no other reason that is given behind it', () => {
    const report = countyReport({
      review:
        '新建贮藏窖37座，种薯基地稳步扩大，受晚霜冻影响，苹果总产11万吨，比上年下降9%，但因收购价格上涨，产值仍达4亿元，建成一级种薯基地8万亩，新建百吨以上洋芋窖12座。',
    });
    expect(quote(report, '苹果总产', '苹果总产为什么下降')).toMatch(
      /受晚霜冻影响，苹果总产11万吨，比上年下降9%$/u,
    );
  });

  it('quotes what was earned with what is asked of before', () => {
    const report = countyReport({
      plan: '输转劳动力9.8万人次，创收17亿元以上，完成技能培训1.2万人，在外新设劳务工作站2个。',
    });
    expect(quote(report, '劳动力', '今年输转劳动力的目标是什么，多少人次、挣多少')).toBe(
      '输转劳动力9.8万人次，创收17亿元以上',
    );
  });

  it('quotes a figure with the year that it is held against', () => {
    const report = countyReport({
      review: '2023年与2018年相比，地区生产总值增长57%，年均增长9.5%，粮食生产出现转机，公路建设成就斐然。',
    });
    expect(quote(report, '2018年', '2023年地区生产总值比2018年增长多少？')).toBe(
      '2023年与2018年相比，地区生产总值增长57%，年均增长9.5%',
    );
  });

  it('quotes the clause with the question’s own word where its wording brought the sentence up', () => {
    const report = countyReport({
      plan: '加大网络提速降费力度，实现高速网络城乡全覆盖，扩大公共场所免费上网范围，取消长途“漫游”费，让群众和企业切实受益，为建设数字县城加油助力。',
    });
    const question = ask('长途漫游取消了吗');
    const brought = judge(report, '提速', { ...question, text: '提速降费了吗' }).reading;
    const own = judge(report, '提速', question).reading.words;
    const { quote: chosen } = selectQuote(inOwnWords(brought, own), question, 'none');
    expect(textOf(report, chosen)).toBe('取消长途“漫游”费');
  });

  it('knows a clause by the name that a word of the question abbreviates', () => {
    const report = countyReport({
      plan: '落实全民健身实施计划，办好省第十七届运动会、青石自行车赛等赛事，建设口袋公园40个以上，推动学校场馆有序向社会开放，丰富群众业余生活。',
    });
    expect(quote(report, '运动会', '今年举办省运会吗')).toMatch(/^办好省第十七届运动会/u);
  });

  it('quotes a term of the glossary with what explains it', () => {
    const report = countyReport({
      plan: '推进可信空间建设。\n\n附件\n\n名词解释\n\n1.可信空间：指多方共享数据的设施。\n\n2.“双千”行动：是千人下乡、千企兴村的简称。\n',
    });
    expect(quote(report, '1.可信空间', '什么是可信空间')).toBe('1.可信空间：指多方共享数据的设施');
    expect(quote(report, '2.“双千”行动', '“双千”行动是什么意思')).toBe(
      '2.“双千”行动：是千人下乡、千企兴村的简称',
    );
  });

  it('quotes a figure with the year by which it is to be reached', () => {
    const report = countyReport({
      plan: '到2026年，力争全县粮食产量突破20万吨，茶园面积达到9万亩，公路里程达到800公里以上，水库库容进一步增加。',
    });
    expect(quote(report, '粮食产量', '2026年粮食产量要达到多少吨？')).toMatch(
      /^到2026年，力争全县粮食产量突破20万吨/u,
    );
  });

  it('quotes what is done with what it is done for', () => {
    const report = countyReport({
      plan: '着力稳定住房租赁市场健康发展，增加“一张床、一间房”产品供应，缓解青年人住房困难，改善环卫工人居住条件，补齐新区配套设施短板，建设更多好房子。',
    });
    expect(quote(report, '一张床', '青年人住房困难怎么办')).toMatch(/^增加“一张床/u);
  });

  it('quotes an account for what measures there are', () => {
    const report = countyReport({
      plan: '推进智能制造行动，滚动实施示范工程，选树一批标杆企业，打造一批典型应用场景，创建国家行业应用中试基地，探索新业态。',
    });
    expect(quote(report, '智能', '智能制造有哪些举措')).toContain('典型应用场景');
  });

  it.each(['水利上要干哪些工程', '水利今年有哪些打算', '水利上办了哪些实事'])(
    'quotes all deeds for “%s”',
    (question) => {
      const report = countyReport({
        plan: '水利方面，开工山北灌区改造等工程，加快太平水库、中山水库、黄山枢纽等骨干工程建设，完成东水库主体工程，实现西水库蓄水。',
      });
      expect(quote(report, '水利', question)).toMatch(/^水利方面，开工.*西水库蓄水$/u);
    },
  );

  it('takes in clauses before the last one of a short sentence about what is planned', () => {
    const report = countyReport({
      plan: '构建住房发展新模式，因城施策控增量、去库存、优供给，推进好房子建设，落实以旧换新政策，开展物业服务提升行动，稳定楼市。',
    });
    expect(quote(report, '稳定楼市', '今年楼市准备怎么稳')).toContain('以旧换新');
  });

  it('quotes on to what a figure of the year before turned into', () => {
    const report = countyReport({
      review: '污染排放增幅减缓，化学需氧量由上年增长5.6%，减为增长1.2%，环境质量总体稳定向好。',
    });
    expect(quote(report, '需氧量', '化学需氧量增长多少？')).toBe('化学需氧量由上年增长5.6%，减为增长1.2%');
  });

  it('takes in no clause that strives for no figure', () => {
    const report = countyReport({
      review:
        '努力加快高质量发展步伐，财政收入达7亿元，增长1.7%，全体居民人均收入达39545元，汽车销量增长20%。',
    });
    expect(quote(report, '汽车', '汽车销量增长多少？')).toBe('汽车销量增长20%');
  });

  it('quotes the subject with the rate that is asked for', () => {
    const report = countyReport({
      review: '新建标准厂房12万平方米，完成工业投资9.6亿元，同比增长11%，引进外地企业落户8家。',
    });
    expect(quote(report, '工业投资', '工业投资增长百分之几？')).toBe('完成工业投资9.6亿元，同比增长11%');
  });

  it('takes in the clause before a last one that tells little', () => {
    const report = countyReport({
      plan: '持续推进城市管理执法体制改革，把街巷长制落实到每一个小区，健全街巷监督考核机制，完善社会化服务体系，清扫保洁向背街小巷延伸，率先实施免费早餐工程，改善环卫工人的条件。',
    });
    expect(quote(report, '环卫工人', '环卫工人有什么好处')).toBe('率先实施免费早餐工程，改善环卫工人的条件');
  });

  it('quotes a number whose thing is named behind it, and one of jobs for jobs', () => {
    const report = countyReport({
      review: '新型农村合作医疗制度的试点范围已扩大到671个县，惠及1.77亿农民。',
      plan: '力争互联网企业突破230家，城镇新增就业人数突破3000人，建成产业园1个。',
    });
    expect(quote(report, '合作医疗', '合作医疗试点惠及多少农民')).toContain('1.77亿农民');
    expect(quote(report, '互联网', '互联网企业能带来多少个岗位')).toContain('新增就业人数突破3000人');
  });

  it('quotes the figures of all kinds that are asked for', () => {
    const report = countyReport({
      review:
        '社会保障水平不断提升，救助困难群众420人，发放救助金68万元，城镇新增就业3600人，均完成市定任务。',
    });
    expect(quote(report, '救助', '救助困难群众多少人、发了多少钱')).toBe(
      '救助困难群众420人，发放救助金68万元',
    );
  });

  it('takes in what the last clauses of an account lean on, and a short rest of the sentence', () => {
    const report = countyReport({
      review:
        '禁烧工作顺利展开，取缔小作坊49家，落实河长制度并且推行到每一个村庄和每一条街道，优良天数215天，超过目标任务26天，环保攻坚初见成效；养老上新增机构若干并改造老旧设施，医养结合的机构增至五家以上而且覆盖全县各个乡镇和街道社区，护理型床位占比提升，新增家庭养老床位一千四百张，改造老人家庭一千五百户。',
    });
    expect(quote(report, '环保', '环保攻坚干了什么')).toBe(
      '取缔小作坊49家，落实河长制度并且推行到每一个村庄和每一条街道，优良天数215天，超过目标任务26天，环保攻坚初见成效',
    );
    expect(quote(report, '养老', '养老上新增了什么机构')).toMatch(/^养老上.*一千五百户$/u);
  });

  it('takes in who acts, told by a clause without a subject', () => {
    const report = countyReport({
      plan: '为弥补建设资金缺口，拟安排县级财政赤字7500万元，同时省政府同意各县发行2000万元专项债券，由省财政厅代理发行，列入县级预算管理。',
    });
    expect(quote(report, '专项债券', '专项债券是谁替县里发的')).toContain('由省财政厅代理发行');
  });

  it('knows a clause by another name of what is asked about', () => {
    const report = countyReport({
      plan: '全县经济增长5%左右，城镇登记失业率4.5%以内，居民消费价格指数涨幅2%以内，粮食产量8万吨。',
    });
    expect(quote(report, '居民消费', '今年GDP想涨几个点')).toContain('经济增长5%左右');
  });

  it('takes no number of years for a figure', () => {
    const report = countyReport({ review: '粮食生产连续五年丰收增产，总产量达到12万吨，创历史最高水平。' });
    expect(quote(report, '总产量', '去年一共打了多少粮食')).toContain('总产量达到12万吨');
  });

  it('quotes on to the date where a time is asked for', () => {
    const report = countyReport({
      plan: '今年启动山区学校改造攻坚计划，年底前让孩子们都坐进明亮宽敞的教室，老师们都住上舒心的周转房，操场铺上跑道，食堂换上新的灶台和餐桌。',
    });
    expect(quote(report, '攻坚计划', '山区学校改造攻坚计划要到什么时候见成效？')).toBe(
      '今年启动山区学校改造攻坚计划，年底前让孩子们都坐进明亮宽敞的教室',
    );
  });

  it('quotes with whom it is done where that is asked for', () => {
    const report = countyReport({
      plan: '树立经营理念，深化开发公司体制改革，加快与长岭投资集团的合作，整合土地资源，改善城市环境，提升城市品位，让群众住得舒心顺心。',
    });
    expect(quote(report, '土地资源', '整合土地资源要跟哪家单位合作')).toBe(
      '加快与长岭投资集团的合作，整合土地资源',
    );
  });

  it('quotes a change that is told in words', () => {
    const report = countyReport({
      plan: '城镇新增就业3500人以上，登记失业率控制在4.5%以内，居民人均可支配收入与经济增长同步，约束性指标完成市定目标。',
    });
    expect(quote(report, '居民人均', '今年居民人均可支配收入增长多少？')).toBe(
      '居民人均可支配收入与经济增长同步',
    );
  });

  it.each(['力争', '预计'])('takes in the %s that governs a later clause', (hedge) => {
    const report = countyReport({
      plan: `${hedge}全年招商引资到位资金50亿元以上，利用外资1500万美元，粮食产量8万吨。`,
    });
    expect(quote(report, '利用外资', '利用外资多少万美元？')).toBe(
      `${hedge}全年招商引资到位资金50亿元以上，利用外资1500万美元`,
    );
  });

  it('quotes what is done with things of one kind together', () => {
    const report = countyReport({
      plan: '园区掀起招商建设的热潮，不断加大各方面的资金投入力度，努力引进一批能够带动全县发展的龙头企业，全力配合上级打通东山大道，改造延伸新城大道，推进泵站和供暖设施建设，不断完善功能，切实提升品质。',
    });
    expect(quote(report, '新城大道', '今年新城大道要怎么改造？')).toMatch(
      /^全力配合上级打通东山大道，改造延伸新城大道/,
    );
  });

  it('quotes a short sentence whole, without its closing mark', () => {
    expect(quote(REPORT, '公交车35辆', '投放公交车多少辆？')).toBe('新增公交线路4条，投放公交车35辆');
  });

  it('quotes a sentence whole where the file breaks lines inside it', () => {
    const report = countyReport({
      review:
        '全县改造老旧小区14个，惠及居民2600户，新建口袋公园3座，铺设燃气管网26公里，\n' +
        '整治背街小巷41条，城区新增停车泊位一千二百个。',
    });
    expect(quote(report, '口袋公园', '新建口袋公园多少座？')).toBe(
      '全县改造老旧小区14个，惠及居民2600户，新建口袋公园3座，铺设燃气管网26公里，\n' +
        '整治背街小巷41条，城区新增停车泊位一千二百个。',
    );
  });

  it('says how much the quote is about the question, against the best clause of the sentence', () => {
    const question = ask('口袋公园有多少座？');
    const { reading } = judge(REPORT, '口袋公园', question);
    expect(selectQuote(reading, question, 'count').focus).toBe(1);
    expect(selectQuote(reading, question, 'households').focus).toBeLessThan(0.5);
  });
});
