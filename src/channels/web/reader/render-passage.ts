import type { Passage, Report, Sentence } from '../../../domain/report.ts';
import { type Markup, markup, trusted } from '../../../text/markup.ts';
import { MESSAGES } from '../messages.ts';
import { type Mark, markText } from './mark-text.ts';

/** A run of sentences that stand in one element. */
interface Block {
  readonly heading: boolean;
  readonly sentences: readonly Sentence[];
}

/** A passage with anchors for itself (`p3`), its headings (`h2`) and its sentences (`s17`, with their offsets). */
export function renderPassage(report: Report, passage: Passage, marks: readonly Mark[]): Markup {
  const sentences = report.sentences.filter((sentence) => sentence.passage === passage.index);
  const number = passage.index + 1;
  return markup`<section class="passage" id="p${passage.index}">
<a class="number" href="#p${passage.index}" aria-label="${MESSAGES.reader.passageLink(number)}">${number}</a>
${blocksOf(sentences).map((block) => renderBlock(report, block, marks))}</section>
`;
}

function renderBlock(report: Report, { heading, sentences }: Block, marks: readonly Mark[]): Markup {
  const content = sentences.map((sentence, index) => {
    const next = sentences[index + 1];
    const gap =
      next === undefined ? '' : markText(report.text, { start: sentence.end, end: next.start }, marks);
    const text = markText(report.text, sentence, marks);
    return markup`<span id="s${sentence.index}" data-start="${sentence.start}">${text}</span>${gap}`;
  });
  const [first] = sentences;
  if (!heading || first === undefined) {
    const salutation = sentences.every(({ kind }) => kind === 'salutation');
    return markup`<p${salutation ? trusted(' class="salutation"') : ''}>${content}</p>\n`;
  }
  const found = report.headings.find(({ start, end }) => start < first.end && first.start < end);
  // The page's own title is h1; levels below h4 look alike.
  const level = Math.min(4, found === undefined ? 4 : 2 + depthOf(report, found.parent));
  const id = found === undefined ? '' : markup` id="h${found.index}"`;
  return markup`<h${level}${id}>${content}</h${level}>\n`;
}

/** Neighbouring sentences of a kind together; each heading alone. */
function blocksOf(sentences: readonly Sentence[]): readonly Block[] {
  const blocks: { heading: boolean; sentences: Sentence[] }[] = [];
  for (const sentence of sentences) {
    const heading = sentence.kind === 'heading';
    const last = blocks.at(-1);
    const salutes = last?.sentences[0]?.kind === 'salutation';
    if (last === undefined || heading || last.heading || salutes !== (sentence.kind === 'salutation'))
      blocks.push({ heading, sentences: [sentence] });
    else last.sentences.push(sentence);
  }
  return blocks;
}

/** How many headings stand above; 0 for a heading without a parent. */
function depthOf({ headings }: Report, parent: number | null): number {
  let depth = 0;
  for (let at = parent; at !== null; at = headings[at]?.parent ?? null) depth += 1;
  return depth;
}
