import type { Question } from '../domain/question.ts';
import { isAccountOf } from './account.ts';
import type { Judged } from './decide.ts';
import { quotedText } from './read-candidate.ts';

/** A field of a government's work: how it is called, and words of what is done in it. */
interface Field {
  readonly called: RegExp;
  readonly told: RegExp;
}

/** A field by the words that people call it by, alone. */
function field(called: string, told: RegExp): Field {
  return { called: new RegExp(`^(?:${called})$`, 'u'), told };
}

const FIELDS: readonly Field[] = [
  field(
    '教育|教学|办学|学校|上学',
    /(?<!学习|主题|国防|警示|宣传|廉政|思想|法治|安全)教育|学校|学位|教师|幼儿园|[中小]学|高考|办学|学生/u,
  ),
  field('医疗|卫生|看病|健康|医院', /医|卫生[院室所]|诊疗|健康|疾控|[病床]床|床位/u),
  field(
    '环保|环境保护|生态|生态环境|环境|污染|治污',
    /污染|治污|生态|空气|水质|PM|蓝天|碧水|净土|减排|造林|绿化|燃煤|河长|污水|垃圾/u,
  ),
  field(
    '治安|社会治安|平安',
    /治安|平安|犯罪|扫黑|除恶|盗|诈骗|命案|刑事|巡逻|综治|社会治理|纠纷|信访|禁毒/u,
  ),
  field('安全|安全生产|生产安全', /安全|隐患|事故|消防|应急/u),
  field(
    '农业|种地|种植|种田|养殖|畜牧|三农',
    /农[业田产机]|粮|种植|养殖|耕地|畜|猪|肉牛|蔬菜|果|茶|油料|水产/u,
  ),
  field('工业|制造业', /工业|规模以上|规上|制造|技改|投产|产业链|产值/u),
  field('交通|出行', /公?路|桥|公交|高速|铁路|机场|码头|通车/u),
  field('住房|房子|安居', /住房|安置房|小区|棚户|棚改|公租房|危房/u),
  field('养老|老人|老年人', /养老|老年|老人|敬老|福利院|长者/u),
  field('就业|找工作|创业', /就业|创业|招聘|技能培训|岗位|务工|劳务/u),
  field('社保|社会保障|民政|救助', /社会?保[险障]?|医保|低保|救助|参保|养老金|特困|残疾/u),
  field('文化|体育|文体|文化体育', /文化|体育|图书馆|演出|健身|非遗|文物|戏/u),
  field('旅游|文旅', /旅游|文旅|景区|游客|民宿/u),
  field('招商|招商引资|引资', /招商|引资|签约|引进|外资|落地/u),
  field('科技|创新|科技创新', /科技|创新|研发|高新|专利|实验室/u),
  field('廉政|廉洁|反腐|反腐败|党风|作风', /廉|腐|八项规定|三公|审计|纪律|作风|问责|党纪/u),
  field('扶贫|脱贫|脱贫攻坚|攻坚', /贫/u),
  field('水利|防汛|抗旱', /水利|水库|河道|堤|渠|饮水|灌|防汛|除险/u),
  field('城建|城市建设|城市管理|城管', /城[市区]|道路|管网|公园|停车|违建|路灯|公厕/u),
  field('营商|营商环境|审批|放管服', /营商|审批|一[网窗]|减税|放管服|证照|惠企/u),
];
/** What is said of none of a field's words is still of it where it is so much likelier. */
const FAR_LIKELIER = 3;
/** What is asked of a field in so many words: 怎么抓, 工作成效怎么样. */
const OF_ANY =
  /^(?:抓|搞|管|建|弄|工作|事业|领域|发展|建设|保障|服务|推进|加强|提升|优化|改善|成效|成绩|成果|改进|变化|进展|问题|措施|举措|方面|上|这块|新|好|政策)$/u;
/** 面对环保约束趋紧的局面 tells under what it was done. */
const CIRCUMSTANCE = /^(?:面对|在[^，。]*下[，,])/u;

/**
 * 环保去年干了啥 asks of a field at large, and is told by what is done in it, in whatever words (淘汰燃煤锅炉16台): the
 * reader, which weighs sentences against questions about something in particular, finds each unlikely.
 */
export function isOfFieldAsked(
  question: Pick<Question, 'asks' | 'text'>,
  one: Pick<Judged, 'reading' | 'quote'>,
): boolean {
  const asked = fieldsAsked(question, one.reading);
  const quoted = quotedText(one);
  return !CIRCUMSTANCE.test(quoted) && asked.some(({ told }) => told.test(quoted));
}

/** Of those that may answer a question of a field at large what is done in it, and what is far likelier; all where none is asked of. */
export function ofItsField(
  question: Pick<Question, 'asks' | 'text'>,
  able: readonly Judged[],
): readonly Judged[] {
  const own = able.filter((one) => isOfFieldAsked(question, one));
  const [likeliest] = own;
  if (likeliest === undefined) return able;
  const least = FAR_LIKELIER * likeliest.probability;
  return able.filter((one) => one.probability > least || own.includes(one));
}

/** The fields that a question names and asks nothing more of. */
function fieldsAsked(
  question: Pick<Question, 'asks' | 'text'>,
  { words }: Pick<Judged['reading'], 'words'>,
): readonly Field[] {
  const own = words.map(({ word }) => word).filter((word) => !OF_ANY.test(word));
  if (!isAccountOf(question) || own.length === 0) return [];
  return FIELDS.filter(({ called }) => own.every((word) => called.test(word)));
}
