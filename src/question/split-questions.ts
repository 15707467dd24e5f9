import type { AskedKind } from '../domain/question.ts';
import { readAskedKind } from './read-asked-kind.ts';

/** More parts than this are a text, not a list of questions. */
const MOST_PARTS = 3;
/** A longer message tells a story around one question. */
const LONGEST = 80;
/** Read from words that statements have as well: no sign of a second question. */
const STATEMENTS: ReadonlySet<AskedKind> = new Set(['general', 'done', 'planned']);
const JOINT = /[?？!！;；]+\s*|[,，。]\s*(?=(?:还有|另外|对了|顺便|再就是|再问|以及|也想问|同时))/u;
const OPENING = /^(?:还有|另外|对了|顺便(?:问(?:一下|下)?)?|再就是|再问(?:一下|下)?|以及|也想问|同时)[,，。:：\s]*(?:就是)?/u;

/** The questions asked in one message, in order; one part where it asks one thing. */
export function splitQuestions(text: string): readonly string[] {
  const parts = text
    .split(JOINT)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const asking = parts.filter((part) => part.replace(OPENING, '').length >= 4 && !STATEMENTS.has(readAskedKind(part)));
  if (text.length > LONGEST || asking.length < 2 || asking.length > MOST_PARTS || asking.length < parts.length) return [text];
  return asking.map((part, index) => (index === 0 ? part : part.replace(OPENING, '')));
}
