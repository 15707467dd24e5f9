import { smallNumber } from '../text/counts.ts';
import { type ContentWord, namesTopic } from './content-words.ts';
import { readAskedKind } from './read-asked-kind.ts';
import { timeWords, withoutTime } from './time-words.ts';

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

type FindContentWords = (text: string) => readonly ContentWord[];

const OPENING =
  /^(?:那么?|哦|噢|嗯|好的?|还有|另外|然后|再问(?:一下|个)?|接着问|不是|不对|我(?:是)?(?:问|说|要|想问|想知道)的?是?)[,，。\s]*/u;
const CORRECTION = /我(?:是)?(?:问|说|要|指)的?是?|不是[,，]|搞错了|答错了|说错了/u;
const POINTING =
  /它们?|他们|她们|举个例子|比如说?|其中|里头|里面|(?:这|那|该|此)(?!\p{Script=Han}{0,2}[“"《「\d])(?:个|些|项|所|条|家|座|位|里|儿|边|块|事|件事|方面|几个|地方)?(?:项目|工程|学校|公司|企业|园区?|活动|政策|计划|行动)?/u;
/** How a short message opens that asks a detail without naming whose: 依托谁, 能带来多少个就业, 比去年多多少. */
const LEANING =
  /^(?:要|能|会|可以|有|具体|大概|一共|总共|共|分别|什么时候|几时|在哪|为什么|谁|多少|几|比|较|增长|下降|投资|总投资|占|排|依托|靠|由|怎么|又|还|都|是|完成|建成|实际|目标|效果|进展)/;
const ORDINAL =
  /(?:第|头)(\d{1,2}|[一二三四五六七八九十]{1,3})(?:个|条|项|篇|点|种|家|件|大|位|所|座|步|类|方面)|(?:最后|末了?)(?:一|那)?(?:个|条|项|篇|点|种|家|件|位|所|座|类)/u;
/** What is asked of a measure: 增长了多少, 降了百分之几, 目标是多少. */
const PREDICATE =
  /(?:同比|实际)?(?:增长|下降|提高|降低|减少|增加|上升|增|涨|降|跌|升|占)(?:了|到|幅|率)*(?:是|有)?(?:百分之)?(?:多少|几)个?(?:百分)?点?[?？]?$/u;
/** What is planned of a subject stands behind these. */
const AUXILIARY = /(?<=\p{Script=Han}{2})(?:会(?!议|展|计)|将|要(?!求|素|点))/u;
const OPENS_PREDICATE =
  /(?<=\p{Script=Han}{2})(?:今年|去年|20\d\d年|有|是|会(?!议|展|计)|将|要(?!求|素|点))/u;
/** Another side of the same thing: 路方面呢 */
const ASPECT = /方面$|这块儿?$|上头?$/u;
const SHORT = 14;

/**
 * Makes a message stand alone with the help of the question before it (itself already standing alone).
 * A message with a topic of its own comes back unchanged: the earlier one has no say in it.
 */
export function resolveFollowUp(text: string, previous: string | null, find: FindContentWords): Resolved {
  if (previous === null) return { text, ordinal: null };
  const ordinal = readOrdinal(text, find);
  if (ordinal !== null) return { text: previous, ordinal, ...onwardOf(text, find) };
  const corrected = CORRECTION.test(text);
  const bare = text
    .replace(OPENING, '')
    .replace(OPENING, '')
    .replace(/[呢吗啊呀吧?？。!！]+$/u, '')
    .trim();
  const own = find(withoutTime(bare).replace(POINTING, '')).filter(namesTopic);
  const pointing = POINTING.test(bare) && bare.length <= 2 * SHORT;
  if (own.length === 0) return { text: withOwnTime(bare, previous, find), ordinal: null };
  if (pointing && !own.some(({ word }) => previous.includes(word)))
    return { text: pointedOut(bare, previous, find), ordinal: null };
  const asksNothing = readAskedKind(bare) === 'general';
  if (ASPECT.test(bare) && own.length <= 2)
    return { text: subjectBefore(bare, beforeVerb(previous, OPENS_PREDICATE, find), find), ordinal: null };
  if (
    bare.length <= SHORT &&
    asksNothing &&
    (/[呢吗吧?？]\s*$/u.test(text) || corrected || text !== bare || own.length === 1)
  )
    return { text: sameAsked(bare, previous, find), ordinal: null };
  if (own.length <= 3 && bare.length <= SHORT && LEANING.test(bare))
    return { text: subjectBefore(bare, previous, find), ordinal: null };
  if (own.length <= 1 && bare.length <= SHORT)
    return { text, ordinal: null, leaning: subjectBefore(bare, previous, find) };
  return { text, ordinal: null };
}

/** 第三个是什么 → 3, 最后一篇 → −1; null where the ordinal names a thing of its own (第三产业). */
function readOrdinal(text: string, find: FindContentWords): number | null {
  const match = ORDINAL.exec(text);
  if (match === null || text.length > SHORT + 6) return null;
  if (find(text.replace(match[0], '')).length > 3) return null;
  return match[1] === undefined ? -1 : smallNumber(match[1]) || null;
}

/** What a message asks of the member it points at, beyond which it is. */
function onwardOf(text: string, find: FindContentWords): Pick<Resolved, 'onward'> {
  const rest = text
    .replace(OPENING, '')
    .replace(ORDINAL, '')
    .replace(/^(?:的|那个|这个)|[呢啊呀吧?？。!！]+$/gu, '')
    .trim();
  const asksMore =
    find(withoutTime(rest)).length > 0 || !['general', 'which', 'list'].includes(readAskedKind(rest));
  return asksMore && rest !== '' ? { onward: rest } : {};
}

/** Only a time or an interrogative: 那今年呢, 具体在哪, 增长了多少. The earlier topic, with what is new. */
function withOwnTime(bare: string, previous: string, find: FindContentWords): string {
  const times = timeWords(bare);
  const asks = withoutTime(bare).replace(POINTING, '').trim();
  const base = times.length === 0 ? previous : times.join('和') + withoutTime(previous);
  if (asks === '' || /^(?:的|的呢|情况|的情况)$/u.test(asks) || readAskedKind(asks) === 'general')
    return base;
  const inherited = times.length === 0 ? timeWords(previous) : times;
  return `${inherited.join('和')}${topicOf(previous, find)}${asks}`;
}

/** 它/这个项目 → the earlier question's topic. */
function pointedOut(bare: string, previous: string, find: FindContentWords): string {
  const times = timeWords(bare).length === 0 ? timeWords(previous).join('和') : '';
  return `${times}${bare.replace(POINTING, () => topicOf(previous, find))}`;
}

/** 财政收入呢 after 今年GDP目标是多少 → 今年财政收入目标是多少: the new topic asked for the same thing. */
function sameAsked(bare: string, previous: string, find: FindContentWords): string {
  const words = find(withoutTime(previous));
  const rest = withoutTime(previous);
  const first = words[0];
  const predicate = PREDICATE.exec(rest)?.[0] ?? '';
  const times = (timeWords(bare).length > 0 ? timeWords(bare) : timeWords(previous)).join('和');
  const topic = withoutTime(bare);
  if (first === undefined) return `${times}${topic}`;
  // 集成电路产量增长多少 → 锂电池增长多少: what is asked of the earlier topic stays.
  if (predicate !== '' && predicate !== rest) return `${times}${topic}${predicate}`;
  const asks = {
    figure: '多少',
    list: '有哪些',
    place: '在哪里',
    person: '是谁',
    time: '什么时候',
    planned: '有什么安排',
    done: '完成情况怎么样',
  } as const;
  const kind = readAskedKind(rest);
  return kind in asks ? `${times}${topic}${asks[kind as keyof typeof asks]}` : `${times}${topic}`;
}

/** The message with the earlier question's topic, and its time where the message has none, in front. */
function subjectBefore(bare: string, previous: string, find: FindContentWords): string {
  const times = timeWords(bare).length === 0 ? timeWords(previous).join('和') : '';
  return `${times}${topicOf(beforeVerb(previous, AUXILIARY, find), find)}${bare}`;
}

/** The earlier question up to what it asks of its subject: 哪些项目的安置房会交付使用 → 哪些项目的安置房; whole where nothing is left. */
function beforeVerb(previous: string, verb: RegExp, find: FindContentWords): string {
  const at = previous.search(verb);
  const head = at < 0 ? '' : previous.slice(0, at);
  return find(withoutTime(head)).some(namesTopic) ? head + timeWords(previous.slice(at)).join('') : previous;
}

/** What the earlier question was about: from its first content word to its last, function words dropped. */
function topicOf(previous: string, find: FindContentWords): string {
  return find(withoutTime(previous))
    .map(({ word }) => word)
    .join('');
}
