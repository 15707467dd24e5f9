/** Messages up to this length are asked as they are. */
const LONG_MESSAGE = 36;
/** A background is cut away down to about this length, never inside a clause. */
const ENOUGH = 24;
const ASKING =
  /[?？]|多少|几(?!乎|年来)|什么|哪|谁(?!也|都|知)|怎么|怎样|如何|为什么|吗(?!$)|吗$|有没有|是不是|会不会|能不能|有无|是否|没有?$|不$|(?<!不)呢$|说没说|告诉我|想(?:问|知道|了解)|帮(?:我|忙)?(?:查|看)|列(?:一下|出)|介绍/;

/**
 * The part of a long message that asks: its asking sentence with as many of the clauses before it as make it
 * clear. Short messages, and long ones without a question, come back as they are.
 */
export function focusQuestion(text: string): string {
  if (text.length <= LONG_MESSAGE) return text;
  const sentences = text
    .split(/(?<=[。！!？?;；])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  const asking = sentences.filter((sentence) => ASKING.test(sentence));
  const chosen =
    asking.at(-1) === undefined
      ? text
      : (asking.find((sentence) => /[?？]$/.test(sentence)) ?? asking.at(-1) ?? text);
  if (chosen.length <= LONG_MESSAGE) return chosen.length >= 6 ? chosen : text;
  return lastClauses(chosen);
}

/** From the last asking clause backwards until there is enough to understand it. */
function lastClauses(sentence: string): string {
  const clauses = sentence.split(/(?<=[，,、])/u);
  const last = clauses.findLastIndex((clause) => ASKING.test(clause));
  let start = Math.max(0, last);
  while (start > 0 && clauses.slice(start).join('').length < ENOUGH) start -= 1;
  return clauses.slice(start).join('');
}
