/** An error code of a platform with what staff can do about it, for the log. */
export function describeCode(hints: Readonly<Record<number, string>>): (code: number) => string {
  return (code) => {
    const hint = hints[code];
    return hint === undefined ? `error ${code}` : `error ${code}: ${hint}`;
  };
}
