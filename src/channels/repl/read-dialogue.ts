/** Reads what is typed, a line at a time; null after the end of input. */
export type ReadLine = (prompt: string) => Promise<string | null>;

/** Items parted by ； and the variants of each by /: `8%；预计/估计`. */
export function readItems(text: string): readonly (readonly string[])[] {
  return text
    .split(/[；;]/u)
    .map((item) =>
      item
        .split(/[/／]/u)
        .map((words) => words.trim())
        .filter((words) => words !== ''),
    )
    .filter((item) => item.length > 0);
}

/** As `readItems` reads them. */
export function writeItems(items: readonly (readonly string[])[]): string {
  return items.map((item) => item.join('/')).join('；');
}
