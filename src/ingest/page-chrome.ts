import { frontKindOf, joinFrontLines, speakerInCaption } from './front-matter.ts';
import { markerOf } from './heading-markers.ts';
import { namesPart } from './part-headings.ts';
import { beginsWithSalutation } from './salutations.ts';
import type { Line } from './text-lines.ts';

/** A report's own lines, parted from what the web page put around and between them. */
export interface ReportLines {
  /** What stands before the opening words: title, delivery and speaker lines, a note by the editors. */
  readonly front: readonly Line[];
  /** The lines from the opening words on. */
  readonly body: readonly Line[];
  /** Photo captions: no part of the report, though they may name the speaker. */
  readonly captions: readonly string[];
}

/** A tail marker followed by more long lines than this is no tail. */
const LONG_LINES_AFTER_TAIL = 2;
const LONG_LINE = 120;

const CAPTION =
  /(?:记者|通讯员|摄影)[^。；]{0,24}(?:摄影报道|报道|摄|图)?[）)]?$|[\s\u4e00-\u9fff](?:摄|图片来源.{0,12})$/u;
const BODY_FURNITURE =
  /^(?:粗体文字|斜体文字|[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:[，,\s/共]*\d{1,3}\s*页)?)$/u;
const TAIL =
  /^(?:相关(?:报道|链接|附件|阅读|新闻|稿件|文章|解读)(?:[：:>\s].*)?|[（(]?(?:责任|责编|网络|本期)?编辑[：:].{0,20}|[（(]?责编[：:].{0,20}|[（(]来源[：:].{0,20}[）)]|扫一扫.{0,24}|打印本页|关闭窗口|打印|关闭|分享到?[：:]?.{0,12}|上一篇.{0,60}|下一篇.{0,60}|版权所有.{0,60}|本作品.{0,24}|Public domain|false|[【[]?(?:我要|立即)?(?:打印|关闭|收藏|返回)(?:本页|窗口|顶部|列表)?[】\]].{0,20}|(?:主办|承办|网站标识码|版权)(?:单位)?[：:].{0,60}|.{0,40}ICP备.{0,40}|Copyright.{0,80})$/iu;

/** Sorts the lines of a page: the report's front matter, its body, and chrome, which is left out. */
export function reportLines(lines: readonly Line[]): ReportLines {
  const opening = openingIndex(lines);
  const head = joinFrontLines(lines.slice(0, opening));
  const front: Line[] = [];
  const body: Line[] = [];
  const captions: string[] = [];
  const named = speakersNamedIn(head);
  for (const line of head) {
    if (isCaption(line.words)) captions.push(line.words);
    else if (frontKindOf(line.words) !== null) front.push(line);
    else if (named.includes(line.words.replace(/\s/gu, ''))) front.push(line);
    else if (isProse(line.words)) front.push(line);
  }
  const rest = lines.slice(opening);
  const tail = tailIndex(rest);
  let removed = false;
  for (const line of rest.slice(0, tail)) {
    if (isFurniture(line)) removed = true;
    else {
      body.push(removed ? { ...line, after: 'removed' } : line);
      removed = false;
    }
  }
  return { front: withoutRepeatedTitle(front), body, captions };
}

/**
 * The first line of the report's own text: its salutation or its first heading, or prose before them
 * unless a title or a speaker still follows. Lines that come again further down are a table of contents.
 */
function openingIndex(lines: readonly Line[]): number {
  const found = lines.findIndex(
    ({ words }, index) => beginsWithSalutation(words) || (isPartHeading(words) && !comesAgain(lines, index)),
  );
  const limit = found < 0 ? lines.length : found;
  const lastFront = lines.slice(0, limit).findLastIndex(({ words }) => frontKindOf(words) !== null);
  const prose = lines.findIndex(
    ({ words }, index) => index > lastFront && isReading(words) && !isCaption(words),
  );
  return Math.min(limit, prose < 0 ? limit : prose) % lines.length;
}

function comesAgain(lines: readonly Line[], index: number): boolean {
  return lines.some(({ words }, other) => other > index && words === lines[index]?.words);
}

function isPartHeading(words: string): boolean {
  const kind = markerOf(words)?.kind;
  const isNumbered = kind === 'section' || kind === 'subsection' || kind === 'part';
  return frontKindOf(words) === null && (isNumbered || namesPart(words));
}

function isReading(words: string): boolean {
  return words.length >= 16 && /[，。！？；]/u.test(words) && frontKindOf(words) === null;
}

function isProse(words: string): boolean {
  return words.length >= 24 && /[。！？；]/u.test(words) && frontKindOf(words) === null;
}

function isCaption(words: string): boolean {
  return (
    words.length <= 110 &&
    (CAPTION.test(words) || (/作[了]?政府工作报告。?$/u.test(words) && !words.includes('我')))
  );
}

function isFurniture({ words }: Line): boolean {
  return (
    BODY_FURNITURE.test(words) ||
    (words.length <= 60 && /(?:记者|通讯员).{0,16}(?:摄|图)[）)]?$/u.test(words))
  );
}

function speakersNamedIn(head: readonly Line[]): readonly string[] {
  return head.map((line) => speakerInCaption(line.words)).filter((name) => name !== '');
}

/** Where the page's tail begins; a lone tail-like line amid the report is no tail. */
function tailIndex(lines: readonly Line[]): number {
  const index = lines.findIndex(
    (line, at) => at > 0 && TAIL.test(line.words) && longLinesFrom(lines, at) <= LONG_LINES_AFTER_TAIL,
  );
  return index < 0 ? lines.length : index;
}

function longLinesFrom(lines: readonly Line[], index: number): number {
  return lines.slice(index).filter((line) => line.words.length >= LONG_LINE).length;
}

/** Pages print the title once as theirs and once as the report's; the fuller one is kept. */
function withoutRepeatedTitle(front: readonly Line[]): readonly Line[] {
  const titles = front.filter((line) => frontKindOf(line.words) === 'title');
  const fullest = titles.reduce<Line | null>(
    (best, line) => (best === null || line.words.length > best.words.length ? line : best),
    null,
  );
  return front.filter((line) => line === fullest || frontKindOf(line.words) !== 'title');
}
