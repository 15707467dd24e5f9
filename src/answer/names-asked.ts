import type { Question } from '../domain/question.ts';
import type { Tokenizer } from '../text/tokenize.ts';
import { withoutOtherGroups } from './another-group.ts';
import { asksMember, namesMember } from './class-asked.ts';
import { nearestGroups, subjectGroups } from './clause-focus.ts';
import type { Judged } from './decide.ts';
import { asksSite, asksSpot, asksWhere, asksWhichPlaces, namesPlace } from './place-asked.ts';
import { quotedText } from './read-candidate.ts';
import { clausesAbout, clausesMostAbout } from './told-clauses.ts';

/** “这么近，那么美，周末到甲省” tells where nothing is, nor does “两山”. */
const IN_QUOTES = /“[^“”]*”/gu;
/** 依托甲市乙公司和丙大学联合打造: who does it is no place. */
const WITH_BODIES =
  /(?:依托|会同|联合|携手|由|与)[^，。；]*(?:大学|学院|研究院|公司|集团|企业)[^，。；]*?(?=联合|共同|合作|打造|建设|共建|建立|成立)/gu;

type Cutter = Pick<Tokenizer, 'words' | 'pieces' | 'names' | 'sites'>;

/** Whether a candidate names what is asked for by its name: a place, or one of a class. */
export function createNamesAsked(tokenizer: Cutter) {
  return (question: Question, { reading, quote }: Pick<Judged, 'reading' | 'quote'>): boolean => {
    const { report, sentence } = reading;
    const isHeading = sentence.kind === 'heading';
    const text = report.text.slice(sentence.start, sentence.end);
    const lacksThing = reading.words.some(({ isOwnName, exact }) => isOwnName && !exact);
    if (asksMember(question.text) && (lacksThing || (!isHeading && !namesMember(question, text, tokenizer))))
      return false;
    if (!asksWhere(question) && !asksWhichPlaces(question)) return true;
    const said = asksSpot(question.text)
      ? nearestGroups(subjectGroups(reading, quote))
          .map(({ start, end }) => report.text.slice(start, end))
          .join('，')
      : reading.text.slice(0, reading.ownStart) +
        withoutOtherGroups(question, reading, quotedText({ reading, quote }));
    return tellsPlace(question, said, tokenizer);
  };
}

/**
 * Whether what a sentence says names a place: where it is asked where a thing stands, in the clauses that speak of it. In
 * those that speak of it most any name will do, since few are on the map: 召开某地会议.
 */
function tellsPlace(question: Question, said: string, tokenizer: Cutter): boolean {
  const { text: asked } = question;
  const plain = (clauses: readonly string[]) =>
    clauses.join('，').replace(IN_QUOTES, '').replace(WITH_BODIES, '');
  const told = plain(asksSite(asked) ? clausesAbout(asked, said) : [said]);
  const sites = asksWhere(question) ? tokenizer.sites(told) : properIn(told, tokenizer);
  if (namesPlace(question, told, sites)) return true;
  // 放在哪个市 asks for what is on the map.
  if (question.asks !== 'place') return false;
  const nearest = plain(clausesMostAbout(asked, said));
  return namesPlace(
    question,
    nearest,
    new Set([...properIn(nearest, tokenizer), ...tokenizer.names(nearest)]),
  );
}

/** The words of a text that name a place, and those of no dictionary. */
export function properIn(
  text: string,
  { words, pieces, sites }: Pick<Tokenizer, 'words' | 'pieces' | 'sites'>,
): ReadonlySet<string> {
  const strange = words(text).filter((word) => word.length > 1 && pieces(word).length > 1);
  return new Set([...sites(text), ...strange]);
}
