import type { Question } from '../domain/question.ts';
import { clauseTexts } from '../text/split-clauses.ts';
import { askedUnitKind } from '../text/unit-kinds.ts';
import { figureKinds } from './figure-kinds.ts';
import { isLacked, type Reading, type WordReading } from './read-candidate.ts';

/** 总投资多少, 一共要花多少亿: of the whole work, from its beginning to its end. */
const ASKS_ALL = /总投资|(?:总共|一共|全部|全[线程])[^,，]{0,6}[要得需](?:花|投|用)/u;
const SO_FAR = /完成投资/u;
const ALL = /总投资|计划投资|投资总|拟投|概算|预算/u;
const WHOLE_LINE = /全[线程]/u;
/** 东岭段, but no 路段, 时段, 阶段. */
const SECTION = /(?<![路河江阶地时片标分])段/u;
/** 总投资9亿元的甲厂, 甲产业园完成投资4亿元: the amount belongs to the work that is named beside it. */
const BESIDE_ITS_NAME =
  /投资(?:额)?(?:超过?|近|约|达)?[\d.]+[万亿]+元的|\p{Script=Han}{2}(?:园区?|基地|中心|大桥|电站|医院|[一二三四五]期)(?:预计|计划|累计|已)*(?:完成|总)?投资/u;
/** 大桥花了多少钱 */
const COSTS =
  /(?:项目|工程)?(?:去年|今年|一共|总共|大概|到底|的)*(?:(?:总投资|造价|投资)|(?:要|得|需要?)?[花投用耗砸])/u;
/** 投资2亿元 and nothing besides, and how what is done with it begins. */
const INVESTS = /^(?:累计|计划|完成|全年|共)*投[资入](?:资金)?(?:超过?|近|约|达)?[\d.]+[万亿]+元[，；]?$/u;
const DOES = /^(?:实施|建设|新建|改造|建成|完成|开工|启动|治理|推进|改扩建|打造|修建|整治)/u;
const ASKS_COST = /(?:投资|造价)(?:了|是|有)*多少/u;
/** How its name ends: 老街, and 桥 of 二桥. */
const HEAD = /(?:(?![一二三四五六七八九十])\p{Script=Han}){1,2}$/u;
/** 要收门票吗, 票价有什么打算, 坐船要钱不 */
const ASKS_CHARGE =
  /门票|票价|(?<!乱)收(?:不收)?费(?=[吗么?？]|[不没]?(?:[?？]|$))|(?:[要收用得]|[要收用]不[要收用])(?:自己)?[掏交收花出]?(?:钱|费)(?=[吗么?？]|[不没]?(?:[?？]|$))/u;
const TELLS_CHARGE = /免|费|票|价|元|钱|公益|资金|补|自付|投入/u;
const CHARGE = /[钱票费]/u;
/** A thing that is this little like anything in the sentence is not what is free there. */
const UNLIKE = 0.4;
/** What says nothing of which work is meant. */
const ANY_WORK = /^(?:.*投资.*|项目|工程|建设|一期|二期|三期|[\d.]+|.*亿|.*元)$/u;

/**
 * What a whole work costs is asked for and the sentence tells what was spent on it so far, or on a section of it, or
 * what other works cost: 丙厂总投资多少 of 总投资9亿元的甲厂投产，丙厂开工, 丙桥花了多少钱 of 总投资9亿元的丙产业园开工. Or it is
 * asked whether something costs money, and the sentence does not tell that of it. In a few words for staff; null where
 * it may be told.
 */
export function tellsAnotherCost(
  { asks, text }: Question,
  { report, sentence, words }: Pick<Reading, 'report' | 'sentence' | 'words'>,
  quoted: string,
): string | null {
  const told = report.text.slice(sentence.start, sentence.end);
  if (asks !== 'figure')
    return ASKS_CHARGE.test(text) && lacksCharge(told, words)
      ? 'whether something costs money is asked for and the sentence does not tell that of it'
      : null;
  if (askedUnitKind(text) !== 'money' && !ASKS_COST.test(text)) return null;
  if (ASKS_ALL.test(text) && !/完成/u.test(text) && SO_FAR.test(quoted) && !ALL.test(told))
    return 'what a work costs is asked for and the sentence tells what was spent so far';
  if (WHOLE_LINE.test(text) && SECTION.test(quoted) && !WHOLE_LINE.test(told))
    return 'the whole line is asked for and the sentence tells of a section';
  const clauses = clauseTexts(told);
  const giving = clauses.filter((clause) => figureKinds(clause).includes('money'));
  const named = words
    .map(({ word }) => word)
    .filter((word) => word.length > 1 && told.includes(word) && !ANY_WORK.test(word));
  const [head = ''] = HEAD.exec(text.slice(0, Math.max(0, text.search(COSTS)))) ?? [];
  const isOfOthers = (clause: string) =>
    (BESIDE_ITS_NAME.test(clause) || leadsToOthers(clause)) &&
    ((named.length > 0 && !named.some((word) => clause.includes(word))) ||
      (head !== '' && !ANY_WORK.test(head) && ![...head].some((mark) => clause.includes(mark))));
  return giving.length > 0 && giving.every(isOfOthers)
    ? 'what one work costs is asked for and the sentence tells what others cost'
    : null;

  /** 投资2亿元，实施基础设施项目19个，丙桥建成通车: the amount is that of what is done with it. */
  function leadsToOthers(clause: string): boolean {
    const at = clauses.indexOf(clause);
    const next = clauses[at + 1] ?? '';
    const around = [clauses[at - 1] ?? '', next];
    return (
      INVESTS.test(clause) &&
      DOES.test(next) &&
      head !== '' &&
      !around.some((other) => [...head].some((mark) => other.includes(mark)))
    );
  }
}

/** 要收门票吗 of a sentence that speaks of no charge, 坐公交要钱吗 of one about something else that is free. */
function lacksCharge(told: string, words: readonly WordReading[]): boolean {
  return !TELLS_CHARGE.test(told) || words.some((one) => isLacked(one, UNLIKE) && !CHARGE.test(one.word));
}
