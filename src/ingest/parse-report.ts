import type { Report } from '../domain/report.ts';
import type { CorpusFile } from './corpus-file.ts';
import { findHeadings, type HeadingTree, labelOf } from './find-headings.ts';
import { fullWidthPunctuation } from './full-width-punctuation.ts';
import { reportLines } from './page-chrome.ts';
import { joinParagraphs } from './paragraphs.ts';
import { passageFrames } from './passage-frames.ts';
import { readFacts } from './read-facts.ts';
import { splitPassages } from './split-passages.ts';
import { textLines } from './text-lines.ts';
import { headingFrames, NO_FRAME } from './year-frames.ts';

/**
 * Reads a report from its file: headings, passages and sentences with their years, all as offsets into
 * the file's text. What the web page put around the report stands in no passage. Never throws.
 */
export function parseReport(file: CorpusFile): Report {
  const { id, text } = file;
  const plain = fullWidthPunctuation(text);
  const lines = reportLines(textLines(plain));
  const front = lines.front.map(({ start, end, words }) => ({ start, end, words, wrapped: false }));
  const body = joinParagraphs(lines.body);
  const paragraphs = [...front, ...body];
  const tree = publishedTree(text, findHeadings(plain, body), front.length);
  const facts = { ...readFacts(plain, lines, tree.headings), ...file.facts };
  const frames = passageFrames(plain, paragraphs, tree, headingFrames(tree.headings, facts), facts);
  const headings = tree.headings.map((heading, index) => ({
    ...heading,
    frame: frames.ofHeadings[index] ?? NO_FRAME,
  }));
  return { id, facts, text, headings, ...splitPassages(plain, paragraphs, tree, frames.ofParagraphs, facts) };
}

/** The tree with its labels in the punctuation of the file, and the front matter before all headings. */
function publishedTree(text: string, tree: HeadingTree, frontParagraphs: number): HeadingTree {
  const front = Array.from({ length: frontParagraphs }, () => null);
  return {
    headings: tree.headings.map((heading) => ({
      ...heading,
      label: labelOf(text.slice(heading.start, heading.end)),
    })),
    headingOf: [...front, ...tree.headingOf],
    opens: [...front, ...tree.opens],
  };
}
