const PEOPLE = '代表|委员|同志|来宾|列席人员|主任|副主任|主席团';
const SALUTATION = new RegExp(
  `^(?:(?:各位|尊敬的)[^，。：！？；\\s]{0,12}?(?:${PEOPLE})(?:们)?(?:[、，](?:各位)?[^，。：！？；、]{0,6}?(?:${PEOPLE}|朋友)(?:们)?)*|同志们|主任、各位[^，。：！？；]{0,10}委员)(?<mark>[：:！!，,。]|$)`,
  'u',
);

/** Whether words begin by addressing the house: 各位代表： and the like. */
export function beginsWithSalutation(words: string): boolean {
  return SALUTATION.test(words);
}

/** Words without the address that they begin with, if they do (各位代表，刚刚过去的…). */
export function withoutSalutation(words: string): string {
  return words.slice(SALUTATION.exec(words)?.[0].length ?? 0);
}

/** The length of a salutation that stands by itself (各位代表：, 同志们！); 0 where the sentence goes on. */
export function salutationLength(words: string): number {
  const match = SALUTATION.exec(words);
  if (match === null || /[，,]/u.test(match.groups?.mark ?? '')) return 0;
  return match[0].length;
}
