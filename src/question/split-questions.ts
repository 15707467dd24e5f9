import { type FindContentWords, namesTopic } from './content-words.ts';
import { asksOtherKind, omitsSubject, unmarkedJoint } from './omitted-subject.ts';
import { TIME_WORDS, timeWords } from './time-words.ts';
import { WAY, yearsCompared } from './years-compared.ts';

/** More parts than this are a text, not a list of questions. */
const MOST_PARTS = 3;
/** A longer message tells a story around one question. */
const LONGEST = 64;
const LONGEST_PAIR = 48;
const SHORTEST_PART = 4;
const ASKS =
  /多少|(?<![十好这近])几(?:个|家|名|人|座|所|项|成|条|处|天|户|次|点|月|号|年)|什么|哪|谁|怎么|怎样|如何|吗|呢|了没|有没有|是不是|会不会|是否|百分之几|第几|多[大高长远快久]/;
const ASKS_FIGURE = /多少|(?<![们这那好壁])几(?:个|家|名|人|座|所|项|成|条|处|天|户|次)|百分之几|第几/;
/** 还建不建, 通车了吗. */
const WHETHER = /吗$|没有?$|有没有|是不是|会不会|(?<verb>\p{Script=Han})[不没]\k<verb>/u;
/** Asks which of them, or all of them: 哪两所, 哪个, 都有哪些. */
const ASKS_MEMBERS = /哪(?:[些几两一二三四五六七八九十]|[个家所位项条座处种类](?!方面|地方))/u;
/** …去年有多少，这回目标呢: the figure that is planned, of the same thing. */
const TARGET_TOO =
  /^(?:那么?|这[回次]|下一步|接下来|新的?)*的?(?:目标|任务|计划|打算)(?:又|还|定|是|有)*(?:呢|多少|几个点|什么样?)[?？呢啊]*$/u;
const JOINT = '还有|另外|对了|顺便|再就是|再问|以及|也想问|同时';
const OPENING = new RegExp(`^(?:${JOINT})(?:问?(?:一下|下))?[,，。:：\\s]*(?:就是)?`, 'u');
/** 别光跟我说涨了几个点, 不要百分比: what nobody wants to hear is no question. */
const UNWANTED =
  /[,，。\s](?:可|就)?(?:别|甭|不要|不用|用不着)(?:光|只|老|再|净)?(?:跟|给|对|和)?(?:我|俺|咱)?(?:们)?(?:说|讲|答|扯|报|谈|提)[^,，。?？]*[,，。?？]?$/u;
/** GDP去年多少，今年目标高了还是低了: the figure that is planned too. */
const TARGET_COMPARED = new RegExp(
  `^(?:(?:那么?)?今年的?)?(?:目标|任务|计划|打算)?(?:是|定得?|要)*(?:更|往)?${WAY}(?:(?:还是|或者?是?|不|没)(?:更|往)?${WAY}|吗)[?？呢啊]*$`,
  'u',
);
/** How people number what they ask: 1、…2、…, 一是…二是…, 一个是…一个是…. */
const NUMBERED =
  /(?<=^|[,，。;；:：?？\s])(?:第?[一二三][、,，.．:：]|[一二三]是(?!不|否)|(?:第|另)?[一二三]个是|[1-3][、.．)）:：](?!\d))\s*/gu;
const ENDS_AS_QUESTION = /(?:目标|计划|安排|打算)$/u;
const THINGS = '[两俩二三几]个?件?小?(?:事[儿情]?|数[字据]?|问题|点)';
/** 两个事：, 问两个数，: says only that questions follow. */
const ANNOUNCED = new RegExp(
  `^(?:(?:我|俺|就|再|想|来|要|先|请|麻烦|帮我?)*(?:问|查|打听|请教|了解|说)(?:你|您|一?下)*${THINGS}[:：,，\\s]|${THINGS}[:：])\\s*`,
  'u',
);
/** The questions asked in one message, in order; one part where it asks one thing. */
export function splitQuestions(text: string, find: FindContentWords): readonly string[] {
  if (text.length > LONGEST) return [text];
  const numbered = byNumbers(text);
  if (numbered !== null) return numbered;
  const wanted = text.replace(ANNOUNCED, '').replace(UNWANTED, '');
  const parts = byMarks(wanted).flatMap((part) => byFigures(part, find));
  const asking = parts.map((part) => part.replace(OPENING, '').trim());
  if (parts.length < 2 || parts.length > MOST_PARTS) return [text];
  return asking.every((part) => part.length >= SHORTEST_PART && asks(part)) ? asking : [text];
}

/** At the numbers of the questions; what stands before the first only announces them. Null where nothing is numbered. */
function byNumbers(text: string): readonly string[] | null {
  const [, ...parts] = text.split(NUMBERED).map((part) => part.replace(/[,，。;；?？\s]+$/u, '').trim());
  const asking = parts.every(
    (part) => part.length >= SHORTEST_PART && (ASKS.test(part) || ENDS_AS_QUESTION.test(part)),
  );
  return asking && parts.length > 1 && parts.length <= MOST_PARTS ? parts : null;
}

