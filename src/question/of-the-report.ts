const REPORT =
  '(?<!(?:去年|前年|明年|上[一届次年]|往年|别的|其他)[^,，]{0,3})(?:这个?|这[份篇次回]|那[份篇]|本|该|你们?的?)?(?:政府)?(?:工作)?报告';
const WHO = '(?:谁|哪[个位一](?:领导|人|官|干部)?|(?:什么|啥)(?:人|领导))';
const GIVES = '(?:作|做|念|读|讲|写|说|报|宣读|起草|发布)';
const SPEAKER = new RegExp(
  `${REPORT}[^,，。?？]{0,3}${WHO}[^,，。?？]{0,4}${GIVES}|${WHO}[^,，。?？]{0,6}${GIVES}(?:了|的)?${REPORT}|${GIVES}(?:了|的)?${REPORT}的(?:人|领导|干部)?(?:是)?(?:${WHO}|叫(?:什么|啥))`,
  'u',
);
const WHEN = '(?:什么时候|啥时候|何时|哪一?[天年月]|几[月号]|多会儿)';
const DAY = new RegExp(
  `${REPORT}(?:是)?${WHEN}(?:${GIVES}|出|公布)?(?:的|出来)|(?:这|那)?是${WHEN}(?:的|${GIVES}的)${REPORT}`,
  'u',
);

/** 说没说要涨多少: the report is asked anyway. */
const WHETHER_SAID =
  /(?:(?<verb>[说提写讲])没\k<verb>|有没有(?:说|提|写|讲))(?:到|过|明)?(?=[^,，。?？]*多少)/u;

/** A question about the report itself, put plainly: 这份报告是哪个领导念的，啥职务 → 报告是谁作的. Others as they are. */
export function ofTheReport(text: string): string {
  if (SPEAKER.test(text)) return '报告是谁作的';
  return DAY.test(text) ? '报告是哪天作的' : text.replace(WHETHER_SAID, '');
}
