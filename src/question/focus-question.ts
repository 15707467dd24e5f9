/** Messages up to this length are asked as they are. */
const LONG_MESSAGE = 36;
/** A background is cut away down to about this length, never inside a clause. */
const ENOUGH = 24;
const ASKING =
  /[?？]|多少|几(?!乎|年来)|什么|哪|谁(?!也|都|知)|怎么|怎样|如何|为什么|吗(?!$)|吗$|有没有|是不是|会不会|能不能|有无|是否|没有?$|不$|(?<!不)呢$|说没说|告诉我|想(?:问|知道|了解)|帮(?:我|忙)?(?:查|看)|列(?:一下|出)|介绍/;

/** 我写论文要用: whoever asks says what for, and then asks. */
const PREFACE = /^[^:：。！？!?]{0,30}(?:我|俺|咱|本人|请问|想问|请教)[^:：。！？!?]{0,20}[:：]\s*/u;
/** 当家长的想问问，: says no more than that a question follows. */
const WANTS_TO_ASK =
  /^[^,，。:：?？]{0,12}(?:想|来|要)?(?:问问|问(?:一?下|个事儿?)|打听(?:一?下|打听)?|咨询(?:一?下)?|请教(?:一?下)?|请问|想问|想知道)[,，\s]+/u;

const PURPOSE =
  '(?:考试|考公|备考|背书|背(?:一下|诵)|写(?:作业|论文|材料|稿)|做题|交作业|核数|核实|订票|买票|急用|等着?用|在线等)';
/** 考公背书：…, and … 考试背一下 behind the question: what it is for. */
const WHAT_FOR_FIRST = new RegExp(`^[^:：,，?？]{0,6}${PURPOSE}[^:：,，?？]{0,6}[:：,，\\s]+(?=.{6})`, 'u');
const WHAT_FOR_LAST = new RegExp(
  `[,，。\\s]+(?:[^,，。?？\\s]{0,6}${PURPOSE}[^,，。?？\\s]{0,6}|(?:一块儿?|一起|都|统统)?(?:告诉|说给|发给|讲给)(?:我|俺|咱)(?:一?下|吧)?|给(?:我|俺)(?:列列|说说|讲讲|看看|查查)|(?:[一逐](?:样|件|条|项|个)|一(?<each>[样件条项个])\\k<each>){0,2}地?(?:给(?:我|俺))?(?:列|数|说|讲)(?:给(?:我|俺)(?:听|看)?|出来|一?下|一列))[。!！]?$`,
  'u',
);

/** …靠哪家公司建？我干劳务的: who asks, behind the question. */
const WHO_ASKS = /(?<=[?？])\s*(?:我|俺|咱|家里|孩子|娃)[^?？]{1,14}$/u;
/** 我在铁路上班，想知道…: what follows asks by itself. */
const SINCE =
  /^(?:我|俺|咱)[^,，。?？]{2,14}[,，]\s*(?:就|也|所以)?(?:想问问?|想知道|问一?下|想打听)(?=[^,，]{8})/u;

/** 赔多少心里没底，国家怎么说的: what somebody is unsure of is told, and asked by what follows. */
const UNSURE =
  /(?:多少|几[^,，。?？]{0,3}|什么|怎么样?|怎样)?(?:心里|也|都|还|总|老)*(?:没个?[底谱数])(?:儿)?(?=[,，。])/u;

/**
 * The part of a message that asks: without what it is asked for, and of a long one its asking sentence with as many
 * of the clauses before it as make it clear. Other short messages, and long ones without a question, come back as
 * they are.
 */
export function focusQuestion(message: string): string {
  const behindStory = message.replace(WHO_ASKS, (who) => (ASKING.test(who) ? who : '')).replace(SINCE, '');
  const asked = [WANTS_TO_ASK, WHAT_FOR_FIRST, WHAT_FOR_LAST, UNSURE].reduce(
    (text, aside) => text.replace(aside, ''),
    behindStory,
  );
  if (asked !== message && (ASKING.test(asked) || !ASKING.test(message))) return focusQuestion(asked);
  const preface = PREFACE.exec(message)?.[0] ?? '';
  const behind = message.slice(preface.length);
  const text = ASKING.test(behind) && !ASKING.test(preface) ? behind : message;
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
