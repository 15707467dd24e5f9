import type { Question } from '../domain/question.ts';
import { characterPairs } from '../text/character-pairs.ts';
import { asksWhere, asksWhichPlaces } from './place-asked.ts';
import type { Reading } from './read-candidate.ts';

/** 支持哪些市创建国家骨干冷链物流基地: what a place is to be or to have. */
const KINDS = '试验区|示范区|先行区|基地|中心|园区|开发区|口岸|枢纽|实验室|试点';
const NAME = `(?<name>\\p{Script=Han}{2,12}?)(?<kind>${KINDS})`;
const TITLES: readonly RegExp[] = [
  `(?:[创申]建|创成|建成|建设?|申创|争创|争取|打造|获批|入选|列为|评为)(?:为|了|的)?${NAME}`,
  `^(?:去年|今年)?${NAME}(?:要|会|都|是|准备|打算|将)?[建设放落选定](?:立|点|址)?[在到了]`,
].map((form) => new RegExp(form, 'u'));
/** What is said of a title of any kind. */
const ANY_TITLE = /国家|综合|重点|骨干|全[国省市]|家级|[省市]级/u;
const ASKS = /[哪在是几]/u;

/**
 * Which places are to have a title is asked for and the sentence speaks of another: 哪个市申建跨境电商综合试验区 is not told by
 * 支持甲市申建空港综保区. In a few words for staff; null where it may be told.
 */
export function lackingTitle(question: Question, { report, sentence, words }: Reading): string | null {
  if (!asksWhere(question) && !asksWhichPlaces(question)) return null;
  const match = TITLES.map((title) => title.exec(question.text)).find((found) => found !== null);
  const { name = '', kind = '' } = match?.groups ?? {};
  const pairs = characterPairs(name).filter((pair) => !ANY_TITLE.test(pair));
  if (pairs.length === 0 || ASKS.test(name)) return null;
  const told = report.text.slice(sentence.start, sentence.end) + sentence.headingPath.join();
  const otherNames = words.flatMap((word) => (name.includes(word.word) ? word.otherNames : []));
  if (otherNames.some((other) => told.toLowerCase().includes(other))) return null;
  const met = pairs.filter((pair) => told.includes(pair)).length;
  return met === 0 || (met * 2 < pairs.length && !told.includes(kind))
    ? 'places of one title are asked for and the sentence speaks of another'
    : null;
}
