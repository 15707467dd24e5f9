import { displayWidth, padDisplay } from '../src/evaluation/display-width.ts';

/** Rows as aligned columns, the first to the left, a rule under the heading. */
export function renderRows(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))));
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [first, ...rest] = all.map((row) =>
    widths
      .map((width, column) => padDisplay(row[column] ?? '', width, column === 0 ? 'right' : 'left'))
      .join('  ')
      .trimEnd(),
  );
  return [first, rule, ...rest].map((line) => `${line}\n`).join('');
}
