import { createHash } from 'node:crypto';
import type { Report } from '../../src/domain/report.ts';
import { parseReport } from '../../src/ingest/parse-report.ts';

/** The report of a county that does not exist: what it did in 2023, what it plans for 2024. */
export const REPORT_TEXT = `云溪县人民政府工作报告
——2024年1月9日在云溪县第十八届人民代表大会第三次会议上
云溪县人民政府县长 沈岚
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
过去一年，全县上下聚力发展。
（一）经济运行平稳。预计全年实现地区生产总值86.4亿元，同比增长6.2%。一般公共预算收入完成4.3亿元，增长5%。实际利用外资1200万美元。粮食总产量31万吨，油茶种植面积扩大到9.8万亩。抓住了机场通航、高铁建设、开放试点三大机遇。
（二）城乡面貌改善。改造老旧小区14个，惠及居民2600户，新建口袋公园3座，铺设燃气管网26公里，整治背街小巷41条。空气质量优良天数比例下降1.5个百分点。新增公交线路4条，投放公交车35辆。
（三）民生保障有力。全年民生支出占财政支出的81%。新建幼儿园5所、小学2所。城镇新增就业3600人，城镇登记失业率控制在4%以内。发放低保资金920万元，惠及低保对象2100人。群众安全感居全市第三位。6月建成县体育馆。
二、2024年工作安排
今年经济社会发展的主要预期目标是：地区生产总值增长6.5%；一般公共预算收入增长4%；城镇新增就业3500人以上；粮食总产量保持在31万吨；城镇登记失业率控制在4.5%以内。
力争全年招商引资到位资金50亿元以上，利用外资1500万美元，外贸进出口总额突破8亿元。
（一）壮大四大集群。围绕四大集群（绿色食品、竹木加工、精密铸造、康养旅游）补链强链。依托青石水库，打造水产养殖和休闲垂钓一体的淡水渔业基地；依托南坡茶场，打造采茶制茶品茶一条龙的茶旅融合基地；依托老砖窑厂，打造文化创意基地。支持“云溪米酒”“青石鱼干”“南坡白茶”等特产做成品牌。
（二）办好民生实事。重点抓好三件实事：
一是新建村卫生室12所，配齐村医。
群众在家门口看上病。
二是改造农村危房300户，完善水电配套。
三是开通夜间公交专线2条，方便群众出行。
（三）优化支出结构。用于教育的支出增长7%，用于医疗的支出增长6%，用于养老的支出增长9%。
各位代表，让我们携手前行。
`;

export const REPORT = asReport(REPORT_TEXT);

/** A small report: what stands under the year reviewed (2023) and under the year planned (2024). */
export function countyReport({ review = '', plan = '' }: { review?: string; plan?: string }): Report {
  return asReport(`云溪县人民政府工作报告
——2024年1月9日在云溪县第十八届人民代表大会第三次会议上
云溪县人民政府县长 沈岚
各位代表：
一、2023年工作回顾
${review}
二、2024年工作安排
${plan}
`);
}

function asReport(text: string): Report {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return parseReport({ id: 'yunxi', text, sha256, facts: {} });
}
