import type { AskedKind } from '../domain/question.ts';
import { askedOfGovernment } from './asked-of-government.ts';
import { askedInWhat } from './in-what.ts';
import { withoutIndefinites } from './indefinites.ts';

/** A measure named without an interrogative asks for its figure: 财政收入增速 … */
const NAMED_MEASURE =
  /比例|占比|比重|增速|增幅|增长率|(?:总|数)(?:额|量|数)|率(?:是(?!怎|如何|否|不是|因)|有|呢|[?？]?$)|涨幅|跌幅|percent|growth rate/i;
/** … but for what was or will be done about it: 增速下滑，怎么应对. */
const WHAT_IS_DONE = /怎么(?!样)|(?:如何|怎样)(?!了?[?？]?$)|什么(?:办法|措施|举措|招|动作)/u;

/** The grammar of Chinese questions, most telling form first; English forms stand beside them. */
const FORMS: readonly (readonly [kind: AskedKind, form: RegExp])[] = [
  [
    'why',
    /为什么|为何|怎么会|凭什么|什么原因|原因是|(?:原因|根子|病根|祸根)[^,，。]{0,4}在(?:哪|什么地方|何处)|\bwhy\b/i,
  ],
  [
    'list',
    /分别[^,，]{0,3}在哪(?:[?？]|$)|哪些|哪几|几个[“"]|哪[两二三四五六七八九十仨俩\d]{1,3}(?:个|项|条|家|所|种|类|大|篇|方面|件|处|座|位|名|样|点)?|都叫(?:什么|啥)|各(?:说|叫|指)|一条一?条|逐一|逐条|列(?:出来|给我|一下)|一是(?:什么|啥)|[两二三四五六七八九十](?:个|项|大|条|篇|种|件|样|类|点|(?:个|大)?方面).{0,10}(?:指|是)什么|小?标题|[二三四五六七八九十]大[^,，]{0,6}(?:有|是|包括)什么(?:[?？]|$)|(?:都|里头|里面|一共)有什么|有什么(?=[?？]?$)|(?:分别|各)(?:是|为|叫)(?!多少|第?几|百分)|都(?:有|包括|是)?(?:什么|哪)|包括(?:什么|哪)|(?:列|数|说|讲)(?:出|一下|一列|全)|清单|名单|几(?:大|方面)是|是哪[二三四五六七八九十几\d]|which (?:ones|of)|what are|list\b/i,
  ],
  [
    'time',
    /什么时[候间]|何时|几时|哪年|哪一年|哪天|哪一天|哪个?月|几月|几号|(?<![好哪])几点(?:钟|以?[前后]|[开关到才])|多久|多长时间|(?<!过(?:上|的是?)?)什么日子|\bwhen\b/i,
  ],
  [
    'place',
    /(?<!(?:花|用|投|使)[在到向往]?了?)哪[里儿](?!都|也|冒|(?<=(?:钱|资金|人才?|动力|增长点)从哪.)来)|(?<![新差好难错强妙亮用花投]|出路|往后路|后路|活路|门路)在哪(?![些家个类种样里儿]|方面)|(?<!(?:花|用|投|使)[在到向往]?了?)(?:什么地方|何处|啥地方|哪个?地方)|(?:哪个?|什么)(?:位置|地段)|\bwhere\b/i,
  ],
  [
    'person',
    /(?<!属|对付|应对|针对)谁(?!也|都|知|家|[^,，?？]{0,3}[多高低大快慢强猛好])|哪位|什么人|(?:老板|负责人|法人|[省市县区镇乡局]长|书记|主任|董事长|经理)(?:叫|姓)什么|\bwho\b/i,
  ],
  [
    'figure',
    /(?<!没|没有)多少|(?<![好十们这那咱没]|没有)几(?:个(?!数?字)|家|名|人|岁|座|所|项|件|[百千十]?个?[亿万]|[百千](?:块|元)|成|倍|条|处|天|户|次|位|套|辆|公里|米|平方|块|点|吨|亩|栋|类|种|批|大|枚|列|趟|班(?![倒级人])|场|部|台|艘|架|栋|份|支|头|只|株|棵|盏|根|袋|箱|瓶|桶|笔|款|起|篇|%)|多(?:大|高|长(?!时)|快|重)|百分之(?:几|多少)|什么(?:规模|水平|数)|规模(?:多|有)|第几|how (?:much|many|big|large|fast)|what percent/i,
  ],
  [
    'yesno',
    /吗|有没有|是不是|会不会|能不能|可不可以|要不要|搞不搞|是否|有无|对不对|对吧|是吧|没有?[?？!！]?$|不[?？!！]?$|吧[?？!！。]?$|没错|没记错|对不[?？]?$|(?<![什怎])[么嘛][?？]?$|([^人])[不没]\1|^(?:is|are|did|does|do|will|has|have|was|were)\b/i,
  ],
  ['figure', NAMED_MEASURE],
  [
    'which',
    /哪(?:个|家|一(?!步)|种|项|所|条|类|座)|叫什么|什么(?:名|单位|公司|企业|学校|项目|活动|行动|(?<!有什么)计划|称号)|\bwhich\b/i,
  ],
  ['how', /怎么(?!样)|如何|怎样(?!了)|\bhow\b/i],
];
/** 什么时候是个头: wants it to change, not a date. */
const WANTS_CHANGE =
  /(?:还要|还得|要)[^,，。]{0,6}到什么时[候间]?[?？了啊呀呢]*$|什么时[候间](?:才|也|能|会|来|给|可以|是)*(?:个?头|改(?:改|变|善)?|好转|好点|(?:有人)?管管?|解决|(?<again>\p{Script=Han})[一]?\k<again>|[^,，。几多]{0,3}(?:简单|快|方便|便宜|省事|轻松|痛快|消停|安静|干净|[不少][^,，。几多]{1,2})[一]?点儿?)[?？了啊呀呢吧]*$/u;
/** A figure that is no year, with a question mark behind it, asks whether it is so. */
const PUTS_FIGURE = /(?<![\d.])(?!(?:19|20)\d\d(?:年|[^\d.亿万元人家户名亩]))\d.*[?？]$/;
const DONE = /做了|干了|完成了|取得了|进展|成效|成绩|效果|怎么样了?|如何了|情况/;
const PLANNED = /打算|计划|准备|要(?:做|干|搞|怎么|建|抓)|将|安排|目标|怎么(?:办|搞|抓|干|做)|措施|举措|部署/;

/** What kind of thing a normalised question asks for, by its interrogatives. */
export function readAskedKind(question: string): AskedKind {
  const text = withoutIndefinites(askedOfGovernment(question) ?? question);
  if (askedInWhat(text) !== null) return 'general';
  if (WANTS_CHANGE.test(text)) return 'planned';
  const kind =
    FORMS.find(([, form]) => form.test(text) && !(form === NAMED_MEASURE && WHAT_IS_DONE.test(text)))?.[0] ??
    (PUTS_FIGURE.test(text) ? 'yesno' : undefined);
  if (kind !== undefined && kind !== 'how') return kind;
  if (PLANNED.test(text)) return 'planned';
  if (DONE.test(text)) return 'done';
  return kind ?? 'general';
}
