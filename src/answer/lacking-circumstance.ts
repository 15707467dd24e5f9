import type { AskedKind, Question } from '../domain/question.ts';
import { spansYears } from '../domain/report.ts';
import { askedInWhat } from '../question/in-what.ts';
import { withoutIndefinites } from '../question/indefinites.ts';
import { withoutOneself } from '../question/of-oneself.ts';
import { smallNumber } from '../text/counts.ts';
import { clauseTexts } from '../text/split-clauses.ts';
import { ACCOUNTS } from './account.ts';
import { lackingClass } from './lacking-class.ts';
import { lackingPerson } from './lacking-person.ts';
import { NOT_TO_DEATH } from './narrowings.ts';
import type { Reading, WordReading } from './read-candidate.ts';
import { tellsOfProblems } from './tells-of-problems.ts';
import { clausesAbout } from './told-clauses.ts';

const WANTS_DAY = /几月|几号|哪天|哪一天|哪个月|哪月|(?<!哪)几点|几时/;
const PART_OF_YEAR = /前三季度|[一二三四]季度|上半年|下半年|(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月/;
/** 一到三四月份 is of any year, and 每年春节. */
const ANY_YEAR = /(?:一到|每[年到逢]|年年|往年)了?[^,，。]{0,6}$/u;
/** 国庆七天来了多少人 is not told by what a month came to. */
const FEAST = /国庆|五一|中秋|端午|清明节?(?=假|小长假|[三3]天)|春节|元旦|元宵|春运|黄金周/u;
/** 9月以后: what comes after the part is told behind it. */
const FROM_ON = /^份?(?:以后|之后|以来|过后|后(?!半)|起|开始)/u;
const HOLDS_DAY = /\d\s*[月日号]|[一二三四五六七八九十]月|年底|月底|季度|上半年|下半年|月份/;
/** 几点以后 is told by 晚上6点以后, no point of a plan. */
const BY_THE_CLOCK = /(?<!哪)几点/;
const HOLDS_HOUR = /\d\s*(?:点(?!\d)|时|[:：]\d\d)/;
const HOLDS_TIME =
  /今年|明年|年内|\d\s*(?:[年月日号天]|点(?!\d))|[\d一二两三四五六七八九十](?:个)?(?:周|星期|小时|分钟|天|年)|[一二三四五六七八九十]月|年[底初内末]|月底|季度|学期|[春夏秋冬]季|入?汛[前期后]|春[节耕运]前?|开学|节前|[上下]半年|届|期间|以来|前夕|日前/;
/** 为什么 and nothing else: 为什么说机会难得，有哪些利好 asks for the latter. */
const WHY =
  /为什么|为何|怎么会|凭什么|(?:是)?什么原因|(?:原因|根子|病根|祸根)(?:是什么|[^,，。]{0,4}在(?:哪[里儿]?|什么地方|何处))/gu;
const FURTHER = /哪|什么|多少|几(?!乎)|谁|怎么/;
/** 为什么还没通车 puts forward what may not be so: where the report does not say so, too, its words speak for themselves. */
const PRESUPPOSES_NOT = /没|未(?!来)|不/;
const GIVES_REASON =
  /因|由于|得益|为了|源于|在于|归功|取决|考虑|主要是|根本|的结果|导致|引发|受[^，。；]{1,12}(?:影响|拖累|冲击)|需要|只有|以(?:更|便|利)|旨在|有利于/;
/** 代区长之前是在哪个单位; 比以前多了多少 asks how something changed. */
const WANTS_FORMER =
  /(?<![比跟和与较同])(?:之前|以前|原来|原先|此前)的?(?:是|在|有|当|做|任)?[^，,。?？]{0,8}(?:多少|哪|什么|谁|(?<!十)几(?![十百千]))|前任(?:的)?[^,，。?？]{0,6}(?:谁|哪|什么|[?？]?$)/;
const HOLDS_FORMER =
  /原|曾|(?:整合|合并|优化|调整|压缩|[减增降升])为|[由从]|前|上年|较|比|历任|[增提降升减]至|到/;
/** What is done with by the end of the year that it is planned for. */
const COMPLETES = /建成|完成|[竣完]工|投[用产运]|交付|通车|开[通行园业]|运营|实现/u;
/** How people ask for that: 什么时候能住. */
const USED =
  /^(?:交房?|入?住|搬进?|进[去来]|分|使?用上?|通|开放?|开门|[建修盖]?[好成完]|到位|发|走|坐上?|运行|启用|建|修)$/u;
/** 水库有哪些建成了 */
const IS_DONE = /(?:建[成好]|完成|[竣完]工|投[用产]|交付|通车|开通|做到)了(?![吗没吧])/u;
const NAMES: ReadonlySet<AskedKind> = new Set(['list', 'which']);
const WHEN = /什么时[候间]|何时|几时|哪一?年|哪天|哪一天/u;
const OF_THE_ASKER = /[我俺咱]/u;
const BEGINS = /开工|动工|启动|开始|动手|破土|出台|结束|到期|截止/u;
/** 症结, 短板: what is wrong, by whatever word. */
const WRONG =
  /症结|短板|弱|问题|毛病|不足|不[强高够大实优深畅平]|差|难|堵|痛|瓶颈|矛盾|制约|滞后|脱节|推诿|低下|交叉|慢|偏|缺|根源/;
/** 表现在哪里 leaves open of what. */
const OPEN = /表现|体现|区别|差别/;
/** What acts for a government, or with it; no 增长, 运会 or 民生. */
export const BODY =
  /依托|联合|携手|承[建办担包]|[局委厅院队者员]|办公室|财政|(?:协|学|商|联合|基金|理事|委员|常委)会|(?<![增成延生特扬专擅])长|政府|部门|单位|公司|集团|企业|机构|组织|中心|银行|学校|大学|高校|联盟|干部|领导|代表|群众|社区|(?:居|村|市|农|牧|渔|移|选|股|人|网)民/u;
/** 哪些目标没完成 */
const UNDONE_ASKED =
  /(?:哪|什么)[^,，。]{0,10}(?:没有?|未)(?:能|按期|如期|按时)*(?:完成|达到|达标|实现|做到|做成|做完|兑现|办成|落实)/u;
/** 哪几个产业没进名单 */
const LEFT_OUT_ASKED =
  /哪[^,，。]{0,14}(?:没有?|未|还没)(?:能)?(?:进|入选|入围|上榜|列入|纳入|评上|拿到|通过|达标|覆盖|通(?:车|上)?|建|搞|脱贫|摘帽)/u;
const TELLS_UNDONE = /没|未(?!来)|不|低于|滞后|欠|差|落后|延期|推迟/u;
const PUNISHED = /被(?:处分|问责|追责|处理|抓|判|开除|免职|罚)/u;
const PUNISHES = /处分|问责|追[责究]|查处|处理|立案|移送|判|罚|免|抓|惩/u;
const SEAT = /总部/u;
/** 打算搬到哪儿去 */
const MOVES_WHERE =
  /[搬迁挪移](?:家|迁|址)?[到去往至进入向]?了?(?:哪|什么地方|何处)|[往朝向](?:哪|什么地方)[^,，]{0,3}[搬迁挪]/u;
/** 搬至江北, 落户园区: 启动整体搬迁 tells of no place. */
const TELLS_WHITHER =
  /[至到往入进向](?!一步|行|展)\p{Script=Han}{2}|落户|安置|集中|[入上下进](?:园|区|楼|山|城)/u;
/** When it was begun is asked for: 是哪年开工的. */
const BEGUN_WHEN =
  /(?:哪一?年|什么时[候间]|何时|几时|几月|哪天)份?(?:就|才|正式|开始|破土)*(?:开工|动工|动手|破土|开建|奠基|开挖|动土)/u;
const TELLS_BEGINNING = /开工|动工|启动|开始|动手|破土|开建|奠基|新建|开挖|始建|起步|实施|上马|起/u;
/** 做了什么好事才上的榜: the reason is asked for as a deed. */
const BY_WHAT_DEED = /[做干办立犯]了?(?:什么|哪些)[^,，]{0,8}?(?<!人)才(?![能可算行会])/u;
/** What a deed led to, the deed before it: 照顾婆婆三十年，入选好人榜. */
const LED_TO = /^(?:并|也|还|被)*(?:荣|获|入选|当选|[登上]|评为|跻身|成为|夺)/u;
/** A share of the odds is enough where the plan of a year tells when something is due by standing there. */
export const DUE = 0.08;
/** As good as in the sentence's own words. */
const AS_GOOD = 0.8;

/** 有人遇难吗 is not told by how many were evacuated; 吓死人 asks nothing of the kind. */
const ASKS_DEATHS = new RegExp(
  `${NOT_TO_DEATH}死(?:了?人|亡(?!率)|伤|没死)|人死(?!水)|伤亡|出人命|遇难|[丢没送丧]了?命`,
  'u',
);
const TELLS_DEATHS = /伤|亡|死|遇难|丧生|牺牲|失踪/u;

/** When, where, why, who or what before is asked for and the sentence does not tell, in a few words; null where it does. */
export function lackingCircumstance(
  { text: question, raw, asks }: Question,
  { report, sentence, words }: Reading,
  namesAsked: boolean,
): string | null {
  const asked = withoutIndefinites(question);
  const text = report.text.slice(sentence.start, sentence.end);
  const part = missingPart({ asked, raw }, { report, sentence }, text);
  const feast = asks === 'figure' ? (FEAST.exec(withoutOneself(asked))?.[0] ?? null) : null;
  if (feast !== null && !(text + sentence.headingPath.join()).includes(feast))
    return `${feast} is asked for and the sentence does not name it`;
  // 是8月建成的吗 is held against the month that the sentence names.
  const isHeldAgainst =
    asks === 'yesno' &&
    !FURTHER.test(asked) &&
    part?.endsWith('月') === true &&
    /[\d一二三四五六七八九十]月/.test(text);
  // What was done about it is told of the year, and of no part of it.
  if (part !== null && !ACCOUNTS.has(asks) && !isHeldAgainst)
    return `${part} is asked for and the sentence does not name it`;
  if (NAMES.has(asks) && IS_DONE.test(asked) && sentence.frame.role === 'plan')
    return 'what was done is asked for and the sentence only plans it';
  const holdsHour = BY_THE_CLOCK.test(asked) && HOLDS_HOUR.test(text);
  if (WANTS_DAY.test(asked) && !holdsHour && !HOLDS_DAY.test(text))
    return 'a day or month is asked for and the sentence names none';
  // A sentence that tells of the very event gives its year by where it stands.
  if (
    asks === 'time' &&
    !HOLDS_TIME.test(text) &&
    (!words.every(isMet) || isOpenYear(asked, sentence)) &&
    !isToBeDone(asked, sentence, text)
  )
    return 'a time is asked for and the sentence neither names one nor tells of the event';
  // 停车难怎么解决 is not told by 停车难等问题尚未根本解决.
  if (asks === 'how' && tellsOfProblems({ report, sentence }))
    return 'how it is to be done is asked for and the sentence tells that it is a problem';
  if (asks === 'time' && BEGUN_WHEN.test(asked) && !TELLS_BEGINNING.test(text))
    return 'when something was begun is asked for and the sentence does not tell of that';
  if (!namesAsked) return 'a place or one of a class is asked for and the sentence names none';
  const what = askedInWhat(asked);
  if (what !== null && !isSaidIn(text, what))
    return 'in what something lies is asked for and the sentence does not speak of that';
  if (asks === 'why' && asksNoMore(asked, text) && !givesReason(asked, text))
    return 'a reason is asked for and the sentence gives none';
  if (
    asks !== 'yesno' &&
    (UNDONE_ASKED.test(asked) || LEFT_OUT_ASKED.test(asked)) &&
    !TELLS_UNDONE.test(text)
  )
    return 'what was not done is asked for and the sentence tells of nothing undone';
  if (asks === 'yesno' && ASKS_DEATHS.test(asked) && !TELLS_DEATHS.test(text))
    return 'whether anybody died is asked for and the sentence does not tell';
  const member = lackingClass({ text: asked }, text);
  if (member !== null) return member;
  if (WANTS_FORMER.test(asked) && !HOLDS_FORMER.test(text))
    return 'what was before is asked for and the sentence does not tell';
  if (PUNISHED.test(asked) && !PUNISHES.test(text))
    return 'who was punished is asked for and the sentence does not tell';
  if (SEAT.test(asked) && !SEAT.test(text))
    return 'where its seat is is asked for and the sentence does not tell';
  if (MOVES_WHERE.test(asked) && !clausesAbout(asked, text).some((clause) => TELLS_WHITHER.test(clause)))
    return 'where something moves is asked for and the sentence only says that it does';
  const isLedTo = clauseTexts(text).some((clause) => LED_TO.test(clause));
  if (BY_WHAT_DEED.test(asked) && !GIVES_REASON.test(text) && !isLedTo)
    return 'for what deed is asked and the sentence tells of none';
  return asks === 'person' ? lackingPerson(asked, text) : null;
}

/** 哪一年得的奖 is not told by a sentence about five years. */
function isOpenYear(asked: string, { frame }: Reading['sentence']): boolean {
  return /哪一?年/u.test(asked) && frame.role === 'review' && spansYears(frame);
}

/** 啥时候能用上 is told by the year whose plan it is to complete it. */
function isToBeDone(asked: string, { frame }: Reading['sentence'], text: string): boolean {
  return frame.role === 'plan' && frame.from === frame.to && COMPLETES.test(text) && !BEGINS.test(asked);
}

/**
 * When it is done with is asked for, and the plan of one year names the very thing where it says that it is to be: 雄商高铁什么时候开通
 * of 力促雄商高铁建成投用.
 */
export function tellsYearDue({ text: asked, raw, asks }: Question, reading: Reading): boolean {
  const { report, sentence, words } = reading;
  const text = report.text.slice(sentence.start, sentence.end);
  if (asks !== 'time' || OF_THE_ASKER.test(raw) || WANTS_DAY.test(asked)) return false;
  const things = words.filter(({ word }) => !USED.test(word) && !COMPLETES.test(word));
  return (
    WHEN.test(asked) &&
    things.length > 0 &&
    isToBeDone(asked, sentence, text) &&
    clauseTexts(text)
      .map((clause) => clause.toLowerCase())
      .some((clause) => COMPLETES.test(clause) && things.every(({ word }) => clause.includes(word)))
  );
}

/** A month or day is asked for, and a sentence that has all that the question names tells one. */
export function tellsDay({ text: asked }: Question, { report, sentence, words }: Reading): boolean {
  const text = report.text.slice(sentence.start, sentence.end);
  return WANTS_DAY.test(asked) && HOLDS_DAY.test(text) && words.every(({ exact }) => exact);
}

function isSaidIn(text: string, what: string): boolean {
  return OPEN.test(what) || text.includes(what) || (WRONG.test(what) && WRONG.test(text));
}

function isMet({ exact, similarity }: WordReading): boolean {
  return exact || similarity >= AS_GOOD;
}

/** Only the reason is asked for, and of something that is taken to be so, or not to be so as the sentence says. */
function asksNoMore(asked: string, told: string): boolean {
  const rest = asked.replace(WHY, '');
  return !FURTHER.test(rest) && (!PRESUPPOSES_NOT.test(rest) || PRESUPPOSES_NOT.test(told));
}

/** 为什么开工率不高 is also told by what is wrong: 征地难、落地慢，开工率没有达标. */
function givesReason(asked: string, told: string): boolean {
  return GIVES_REASON.test(told) || (PRESUPPOSES_NOT.test(asked.replace(WHY, '')) && WRONG.test(told));
}

/**
 * The part of a year that is asked of and neither the sentence names nor, for 9月以后 and what a question before has
 * named (6月那场暴雨 …, 转移了多少人), one before it in its passage.
 */
function missingPart(
  { asked, raw }: { readonly asked: string; readonly raw: string },
  { report, sentence }: Pick<Reading, 'report' | 'sentence'>,
  text: string,
): string | null {
  const own = withoutOneself(asked);
  const match = PART_OF_YEAR.exec(own);
  if (match === null || ANY_YEAR.test(own.slice(0, match.index))) return null;
  const [part] = match;
  const isHeldOn = FROM_ON.test(own.slice(match.index + part.length)) || !PART_OF_YEAR.test(raw);
  const start = isHeldOn
    ? report.sentences.find(({ passage }) => passage === sentence.passage)?.start
    : undefined;
  const told = start === undefined ? text : report.text.slice(start, sentence.end);
  return namesPart(told, part) ? null : part;
}

/** 6月 is also written 六月. */
function namesPart(text: string, part: string): boolean {
  const written = text.normalize('NFKC');
  if (!part.endsWith('月')) return written.includes(part);
  const months = written.match(/(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?=月)/gu) ?? [];
  return months.some((month) => smallNumber(month) === smallNumber(part.slice(0, -1)));
}