/** 都要2017年的 behind the questions: the time of each. */
const OF_WHEN = new RegExp(
  `^(?:都|全|统统|一律)?(?:要|是|问|说|看|算|查)(?:的)?都?是?(?:${TIME_WORDS.source})的?(?:数|数据|情况)?[。!！]?$`,
  'u',
);

/** At question marks, semicolons, and at 对了, 还有 and the like. Nothing may be left that does not ask, but their time. */
function byMarks(text: string): readonly string[] {
  const found = text
    .split(new RegExp(`[?？]+[,，。;；\\s]*|[;；]\\s*|[,，。\\s]\\s*(?=(?:${JOINT}))`, 'u'))
    .filter((part) => part.trim() !== '');
  const last = found.at(-1) ?? '';
  const when = OF_WHEN.test(last.trim()) ? timeWords(last).join('和') : '';
  const parts =
    when === ''
      ? found
      : found.slice(0, -1).map((part) => (timeWords(part).length > 0 ? part : `${when}${part}`));
  return parts.length > 1 && parts.every(asks) ? parts : [text];
}

function asks(part: string): boolean {
  return ASKS.test(part) || WHETHER.test(part);
}

/**
 * Two figures of different things, or of one in two times: 今年准备进驻多少家，进出口又想完成多少. Not 多少，增长了多少.
 * Or two kinds of question: 建在哪、投多少钱.
 * What follows them asks nothing, unless it is what the two make (差多少).
 */
function byFigures(part: string, find: FindContentWords): readonly string[] {
  if (part.length > LONGEST_PAIR || yearsCompared(part, find) !== null) return [part];
  const joint = unmarkedJoint(part);
  const joints = [...part.matchAll(/[,，、\s]+/gu)].map((mark) => [mark.index, mark[0].length] as const);
  for (const [at, length] of joint < 0 ? joints : [...joints, [joint, 0] as const]) {
    const before = part.slice(0, at);
    const [after = '', ...rest] = part.slice(at + length).split(/[,，、\s]/u);
    const figures =
      ASKS_FIGURE.test(before) &&
      ASKS_FIGURE.test(after) &&
      (find(after).some((word) => namesTopic(word) && word.word.length > 1) ||
        (omitsSubject(after) && !rest.some((clause) => ASKS_FIGURE.test(clause))));
    // “稳”体现在哪些上，“进”又体现在哪些上
    const rows = /哪些/.test(before) && /[“"].*哪些/u.test(after);
    if (
      ASKS_FIGURE.test(before) &&
      (TARGET_TOO.test(after) || (TARGET_COMPARED.test(after) && /今年|目标|任务|计划|打算/.test(after))) &&
      isOfThePast(before)
    )
      return [before, '今年目标是多少'];
    const members = ASKS_MEMBERS.test(before) && asksMembersOfItsOwn(after, before, find);
    const otherThing =
      WHETHER.test(after) &&
      namesAnotherThing(after, before, find) &&
      (ASKS_FIGURE.test(before) || (/哪|谁/.test(before) && topicsIn(after, find).length > 2));
    if (
      figures ||
      rows ||
      members ||
      otherThing ||
      isOfAnotherTime(after, before) ||
      (ASKS.test(before) && asksOtherKind(before, after))
    )
      return [before, after];
  }
  return [part];
}

/** 合作办学的中学又是哪个: of a thing named before its 哪, and none of that in the question before. */
function asksMembersOfItsOwn(part: string, before: string, find: FindContentWords): boolean {
  const asked = part.search(ASKS_MEMBERS);
  const named = find(part).filter((word) => namesTopic(word) && word.word.length > 1 && word.end <= asked);
  return named.length > 0 && named.every(({ word }) => !before.includes(word.slice(0, 2)));
}

/** 今年零碳工厂还建不建: of a thing that the question before it does not name. */
function namesAnotherThing(part: string, before: string, find: FindContentWords): boolean {
  const [named] = topicsIn(part, find);
  return named !== undefined && !before.includes(named.word.slice(0, 2));
}

function topicsIn(part: string, find: FindContentWords) {
  return find(part).filter((word) => namesTopic(word) && word.word.length > 1);
}

/** 去年弄完多少个，今年还剩什么活: a number of one year, and what is done in another. */
function isOfAnotherTime(part: string, before: string): boolean {
  const [one, other] = [before, part].map((text) => timeWords(text).join());
  return one !== '' && other !== '' && one !== other && ASKS_FIGURE.test(before) && /什么|哪些/.test(part);
}

function isOfThePast(part: string): boolean {
  const times = timeWords(part);
  return times.length > 0 && !times.some((time) => /[今明本]年/u.test(time));
}
