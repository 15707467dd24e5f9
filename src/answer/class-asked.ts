import type { Question } from '../domain/question.ts';
import { characterPairs } from '../text/character-pairs.ts';
import type { Tokenizer } from '../text/tokenize.ts';
import { clausesAbout } from './told-clauses.ts';

/** Things that are asked for by their class. */
interface AskedClass {
  /** How the class is called: 医院. */
  readonly noun: string;
  /** How its members are called; null where they bear any name. */
  readonly told: RegExp | null;
  /** 大学 alone names none: one must bear a name, or be of a kind. */
  readonly named: boolean;
}

const BODIES =
  /[局委厅院]|(?<!全)部(?![分署])|办公室|政府|公安|财政|税务|工商|审计|监察|海关|社保|人大|政协|军|(?:有限|股份|投资|建设|发展|控股|责任)公司|(?<!产业)集团|厂|协会|研究|联合体|科技|银行|中心/u;
const CLASSES: readonly AskedClass[] = [
  {
    noun: '外国|(?<!现代化)国家(?![级重基公实战标工科电能文物新])',
    told: /[^全我中本祖爱强大]国(?![家内际有企资民])|[洲盟俄韩]|[欧日美英法德印澳](?!元|丽|好|术|化|食|报|[常益前夜均产游]|雄|才|治|律|院|门|发|刷)|阿拉伯|上合|金砖|发展中|发达|周边|沿线|共建/u,
    named: false,
  },
  { noun: '(?:国有|商业|股份制?)*银行(?!卡)', told: /银行|[工农中建交发储商]行|农商|信用社/u, named: true },
  { noun: '(?:三甲|大|县级?|市级?)*医院|卫生院', told: /院|医科|医学|医联|医疗中心|医大/u, named: true },
  { noun: '大学(?!生)|高校|院校|高职', told: /大|学院|院校|高校|高职|校/u, named: true },
  { noun: '(?:公办|民办|普惠)*幼儿园', told: /幼儿园/u, named: true },
  {
    noun: '(?:新)?(?:学校|中学|小学|高中)(?!生)',
    told: /学|校|高中|职|[一二三四五六七八九十附][中小]/u,
    named: true,
  },
  { noun: '(?:主管|政府|职能|牵头)?部门|部委', told: BODIES, named: false },
  {
    noun: '(?:国有|民营|外资|本地|上市|龙头|大|新)*(?:企业|公司)|[国央民]企|单位|机构|集团',
    told: null,
    named: true,
  },
];
const UNIT = '[家个所座]';
const NOUNS = CLASSES.map(({ noun }) => noun).join('|');
/** 靠哪家企业打造, 让哪些银行落地; 幼儿园是哪几所. */
const ASKED = new RegExp(
  `哪(?:一?${UNIT}|些|几${UNIT}?|[两二三四五六七八九十\\d]+${UNIT})(?<asked>${NOUNS})|(?<of>${NOUNS})(?:都|分别|各)*(?:[是有]|叫做?)哪(?:些|几${UNIT}|一?${UNIT})(?!\\p{Script=Han})`,
  'u',
);
/** 有条件的机构, 二级以上医院: which ones, by their kind. */
const OF_A_KIND =
  /条件的|所有|全部|各[类级]?|以上|以下|直属|重点|试点|[国央民]有?|国企|龙头|股份制|商业|政策性|村镇|小微|中小/u;
const MEMBER_MARK = /、|以及|和(?!谐|平|美)|及(?!时)|与(?!会)/u;
/** How members of other classes end than the firms that are asked for. */
const NO_FIRM = /(?:大学|高校|学院|院校|研究院|医院|[中小]学)$/u;
const FIRM = /企|公司/u;
/** Words of every day make names of firms: 依托百合光电打造, 百合光电牵头, 百合光电等5家. */
const ACTS =
  /(?:依托|由|与|同|会同|联合|携手|引[进入]|委托)(?![的了])\p{Script=Han}{2}|^\p{Script=Han}{3,10}(?:牵头|承[建办担]|中标|负责|主办|投资建)|\p{Script=Han}{2}等(?:[\d一二两三四五六七八九十]|企业|公司|单位|机构)/u;
