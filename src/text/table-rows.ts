/** A row of a table that was copied as a line: 指标 | 去年完成 | 今年目标. Bars without blanks stand in addresses and menus. */
const ROW = /^[^|｜\n]*[^|｜\s](?:[ \t\u3000]+[|｜][ \t\u3000]+[^|｜\s][^|｜\n]*){2,}$/u;

/** Whether a line is the row of a table, with three cells or more. */
export function isTableRow(line: string): boolean {
  return ROW.test(line.trim());
}

/** The cells of a row. */
export function cellsOf(row: string): readonly string[] {
  return row.split(/[|｜]/u).map((cell) => cell.trim());
}
