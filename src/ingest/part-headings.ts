const PERIOD =
  /\d{4}年|[〇零一二三四五六七八九]{4}年|[“"]?[一二三四五六七八九十]{1,2}五[”"]?(?:时期|规划|期间)?|五年|一年|今年|去年|明年|当前/u;
const MATTER = /回顾|总结|成就|成绩|安排|部署|工作|任务|目标|要求|打算|建议|考虑|举措|实事|说明|取向/u;
const GLOSSARY = /^[《“]?.{0,10}[》”]?.{0,6}(?:名词(?:解释|注释|术语)|用语说明|注释$)/u;

/** Whether words on a line of their own look like the heading of a whole part: a period and what of it. */
export function namesPart(words: string): boolean {
  if (words.length > 40 || /[。！？；：，:]/u.test(words)) return false;
  return GLOSSARY.test(words) || (PERIOD.test(words) && MATTER.test(words));
}

/** Whether words head the glossary that reports append (名词解释). */
export function namesGlossary(words: string): boolean {
  return words.length <= 40 && !/[。！？；]/u.test(words) && GLOSSARY.test(words);
}
