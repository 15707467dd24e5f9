import { smallNumber } from '../text/counts.ts';
import { comparedWithLast } from './compared-with-last.ts';
import { type FindContentWords, namesTopic } from './content-words.ts';
import { atOtherStage, withoutStage } from './earlier-stage.ts';
import {
  earlierTime,
  nameEndingIn,
  ownerBefore,
  ownTimes,
  RANK,
  subjectBefore,
  targetOf,
  topicOf,
} from './earlier-topic.ts';
import { withOtherGroup } from './exclusive-groups.ts';
import { withoutOneself } from './of-oneself.ts';
import { omitsSubject } from './omitted-subject.ts';
import { ofOtherPhase } from './other-phase.ts';
import { onlyAsksMore } from './predicates.ts';
import { readAskedKind } from './read-asked-kind.ts';
import { inPlaceOfAWord, sameAsked } from './same-asked.ts';
import { asksOfNow, timeSaid, timeWords, withoutTime } from './time-words.ts';

/** A message made to stand alone. */
export interface Resolved {
  readonly text: string;
  /** 1-based member of the list the earlier question asked for (第三个), −1 for the last one. */
  readonly ordinal: number | null;
  /** What is asked of that member (最后那个今年打算怎么干 → 今年打算怎么干). */
  readonly onward?: string;
  /** The same with the earlier topic in front, where the message may lean on it or stand alone. */
  readonly leaning?: string;
}

const OPENING =
  /^(?:那么?|哦|噢|嗯|好的?|还有|另外|然后|再问(?:一下|个)?|接着问|不是|不对|错了|[你我]?[说问答搞弄理解]{1,2}错了?|我(?:是)?(?:想?问|想?说|要|想知道|指)的?是?)[,，。\s]*/u;
const CORRECTION = /我(?:是)?(?:问|说|要|指)的?是?|不是[,，]|[说问答搞弄解]错了?/u;
/** 不是全市，我问的是区里: what is denied first is not meant. */
const DENIED = /^(?:我(?:问|说|要)的)?不是[^,，。]{1,12}[,，。\s]+(?=是|我)是?/u;
/** 今年呢，定几个点 */
const YEAR_FIRST = /^(?:那么?)?(?<year>今年|去年|明年|前年|后年)呢[,，\s]+(?=.)/u;
/** 区里的, 全市, 地方: the same asked of another level. */
const LEVEL =
  /^(?<level>(?:我们|咱们?|全|本)?[国省市区县州旗](?:里|内)?|(?:中央|地方)(?:财政|政府)?)(?:的(?:情况)?)?$/u;
const OTHER_LEVEL =
  /(?:我们|咱们?|全|本)[国省市区县州旗](?:里|内)?的?|(?<!城|郊)[省市区县][里内](?!部)的?|(?:中央|(?<![么啥哪个])地方)(?:财政|政府)?的?/gu;
/** 原来呢, 之前的呢: the year before the one that was spoken of. */
const FORMER = /^(?:(?:之前|以前|原来|原先|此前|先前)的?|再?(?:往前|前|早)(?:推|数)?一年的?)$/u;
/** 今年定的数, 今年的目标: the figure that is planned. */
const SET_FIGURE =
  /^的?(?:定|设|下|提)?(?:下来?)?的?(?:预期|年度)?(?:目标|任务|指标|计划|数[字据]?)(?:是|定|有)*的?(?:多少)?$/u;
