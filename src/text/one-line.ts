/** A stretch of a report as it is read: the lines that its file breaks are joined, with a space between Latin words. */
export function oneLine(text: string): string {
  return text.replace(/(?<=\p{Script=Latin})\s*\n\s*(?=\p{Script=Latin})/gu, ' ').replace(/\s*\n\s*/gu, '');
}