/** What the dictionary takes for people's names. */
const VERB = /^(?:新建|力争|扩建|改建)$/u;
const HAN = /^\p{Script=Han}+$/u;
/** One character that is a word of grammar, or that opens no name. */
const GRAMMAR = /[了的是在等个和与及有要不能会对为把将被更再各都也就还第中上下前后新大小全高]/u;

/** Whether one of a class is asked for: 跟哪家单位合作. */
export function asksMember(asked: string): boolean {
  return ASKED.test(asked);
}

/**
 * Whether a sentence names one of the class that is asked for by what it says of the thing asked about: 甲园靠哪家企业打造 is not told
 * by 推进甲园和乙医院建设, nor 哪些银行落地 by 推进丙保险落地. True where no such class is asked for.
 */
export function namesMember(
  { text: asked }: Pick<Question, 'text'>,
  text: string,
  tokenizer: Pick<Tokenizer, 'words' | 'pieces' | 'names' | 'sites'>,
): boolean {
  const match = ASKED.exec(asked);
  if (match === null) return true;
  const noun = match.groups?.asked ?? match.groups?.of ?? '';
  const { told, named } = classOf(noun);
  const thing = asked.replace(match[0], ' ');
  const members = clausesAbout(thing, text).flatMap((clause) => withoutSiblings(clause, thing));
  return members.some((member) => {
    const isNamed = (words: string) => OF_A_KIND.test(member) || bearsName(words, asked, tokenizer);
    if (told !== null && named) return told.test(member) && isNamed(member);
    if (told !== null) return told.test(member) || hasNew(tokenizer.sites(member), asked);
    if (FIRM.test(noun) && NO_FIRM.test(member)) return false;
    const own = withoutAsked(member, thing);
    return BODIES.test(own) || ACTS.test(own) || isNamed(own);
  });
}

/** A text without the words that the question has as well: 大学科技园 is no body where it is asked about. */
function withoutAsked(text: string, asked: string): string {
  const marks = [...text];
  const isAsked = (index: number) => asked.includes(`${marks[index] ?? ' '}${marks[index + 1] ?? ' '}`);
  return marks
    .map((mark, index) => (isAsked(index) || (index > 0 && isAsked(index - 1)) ? ' ' : mark))
    .join('');
}

function classOf(noun: string): AskedClass {
  const found = CLASSES.find((one) => new RegExp(`^(?:${one.noun})$`, 'u').test(noun));
  if (found === undefined) throw new Error(`${noun} is no class`);
  return found;
}

/** The members of the rows of a clause, without those that stand beside the thing asked about and behind it: 推进甲园和乙院. */
function withoutSiblings(clause: string, thing: string): readonly string[] {
  const members = clause.split(MEMBER_MARK);
  const pairs = characterPairs(thing);
  const shared = members.map((member) => pairs.filter((pair) => member.includes(pair)).length);
  const most = Math.max(...shared);
  const last = most < 2 ? -1 : shared.indexOf(most);
  return last < 0 ? members : members.slice(0, last + 1);
}

/** Whether a text holds a name that the question does not: one of the dictionary, what no dictionary knows, or a quoted one. */
function bearsName(
  text: string,
  asked: string,
  { words, pieces, names }: Pick<Tokenizer, 'words' | 'pieces' | 'names'>,
): boolean {
  if (/[“《A-Za-z]/u.test(text)) return true;
  const isNew = (word: string) => hasNew([word], asked);
  const cut = pieces(text);
  return (
    hasNew(names(text), asked) ||
    words(text).some((word) => isNew(word) && pieces(word).length > 1) ||
    cut.some((piece, index) => {
      const two = (cut[index - 1] ?? '') + piece;
      return two.length === 2 && piece.length === 1 && HAN.test(two) && !GRAMMAR.test(two) && isNew(two);
    })
  );
}

function hasNew(words: Iterable<string>, asked: string): boolean {
  return [...words].some(
    (word) => word.length > 1 && HAN.test(word) && !VERB.test(word) && !asked.includes(word),
  );
}
