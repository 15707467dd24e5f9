import { escapePattern } from '../text/escape-pattern.ts';
import aliases from './aliases.json' with { type: 'json' };

/** The names a corpus goes by for what people call otherwise: term of the reports → what people say. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

/** Other names of statistics and public services as they are said all over the country. */
export const COMMON_ALIASES: Aliases = aliases;

/** More wordings make a question slower without making it clearer. */
const MOST_WORDINGS = 4;

/** What “…” in a saying stands for: 没…诊所 fits 没有执照的小诊所; nothing that asks. */
const ANYTHING = '(?:(?!多少|几|哪|谁|什么|怎)[^,，。;；!！?？]){0,6}?';

interface Saying {
  readonly term: string;
  readonly saying: string;
  /** What stands around each “…” in it; the saying itself where it has none. */
  readonly parts: readonly string[];
  readonly form: RegExp;
}

/**
 * The question and its wordings with what people say replaced by the terms the reports use. Only terms that
 * stand in the corpus are put in, the longest saying first, one replacement a wording.
 */
export function createWordings(
  aliasesOfCorpus: Aliases,
  corpusText: string,
): (question: string) => [string, ...string[]] {
  const sayings = Object.entries(aliasesOfCorpus)
    .filter(([term]) => corpusText.includes(term))
    .flatMap(([term, all]) => all.map((one) => readSaying(term, one.toLowerCase())))
    .sort(
      (a, b) =>
        b.saying.length - a.saying.length || a.saying.localeCompare(b.saying) || a.term.localeCompare(b.term),
    );
  return (question) => {
    const lower = question.toLowerCase();
    const wordings = new Set<string>([question]);
    const replaced = new Set<string>();
    for (const one of sayings) {
      const said = saidIn(lower, one);
      if (said === null || lower.includes(one.term.toLowerCase()) || overlapsLonger(said, replaced)) continue;
      const at = lower.indexOf(said);
      wordings.add(question.slice(0, at) + one.term + question.slice(at + said.length));
      if (one.parts.length === 1) replaced.add(said);
      if (wordings.size === MOST_WORDINGS) break;
    }
    return [...wordings] as [string, ...string[]];
  };
}

/** What else a corpus calls what a word names, in lower case: gdp → 地区生产总值, 经济增长. */
export function createOtherNames(
  aliasesOfCorpus: Aliases,
  corpusText: string,
): (word: string) => readonly string[] {
  const groups = new Map<string, Set<string>>();
  for (const [term, sayings] of Object.entries(aliasesOfCorpus)) {
    const names = [term, ...sayings].filter((name) => !name.includes('…'));
    const told = names.filter((name) => corpusText.includes(name)).map((name) => name.toLowerCase());
    for (const name of names) {
      const word = name.toLowerCase();
      groups.set(word, new Set([...(groups.get(word) ?? []), ...told]));
    }
  }
  return (word) => [...(groups.get(word.toLowerCase()) ?? [])].filter((name) => name !== word);
}

function readSaying(term: string, saying: string): Saying {
  const parts = saying.split('…');
  return { term, saying, parts, form: new RegExp(parts.map(escapePattern).join(ANYTHING), 'u') };
}

/** The words of a text that a saying fits; null where there are none. Of thousands of sayings most have no part in it. */
function saidIn(lower: string, { parts, form }: Saying): string | null {
  return parts.every((part) => lower.includes(part)) ? (form.exec(lower)?.[0] ?? null) : null;
}

/** A longer name says more than one within it; a saying with a “…” only takes in what stands between. */
function overlapsLonger(saying: string, replaced: ReadonlySet<string>): boolean {
  return [...replaced].some((longer) => longer !== saying && longer.includes(saying));
}
