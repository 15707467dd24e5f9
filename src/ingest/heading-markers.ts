/** What a heading is numbered with; from the outermost kind to the innermost. */
export const MARKER_KINDS = [
  'appendix',
  'part',
  'section',
  'subsection',
  'item',
  'subitem',
  'ordinal',
  'enumerator',
  'dash',
] as const;

export type MarkerKind = (typeof MARKER_KINDS)[number];

export interface Marker {
  readonly kind: MarkerKind;
  /** Characters that the marker takes, blanks after it included. */
  readonly length: number;
}

const NUMERAL = '[一二三四五六七八九十百]{1,3}';

const PATTERNS: Readonly<Record<MarkerKind, RegExp>> = {
  appendix: /^(?:附件|附录|附表|附)[一二三四五六七八九十\d]{0,2}(?:[：:\s]|$)/u,
  part: new RegExp(`^第${NUMERAL}(?:部分|章|篇|编)[\\s：:、，]*`, 'u'),
  section: new RegExp(`^${NUMERAL}[、．.](?!${NUMERAL}[、产])\\s*`, 'u'),
  subsection: new RegExp(`^[（(〔]\\s*${NUMERAL}\\s*[）)〕][、．.]?\\s*`, 'u'),
  item: /^[\d０-９]{1,2}[.．、](?![\d０-９](?!\d{3}年))\s*/u,
  subitem: /^(?:[（(][\d０-９]{1,2}[）)]|[①-⑳])\s*/u,
  ordinal: new RegExp(`^第${NUMERAL}[，、,：:]\\s*`, 'u'),
  enumerator: new RegExp(`^${NUMERAL}[是要](?!否)`, 'u'),
  dash: /^(?:[—―–－─]{2,}|[-]{2,}|[●•◆▲■※])\s*/u,
};

/** The marker that a paragraph begins with (一、 （一） 1. （1） 第一， 一是 ——), or null. */
export function markerOf(words: string): Marker | null {
  for (const kind of MARKER_KINDS) {
    const match = PATTERNS[kind].exec(words);
    if (match !== null) return { kind, length: match[0].length };
  }
  return null;
}

/** Numbered kinds hold everything up to the next of their kind; the loose ones (一是, ——) only their own. */
export function isNumbered(kind: MarkerKind): boolean {
  return MARKER_KINDS.indexOf(kind) <= MARKER_KINDS.indexOf('subitem');
}
