import { type Report, type Sentence, type Span, spansYear } from '../../../domain/report.ts';
import { findFigures } from '../../../text/figures.ts';
import { splitClauses } from '../../../text/split-clauses.ts';

/** What a report says of one indicator: the clauses, and the sentence that they stand in. */
export interface Said extends Span {
  readonly sentence: number;
}

/** An indicator that a report has a result of, in the year reviewed, and a target of, in the year planned. */
export interface BothYears {
  readonly name: string;
  readonly result: Said;
  readonly target: Said;
}

interface Statement extends Said {
  readonly name: string;
  /** What is said of it, to tell whether it is said twice. */
  readonly figures: string;
}

/** Shorter ones (增加值, 总投资) are parts of something that was named before. */
const SHORTEST_NAME = 4;
/** They end a name wherever they stand. */
const VERB =
  '完成|实现|达到|增长|增加(?!值)|增幅|增速|提高|提升|下降|降低|减少|上升|回升|控制|保持|稳定|突破|超过|高于|低于|同比|环比|比上年|较上年|预计|预期|力争|争取|确保';
/** They stand around a name; inside of one they are parts of words. */
const PARTICLE =
  '达|超|约|近|均|为|到|在|的|了|共|累计|分别|不低于|不少于|不超过|全年|全区|全市|全县|全省|其中|计划';
const LEADING = new RegExp(`^(?:${VERB}|${PARTICLE})+`, 'u');
const TRAILING = new RegExp(`(?:${VERB}|${PARTICLE})+$`, 'u');
const VERB_WITHIN = new RegExp(VERB, 'u');
/** A target told in words, at the end of its clause. */
const IN_WORDS =
  /(?:[与和同跟][^，。；、]{2,16}同步|(?:基本)?持平|(?:稳步|平稳|小幅|持续|稳定)(?:增长|提高|提升|上升|下降))$/u;
/** Another time than the sentence's year. */
const OTHER_TIME = /[\d一二三四五六七八九十](?:年|月|季度)|[上下]半年|五年|同期|以来/u;

/**
 * The indicators that a report gives for both its years, in the order of the results. Only the very same name counts,
 * in clauses that say nothing but name and figure: a wrong pair would be worse than none.
 */
export function bothYears(report: Report): readonly BothYears[] {
  const { yearReviewed, yearPlanned } = report.facts;
  if (yearReviewed === null || yearPlanned === null) return [];
  const targets = statementsOf(report, 'plan', yearPlanned);
  return statementsOf(report, 'review', yearReviewed).flatMap((result) => {
    const target = targets.find(({ name }) => name === result.name);
    return target === undefined || result.figures === '' ? [] : [{ name: result.name, result, target }];
  });
}

/** The first statement of each indicator; none of one of which two say different things. */
function statementsOf(report: Report, role: 'review' | 'plan', year: number): readonly Statement[] {
  const all = report.sentences
    .filter(({ kind, frame }) => kind === 'body' && frame.role === role && isOf(frame, year))
    .flatMap((sentence) => statementsIn(report.text, sentence));
  return all.filter(
    (one, index) =>
      all.findIndex(({ name }) => name === one.name) === index &&
      all.every(({ name, figures }) => name !== one.name || figures === one.figures),
  );
}

function isOf(frame: Sentence['frame'], year: number): boolean {
  return frame.from === frame.to && spansYear(frame, year);
}

function statementsIn(text: string, { index: sentence, start: shift, end }: Sentence): readonly Statement[] {
  const statements: Statement[] = [];
  let leanedOn = false;
  for (const clause of splitClauses(text.slice(shift, end))) {
    const span = { start: shift + clause.start, end: shift + clause.end };
    const said = readClause(text.slice(span.start, span.end));
    const before = statements.at(-1);
    if (said?.name === '' && leanedOn && before !== undefined) {
      statements[statements.length - 1] = {
        ...before,
        end: span.end,
        figures: `${before.figures} ${said.figures}`,
      };
      continue;
    }
    leanedOn = said !== null && said.name.length >= SHORTEST_NAME;
    if (said !== null && leanedOn) statements.push({ ...span, ...said, sentence });
  }
  return statements;
}

/** Name and figures of a clause that says no more than these; null for any other. */
function readClause(clause: string): Pick<Statement, 'name' | 'figures'> | null {
  const figures = findFigures(clause);
  const [first] = figures;
  const words = IN_WORDS.exec(clause);
  const nameEnd = first?.start ?? words?.index;
  if (nameEnd === undefined || OTHER_TIME.test(clause)) return null;
  const name = clause
    .slice(0, nameEnd)
    .normalize('NFKC')
    .replace(/\([^)]*\)/gu, '')
    .replace(LEADING, '')
    .replace(TRAILING, '')
    .trim();
  if (VERB_WITHIN.test(name) || /[\p{P}\p{S}]/u.test(name)) return null;
  return { name, figures: figures.map(({ start, end }) => clause.slice(start, end)).join(' ') };
}
