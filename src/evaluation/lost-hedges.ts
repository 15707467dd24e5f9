import type { Citation } from '../domain/answer.ts';
import { type ClaimedFigure, claimedFigures, sameFigure } from './claimed-figures.ts';

/** Words that say the same; a hedge is kept where any of its group is in the statement. */
const GROUPS: readonly { readonly hedge: RegExp; readonly kept: RegExp }[] = [
  { hedge: /^(?:预计|预期)$/u, kept: /预计|预期|\b(?:expected|estimated|projected|estimate)\b/iu },
  { hedge: /^(?:力争|争取)$/u, kept: /力争|争取|\b(?:strive|aim|aims|seek)\b/iu },
  { hedge: /^(?:大约|约|左右|上下)$/u, kept: /约|左右|上下|\b(?:about|around|roughly)\b/iu },
  { hedge: /^(?:近|接近|将近)$/u, kept: /近|\b(?:nearly|almost|close)\b/iu },
  {
    hedge: /^(?:超|超过|突破|高于|以上|余|多|之多|不低于|不少于|至少)$/u,
    kept: /超|突破|高于|以上|余|多|不低于|不少于|至少|\b(?:over|more than|above|at least|exceed\w*)\b/iu,
  },
  {
    hedge: /^(?:以内|以下|之内|低于|不超过|最多|控制在)$/u,
    kept: /以内|以下|之内|低于|不超过|最多|控制在|\b(?:within|below|under|at most|no more than)\b/iu,
  },
];
/** These govern the figures of their clause and of the next one: 预计…170.1亿元，同比增长8%. */
const GOVERNING = /预计|预期(?!目标|性)|力争|争取/gu;
const BEFORE =
  /(?:大约|接近|将近|超过|突破|高于|低于|不低于|不少于|不超过|至少|最多|控制在)(?=[^\d]{0,16}$)|[约近超]$/gu;
const AFTER = /^(?:[余多]|[^\d，。；、]{0,5}?(?:以上|以内|以下|左右|上下|之多|之内))/u;
const AFTER_WORD = /以上|以内|以下|左右|上下|之多|之内|[余多]/u;

/**
 * The hedges (预计, 力争, 以上, 约 …) that stand by a figure in the report but nowhere in the statement. They
 * are read in the report around the quote, so that cutting a quote short does not lose them.
 */
export function lostHedges(
  statement: string,
  citations: readonly Citation[],
  reportText: string,
): readonly string[] {
  const lost = claimedFigures(statement).flatMap((figure) => {
    const missing = citations.flatMap((citation) =>
      occurrences(figure, citation).map((place) =>
        hedgesAt(place, reportText).filter((hedge) => !isKept(hedge, statement)),
      ),
    );
    // One place in the quotes where the figure stands as the statement gives it is enough.
    const [first] = missing;
    if (first === undefined || missing.some((hedges) => hedges.length === 0)) return [];
    return first.map((hedge) => `${hedge} of ${figure.number}${figure.unit}`);
  });
  return [...new Set(lost)];
}

/** Where a figure stands in a quote, with offsets into the report. */
function occurrences(figure: ClaimedFigure, citation: Citation): readonly ClaimedFigure[] {
  return claimedFigures(citation.quote)
    .filter((other) => sameFigure(figure, other))
    .map((other) => ({ ...other, start: other.start + citation.start, end: other.end + citation.start }));
}

function hedgesAt(figure: ClaimedFigure, reportText: string): readonly string[] {
  const lead = reportText.slice(Math.max(0, figure.start - 80), figure.start);
  const clauses = (lead.split(/[；;。！？\n]/u).at(-1) ?? '').split(/[，,]/u);
  const governed = clauses.slice(-2).join('，').match(GOVERNING) ?? [];
  const before = (clauses.at(-1) ?? '').split('、').at(-1)?.match(BEFORE) ?? [];
  const after = AFTER.exec(reportText.slice(figure.end, figure.end + 8))?.[0].match(AFTER_WORD) ?? [];
  return [...governed, ...before, ...after];
}

function isKept(hedge: string, statement: string): boolean {
  const group = GROUPS.find((candidate) => candidate.hedge.test(hedge));
  return (group?.kept ?? new RegExp(hedge, 'u')).test(statement);
}
