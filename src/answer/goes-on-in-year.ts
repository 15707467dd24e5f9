import type { Judged } from './decide.ts';

/** 2031年受…影响回落至, 去年又增至: a year of its own, and nothing that it is said of. */
const YEAR_AND_VERB =
  /^(?:(?:19|20)\d\d年|[去今]年)，?(?:又|再|则|已|受[^，。；]{1,10}影响，?|预计|力争)*(?:[增升降减跌]至|增加|回落|回升|下降|上升|减少|提高|达到?|突破|恢复|增长)/u;

/**
 * Whether a sentence goes on to its own year with what the one before it was said of: 2031年回落至60万人次 behind
 * 2029年旅客突破百万人次，.
 */
export function goesOnInYear({ reading }: Judged, { reading: before, features }: Judged): boolean {
  const { report, sentence } = reading;
  return (
    before.report === report &&
    before.sentence.index === sentence.index - 1 &&
    features.year < 0 &&
    report.text.slice(before.sentence.start, before.sentence.end).endsWith('，') &&
    YEAR_AND_VERB.test(report.text.slice(sentence.start, sentence.end))
  );
}
