import type { Span } from '../domain/report.ts';
import { namesTopic } from '../question/content-words.ts';
import { subjectGroups } from './clause-focus.ts';
import { tellingFigures } from './figure-kinds.ts';
import type { Reading, WordReading } from './read-candidate.ts';

const PART = /^其中[，,]?/u;
/** What only measures names neither the whole nor a part: 教育投入 of 教育经费100亿元，其中义务教育投入60亿元. */
const ONLY_MEASURES = /^(?:投入|支出|资金|经费|收入|补助|水平|情况|达到|.*[额量数率])$/u;
/** 汽车总产量里，新能源占多少: the whole is named to ask for a part of it. */
const WITHIN = /^.{2,}?(?:里[头面]?|当中|(?<![之其])中)(?=[，,]?(?<part>[^，,]{2,10}?)占)/u;

/**
 * What a quote tells of the one part that the question asks for: 金融业贡献率近10% of 服务业贡献率超过40%，其中金融业贡献率近10%.
 * Null where the whole is asked for, or the quote has no such part.
 */
export function partAsked(reading: Reading, quote: Span, asked: string): Span | null {
  const { text } = reading.report;
  const groups = subjectGroups(reading, quote);
  const first = groups.findIndex(({ start, end }) => PART.test(text.slice(start, end)));
  if (first <= 0) return null;
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  const whole = groups.slice(0, first).map(textOf).join('，');
  const parts = groups.slice(first).filter((group) => tellingFigures(textOf(group)).length > 0);
  const [part] = parts.toSorted((one, other) => other.about - one.about);
  if (part === undefined || tellingFigures(whole).length === 0) return null;
  const wholeNamed = WITHIN.exec(asked)?.[0] ?? '';
  const onlyIn = (one: string, other: string) =>
    reading.words.filter((word) => isSaidIn(word, one) && !isSaidIn(word, other));
  const own = onlyIn(textOf(part), whole).filter(
    (word) => namesTopic(word) && !ONLY_MEASURES.test(word.word),
  );
  const others = onlyIn(whole, textOf(part)).filter(({ word }) => !wholeNamed.includes(word));
  if (own.length === 0 || weightOf(own) <= weightOf(others)) return null;
  return { start: part.start + (PART.exec(textOf(part))?.[0].length ?? 0), end: part.end };
}

/** 出口 is not said in 进出口. */
function isSaidIn({ word, otherNames }: WordReading, text: string): boolean {
  const said = text.replaceAll('进出口', '外贸').toLowerCase();
  return [word.toLowerCase(), ...otherNames].some((name) => said.includes(name));
}

function weightOf(words: readonly WordReading[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}