/** 那街呢,哪几条要提升 names what it asks about. */
const NAMES_ITS_TOPIC = /^[^,，]{1,10}呢[,，]/u;
const POINTING =
  /它们?|他们|她们|举个例子|比如说?|其中|(?<!(?![从在打])\p{Script=Han})[这那]?里[头面]|(?:这|那|该(?=项目|工程|学校|公司|企业|园|活动|政策|计划|行动)|此)(?!么|样|\p{Script=Han}{0,2}[“"《「\d])(?:个|些|项|所|条|家|座|位|里|儿|边|块|事|件事|方面|几个|地方)?(?:项目|工程|学校|公司|企业|园区?|活动|政策|计划|行动)?/u;
/** 这些圈, 那条路: what follows may end a name of the earlier question. */
const THIS = /(?:这|那)(?:几?[个些项所条家座]|几|一)?/u;
/** 千亿级的是哪几个, 高铁呢,排第几 */
const OTHER_NAMED = /^(.{2,8})(?:的(?=是)|呢[,，])(.+)$/u;
/** 失业率, 居民收入增速: a measure is named and nothing asked. */
const ASKS = /多少|几|什么|多[大高长快重]|百分之/u;
/** How a short message opens that asks a detail without naming whose: 依托谁, 能带来多少个就业, 比去年多多少. */
const LEANING =
  /^(?:(?:[今明去]年)?先(?=[在从由到给让])|要|能|会|可以|有|具体|大概|一共|总共|共|分别|什么时候|几时|在哪|为什么|谁|多少|几|比|较|增长|下降|投资|总投资|占|排|依托|靠|由|花|用了|耗|历时|怎么|又|还|都|是|完成|建成|实际|目标|效果|进展|[跟和与同向给对从为帮让用以](?=谁|哪|多少|几|什么|啥))/;
/** 标准定的是每人每月几百块: of what, the earlier question says. */
const OF_SOMETHING = /^(?:标准|工期|造价|面积|规模|名单|价格|费用|地址|位置)/;
const ORDINAL =
  /(?:第|头)(\d{1,2}|[一二三四五六七八九十]{1,3})(?:个|条|项|篇|点|种|家|件|大|位|所|座|步|类|支|段|批|组|块|样|句|方面)|(?:最后|末了?)(?:一|那)?(?:个|条|项|篇|点|种|家|件|位|所|座|类|支|段|批|组|块|样|句)/u;
const MEMBER_OF_NAMED =
  /^(?<before>[^第,，。?？]{0,12})第(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:件|项|条)(?<what>\p{Script=Han}{0,10}?)(?:是|指|讲|说)(?:的|了)?(?:是)?(?:什么|啥|哪[件项条个])[?？呢啊]*$/u;
/** 智能终端那个呢 points at nothing earlier: the one of that name. */
const THAT_ONE = /(?<=^\p{Script=Han}{2,8})(?:那|这)[个家座所条项]$/u;
/** 里面地方的是多少: a part of what was spoken of is named itself. */
const WITHIN = /^(?:这?里[面头]|其中|当中)(?=[^,，]{2,6}的?(?:[有是占]*(?:多少|几)|$))/u;
/** 过去五年加起来呢 asks of these years. */
const ADDED_UP = /(?<=年[来间里]?)(?:全|都)?(?:加起来|加一起|加在一起|合起来)的?$/u;
/** 过去五年平均下来呢 asks for the average of these years. */
const AVERAGED = /^的?(?:每年)?(?:平均|年均)(?:每年)?(?:算?下来|算|来看)?的?$/u;
/** 农村的是多少 asks of another what was asked of the one before, as 农村的呢 does. */
const OF_ANOTHER = /(?<=^(?![今去明前]年)\p{Script=Han}{2,3}的)(?:又?[是有])?(?:多少|几)$/u;
/** Another side of the same thing: 路方面呢 */
const ASPECT = /方面$|这块儿?$|上头?$/u;
/** 除了白鹭还有什么: the earlier question once more. */
const WHAT_ELSE =
  /^除了?[^,，]{1,12}?(?:以外|之外|外)?[,，]?(?:还|都|另外|其他|其它|别的)*[有是]?(?:什么|哪些|哪几|谁|啥|别的|其他|其它)/u;
const SHORT = 14;

/**
 * Makes a message stand alone with the help of the question before it (itself already standing alone).
 * A message with a topic of its own comes back unchanged: the earlier one has no say in it.
 */
export function resolveFollowUp(text: string, previous: string | null, find: FindContentWords): Resolved {
  if (previous === null) return memberOfNamed(text) ?? { text, ordinal: null };
  const asked = askedBehindOneself(text, find);
  if (asked !== text) {
    const resolved = resolveFollowUp(asked, previous, find);
    return { ...resolved, text: text.slice(0, -asked.length) + resolved.text };
  }
  const ordinal = readOrdinal(text, find);
  if (ordinal !== null) return { text: previous, ordinal, ...onwardOf(text, find) };
  const corrected = CORRECTION.test(text);
  const bare = text
    .replace(YEAR_FIRST, '$<year>')
    .replace(DENIED, '')
    .replace(OPENING, '')
    .replace(OPENING, '')
    .replace(/[呢吗啊呀吧?？。!！]+$/u, '')
    .replace(ADDED_UP, '')
    .replace(THAT_ONE, '的')
    .replace(OF_ANOTHER, '')
    .trim();
  if (WHAT_ELSE.test(bare)) return { text: previous, ordinal: null };
  const part = bare.replace(WITHIN, '').replace(OF_ANOTHER, '');
  const { level } = LEVEL.exec(part)?.groups ?? {};
  if (level !== undefined) return { text: level + previous.replace(OTHER_LEVEL, ''), ordinal: null };
  const former = bare.replace(/是?多少$/u, '');
  if (FORMER.test(former)) {
    const [year = ''] = timeWords(previous);
    return { text: `${yearBefore(year) ?? former}${withoutStage(withoutTime(previous))}`, ordinal: null };
  }
  const compared = comparedWithLast(bare, previous, find);
  if (compared !== null) return { text: compared, ordinal: null };
  if (AVERAGED.test(withoutTime(bare)) && timeWords(bare).length > 0)
    return { text: `${timeSaid(bare, previous)}年均${withoutTime(previous)}`, ordinal: null };
  if (SET_FIGURE.test(withoutTime(bare)) && readAskedKind(previous) === 'figure')
    // Of what was done last year the target is asked that the report sets, which is this year's.
    return {
      text: `${timeSaid(bare, previous.replace('去年', ''))}${targetOf(previous, find)}目标是多少`,
      ordinal: null,
    };
  const staged = corrected ? null : atOtherStage(bare, previous);
  if (staged !== null) return { text: staged, ordinal: null };
  const phase = ofOtherPhase(bare, previous);
  if (phase !== null) return { text: phase, ordinal: null };
  const again = namedAgain(bare, previous, find);
  if (again !== null) return { text: again, ordinal: null };
  const own = find(withoutTime(bare).replace(POINTING, '')).filter(namesTopic);
  const pointing = POINTING.test(bare) && bare.length <= 2 * SHORT;
  if (own.length === 0) return { text: withOwnTime(bare, previous, find), ordinal: null };
  if (
    (bare.length <= SHORT && (onlyAsksMore(withoutTime(bare), find) || omitsSubject(bare))) ||
    (YEAR_FIRST.test(text) && own.length <= 1)
  )
    return { text: subjectBefore(bare, previous, find), ordinal: null };
  if (pointing && !own.some(({ word }) => word.length > 1 && previous.includes(word)))
    return { text: pointedOut(bare, previous, find), ordinal: null };
  const asksNothing = (readAskedKind(bare) === 'general' && !/哪|什么/.test(bare)) || !asks(bare);
  if (ASPECT.test(bare) && own.length <= 2) return { text: ownerBefore(bare, previous, find), ordinal: null };
  if (
    bare.length <= SHORT &&
    asksNothing &&
    (/[呢吗吧?？]\s*$/u.test(text) || corrected || text !== bare || own.length === 1)
  )
    return { ...sameAsked(bare, previous, find), ordinal: null };
  if (
    bare.length <= SHORT &&
    ((own.length <= 3 && LEANING.test(bare)) || (own.length <= 5 && OF_SOMETHING.test(bare)))
  )
    return { text: subjectBefore(bare, previous, find), ordinal: null };
  const [, name = ''] = OTHER_NAMED.exec(bare) ?? [];
  if (name !== '' && withOtherGroup(name, previous) !== null)
    return { text: besideEarlier(bare, previous, find), ordinal: null };
  if (own.length <= (NAMES_ITS_TOPIC.test(bare) ? 1 : 2) && bare.length <= SHORT)
    return {
      // 居民收入呢,要涨多少: of the same time.
      text: NAMES_ITS_TOPIC.test(bare)
        ? `${earlierTime(bare, previous)}${bare.replace(/呢[,，]/u, '')}`
        : text,
      ordinal: null,
      leaning: besideEarlier(bare, previous, find),
    };
  return { text, ordinal: null };
}

/** The message with what it may lean on: 千亿级的是哪几个, 高铁呢,排第几 are asked of the like, 依托谁 of the earlier topic. */
function besideEarlier(bare: string, previous: string, find: FindContentWords): string {
  const [, name, asked] = OTHER_NAMED.exec(bare) ?? [];
  return name === undefined || asked === undefined
    ? subjectBefore(bare, previous, find)
    : `${earlierTime(bare, previous)}${inPlaceOfAWord(name, previous, find)}${asked}`;
}

/** 第三个是什么 → 3, 最后一篇 → −1; null where the ordinal names a thing of its own (第三产业). */
function readOrdinal(text: string, find: FindContentWords): number | null {
  const match = ORDINAL.exec(text);
  if (match === null || text.length > SHORT + 6) return null;
  if (find(text.replace(match[0], '')).length > 3) return null;
  return match[1] === undefined ? -1 : smallNumber(match[1]) || null;
}

/** 第三件实事是什么, 十件实事第三件是啥 with nothing said before: the third of the list that it names; null otherwise. */
function memberOfNamed(text: string): Resolved | null {
  const { before = '', number = '', what = '' } = MEMBER_OF_NAMED.exec(text)?.groups ?? {};
  const ordinal = smallNumber(number);
  return !ordinal || (before + what).length < 3
    ? null
    : { text: `${before.replace(/的$/u, '')}${what}有哪些`, ordinal };
}

/** What a message asks of the member it points at, beyond which it is. */
function onwardOf(text: string, find: FindContentWords): Pick<Resolved, 'onward'> {
  const rest = text
    .replace(OPENING, '')
    .replace(ORDINAL, '')
    .replace(/^(?:的|那个|这个)|(?:来着)?[呢啊呀吧?？。!！]*$/gu, '')
    .trim();
  const asksMore =
    find(withoutTime(rest)).length > 0 || !['general', 'which', 'list'].includes(readAskedKind(rest));
  return asksMore && rest !== '' ? { onward: rest } : {};
}

/** 今年 → 去年, 2023年 → 2022年; null for what is no single year. */
function yearBefore(year: string): string | null {
  const [number] = /^(?:19|20)\d\d(?=年?$)/u.exec(year) ?? [];
  if (number !== undefined) return `${Number(number) - 1}年`;
  return year === '今年' ? '去年' : year === '去年' ? '前年' : null;
}

/** 失业率呢 names a measure, 失业率是多少 asks for it. */
function asks(bare: string): boolean {
  return readAskedKind(bare) !== 'figure' || ASKS.test(bare);
}

/** 这些圈在哪 after 10分钟健身圈是今年的事吗 → 10分钟健身圈在哪; null where nothing named before ends that way. */
function namedAgain(bare: string, previous: string, find: FindContentWords): string | null {
  const pointing = THIS.exec(bare);
  if (pointing === null) return null;
  const behind = bare.slice(pointing.index + pointing[0].length);
  for (const length of [4, 3, 2, 1]) {
    const name = nameEndingIn(behind.slice(0, length), previous, find);
    if (name !== null && behind.length >= length)
      return `${earlierTime(bare, previous)}${bare.slice(0, pointing.index)}${name}${behind.slice(length)}`;
  }
  return null;
}

/** 什么时候轮到 of 我们那儿属于山区,什么时候轮到: what is asked, where that leaves its subject out and the rest tells only who asks. */
function askedBehindOneself(text: string, find: FindContentWords): string {
  const asked = withoutOneself(text);
  const isShort = asked !== '' && asked !== text && text.endsWith(asked);
  return isShort && find(withoutTime(asked)).filter(namesTopic).length <= 1 ? asked : text;
}

/** Only a time or an interrogative: 那今年呢, 具体在哪, 增长了多少. The earlier topic, with what is new. */
function withOwnTime(bare: string, previous: string, find: FindContentWords): string {
  const times = ownTimes(bare);
  const asks = (times.length === 0 ? bare : withoutTime(bare)).replace(POINTING, '').trim();
  const base = times.length === 0 && !asksOfNow(bare) ? previous : times.join('和') + withoutTime(previous);
  if (asks === '' || /^(?:的|的呢|情况|的情况)$/u.test(asks) || readAskedKind(asks) === 'general')
    return base;
  const inherited = times.length === 0 ? earlierTime(bare, previous) : times.join('和');
  return `${inherited}${topicOf(previous.replace(RANK, ''), find) || topicOf(previous, find)}${asks}`;
}

/** 它/这个项目 → the earlier question's topic. */
function pointedOut(bare: string, previous: string, find: FindContentWords): string {
  return `${earlierTime(bare, previous)}${bare.replace(POINTING, () => topicOf(previous, find))}`;
}
