import type { Reading } from './read-candidate.ts';

/** Where a passage begins to tell of what is wrong. */
const PROBLEMS =
  /清醒[^。；]{0,4}(?:看到|认识到|意识到)|(?:还|也|仍|依然)[^，。；]{0,6}(?:存在|面临|有)(?:着|了)?(?:不少|一些|许多|诸多)[^。；]{0,6}(?:困难|问题|不足|短板|挑战)/u;

/** 我们也清醒看到，还面临不少困难和问题：一是…: what stands from there on in its passage is nothing that was done. */
export function tellsOfProblems({ report, sentence }: Pick<Reading, 'report' | 'sentence'>): boolean {
  const start = report.passages[sentence.passage]?.start ?? sentence.start;
  return PROBLEMS.test(report.text.slice(start, sentence.end));
}
