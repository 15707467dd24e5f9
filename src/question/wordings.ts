import aliases from './aliases.json' with { type: 'json' };

/** The names a corpus goes by for what people call otherwise: term of the reports → what people say. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

/** Other names of statistics and public services as they are said all over the country. */
export const COMMON_ALIASES: Aliases = aliases;

/** More wordings make a question slower without making it clearer. */
const MOST_WORDINGS = 4;

/**
 * The question and its wordings with what people say replaced by the terms the reports use. Only terms that
 * stand in the corpus are put in, the longest saying first, one replacement a wording.
 */
export function createWordings(
  aliasesOfCorpus: Aliases,
  corpusText: string,
): (question: string) => [string, ...string[]] {
  const pairs = Object.entries(aliasesOfCorpus)
    .filter(([term]) => corpusText.includes(term))
    .flatMap(([term, sayings]) => sayings.map((saying) => ({ term, saying: saying.toLowerCase() })))
    .sort(
      (a, b) =>
        b.saying.length - a.saying.length || a.saying.localeCompare(b.saying) || a.term.localeCompare(b.term),
    );
  return (question) => {
    const lower = question.toLowerCase();
    const wordings = new Set<string>([question]);
    const replaced = new Set<string>();
    for (const { term, saying } of pairs) {
      const at = lower.indexOf(saying);
      if (at < 0 || lower.includes(term.toLowerCase()) || overlapsLonger(saying, replaced)) continue;
      wordings.add(question.slice(0, at) + term + question.slice(at + saying.length));
      replaced.add(saying);
      if (wordings.size === MOST_WORDINGS) break;
    }
    return [...wordings] as [string, ...string[]];
  };
}

function overlapsLonger(saying: string, replaced: ReadonlySet<string>): boolean {
  return [...replaced].some((longer) => longer !== saying && longer.includes(saying));
}
