import type { Line } from './text-lines.ts';

/** The lines before a report begins that belong to it: title, where it was delivered, who spoke. */
export type FrontKind = 'title' | 'delivery' | 'speaker';

const OFFICES = '总理|省长|市长|区长|县长|州长|旗长|盟长|乡长|镇长|主席|主任|专员|局长|行政长官';
const NAME =
  '[\\u3400-\\u9fff]{1,4}(?:[\\s\\u3000]{1,4}[\\u3400-\\u9fff]{1,2})?|[\\u3400-\\u9fff]{1,8}(?:[·•・][\\u3400-\\u9fff]{1,8})+';
const SPEAKER = new RegExp(
  `^[（(]?(?:[\\u3400-\\u9fff]{0,24}?(?:${OFFICES}))(?:[\\s\\u3000]*[：:]|[\\s\\u3000]+)[\\s\\u3000]*(?<name>${NAME})[）)]?$`,
  'u',
);
const SPEAKER_UNSPACED = new RegExp(
  `^[\\u3400-\\u9fff]{0,24}?(?:${OFFICES})(?<name>[\\u3400-\\u9fff]{2,4})$`,
  'u',
);
const CAPTION = new RegExp(
  `(?:${OFFICES})(?<name>[\\u3400-\\u9fff·]{2,12}?)(?:同志)?(?:代表[^，。]{2,20}[，,]?)?(?:向大会)?(?:在[^，。]{2,30})?作[了]?政府工作报告`,
  'u',
);

/** What a line before the opening words is, or null if it is none of the report's own. */
export function frontKindOf(words: string): FrontKind | null {
  if (/工作报告(?:[（(][^）)]{1,12}[）)])?$/u.test(words) && words.length <= 40 && !/[。，]/u.test(words))
    return 'title';
  if (/年.{1,3}月.{1,3}日.{2,}(?:会议|大会|全会)上?(?:的报告)?[）)]?$/u.test(words)) return 'delivery';
  if (/^[（(—―]+[^，。]{4,5}年.{1,3}月.{1,3}日[）)]?$/u.test(words)) return 'delivery';
  return speakerIn(words) === '' ? null : 'speaker';
}

/** The name in a line of office and name (区人民政府代区长  刘宏锋), without blanks inside it; '' if none. */
export function speakerIn(words: string): string {
  const match = SPEAKER.exec(words) ?? SPEAKER_UNSPACED.exec(words);
  return (match?.groups?.name ?? '').replace(/[\s\u3000]/gu, '');
}

/** The speaker's name as the caption of a photo gives it (省长张三作政府工作报告。), '' if none. */
export function speakerInCaption(words: string): string {
  return CAPTION.exec(words)?.groups?.name ?? '';
}

/** Puts title, delivery and speaker lines together again that the page has broken in two. */
export function joinFrontLines(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    const words = `${previous?.words ?? ''}${separator(previous, line)}${line.words}`;
    const isNew = previous !== undefined && frontKindOf(words) !== null;
    if (
      isNew &&
      previous.words.length > 1 &&
      frontKindOf(previous.words) === null &&
      frontKindOf(line.words) === null
    )
      joined.splice(-1, 1, { ...previous, end: line.end, words });
    else joined.push(line);
  }
  return joined;
}

/** Office and name on two lines read like office and name with a blank between. */
function separator(previous: Line | undefined, line: Line): string {
  return previous !== undefined &&
    new RegExp(`(?:${OFFICES})$`, 'u').test(previous.words) &&
    line.words.length <= 5
    ? ' '
    : '';
}
