/** Every two neighbouring characters of a text, in order: 文明城 → 文明, 明城. */
export function characterPairs(text: string): readonly string[] {
  const marks = [...text];
  return marks.slice(1).map((mark, index) => `${marks[index]}${mark}`);
}
